"""The computations of the Trends pane, which run in threads; they only read the record, which never changes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import cast

from backjournal.trends.answer import answer_of
from backjournal.trends.record import Record
from backjournal.tui.trends.subjects import subject_labels
from backjournal.tui.trends.text_view import Layout
from backjournal.views.answer_text import headline
from backjournal.views.catalog import View, view_of
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

    below: Graph | None = None
    """The graph below it; None without a second one."""

    headline: str = ""
    """The line below the graphs while there is no cursor; empty for none."""


# Cached, so that a pane that is shown again finds the same graph, and changes nothing.
@lru_cache(maxsize=1)
def compute_graph(record: Record, view: View, choice: Choice) -> Shown:
    """Return the graph of a drawn view with what is around it; two graphs also get a headline on the change of pain."""
    graph = cast(Graph, view.compute(record, choice))
    (table,) = graph.tables()
    rows = table.rows[::-1] if table.by_time else table.rows
    subjects = subject_labels(record, view, choice)
    if not view.below:
        return Shown(graph, rows, subjects)
    below = cast(Graph, view_of(view.below).compute(record, choice))
    return Shown(graph, rows, subjects, below, _headline(record))


@lru_cache(maxsize=1)
def _headline(record: Record) -> str:
    return headline(answer_of(record))


def compute_text(record: Record, view: View, choice: Choice, go_on: Callable[[], bool]) -> Layout:
    """Return the layout of a view that is not drawn; its text may be incomplete once `go_on` returns False."""
    from backjournal.tui.trends.layouts import layout_of

    figures = view.compute(record, choice, go_on)
    return partial(layout_of(figures), figures)
