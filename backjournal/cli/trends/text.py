"""The trends as text: lines that read well aloud, a table, or JSON."""

from backjournal.exchange.as_json import data_json
from backjournal.exchange.table import table_lines
from backjournal.model.dates import Days
from backjournal.trends.record import Record
from backjournal.views.graph import Graph


def graph_text(graph: Graph, told: str) -> str:
    """Return the figures of a graph, told as `plain`, `table` or `json`."""
    if told == "json":
        return data_json(graph.data())
    return "\n".join(table_lines(graph.header, graph.rows()) if told == "table" else graph.lines())


def answer_text(record: Record, told: str) -> str:
    """Return whether it is getting better and by how much, told as `table`, `json`, or else in sentences."""
    from backjournal.trends.answer import answer_of
    from backjournal.views.answer_text import answer_data, answer_lines, answer_tables

    answer = answer_of(record)
    if told == "json":
        return data_json(answer_data(answer))
    if told != "table":
        return "\n".join(answer_lines(answer))
    tables = answer_tables(answer)
    return "\n\n".join(
        "\n".join([f"{each.title}. {each.days}", *table_lines(each.header, each.rows)]) for each in tables
    )


def goes_with_text(record: Record, days: Days, told: str) -> str:
    """Return what goes with better and worse days, told as `table`, `json`, or else in sentences."""
    from backjournal.trends.associations import find_associations
    from backjournal.views.associations_text import associations_data, associations_lines, associations_table

    first, last = days
    found = find_associations(record, (first, min(last, record.today)))
    if told == "json":
        return data_json(associations_data(found))
    return "\n".join(table_lines(*associations_table(found)) if told == "table" else associations_lines(found))
