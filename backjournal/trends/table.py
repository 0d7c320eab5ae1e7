"""The weeks as a table and as lines."""

from collections.abc import Sequence

from backjournal.trends.week_table import WEEK_HEADER as TABLE_HEADER
from backjournal.trends.week_table import week_line, week_row
from backjournal.trends.weeks import Week

__all__ = ["TABLE_HEADER", "plain_lines", "table_rows"]


def table_rows(weeks: Sequence[Week]) -> list[tuple[str, ...]]:
    """Return a row of text for each week, under `TABLE_HEADER`; what is missing is a dash, never 0."""
    return [week_row(week) for week in weeks]


def plain_lines(weeks: Sequence[Week]) -> list[str]:
    """Return a sentence-like line for each week, such as a screen reader reads well."""
    return [week_line(week) for week in weeks]
