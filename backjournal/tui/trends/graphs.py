"""The graph of the Trends pane, the line that reads it out, and the cursor that both follow."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from backjournal.tui.trends.graph_chart import GraphChart
from backjournal.views.figures import Graph

_HOW_TO_READ = "shift+← → or the mouse reads out the figures"


class TrendsGraphs(Vertical, can_focus=True):
    """A graph, perhaps with another one below it over the same times.

    `headline` stands under them while there is no cursor.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "shift+left,less_than_sign", "cursor(-1)", "time before", show=False, tooltip="read out the time before"
        ),
        Binding(
            "shift+right,greater_than_sign", "cursor(1)", "next time", show=False, tooltip="read out the next time"
        ),
        Binding("escape", "no_cursor", "no cursor", show=False, tooltip="take the cursor away"),
    ]
    cursor: reactive[int | None] = reactive(None)
    headline: reactive[str] = reactive("")

    def compose(self) -> ComposeResult:
        yield GraphChart(id="graph").data_bind(TrendsGraphs.cursor)
        yield GraphChart(id="graph-below").data_bind(TrendsGraphs.cursor)
        yield Static(id="readout")

    def show(self, graph: Graph, below: Graph | None) -> None:
        """Show a graph, and one below it or none."""
        self.query_one("#graph", GraphChart).graph = graph
        self.query_one("#graph-below", GraphChart).graph = below

    def watch_cursor(self) -> None:
        """Read out what is at the cursor."""
        self.set_class(self.cursor is not None, "-read-out")
        self._show_readout()

    def watch_headline(self) -> None:
        """Show it, if there is no cursor."""
        self._show_readout()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the key that takes the cursor away to others, if there is none."""
        return action != "no_cursor" or self.cursor is not None

    def action_cursor(self, step: int) -> None:
        """Move the cursor; it begins at the newest time."""
        if slots := self._chart.slots:
            self.cursor = len(slots) - 1 if self.cursor is None else max(0, min(self.cursor + step, len(slots) - 1))

    def action_no_cursor(self) -> None:
        """Take the cursor away."""
        self.cursor = None

    @on(GraphChart.PointedAt)
    def _point_at(self, message: GraphChart.PointedAt) -> None:
        self.cursor = message.place

    @on(GraphChart.Drawn)
    def _was_drawn(self) -> None:
        if self.cursor is not None and self.cursor >= len(self._chart.slots):
            self.cursor = len(self._chart.slots) - 1 if self._chart.slots else None
        self._show_readout()

    @property
    def _chart(self) -> GraphChart:
        return self.query_one("#graph", GraphChart)

    def _show_readout(self) -> None:
        slots = self._chart.slots
        if self.cursor is not None and self.cursor < len(slots):
            readout = Content.styled(slots[self.cursor].readout, "bold")
        else:
            readout = Content(self.headline or (_HOW_TO_READ if slots else ""))
        self.query_one("#readout", Static).update(readout, layout=False)
