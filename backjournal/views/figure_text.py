"""Figures as text, for the tables and lines of the graphs."""

from backjournal.model.numbers import MISSING, count, rounded
from backjournal.plan.span import Span


def amount(value: float, unit: str) -> str:
    """Return a value with its unit, if it has one."""
    return f"{rounded(value)} {unit}".rstrip()


def mean(span: Span | None, unit: str = "", of: str = "day") -> str:
    """Return a mean with its unit and n, such as `6.5 h (4 days)`; `of` names what n counts. A dash without values."""
    return MISSING if span is None else f"{span.mean:.1f} {unit}".rstrip() + f" ({count(span.n, of)})"
