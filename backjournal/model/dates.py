"""The days that a journal can hold, and the names of the weekdays."""

from datetime import date
from functools import cache

from backjournal.model.errors import InvalidValue

Days = tuple[date, date]
"""A first and a last day, both included."""

FIRST_DAY = date(1900, 1, 1)
LAST_DAY = date(2199, 12, 31)

WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def short_day(day: date, *, with_year: bool = False) -> str:
    """Return a day as `21 Nov`, or `21 Nov 2026`."""
    return f"{day.day} {day:%b %Y}" if with_year else f"{day.day} {day:%b}"


def check_day(field: str, day: date | None) -> None:
    """Refuse a day so far away that it must be a typing mistake; None is accepted.

    Raises:
        InvalidValue: the day lies before 1900 or after 2199.
    """
    if day is not None and not FIRST_DAY <= day <= LAST_DAY:
        raise InvalidValue(field, f"{day} is not a day between {FIRST_DAY} and {LAST_DAY}: check the year")


def check_span(first: date | None, last: date | None) -> None:
    """Refuse a span of days that ends before it begins; either end may be None.

    Raises:
        InvalidValue: the first day lies after the last; `field` is `until`.
    """
    if first and last and first > last:
        raise InvalidValue("until", f"the last day {last} lies before the first day {first}: swap them")


def weekday_of(word: str) -> int | None:
    """Return the weekday (0 for Monday) whose name begins with a lower-case word of 3 letters or more, or None."""
    found = [number for number, name in enumerate(WEEKDAY_NAMES) if len(word) >= 3 and name.startswith(word)]
    return found[0] if found else None


def long_day(day: date) -> str:
    """Return a day as Saturday 21 November 2026."""
    return f"{_weekday(day.weekday())} {day.day} {_month(day.month)} {day.year:04}"


# Cached, because a long diary has the names of thousands of days.
@cache
def _weekday(number: int) -> str:
    return f"{date(2024, 1, 1 + number):%A}"


@cache
def _month(number: int) -> str:
    return f"{date(2024, number, 1):%B}"
