"""The days that a journal can hold."""

from datetime import date

from backjournal.model.errors import InvalidValue

FIRST_DAY = date(1900, 1, 1)
LAST_DAY = date(2199, 12, 31)


def check_day(field: str, day: date | None) -> None:
    """Refuse a day that must be a slip of the finger; no day is fine.

    Raises:
        InvalidValue: the day lies before 1900 or after 2199.
    """
    if day is not None and not FIRST_DAY <= day <= LAST_DAY:
        raise InvalidValue(field, f"{day} is not a day between {FIRST_DAY} and {LAST_DAY}: check the year")
