"""The baseline of a value: the weeks with which later weeks are compared."""

from datetime import date, timedelta
from itertools import groupby, islice

from backjournal.days import week_of
from backjournal.model.dates import Days
from backjournal.trends.record import Record

FEWEST_DAYS = 3
"""The fewest days with the value that a week of the baseline must have."""


def baseline_weeks(record: Record, field: str) -> tuple[Days, Days] | None:
    """Return the first and last day of the two weeks of the baseline of a check-in value; None if there are none yet.

    They are the first two whole weeks with the value on at least 3 days each, from the week of `settings.baseline_from`
    on. They need not follow each other. The settings also define the first day of a week.
    """
    settings = record.settings
    begin = week_of(settings.baseline_from, settings.week_starts_on) if settings.baseline_from else date.min
    # The days are sorted, oldest first, so that reading can stop after the first weeks of many years.
    noted = ((day, of_day) for day, of_day in record.diary.items() if begin <= day <= record.today)
    days = (day for day, of_day in noted if field in of_day.values)
    weeks = groupby(days, lambda day: week_of(day, settings.week_starts_on))
    enough = (first_day for first_day, of_week in weeks if len([*of_week]) >= FEWEST_DAYS)
    found = [(first_day, first_day + timedelta(days=6)) for first_day in islice(enough, 2)]
    return (found[0], found[1]) if len(found) == 2 else None
