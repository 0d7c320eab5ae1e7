"""How often chance is reported as a finding: `.venv/bin/python -m tests.tools.null_journals [JOURNALS] [WEEKS]`.

Made-up journals in which nothing goes with pain show how often something stands out all the same. Others have an effect
planted on one trigger, whose next day has more pain: how often is it found, does its interval hold the true effect,
and does anything else stand out beside it? They differ in the course of pain and words that could mislead.
"""

import math
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from random import Random

from backjournal.model.marks import MarkKind
from backjournal.plan.adherence import Adherence
from backjournal.trends.associations import Associations, Finding, find_associations
from backjournal.trends.record import Record
from tests.helpers.values import TODAY, diary_day

JOURNALS, WEEKS = 400, 26
EFFECTS = (0.7, 1.0, 1.5)
PLANTED, TWIN = "planted", "twin"

_WORDS = {MarkKind.TRIGGER: 10, MarkKind.RELIEF: 4, MarkKind.LOCATION: 4, MarkKind.MEDICINE: 2}
_OFFICE = TODAY.replace(day=17).weekday()
"""The weekday, a Tuesday, on which the words of a weekly rhythm are written; the pain is up on the day after."""


@dataclass(frozen=True)
class Course:
    """What pain and words have in common with the days around them, or with each other, without an effect."""

    name: str
    likeness: float = 0.3
    """How much a day resembles the one before, from 0 to 1."""

    slow: bool = False
    """Whether pain, sleep and words change over the weeks, each in its own way."""

    flare_ups: bool = False
    weekly_pain: float = 0
    """How many points more pain the day after the office day has."""

    weekly_words: bool = False
    """Whether words are mostly written on the office day, after which sleep is short."""

    follows: float = 0
    """How much the log odds of a word grow with each point of pain; sleep and practice get worse with it."""

    twins: bool = False
    """Whether the planted trigger has a twin on nearly the same days."""


COURSES = (
    Course("independent days", 0),
    Course("each day like the one before", 0.6),
    Course("a slow course over the weeks", 0.6, slow=True),
    Course("flare-ups", flare_ups=True),
    Course("pain with a weekly rhythm", weekly_pain=2),
    Course("words and pain with one weekly rhythm", weekly_pain=2, weekly_words=True),
    Course("words that follow pain", 0.6, follows=0.8),
    Course("two triggers on nearly the same days", twins=True),
)


@dataclass(frozen=True)
class Rates:
    """How the factors of one journal were judged."""

    tried: int
    below_5_percent: int
    others_found: int
    planted_found: bool = False
    held: bool = False
    """Whether the planted effect was found, with an interval that holds it."""


def null_journal(course: Course, seed: int, weeks: int = WEEKS, effect: float = 0) -> Record:
    """Return a journal in which nothing goes with pain but, with an effect, the day after one trigger."""
    random, days = Random(f"{course.name} {seed} {weeks} {effect}"), weeks * 7
    dates = [TODAY - timedelta(days=days - 1 - number) for number in range(days)]
    ease = [(1 - math.exp(-2.4 * number / days)) / (1 - math.exp(-2.4)) * course.slow for number in range(days)]
    after_office = [(day.weekday() - 1) % 7 == _OFFICE for day in dates]
    lure = [course.weekly_words * (3.5 if day.weekday() == _OFFICE else -2) for day in dates]
    planted = _word(random, course, ease, lure, 0.25)
    pain = _pain(random, course, ease)
    for number in range(days):
        pain[number] += course.weekly_pain * after_office[number] + effect * (number > 0 and planted[number - 1])
    level = sum(pain) / days
    lure = [odds + course.follows * (value - level) for odds, value in zip(lure, pain, strict=True)]
    words = {
        (kind, f"{kind} {number}"): _word(random, course, ease, lure, random.uniform(0.06, 0.6))
        for kind, several in _WORDS.items()
        for number in range(several)
    }
    if effect:
        words[MarkKind.TRIGGER, PLANTED] = planted
    if course.twins:
        words[MarkKind.TRIGGER, TWIN] = [has_it is not (random.random() < 0.03) for has_it in planted]
    worse = [course.follows * (value - level) for value in pain]
    sleep = _runs(random, course, days)
    share = _runs(random, course, days)
    away = random.randrange(days)
    diary, adherence = {}, {}
    for number, day in enumerate(dates):
        practised = 5 * (0.7 + 0.2 * ease[number] + 0.2 * share[number] - 0.1 * worse[number])
        adherence[day] = Adherence(5, max(0, min(5, round(practised))))
        hours = 6.5 + ease[number] + sleep[number] - course.weekly_words * after_office[number]
        hours -= 0.5 * worse[number - 1] * (number > 0)
        if random.random() < 0.85 and not away <= number < away + 8:
            diary[day] = diary_day(
                day,
                pain=max(0, min(10, round(pain[number]))),
                sleep_hours=max(0, round(2 * hours) / 2),
                marks=frozenset(word for word, has_it in words.items() if has_it[number]),
            )
    return Record(TODAY, diary=diary, adherence=adherence)


def found_in(record: Record) -> Associations:
    """Return what goes with pain in the whole of a journal."""
    return find_associations(record, (date.min, TODAY))


def is_planted(finding: Finding) -> bool:
    """Return whether a finding is that of the planted trigger, by itself or as a companion."""
    contrast = finding.contrast
    return PLANTED in (contrast.factor.word, *(companion.factor.word for companion in contrast.companions))


def rates(course: Course, weeks: int, effect: float, seed: int) -> Rates:
    """Return how the factors of one journal were judged."""
    findings = found_in(null_journal(course, seed, weeks, effect)).findings
    planted = next((finding for finding in findings if is_planted(finding)), None)
    others = [finding for finding in findings if finding is not planted]
    found = planted is not None and planted.stands_out
    return Rates(
        tried=len(others),
        below_5_percent=sum(finding.difference.p < 0.05 for finding in others),
        others_found=sum(finding.stands_out for finding in others),
        planted_found=found,
        held=found and planted is not None and planted.low <= effect <= planted.high,
    )


def _pain(random: Random, course: Course, ease: Sequence[float]) -> list[float]:
    days = len(ease)
    pain = [
        5 + 1.6 * course.slow - 4.2 * eased + 1.2 * luck
        for eased, luck in zip(ease, _runs(random, course, days), strict=True)
    ]
    for _ in range(max(1, days // 60) if course.flare_ups else 0):
        begin, long = random.randrange(days), random.randrange(5, 15)
        for number in range(begin, min(begin + long, days)):
            pain[number] += 3 * (1 - (number - begin) / long / 2)
    return pain


def _runs(random: Random, course: Course, days: int) -> list[float]:
    """Return numbers around 0, each as similar to the one before as the course says."""
    values = [random.gauss(0, 1)]
    while len(values) < days:
        values.append(course.likeness * values[-1] + math.sqrt(1 - course.likeness**2) * random.gauss(0, 1))
    return values


def _word(random: Random, course: Course, ease: Sequence[float], lure: Sequence[float], rate: float) -> list[bool]:
    """Return the days of a word; with a slow course it is written more and more often, or less and less."""
    way = random.gauss(0, 3)
    has_it: list[bool] = []
    for eased, drawn in zip(ease, lure, strict=True):
        odds = math.log(rate / (1 - rate)) + way * (eased - 0.5) * course.slow + drawn
        fresh = random.random() < 1 / (1 + math.exp(-odds))
        has_it.append(has_it[-1] if has_it and random.random() < course.likeness else fresh)
    return has_it


def report(journals: int, weeks: int) -> Iterator[str]:
    """Yield a table in Markdown: a row for each course of journals, without and with planted effects."""
    points = [f"{effect:g}" for effect in EFFECTS]
    yield (
        f"| {journals} journals each, {weeks} weeks | found by chance | p below 0.05 | "
        + " | ".join(f"{effect} found" for effect in points)
        + f" | interval holds it | more than it found, at {points[-1]} |"
    )
    yield "|---|" + "---|" * (len(EFFECTS) + 4)
    with ProcessPoolExecutor() as workers:
        for course in COURSES:
            null, *planted = (
                list(workers.map(partial(rates, course, weeks, effect), range(journals), chunksize=10))
                for effect in (0, *EFFECTS)
            )
            every = [each for of_effect in planted for each in of_effect]
            shares = [
                sum(each.others_found > 0 for each in null) / journals,
                sum(each.below_5_percent for each in null) / sum(each.tried for each in null),
                *(sum(each.planted_found for each in of_effect) / journals for of_effect in planted),
                sum(each.held for each in every) / sum(each.planted_found for each in every),
                sum(each.others_found > 0 for each in planted[-1]) / journals,
            ]
            yield f"| {course.name} | " + " | ".join(f"{100 * share:.1f} %" for share in shares) + " |"


if __name__ == "__main__":
    given = [int(argument) for argument in sys.argv[1:]]
    for line in report(*given, *(JOURNALS, WEEKS)[len(given) :]):
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
