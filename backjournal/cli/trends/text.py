"""The figures of a view as text: plain lines worded for a screen reader, tables with aligned columns, or JSON."""

from backjournal.exchange.as_json import data_json
from backjournal.views.figure_text import aligned
from backjournal.views.figures import Figures, Table


def figures_text(figures: Figures, form: str) -> str:
    """Return figures in a form: `table`, `json`, or plain lines for any other."""
    if form == "json":
        return data_json(figures.data())
    if form == "table":
        return "\n\n".join(map(_table_text, figures.tables()))
    return "\n".join(figures.lines())


def _table_text(table: Table) -> str:
    lines = aligned([table.header, *table.rows])
    return "\n".join([table.heading, *lines] if table.heading else lines)
