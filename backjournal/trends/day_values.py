"""The days of the journal one by one: pain and mobility, each with its median over 7 days."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from statistics import median

from backjournal.days import days_between
from backjournal.model.frozen import dataclass, field
from backjournal.trends.diary_days import DiaryDay
from backjournal.trends.flare_up_days import flare_up_days
from backjournal.trends.plan_events import PlanEvent, plan_events
from backjournal.trends.record import Record

SCALES_BY_DAY = ("pain", "mobility")
"""The scales of the check-ins that are shown day by day."""

MEDIAN_DAYS = 7
"""The number of days of a median: a whole week, so that each weekday counts once."""

FEWEST_VALUES = 3
"""The fewest days with a value for a median: with fewer it would be little more than one of the values."""


@dataclass(frozen=True, slots=True)
class Median:
    """The median of the values of the 7 days that end on a day."""

    n: int
    """How many of the 7 days have a value."""

    value: float


@dataclass(frozen=True, slots=True)
class DayValues:
    """The values of one day, with the medians of the week that ends on it."""

    day: date
    check_ins: int = 0
    """How many check-ins the day has."""

    values: Mapping[str, float] = field(default_factory=dict)
    """The mean of the day's check-ins by scale, without the scales that have no value."""

    medians: Mapping[str, Median] = field(default_factory=dict)
    """By scale, without the scales that have no value on the day itself, or one on fewer than 3 of the 7 days."""

    flare_up: bool = False
    events: tuple[PlanEvent, ...] = ()
    """The changes of the plan on this day."""


def day_values(record: Record, first: date, last: date) -> tuple[DayValues, ...]:
    """Return each day from first to last, none after today, oldest first; medians also use days before the first."""
    end = min(last, record.today)
    flared = flare_up_days(record.flare_ups, first, end)
    events: dict[date, tuple[PlanEvent, ...]] = {}
    for event in plan_events(record.prescriptions, record.exercises):
        events[event.day] = (*events.get(event.day, ()), event)
    days: list[DayValues] = []
    for day in days_between(first, end):
        noted = record.diary.get(day)
        values, check_ins = _values(noted), noted.check_ins if noted else 0
        medians = _medians(record, day, values)
        days.append(DayValues(day, check_ins, values, medians, day in flared, events.get(day, ())))
    return tuple(days)


def _values(noted: DiaryDay | None) -> dict[str, float]:
    values = noted.values if noted else {}
    return {scale: values[scale] for scale in SCALES_BY_DAY if scale in values}


def _medians(record: Record, day: date, scales: Iterable[str]) -> dict[str, Median]:
    week = days_between(day - timedelta(days=MEDIAN_DAYS - 1), day)
    noted = [_values(record.diary.get(each)) for each in week]
    by_scale = {scale: [values[scale] for values in noted if scale in values] for scale in scales}
    return {
        scale: Median(len(values), median(values)) for scale, values in by_scale.items() if len(values) >= FEWEST_VALUES
    }
