"""The factors that may be associated with pain, and the days that have each of them."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from statistics import median
from typing import TypeVar

from backjournal.model.marks import MarkKind
from backjournal.trends.diary_days import DiaryDay
from backjournal.trends.record import Record

_NEXT_DAY = timedelta(days=1)
_Value = TypeVar("_Value")


class FactorKind(StrEnum):
    """What a factor is based on; one of the day before is compared with the pain of the following day."""

    TRIGGER = "trigger"
    TRIGGER_BEFORE = "trigger the day before"
    RELIEF = "relief"
    LOCATION = "location"
    MEDICINE = "medicine"
    SLEEP = "sleep"
    ADHERENCE_BEFORE = "adherence the day before"


KINDS = {
    MarkKind.TRIGGER: (FactorKind.TRIGGER, FactorKind.TRIGGER_BEFORE),
    MarkKind.RELIEF: (FactorKind.RELIEF,),
    MarkKind.LOCATION: (FactorKind.LOCATION,),
    MarkKind.MEDICINE: (FactorKind.MEDICINE,),
}
"""The factors of each kind of mark. A trigger may also be felt on the day after. Relief and medicine are written down
because there is pain, and a location says where it is: they follow the pain, so the next day is not examined."""


@dataclass(frozen=True, slots=True)
class Factor:
    """Something that a day either has or does not have: a word, or a value below the person's own median."""

    kind: FactorKind
    word: str
    """The word of a mark; empty for sleep and adherence."""

    days: Mapping[date, bool]
    """Whether the factor is present, by the day with whose pain it is compared."""

    median: float | None = None
    """Hours of sleep, or adherence from 0 to 1; None for a word."""


def factors(record: Record, first: date, last: date) -> Iterator[Factor]:
    """Yield every factor of the days from first to last.

    A day without a check-in counts neither as with a word nor as without it. Sleep is noted after the night, on the
    day with whose pain it is compared.
    """
    diary = {day: noted for day, noted in record.diary.items() if first <= day <= last}
    for (kind, word), days in _words(diary).items():
        for factor_kind in KINDS[kind]:
            yield Factor(factor_kind, word, _day_later(days) if factor_kind is FactorKind.TRIGGER_BEFORE else days)
    sleep = {day: noted.values["sleep_hours"] for day, noted in diary.items() if "sleep_hours" in noted.values}
    yield from _below_median(FactorKind.SLEEP, sleep)
    shares = ((day, adherence.share) for day, adherence in record.adherence.items() if first <= day <= last)
    practised = _day_later({day: share for day, share in shares if share is not None})
    yield from _below_median(FactorKind.ADHERENCE_BEFORE, practised)


def _words(diary: Mapping[date, DiaryDay]) -> dict[tuple[MarkKind, str], dict[date, bool]]:
    """Return the days with and without each word; case is ignored, and the most frequent spelling is returned."""
    written: dict[tuple[MarkKind, str], Counter[str]] = defaultdict(Counter)
    days: dict[tuple[MarkKind, str], set[date]] = defaultdict(set)
    for day, noted in diary.items():
        for kind, word in sorted(noted.marks):
            if kind in KINDS:
                written[kind, word.casefold()][word] += 1
                days[kind, word.casefold()].add(day)
    return {
        (kind, written[kind, folded].most_common(1)[0][0]): {day: day in with_it for day in diary}
        for (kind, folded), with_it in sorted(days.items())
    }


def _below_median(kind: FactorKind, values: Mapping[date, float]) -> Iterator[Factor]:
    if values:
        middle = median(values.values())
        yield Factor(kind, "", {day: value < middle for day, value in values.items()}, middle)


def _day_later(days: Mapping[date, _Value]) -> dict[date, _Value]:
    return {day + _NEXT_DAY: value for day, value in days.items()}
