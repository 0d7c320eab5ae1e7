"""Figures as text, for the tables and lines of the graphs."""

from collections.abc import Sequence
from itertools import accumulate

from backjournal.model.numbers import MISSING, count, rounded
from backjournal.plan.span import Span


def amount(value: float, unit: str) -> str:
    """Return a value with its unit, if it has one."""
    return f"{rounded(value)} {unit}".rstrip()


def mean(span: Span | None, unit: str = "", of: str = "day") -> str:
    """Return a mean with its unit and n, such as `6.5 h (4 days)`; `of` names what n counts. A dash without values."""
    return MISSING if span is None else f"{span.mean:.1f} {unit}".rstrip() + f" ({count(span.n, of)})"


def aligned(rows: Sequence[Sequence[str]], width: int | None = None) -> list[str]:
    """Return rows as lines, a column as wide as its longest cell; only the first columns that fit into a width."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    ends = accumulate(each + 2 for each in widths)
    fitting = [each for each, end in zip(widths, ends, strict=True) if width is None or end - 2 <= width]
    return ["  ".join(cell.ljust(each) for cell, each in zip(row, fitting, strict=False)).rstrip() for row in rows]
