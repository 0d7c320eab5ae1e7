"""The keys of the Trends pane."""

from asyncio import to_thread
from datetime import date
from typing import Any, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.reactive import var

from backjournal.model.dates import FIRST_DAY
from backjournal.trends.record import Record
from backjournal.trends.time_course import Remark
from backjournal.trends.window import Window
from backjournal.tui.core.messages import BaselineWanted, OnsetWanted
from backjournal.tui.trends.look import Look
from backjournal.tui.trends.range_form import RangeForm, window_from
from backjournal.tui.trends.subjects import chosen_field
from backjournal.tui.widgets.list_choice import ListChoice
from backjournal.tui.widgets.pane import Pane
from backjournal.tui.widgets.row_list import step_keys
from backjournal.views.catalog import VIEWS


class TrendsKeys(Pane):
    """The base of the Trends pane with its keys, most of which change the look: view, window or choice."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "next_view(1)", "next view", tooltip="the next view"),
        Binding("shift+tab", "next_view(-1)", "view before", show=False, tooltip="the view before"),
        *step_keys("range", "step"),
        Binding("plus,equals_sign", "longer(1)", "longer", key_display="+", tooltip="a longer range"),
        Binding("minus", "longer(-1)", "shorter", key_display="-", tooltip="a shorter range"),
        Binding("c", "choose", "choose", tooltip="choose what is drawn"),
        Binding("C", "choose(True)", "against", tooltip="choose what it is compared with"),
        Binding("k", "scatter", "points", tooltip="compare as lines or as points"),
        Binding("v", "figures(True)", "figures", tooltip="show the numbers of the graph in a table"),
        Binding("v", "figures(False)", "graph", tooltip="show the graph in place of its numbers"),
        Binding("r", "range", "two dates", show=False, tooltip="show any two dates"),
        Binding("b", "baseline", "baseline", show=False, tooltip="choose where the start (the baseline) begins"),
        Binding("o", "onset", "onset", show=False, tooltip="tell when the back pain began"),
        Binding("escape", "read", "hide the remark", show=False),
    ]
    record: var[Record | None] = var(None)
    remark: var[Remark | None] = var(None)
    look: var[Look] = var(lambda: Look(Window(VIEWS[0].weeks, date.min)))

    def __init__(self, today: date, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.today = today
        self.set_reactive(TrendsKeys.look, Look(Window(VIEWS[0].weeks, today)))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Disable the keys that have no effect in the view, or none while the journal is empty."""
        view = self.look.view
        offered = {
            "next_view": True,
            "step": view.ranged,
            "longer": view.ranged,
            "range": view.ranged,
            "choose": bool(chosen_field(view, second=bool(parameters))),
            "scatter": view.compares,
            "figures": view.drawn and parameters != (self.has_class("-figures"),),
        }
        if action in offered:
            return offered[action] and not self.has_class("-new")
        return action != "read" or self.query_one("#remark").display

    def action_next_view(self, step: int) -> None:
        """Show the next view (1), or the one before (-1)."""
        self.look = self.look.next_view(step)

    def action_longer(self, step: int) -> None:
        """Choose the next longer range (1), or the next shorter one (-1)."""
        self.look = self.look.longer(step)

    def action_step(self, step: int) -> None:
        """Move the window forward (1) or back (-1) by its length."""
        self.step(step)

    def step(self, step: int) -> None:
        """Move the window forward (1) or back (-1) by its length; the first one holds the day the journal begins."""
        begins = self.record.settings.weeks.week_of(self.record.begins) if self.record else FIRST_DAY
        self.look = self.look.moved(step, self.today, begins)

    def go_to_today(self) -> None:
        """Make the window end today."""
        self.look = self.look.until(self.today)

    @work
    async def action_choose(self, second: bool = False) -> None:
        """Ask what the graph shows, or with `second`, what it is compared with."""
        view, field = self.look.view, chosen_field(self.look.view, second=second)
        if self.record and self.look.is_covered_by(self.record) and view.subject and field:
            names = await to_thread(view.subject.names, self.record)
            if not names:
                self.notify("No measure is chosen yet: press 5, then a, to choose one.", timeout=5, markup=False)
                return
            title = "Compare with …" if second else f"{view.label}: show …"
            chosen = await self.app.push_screen_wait(ListChoice(title, names, getattr(self.look.choice, field)))
            if chosen is not None:
                self.look = self.look.on(view).showing(**{field: chosen})

    def action_scatter(self) -> None:
        """Switch between points and lines for two series."""
        self.look = self.look.showing(scatter=not self.look.choice.scatter)

    def action_figures(self, shown: bool) -> None:
        """Show the table of the figures in place of the graph, or the graph again."""
        self.set_class(shown, "-figures")
        self.refresh_bindings()
        self.call_after_refresh(self.refocus)

    def action_range(self) -> None:
        """Ask for the first and the last day to show."""

        def save(answers: dict[str, Any]) -> None:
            self.look = self.look.within(window_from(answers, self.look.window, self.today))

        self.app.push_screen(RangeForm(save, window=self.look.window))

    def action_read(self) -> None:
        """Hide the remark, because it was read."""
        self.remark = None

    def action_baseline(self) -> None:
        """Ask where the baseline begins."""
        self.post_message(BaselineWanted())

    def action_onset(self) -> None:
        """Ask when the back pain began."""
        self.post_message(OnsetWanted())
