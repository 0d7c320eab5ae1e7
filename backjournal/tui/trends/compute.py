"""What the Trends pane computes in threads, from a record that stays as it is."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import cast

from backjournal.trends.answer import answer_of
from backjournal.trends.record import Record
from backjournal.tui.trends.subjects import subject_labels
from backjournal.tui.trends.text import Layout
from backjournal.views.answer_text import headline
from backjournal.views.catalog import View, view_of
from backjournal.views.choice import Choice
from backjournal.views.figures import Graph


@dataclass(frozen=True, slots=True)
class Shown:
    """A graph with all that stands around it."""

    graph: Graph
    rows: Sequence[tuple[str, ...]]
    """The rows of its table, the newest first where they are times."""

    subjects: Mapping[str, str]
    """What is shown, by the key that changes it."""

    below: Graph | None = None
    headline: str = ""
    """The line under the graphs while there is no cursor."""


def compute_graph(record: Record, view: View, choice: Choice) -> Shown:
    """Return what is shown of a drawn view; over two graphs stands what became of pain."""
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
    """Return the text of a view that is not drawn; it may be unfinished when `go_on` has become false."""
    from backjournal.tui.trends.layouts import layout_of

    figures = view.compute(record, choice, go_on)
    return partial(layout_of(figures), figures)
