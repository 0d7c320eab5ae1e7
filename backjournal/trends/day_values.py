"""The days of the journal one by one: pain and mobility, and their median over a week."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from statistics import median

from backjournal.days import days_between
from backjournal.trends.diary_days import DiaryDay
from backjournal.trends.flare_up_days import flare_up_days
from backjournal.trends.plan_events import PlanEvent, plan_events
from backjournal.trends.record import Record

SCALES_BY_DAY = ("pain", "mobility")
"""The scales of the check-ins that are looked at day by day."""

MEDIAN_DAYS = 7
"""Over how many days a median goes: a whole week, so that each weekday counts once."""

FEWEST_VALUES = 3
"""With fewer days that have a value there is no median: it would be little more than one of them."""


@dataclass(frozen=True, slots=True)
class Median:
    """The median of the n values of the 7 days that end on a day."""

    n: int
    value: float


@dataclass(frozen=True, slots=True)
class DayValues:
    """What was noted on a day: the mean of its check-ins by scale, a scale without a value left out.

    `medians` has each scale of which at least 3 of the 7 days up to this one have a value. `events` are the changes of
    the plan.
    """

    day: date
    check_ins: int = 0
    values: Mapping[str, float] = field(default_factory=dict)
    medians: Mapping[str, Median] = field(default_factory=dict)
    flare_up: bool = False
    events: tuple[PlanEvent, ...] = ()


def day_values(record: Record, first: date, last: date) -> tuple[DayValues, ...]:
    """Return each day from first to last, none after today, the oldest first; the first medians look back before it."""
    end = min(last, record.today)
    flared = flare_up_days(record.flare_ups, first, end)
    events: dict[date, tuple[PlanEvent, ...]] = {}
    for event in plan_events(record.prescriptions, record.exercises):
        events[event.day] = (*events.get(event.day, ()), event)
    days: list[DayValues] = []
    for day in days_between(first, end):
        noted = record.diary.get(day)
        values, check_ins = _values(noted), noted.check_ins if noted else 0
        days.append(DayValues(day, check_ins, values, _medians(record, day), day in flared, events.get(day, ())))
    return tuple(days)


def _values(noted: DiaryDay | None) -> dict[str, float]:
    values = noted.values if noted else {}
    return {scale: values[scale] for scale in SCALES_BY_DAY if scale in values}


def _medians(record: Record, day: date) -> dict[str, Median]:
    week = days_between(day - timedelta(days=MEDIAN_DAYS - 1), day)
    noted = [_values(record.diary.get(each)) for each in week]
    values = {scale: [of_day[scale] for of_day in noted if scale in of_day] for scale in SCALES_BY_DAY}
    return {scale: Median(len(of), median(of)) for scale, of in values.items() if len(of) >= FEWEST_VALUES}
