"""The calendar: the values of a series day by day, arranged in weeks."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from backjournal.days import days_between
from backjournal.model.better import Better
from backjournal.model.frozen import dataclass
from backjournal.model.weeks import WeekStarts
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

    def on(self, weekday: int) -> date:
        """Return the day from the first on that is a weekday (0 for Monday); a short week may end before it."""
        return self.first_day + timedelta(days=(weekday - self.first_day.weekday()) % 7)


def weekdays_of(weeks: Sequence[CalendarWeek]) -> tuple[int, ...]:
    """Return the weekdays in the order in which the newest of some weeks has them, 0 for Monday."""
    first = weeks[-1].first_day.weekday() if weeks else 0
    return tuple((first + number) % 7 for number in range(7))


def calendar_series(record: Record, key: str) -> Series:
    """Return the series with a key, which may be `CHECK_INS`; an empty series if there is none."""
    if key == CHECK_INS:
        days = {day: float(noted.check_ins) for day, noted in record.diary.items()}
        return Series(CHECK_INS, CHECK_INS, days, high=None, better=Better.HIGHER)
    return series_or_empty(record, key)


def calendar_weeks(series: Series, first: date, last: date, today: date, weeks: WeekStarts) -> tuple[CalendarWeek, ...]:
    """Return every whole week that touches first to last, the oldest first."""
    end, days = min(last, today), series.days
    return tuple(
        CalendarWeek(
            first_day,
            {day: days.get(day) for day in days_between(max(first_day, first), min(last_day, end))},
        )
        for first_day, last_day in weeks.between(first, last)
    )
