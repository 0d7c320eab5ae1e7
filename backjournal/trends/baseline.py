"""The baseline: the weeks with which all that comes later is compared."""

from collections import Counter
from datetime import date, timedelta

from backjournal.days import week_of
from backjournal.trends.record import Record

FEWEST_DAYS = 3
"""On how many days of a week there must be check-ins for a week of the baseline."""


def baseline_weeks(record: Record) -> tuple[tuple[date, date], tuple[date, date]] | None:
    """Return the first and last day of the two weeks of the baseline; None if there are none yet.

    They are the first two weeks with check-ins on at least 3 days each, whole weeks as the person has set their
    beginning, looked for from the week of `settings.baseline_from` on. They need not follow each other.
    """
    settings = record.settings
    begin = week_of(settings.baseline_from, settings.week_starts_on) if settings.baseline_from else date.min
    noted = Counter(week_of(day, settings.week_starts_on) for day in record.diary if begin <= day <= record.today)
    enough = sorted(first_day for first_day, days in noted.items() if days >= FEWEST_DAYS)[:2]
    if len(enough) < 2:
        return None
    first, second = ((first_day, first_day + timedelta(days=6)) for first_day in enough)
    return first, second
