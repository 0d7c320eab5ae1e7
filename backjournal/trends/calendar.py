"""The calendar: the values of a series day by day, arranged in weeks."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from backjournal.days import days_between, week_of
from backjournal.model.better import Better
from backjournal.trends.record import Record
from backjournal.trends.series import Series, series_or_empty

CHECK_INS = "check-ins"
"""The key of the number of check-ins a day, which only the calendar shows."""

CALENDAR_KEYS = ("pain", "mobility", "adherence", CHECK_INS)
"""The series that the calendar offers first; it can show any other as well."""


@dataclass(frozen=True, slots=True)
class CalendarWeek:
    """One week of the calendar."""

    first_day: date
    values: Mapping[date, float | None]
    """The value of each day that lies in the window and not after today; None for a day without a value."""


def calendar_series(record: Record, key: str) -> Series:
    """Return the series with a key, which may be `CHECK_INS`; an empty series if there is none."""
    if key == CHECK_INS:
        days = {day: float(noted.check_ins) for day, noted in record.diary.items()}
        return Series(CHECK_INS, CHECK_INS, days, high=None, better=Better.HIGHER)
    return series_or_empty(record, key)


def calendar_weeks(
    series: Series, first: date, last: date, today: date, week_starts_on: int
) -> tuple[CalendarWeek, ...]:
    """Return every whole week that touches first to last, the oldest first."""
    begin, end, days = week_of(first, week_starts_on), min(last, today), series.days
    return tuple(
        CalendarWeek(
            monday,
            {day: days.get(day) for day in days_between(max(monday, first), min(monday + timedelta(days=6), end))},
        )
        for monday in (begin + timedelta(weeks=number) for number in range((last - begin).days // 7 + 1))
    )
