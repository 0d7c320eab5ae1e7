"""Numbers as people type and read them."""

import re

from backjournal.model.errors import InvalidValue
from backjournal.model.text import clean_line

MINUTES_OF_A_DAY = 1440

MISSING = "–"
"""The text for a missing number, which is never shown as 0."""


def count(number: float, word: str) -> str:
    """Return a number with a noun, which gets an s unless the number is 1."""
    return f"{number:g} {word}" if number == 1 else f"{number:g} {word}s"


def rounded(value: float | None) -> str:
    """Return a value rounded to at most one decimal, or a dash for None."""
    return MISSING if value is None else f"{round(value, 1) + 0.0:g}"  # adding 0.0 avoids -0


def signed(value: float, decimals: int) -> str:
    """Return a number with its sign; one that rounds to 0 gives +0."""
    return f"{value:+z.{decimals}f}".replace("-", "−")


def percent(share: float | None) -> str:
    """Return a share from 0 to 1 in per cent, 0 and 100 only for nothing and all; None gives an empty text."""
    if share is None:
        return ""
    whole = round(share * 100)
    # Where years of figures are summed, rounding errors are no part that is missing.
    return f"{min(99, max(1, whole)) if 0 < round(share, 9) < 1 else whole} %"


def parse_whole(field: str, label: str, text: str, low: int, high: int) -> int | None:
    """Read a whole number in a range; empty text gives None.

    Raises:
        InvalidValue: the text is not a whole number, or is out of range.
    """
    typed = clean_line(text)
    if not typed:
        return None
    if not re.fullmatch(r"[0-9]{1,6}", typed) or not low <= int(typed) <= high:
        raise InvalidValue(field, f"{label}: '{typed}' is not a whole number from {low} to {high}")
    return int(typed)


def parse_decimal(field: str, label: str, text: str) -> float | None:
    """Read a number such as 12, -0.5 or 12,125; empty text gives None.

    Raises:
        InvalidValue: the text is not such a number.
    """
    typed = clean_line(text)
    if typed and not re.fullmatch(r"-?[0-9]{1,6}([.,][0-9]{1,3})?", typed):
        raise InvalidValue(field, f"{label}: '{typed}' is not a number such as 12 or 12.5")
    return float(typed.replace(",", ".")) if typed else None


def decimal_text(number: float) -> str:
    """Return a number as text that `parse_decimal` reads back."""
    return f"{number:.9g}"


def parse_hours(field: str, label: str, text: str) -> float | None:
    """Read up to 24 hours, typed as 7, 7.5, 7,5 or 7:30; empty text gives None.

    Raises:
        InvalidValue: the text has none of these forms, or is more than 24 hours.
    """
    typed = clean_line(text).removesuffix("h").strip()
    if not typed:
        return None
    if match := re.fullmatch(r"([0-9]{1,2}):([0-5][0-9])", typed):
        hours = int(match[1]) + int(match[2]) / 60
    elif re.fullmatch(r"[0-9]{1,2}([.,][0-9]{1,2})?", typed):
        hours = float(typed.replace(",", "."))
    else:
        raise InvalidValue(field, f"{label}: '{typed}' is not hours such as 7, 7.5 or 7:30")
    if hours > 24:
        raise InvalidValue(field, f"{label}: {typed} is more than the 24 hours of a day")
    return round(hours, 2)
