"""The baseline of a value: the weeks with which later weeks are compared."""

from datetime import date
from itertools import groupby, islice

from backjournal.model.dates import Days
from backjournal.trends.record import Record

FEWEST_DAYS = 3
"""The fewest days with the value that a week of the baseline must have."""


def baseline_weeks(record: Record, field: str) -> tuple[Days, Days] | None:
    """Return the first and last day of the two weeks of the baseline of a check-in value; None if there are none yet.

    They are the first two whole weeks with the value on at least 3 days each, from the week of `settings.baseline_from`
    on. They need not follow each other. The settings also define the first day of a week.
    """
    begins, weeks = record.settings.baseline_from, record.settings.weeks
    begin = weeks.week_of(begins) if begins else date.min
    # The days are sorted, oldest first, so that reading can stop after the first weeks of many years.
    days = (day for day, noted in record.diary.items() if begin <= day <= record.today and field in noted.values)
    by_week = groupby(days, weeks.week_of)
    enough = (first_day for first_day, noted in by_week if len([*noted]) >= FEWEST_DAYS)
    found = [(first_day, weeks.last_of(first_day)) for first_day in islice(enough, 2)]
    return (found[0], found[1]) if len(found) == 2 else None
