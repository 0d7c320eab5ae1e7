"""Figures as text, for the tables and lines of the graphs."""

from backjournal.model.numbers import count
from backjournal.plan.span import Span
from backjournal.trends.week_table import MISSING


def number(value: float | None) -> str:
    """Return a value with one decimal at most; what is missing is a dash."""
    return MISSING if value is None else f"{round(value, 1):g}"


def amount(value: float, unit: str) -> str:
    """Return a value with its unit, if it has one."""
    return f"{number(value)} {unit}".rstrip()


def mean(span: Span | None, unit: str = "", of: str = "day") -> str:
    """Return a mean with its unit and the number of days, or of what it is `of`."""
    return MISSING if span is None else f"{span.mean:.1f} {unit}".rstrip() + f" ({count(span.n, of)})"


def sentence(text: str) -> str:
    """Return a text that begins with a capital letter."""
    return text[:1].upper() + text[1:]
