"""The figures of a view as text: plain lines worded for a screen reader, tables with aligned columns, or JSON."""

from collections.abc import Sequence

from backjournal.exchange.as_json import data_json
from backjournal.views.figures import Figures, Table


def figures_text(figures: Figures, form: str) -> str:
    """Return figures in a form: `table`, `json`, or plain lines for any other."""
    if form == "json":
        return data_json(figures.data())
    if form == "table":
        return "\n\n".join(map(_table_text, figures.tables()))
    return "\n".join(figures.lines())


def _table_text(table: Table) -> str:
    lines = _aligned([table.header, *table.rows])
    return "\n".join([table.heading, *lines] if table.heading else lines)


def _aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return the rows as lines; a column is as wide as its longest cell."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
