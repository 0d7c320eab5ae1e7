"""The factors that may be associated with pain, and the days that have each of them."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from enum import StrEnum
from statistics import median
from typing import TypeVar

from backjournal.model.diary_values import HOURS
from backjournal.model.frozen import dataclass
from backjournal.model.marks import MarkKind
from backjournal.model.spelling import name_key
from backjournal.trends.diary_days import DiaryDay
from backjournal.trends.record import Record

_NEXT_DAY = timedelta(days=1)
_Value = TypeVar("_Value")


class FactorKind(StrEnum):
    """What a factor is based on; one of the day before is compared with the pain of the following day."""

    TRIGGER = "trigger"
    RELIEF = "relief"
    LOCATION = "location"
    MEDICINE = "medicine"
    TRIGGER_BEFORE = "trigger the day before"
    HOURS = "hours"
    ADHERENCE_BEFORE = "adherence the day before"


_KINDS = {
    MarkKind.TRIGGER: FactorKind.TRIGGER,
    MarkKind.RELIEF: FactorKind.RELIEF,
    MarkKind.LOCATION: FactorKind.LOCATION,
    MarkKind.MEDICINE: FactorKind.MEDICINE,
}


@dataclass(frozen=True, slots=True)
class Factor:
    """Something that a day either has or does not have: a word, or a value below the person's own median."""

    kind: FactorKind
    word: str
    """The word of a mark, or the label of a value in hours; empty for adherence."""

    days: Mapping[date, bool]
    """Whether the factor is present, by the day with whose pain it is compared."""

    pain: Mapping[date, float]
    """The pain, 0 to 10, that it is compared with, by day."""

    median: float | None = None
    """A number of hours, or adherence from 0 to 1; None for a word."""


def noted_factors(record: Record, first: date, last: date) -> Iterator[Factor]:
    """Yield the words of the days from first to last, each to be held against the pain of the same day.

    Such a word may well have been written because of the pain. A day without a check-in counts neither as with a word
    nor as without it.
    """
    diary, pain = _diary(record, first, last), pain_by_day(record, first, last)
    for (kind, word), days in _words(diary).items():
        yield Factor(_KINDS[kind], word, days, pain)


def earlier_factors(record: Record, first: date, last: date) -> Iterator[Factor]:
    """Yield the factors of the days from first to last that came before the pain that they are compared with.

    These are the triggers and the adherence of the day before, and hours slept (or spent otherwise) with the pain from
    the check-in on that has them. Relief and medicine answer the pain and a location says where it is, so they are not
    asked about on the day after. Nor is the adherence of the same day: a practice has no time of day.
    """
    diary, pain = _diary(record, first, last), pain_by_day(record, first, last)
    for (kind, word), days in _words(diary).items():
        if kind is MarkKind.TRIGGER:
            yield Factor(FactorKind.TRIGGER_BEFORE, word, _day_later(days), pain)
    for value in HOURS:
        hours = {day: noted.values[value.name] for day, noted in diary.items() if value.name in noted.values}
        since = {day: noted.pain_since[value.name] for day, noted in diary.items() if value.name in noted.pain_since}
        yield from _below_median(FactorKind.HOURS, value.label, hours, since)
    shares = ((day, adherence.share) for day, adherence in record.adherence.items() if first <= day <= last)
    practised = _day_later({day: share for day, share in shares if share is not None})
    yield from _below_median(FactorKind.ADHERENCE_BEFORE, "", practised, pain)


def pain_by_day(record: Record, first: date, last: date) -> dict[date, float]:
    """Return the mean pain, 0 to 10, of each day from first to last that has one, oldest first."""
    return {day: noted.pain for day, noted in _diary(record, first, last).items() if noted.pain is not None}


def _diary(record: Record, first: date, last: date) -> dict[date, DiaryDay]:
    return {day: noted for day, noted in record.diary.items() if first <= day <= last}


def _words(diary: Mapping[date, DiaryDay]) -> dict[tuple[MarkKind, str], dict[date, bool]]:
    """Return the days with and without each word; spellings count as one, and the most frequent is returned."""
    written: dict[tuple[MarkKind, str], Counter[str]] = defaultdict(Counter)
    days: dict[tuple[MarkKind, str], set[date]] = defaultdict(set)
    for day, noted in diary.items():
        for kind, word in sorted(noted.marks):
            if kind in _KINDS:
                key = kind, name_key(word)
                written[key][word] += 1
                days[key].add(day)
    return {
        (kind, written[kind, folded].most_common(1)[0][0]): {day: day in with_it for day in diary}
        for (kind, folded), with_it in sorted(days.items())
    }


def _below_median(
    kind: FactorKind, word: str, values: Mapping[date, float], pain: Mapping[date, float]
) -> Iterator[Factor]:
    if values:
        middle = median(values.values())
        yield Factor(kind, word, {day: value < middle for day, value in values.items()}, pain, middle)


def _day_later(days: Mapping[date, _Value]) -> dict[date, _Value]:
    return {day + _NEXT_DAY: value for day, value in days.items()}
