"""The Trends pane: the graphs, their figures, and the answers in words."""

from asyncio import to_thread
from datetime import date
from functools import partial
from typing import Any, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from backjournal.graphs.views import View
from backjournal.trends.record import Record
from backjournal.trends.time_course import Remark
from backjournal.trends.window import Window
from backjournal.tui.list_choice import ListChoice
from backjournal.tui.messages import BaselineWanted, TrendsLookedAt
from backjournal.tui.one_at_a_time import OneAtATime
from backjournal.tui.pane import Pane
from backjournal.tui.range_form import RangeForm, window_from
from backjournal.tui.row_list import step_keys
from backjournal.tui.trends_bar import RangeLine, ViewBar
from backjournal.tui.trends_figures import Figures
from backjournal.tui.trends_graphs import TrendsGraphs
from backjournal.tui.trends_help import EMPTY, HELP
from backjournal.tui.trends_look import VIEWS, Look
from backjournal.tui.trends_reckoning import Shown, shown_for, text_for
from backjournal.tui.trends_subjects import chosen_field, subjects
from backjournal.tui.trends_text import TrendsText
from backjournal.tui.words import link


class TrendsPane(Pane):
    """One view of the record at a time: a graph with its figures, or a text."""

    HELP = HELP
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "next_view(1)", "next view", tooltip="the next view"),
        Binding("shift+tab", "next_view(-1)", "view before", show=False, tooltip="the view before"),
        *step_keys("range", "step"),
        Binding("plus,equals_sign", "longer(1)", "longer", key_display="+", tooltip="a longer range"),
        Binding("minus", "longer(-1)", "shorter", key_display="-", tooltip="a shorter range"),
        Binding("c", "choose", "choose", tooltip="choose what is drawn"),
        Binding("C", "choose(True)", "against", tooltip="choose what it is compared with"),
        Binding("k", "scatter", "points", tooltip="compare as lines or as points"),
        Binding("v", "figures", "figures", tooltip="change between the graph and its figures"),
        Binding("r", "range", "two dates", show=False, tooltip="show any two dates"),
        Binding("b", "baseline", "baseline", show=False, tooltip="move the baseline"),
        Binding("escape", "read", "read", show=False, tooltip="put the remark away"),
    ]
    record: reactive[Record | None] = reactive(None)
    remark: reactive[Remark | None] = reactive(None)
    look: reactive[Look] = reactive(lambda: Look(Window(12, date.min)))

    def __init__(self, today: date, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._today = today
        self._reckoning = OneAtATime[Shown](self)
        self.set_reactive(TrendsPane.look, Look(Window(12, today)))
        self._take_shape()

    def compose(self) -> ComposeResult:
        yield ViewBar().data_bind(TrendsPane.look)
        yield RangeLine(id="range").data_bind(TrendsPane.look, TrendsPane.record)
        yield Static(id="remark")
        yield TrendsGraphs(id="graphs")
        yield Figures(id="figures")
        yield TrendsText(id="trends-text")
        yield Static(EMPTY, id="trends-empty", classes="empty")

    def on_show(self) -> None:
        """Show what came while another pane was looked at."""
        self._look_at_record()

    def focus_main(self) -> None:
        """Put the focus where the keys work."""
        places = ("#trends-text", "#graphs", "#figures")
        (next((place for place in map(self.query_one, places) if place.display), None) or self).focus()

    def watch_record(self, record: Record | None) -> None:
        """Show another record; a window up to today goes with the day."""
        if record and record.today != self._today:
            if self.look.window.last == self._today and self.look.window.first is None:
                self.look = self.look.until(record.today)
            self._today = record.today
        self._look_at_record()

    def watch_look(self, before: Look, look: Look) -> None:
        """Show something else; the cursor stays where the times are as many."""
        self._take_shape()
        if before.view != look.view:
            self.query_one(RangeLine).subjects = {}
        if not look.as_long_as(before):
            self.query_one(TrendsGraphs).cursor = None
        self.refresh_bindings()
        self._follow()
        self.call_after_refresh(self.refocus)

    def watch_remark(self, remark: Remark | None) -> None:
        """Show the remark on the time course."""
        line = self.query_one("#remark", Static)
        line.display = remark is not None
        if remark:
            told = f"{remark.text} Source: {remark.source}.  "
            line.update(Content.assemble(told, link("esc: read", "app.simulate_key('escape')", "bold $text-accent")))

    def _look_at_record(self) -> None:
        if self.record and self.display:
            self.post_message(TrendsLookedAt(self.record))
            self._follow()

    def _take_shape(self) -> None:
        self.set_class(self.look.graph is None, "-text")
        self.set_class(self.look.graph is View.WEEKS, "-weeks")

    def _follow(self) -> None:
        """Show the look at the record, if somebody looks."""
        record, look = self.record, self.look
        if record is None or not self.display:
            return
        if self.has_class("-new") is not (record.earliest is None):
            self.toggle_class("-new")
            self.call_after_refresh(self.refocus)
        if look.graph is None:
            what = (look.view, look.window if look.ranged else None)
            self.query_one(TrendsText).show(record, what, partial(text_for, record, look.view, look.window))
        else:
            self._reckoning.do(partial(shown_for, record, look.choice), self._show)

    def _show(self, shown: Shown) -> None:
        self.query_one(RangeLine).subjects = shown.subjects
        graphs = self.query_one(TrendsGraphs)
        graphs.headline = shown.headline
        graphs.show(shown.graph, shown.below)
        self.query_one(Figures).show_rows(shown.graph.header, shown.rows)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the keys that do something in the view."""
        view = self.look.graph
        match action:
            case "choose":
                return bool(chosen_field(view, second=bool(parameters)))
            case "scatter":
                return view is View.COMPARE
            case "figures":
                return view is not None
            case "step" | "longer" | "range":
                return self.look.ranged
            case "read":
                return self.query_one("#remark").display
            case _:
                return True

    def action_next_view(self, step: int) -> None:
        """Go to the next view, or the one before."""
        self.look = self.look.next_view(step)

    @on(ViewBar.Chosen)
    def _choose_view(self, message: ViewBar.Chosen) -> None:
        self.look = self.look.on(message.view)

    def action_longer(self, step: int) -> None:
        """Choose the next longer or shorter range."""
        self.look = self.look.longer(step)

    @on(RangeLine.Chosen)
    def _choose_range(self, message: RangeLine.Chosen) -> None:
        self.look = self.look.over(message.weeks)

    def action_step(self, step: int) -> None:
        """Move the window by its length; -1 is back."""
        self.look = self.look.moved(step, self._today)

    def go_to_today(self) -> None:
        """Let the window end today."""
        self.look = self.look.until(self._today)

    @work
    async def action_choose(self, second: bool = False) -> None:
        """Choose what the graph shows, or what it is compared with."""
        view, field = self.look.graph, chosen_field(self.look.graph, second=second)
        if self.record and view and field:
            names = await to_thread(subjects, self.record, view)
            title = "Compare with …" if second else f"{VIEWS[view]}: show …"
            chosen = await self.app.push_screen_wait(ListChoice(title, names, getattr(self.look.choice, field)))
            if chosen is not None:
                self.look = self.look.showing(**{field: chosen})

    def action_scatter(self) -> None:
        """Compare as points, or as lines again."""
        self.look = self.look.showing(scatter=not self.look.choice.scatter)

    def action_figures(self) -> None:
        """Change between the graph and its figures."""
        self.toggle_class("-figures")
        self.call_after_refresh(self.refocus)

    def action_range(self) -> None:
        """Show any two dates."""

        def save(answers: dict[str, Any]) -> None:
            self.look = self.look.within(window_from(answers, self.look.window, self._today))

        self.app.push_screen(RangeForm(save, window=self.look.window))

    def action_read(self) -> None:
        """Put the remark away."""
        self.query_one("#remark").display = False

    def action_baseline(self) -> None:
        """Move the baseline."""
        self.post_message(BaselineWanted())
