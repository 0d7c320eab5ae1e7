"""What the Trends pane reckons in threads, of a record that is kept."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from textual.content import Content

from backjournal.graphs.graph import Graph
from backjournal.graphs.views import Choice, View
from backjournal.trends.answer import answer_of
from backjournal.trends.answer_text import headline
from backjournal.trends.record import Record
from backjournal.trends.window import Window
from backjournal.tui.trends_look import ANSWER


@dataclass(frozen=True, slots=True)
class Shown:
    """A graph with its figures, perhaps another one below it, and what is told under them."""

    graph: Graph
    rows: list[tuple[str, ...]]
    below: Graph | None = None
    headline: str = ""


def shown_for(record: Record, choice: Choice) -> Shown:
    """Return what is shown of a choice; under the weeks stand their adherence and what became of pain."""
    from backjournal.graphs.chosen import graph_of

    graph = graph_of(record, choice)
    if choice.view is not View.WEEKS:
        return Shown(graph, graph.rows()[::-1])
    below = graph_of(record, replace(choice, view=View.ADHERENCE))
    return Shown(graph, graph.rows()[::-1], below, headline(answer_of(record)))


def text_for(record: Record, view: str, window: Window, go_on: Callable[[], bool]) -> Content:
    """Return the text of a view; it may be left unfinished when `go_on` no longer holds."""
    from backjournal.trends.goes_with import goes_with
    from backjournal.tui.answer_content import answer_content
    from backjournal.tui.goes_with_content import goes_with_content

    if view == ANSWER:
        return answer_content(answer_of(record))
    return goes_with_content(goes_with(record, window.days(record), go_on))
