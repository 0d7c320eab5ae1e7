"""The computations of the Trends pane, which run in threads; they only read the record, which never changes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import cast

from backjournal.trends.record import Record
from backjournal.tui.trends.subjects import subject_labels
from backjournal.tui.trends.text_view import Layout
from backjournal.views.catalog import View
from backjournal.views.choice import Choice
from backjournal.views.figures import Graph


@dataclass(frozen=True, slots=True)
class Shown:
    """A graph with everything that the pane shows around it."""

    graph: Graph
    rows: Sequence[tuple[str, ...]]
    """The rows of its table, newest first if they are times."""

    subjects: Mapping[str, str]
    """What the graph shows, by the key that changes it."""

    verdict: str = ""
    """The line above the graph while there is no cursor; empty for none."""


# Cached, so that a pane that is shown again finds the same graph, and changes nothing.
@lru_cache(maxsize=1)
def compute_graph(record: Record, view: View, choice: Choice) -> Shown:
    """Return the graph of a drawn view with what is around it."""
    graph = cast(Graph, view.compute(record, choice))
    (table,) = graph.tables()
    rows = table.rows[::-1] if table.by_time else table.rows
    return Shown(graph, rows, subject_labels(record, view, choice), _verdict(record, view))


@lru_cache(maxsize=1)
def _verdict(record: Record, view: View) -> str:
    return view.verdict(record) if view.verdict else ""


def compute_text(record: Record, view: View, choice: Choice, go_on: Callable[[], bool]) -> Layout:
    """Return the layout of a view that is not drawn; its text may be incomplete once `go_on` returns False."""
    from backjournal.tui.trends.layouts import layout_of

    figures = view.compute(record, choice, go_on)
    return partial(layout_of(figures), figures)
