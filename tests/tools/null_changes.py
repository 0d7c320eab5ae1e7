"""How often chance gets a verdict: `.venv/bin/python -m tests.tools.null_changes [JOURNALS] [LIKENESS...]`.

Made-up journals of pain alone (mean 4, SD 1.6, rounded, 0 to 10), in which nothing changes, show how often the change
since the start and that of the last 4 weeks is called meaningful all the same. Journals of 8 weeks with a fall of 2
points show how often it is found: all at once in the middle, or little by little in the third and fourth week. Each
day resembles the one before by a likeness of 0, 0.5 or 0.8. Days are noted all, or three or two of four by chance.
The journals end on every weekday in turn.
"""

import math
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from functools import partial
from random import Random

from backjournal.trends.answer import diary_lately, diary_since_start
from backjournal.trends.change import Change
from backjournal.trends.record import Record
from tests.helpers.values import TODAY, diary_day

JOURNALS = 1000
LIKENESSES = (0, 0.5, 0.8)
LENGTHS = (17, 56, 182)
"""Of the journals in days: 17 days, 8 weeks, 26 weeks."""

POWER_LENGTH = 56
MEAN, SPREAD, FALL = 4, 1.6, 2


class Course(StrEnum):
    """What becomes of the mean of the pain."""

    SAME = "nothing changes"
    STEP = "2 points less from the middle on"
    SLOW = "2 points less, over the third and fourth week"


@dataclass(frozen=True)
class Sort:
    """A sort of journal: its length in days, the likeness of neighbouring days, its course, how many days are noted."""

    days: int
    likeness: float
    course: Course = Course.SAME
    noted: float = 1
    """The share of days with a check-in."""

    worst: bool = False
    """Whether worst pain is noted: the highest of three values of a day."""


@dataclass(frozen=True)
class Rates:
    """How often a change was called an improvement and a worsening, as shares of the journals."""

    start: tuple[float, float]
    lately: tuple[float, float]
    either: tuple[float, float]


def null_journal(sort: Sort, seed: int) -> Record:
    """Return a journal of a sort; the seed also chooses the weekday on which it ends."""
    random, today = Random(f"{sort} {seed}"), TODAY + timedelta(days=seed % 7)
    first, luck, diary = today - timedelta(days=sort.days - 1), random.gauss(0, 1), {}
    for number in range(sort.days):
        if random.random() < sort.noted:
            day = first + timedelta(days=number)
            pain = _mean(sort.course, number) + SPREAD * luck
            diary[day] = diary_day(day, pain=_on_scale(pain), worst_pain=_on_scale(_highest(random, pain, sort)))
        luck = sort.likeness * luck + math.sqrt(1 - sort.likeness**2) * random.gauss(0, 1)
    return Record(today, diary=diary)


def rates(sort: Sort, journals: int) -> Rates:
    """Return how often the changes of journals of a sort get a verdict."""
    field = "worst_pain" if sort.worst else "pain"
    records = [null_journal(sort, seed) for seed in range(journals)]
    changes = [(diary_since_start(record, field), diary_lately(record, field)) for record in records]
    judged = [(better_and_worse(start), better_and_worse(lately)) for start, lately in changes]

    def share(*places: int) -> tuple[float, float]:
        better, worse = (sum(any(each[place][way] for place in places) for each in judged) for way in (0, 1))
        return better / journals, worse / journals

    return Rates(share(0), share(1), share(0, 1))


def better_and_worse(change: Change) -> tuple[bool, bool]:
    """Return whether a change is called an improvement, and whether a worsening."""
    return change.verdict.improves, change.verdict.worsens


def _mean(course: Course, number: int) -> float:
    fallen = {
        Course.SAME: 0.0,
        Course.STEP: float(number >= POWER_LENGTH / 2),
        Course.SLOW: min(max((number - 14) / 14, 0), 1),
    }
    return MEAN - FALL * fallen[course]


def _highest(random: Random, pain: float, sort: Sort) -> float:
    return max(pain + random.gauss(0, 1) for _ in range(3)) if sort.worst else pain


def _on_scale(value: float) -> int:
    return max(0, min(10, round(value)))


def _sorts(likenesses: tuple[float, ...]) -> Iterator[Sort]:
    for days in LENGTHS:
        yield from (Sort(days, likeness) for likeness in likenesses)
    for course in (Course.STEP, Course.SLOW):
        yield from (Sort(POWER_LENGTH, likeness, course) for likeness in likenesses)
    for noted in (0.75, 0.5):
        yield from (Sort(POWER_LENGTH, likeness, noted=noted) for likeness in likenesses)
    yield from (Sort(POWER_LENGTH, likeness, worst=True) for likeness in likenesses)


def report(journals: int, likenesses: tuple[float, ...]) -> Iterator[str]:
    """Return a line for each sort of journal: improvements and worsenings, since the start, lately, in either."""
    yield f"{journals} journals of each sort; improvement / worsening in per cent"
    yield f"{'':>4} {'likeness':>8} {'noted':>6}  {'since start':>13} {'last 4 weeks':>13} {'either':>13}"
    sorts = list(_sorts(likenesses))
    with ProcessPoolExecutor() as workers:
        for sort, found in zip(sorts, workers.map(partial(rates, journals=journals), sorts), strict=True):
            cells = [f"{better:.1%} / {worse:.1%}" for better, worse in (found.start, found.lately, found.either)]
            what = ", worst pain" if sort.worst else ""
            yield (
                f"{sort.days:>4} {sort.likeness:>8} {sort.noted:>6.0%}  "
                f"{cells[0]:>13} {cells[1]:>13} {cells[2]:>13}  {sort.course}{what}"
            )


if __name__ == "__main__":
    journals, *given = [float(argument) for argument in sys.argv[1:]] or [JOURNALS]
    for line in report(int(journals), tuple(given) or LIKENESSES):
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
