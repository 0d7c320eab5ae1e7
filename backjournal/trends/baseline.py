"""The baseline of a value: the weeks with which later weeks are compared."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby, islice

from backjournal.model.dates import Days
from backjournal.model.settings import Settings
from backjournal.model.weeks import WeekStarts
from backjournal.trends.record import Record

FEWEST_DAYS = 3
"""The fewest days with the value that a week of the baseline must have."""


def baseline_weeks(record: Record, field: str) -> tuple[Days, Days] | None:
    """Return the first and last day of the two weeks of the baseline of a check-in value; None if there are none yet.

    They are the first two whole weeks with the value on at least 3 days each, from the week of `settings.baseline_from`
    on. They need not follow each other. The settings also define the first day of a week.
    """
    begin = baseline_begins(record.settings)
    days = (day for day, noted in record.diary.items() if begin <= day <= record.today and field in noted.values)
    found = first_weeks(days, record.settings.weeks)
    return (found[0], found[1]) if len(found) == 2 else None


def baseline_begins(settings: Settings) -> date:
    """Return the day from which on the baseline is looked for."""
    return settings.weeks.week_of(settings.baseline_from) if settings.baseline_from else date.min


def first_weeks(days: Iterable[date], weeks: WeekStarts) -> list[Days]:
    """Return the first two weeks, or as many as there are, with at least 3 of some days, which are sorted.

    Of many years of days, only those up to the end of these weeks are asked for.
    """
    by_week = groupby(days, weeks.week_of)
    enough = (first_day for first_day, noted in by_week if len([*noted]) >= FEWEST_DAYS)
    return [(first_day, weeks.last_of(first_day)) for first_day in islice(enough, 2)]
