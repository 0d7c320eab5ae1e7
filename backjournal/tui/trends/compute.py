"""What the Trends pane computes in threads, of a record that is kept."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from backjournal.trends.answer import answer_of
from backjournal.trends.record import Record
from backjournal.trends.window import Window
from backjournal.tui.trends.look import ANSWER
from backjournal.tui.trends.subjects import told_subjects
from backjournal.tui.trends.text import Layout
from backjournal.views.answer_text import headline
from backjournal.views.choice import Choice, View
from backjournal.views.graph import Graph


@dataclass(frozen=True, slots=True)
class Shown:
    """A graph with its figures, perhaps another one below it, what is told under them, and what they are of.

    `rows` are the newest first where they are times. `subjects` is what is shown by the key that changes it.
    """

    graph: Graph
    rows: list[tuple[str, ...]]
    subjects: Mapping[str, str]
    below: Graph | None = None
    headline: str = ""


def shown_for(record: Record, choice: Choice) -> Shown:
    """Return what is shown of a choice; under the weeks stand their adherence and what became of pain."""
    from backjournal.views.chosen import graph_of

    graph = graph_of(record, choice)
    are_times = choice.view is not View.EXERCISE or choice.exercise_id
    shown = Shown(graph, graph.rows()[:: -1 if are_times else 1], told_subjects(record, choice))
    if choice.view is not View.WEEKS:
        return shown
    return replace(shown, below=graph_of(record, replace(choice, view=View.ADHERENCE)), headline=_headline(record))


@lru_cache(maxsize=1)
def _headline(record: Record) -> str:
    return headline(answer_of(record))


def text_for(record: Record, view: str, window: Window, go_on: Callable[[], bool]) -> Layout:
    """Return the text of a view; it may be left unfinished when `go_on` no longer holds."""
    from backjournal.trends.associations import find_associations
    from backjournal.tui.trends.answer import answer_content
    from backjournal.tui.trends.associations import associations_content

    if view == ANSWER:
        return partial(answer_content, answer_of(record))
    first, last = window.days(record)
    return partial(associations_content, find_associations(record, (first, min(last, record.today)), go_on))
