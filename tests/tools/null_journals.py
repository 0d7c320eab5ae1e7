"""How often chance is reported as a finding: `.venv/bin/python -m tests.tools.null_journals [JOURNALS] [WEEKS]`.

Made-up journals in which nothing goes with pain show how often something is found all the same, among all of a
journal's factors, and by a factor on its own (p below 0.05). Journals with one planted effect show how often it is
found, and how often its interval contains the true effect. Pain and factors are independent from day to day, or each
day resembles the one before (0.6), or both also follow a slow course of their own over the weeks.
"""

import math
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from random import Random

from backjournal.model.marks import MarkKind
from backjournal.plan.adherence import Adherence
from backjournal.trends.associations import Associations, find_associations
from backjournal.trends.factors import FactorKind
from backjournal.trends.record import Record
from tests.helpers.values import TODAY, diary_day

JOURNALS, WEEKS = 1000, 26
EFFECT = 1.5
PLANTED = "planted"

_WORDS = {MarkKind.TRIGGER: 10, MarkKind.RELIEF: 4, MarkKind.LOCATION: 4, MarkKind.MEDICINE: 2}


@dataclass(frozen=True)
class Course:
    """How days resemble each other: `likeness` from one day to the next, and whether there is a slow course."""

    name: str
    likeness: float
    slow: bool = False


COURSES = (Course("independent", 0), Course("autocorrelated", 0.6), Course("trending", 0.6, slow=True))


@dataclass(frozen=True)
class Rates:
    """How the factors of one journal were judged."""

    tried: int
    below_5_percent: int
    found: int
    planted_tried: bool
    planted_found: bool
    held: bool


def null_journal(course: Course, seed: int, weeks: int = WEEKS, effect: float = 0) -> Record:
    """Return a journal in which nothing goes with pain but, with an effect, one trigger."""
    random, days = Random(f"{course.name} {seed} {weeks} {effect}"), weeks * 7
    first = TODAY - timedelta(days=days - 1)
    ease = [(1 - math.exp(-2.4 * number / days)) / (1 - math.exp(-2.4)) * course.slow for number in range(days)]
    pain = [
        5 + 1.6 * course.slow - 4.2 * eased + 1.2 * luck
        for eased, luck in zip(ease, _runs(random, course, days), strict=True)
    ]
    sleep = [6.5 + eased + luck for eased, luck in zip(ease, _runs(random, course, days), strict=True)]
    share = [0.7 + 0.2 * eased + 0.2 * luck for eased, luck in zip(ease, _runs(random, course, days), strict=True)]
    words = {
        (kind, f"{kind} {number}"): _word(random, course, ease, random.uniform(0.06, 0.6))
        for kind, several in _WORDS.items()
        for number in range(several)
    }
    if effect:
        words[MarkKind.TRIGGER, PLANTED] = planted = _word(random, course, ease, 0.25)
        pain = [value + effect * has_it for value, has_it in zip(pain, planted, strict=True)]
    away = random.randrange(days)
    noted = [random.random() < 0.85 and not away <= number < away + 8 for number in range(days)]
    diary = [
        diary_day(
            first + timedelta(days=number),
            pain=max(0, min(10, round(pain[number]))),
            sleep_hours=round(2 * sleep[number]) / 2,
            marks=frozenset(word for word, has_it in words.items() if has_it[number]),
        )
        for number in range(days)
        if noted[number]
    ]
    adherence = {
        first + timedelta(days=number): Adherence(5, max(0, min(5, round(5 * share[number])))) for number in range(days)
    }
    return Record(TODAY, diary={each.day: each for each in diary}, adherence=adherence)


def found_in(record: Record) -> Associations:
    """Return what goes with pain in the whole of a journal."""
    return find_associations(record, (date.min, TODAY))


def rates(course: Course, weeks: int, effect: float, seed: int) -> Rates:
    """Return how the factors of one journal were judged."""
    findings = found_in(null_journal(course, seed, weeks, effect)).findings
    planted = [finding for finding in findings if finding.factor.word == PLANTED]
    same_day = next((finding for finding in planted if finding.factor.kind is FactorKind.TRIGGER), None)
    others = [finding for finding in findings if finding not in planted]
    return Rates(
        tried=len(others),
        below_5_percent=sum(finding.difference.p < 0.05 for finding in others),
        found=sum(finding.stands_out for finding in others),
        planted_tried=same_day is not None,
        planted_found=same_day is not None and same_day.stands_out,
        held=same_day is not None and same_day.difference.low <= effect <= same_day.difference.high,
    )


def _runs(random: Random, course: Course, days: int) -> Iterator[float]:
    """Return numbers around 0, each as similar to the one before as the course says."""
    value = random.gauss(0, 1)
    for _ in range(days):
        yield value
        value = course.likeness * value + math.sqrt(1 - course.likeness**2) * random.gauss(0, 1)


def _word(random: Random, course: Course, ease: list[float], rate: float) -> list[bool]:
    """Return the days of a word; with a slow course it is written more and more often, or less and less."""
    way = random.gauss(0, 3)
    has_it: list[bool] = []
    for eased in ease:
        odds = math.log(rate / (1 - rate)) + way * (eased - 0.5) * course.slow
        fresh = random.random() < 1 / (1 + math.exp(-odds))
        has_it.append(has_it[-1] if has_it and random.random() < course.likeness else fresh)
    return has_it


def report(journals: int, weeks: int) -> Iterator[str]:
    """Return a line for each course of journals, without and with a planted effect."""
    yield f"{journals} journals of {weeks} weeks, and as many with {EFFECT} points planted on one trigger"
    with ProcessPoolExecutor() as workers:
        for course in COURSES:
            null, planted = (
                list(workers.map(partial(rates, course, weeks, effect), range(journals), chunksize=20))
                for effect in (0, EFFECT)
            )
            tried = sum(each.tried for each in null)
            of_planted = (
                sum(getattr(each, of) for each in planted) for of in ("planted_tried", "planted_found", "held")
            )
            planted_tried, found, held = of_planted
            yield (
                f"{course.name}: anything found in {sum(each.found > 0 for each in null) / journals:.1%} of journals; "
                f"p below 0.05 for {sum(each.below_5_percent for each in null) / tried:.1%} of {tried} factors, "
                f"{sum(each.found for each in null) / tried:.2%} found; "
                f"what is planted found in {found / journals:.1%}, its interval holds it in {held / planted_tried:.1%}"
            )


if __name__ == "__main__":
    given = [int(argument) for argument in sys.argv[1:]]
    for line in report(*given, *(JOURNALS, WEEKS)[len(given) :]):
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
