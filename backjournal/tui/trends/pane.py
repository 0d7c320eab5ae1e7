"""The Trends pane: graphs with their figures, and views that are text."""

from datetime import date
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.content import Content

from backjournal.trends.record import Record
from backjournal.trends.time_course import ONSET_QUESTION
from backjournal.tui.core.messages import AnswerLookedAt
from backjournal.tui.trends.bars import RangeLine, ViewBar
from backjournal.tui.trends.compute import Shown, compute_graph, compute_text
from backjournal.tui.trends.figures import Figures
from backjournal.tui.trends.graphs import TrendsGraphs
from backjournal.tui.trends.keys import TrendsKeys
from backjournal.tui.trends.look import Look
from backjournal.tui.trends.text_view import TrendsText
from backjournal.tui.widgets.one_at_a_time import OneAtATime
from backjournal.tui.widgets.pane import Need
from backjournal.tui.widgets.steady import Links, Steady
from backjournal.tui.widgets.words import key_lines, press
from backjournal.views.answer_text import remark_line
from backjournal.views.catalog import VIEWS, view_of

_SIGNS = """\
▲ marks flare-ups, ┊ changes of the plan. n is the number of days (or exercises) behind an average: few days say little.
The journal shows what was written down; it does not diagnose."""

HELP = "\n\n".join([*(view.help for view in VIEWS), _SIGNS])
"""What each view shows, and what the signs in the graphs mean."""

_EMPTY = Content.assemble(
    ("No trend yet\n\n", "bold $text-primary"),
    "Charts grow from what you write down: pain and mobility from the check-ins, and from the ticks how much of "
    "the plan you did. One week is enough for the first point.\n\n",
    key_lines(("n", "write a check-in"), ("1", "tick exercises"), ("?", "help")),
)
"""Shown while the journal has nothing to draw."""


class TrendsPane(TrendsKeys):
    """Shows one view of the record at a time: a graph with its figures, or a text."""

    HELP = HELP
    NEEDS = frozenset({Need.RECORD})

    def __init__(self, today: date, *, id: str) -> None:  # noqa: A002
        super().__init__(today, id=id)
        self._computing = OneAtATime[Shown](self)
        self._set_view_classes()

    def compose(self) -> ComposeResult:
        yield ViewBar().data_bind(TrendsPane.look)
        yield RangeLine(id="range").data_bind(TrendsPane.look, TrendsPane.record)
        yield Links(id="remark")
        yield TrendsGraphs(id="graphs")
        yield Figures(id="figures")
        yield Steady(id="cut-off")
        yield TrendsText(id="trends-text")
        yield Links(_EMPTY, id="trends-empty", classes="empty")

    def on_show(self) -> None:
        """Show what has changed while another pane was shown."""
        self._look_at_record()

    def focus_main(self) -> None:
        """Focus the text, the graphs or the figures: whichever is shown."""
        places = ("#trends-text", "#graphs", "#figures")
        (next((place for place in map(self.query_one, places) if place.display), None) or self).focus()

    def watch_record(self, record: Record | None) -> None:
        """Show the new record; on a new day, a window of weeks up to today moves along."""
        if record and record.today != self.today:
            if self.look.window.last == self.today and self.look.window.first is None:
                self.look = self.look.until(record.today)
            self.today = record.today
        self._look_at_record()

    def watch_look(self, before: Look, look: Look) -> None:
        """Show the new look; the cursor stays if the drawing has as many slots as before."""
        if not look.view.drawn:
            self._set_view_classes()
        if before.view != look.view:
            self.query_one(RangeLine).subjects = {}
        if not look.as_long_as(before):
            self.query_one(TrendsGraphs).cursor = None
        self._show_remark()
        self.refresh_bindings()
        self._show_view()
        self.call_after_refresh(self.refocus)

    def watch_remark(self) -> None:
        """Show the remark on the time course or the question for the onset beside the answer, or hide it."""
        self._show_remark()

    def _show_remark(self) -> None:
        line, remark = self.query_one("#remark", Links), self.remark
        line.display = remark is not None and self._shows_answer
        if remark:
            keys = (
                [("o: tell", "o"), ("esc: not now", "escape")]
                if remark == ONSET_QUESTION
                else [("esc: hide this", "escape")]
            )
            links = [press(key, (f"  {text}", "bold $text-accent")) for text, key in keys]
            line.show(Content.assemble(remark_line(remark), *links))

    @property
    def _shows_answer(self) -> bool:
        return self.look.view.key == "answer"

    def _look_at_record(self) -> None:
        if self.record and self.display:
            self._show_view()

    def _set_view_classes(self) -> None:
        self.set_class(not self.look.view.drawn, "-text")

    def _show_view(self) -> None:
        """Compute and show the view of the record, if the pane is shown."""
        record, look = self.record, self.look
        if record is None or not self.display:
            return
        if self.has_class("-new") is not (record.earliest is None):
            self.toggle_class("-new")
            self.refresh_bindings()
            self.call_after_refresh(self.refocus)
        if self._shows_answer:
            self.post_message(AnswerLookedAt(record))
        if not look.is_covered_by(record):
            return  # it is shown once the record reaches back that far
        if look.view.drawn:
            self._computing.do(partial(compute_graph, record, look.view, look.choice), self._show)
        else:
            text_id = (look.view.key, look.window if look.view.ranged else None)
            self.query_one(TrendsText).show(record, text_id, partial(compute_text, record, look.view, look.choice))

    def _show(self, shown: Shown) -> None:
        before = self.classes
        self._set_view_classes()
        if self.classes == before:
            self._show_graph(shown)
        else:
            # The chart gets another size first: until then nothing is drawn, neither the old graph nor the new one.
            self.query_one(TrendsGraphs).show(None)
            self.call_after_refresh(self._show_graph, shown)
            self.call_after_refresh(self.refocus)

    def _show_graph(self, shown: Shown) -> None:
        self.query_one(RangeLine).subjects = shown.subjects
        graphs = self.query_one(TrendsGraphs)
        graphs.verdict = shown.verdict
        graphs.show(shown.graph)
        self.query_one(Figures).show_rows(shown.graph.header, shown.rows)

    @on(Figures.CutOff)
    def _show_cut_off(self, message: Figures.CutOff) -> None:
        self.set_class(message.text is not None, "-cut-off")
        self.query_one("#cut-off", Steady).show(Content(message.text or ""))

    @on(ViewBar.Chosen)
    def _choose_view(self, message: ViewBar.Chosen) -> None:
        self.look = self.look.on(view_of(message.view))

    @on(RangeLine.Chosen)
    def _choose_range(self, message: RangeLine.Chosen) -> None:
        self.look = self.look.over(message.weeks)
