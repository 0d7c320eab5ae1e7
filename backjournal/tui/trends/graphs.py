"""The graph of the Trends pane, the readout above it, and the cursor that selects what it shows."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import var
from textual.widgets import Static

from backjournal.tui.trends.graph_chart import GraphChart
from backjournal.views.figures import Graph

_CURSOR_HINT = "shift+← → or the mouse shows the figures of one time"


class TrendsGraphs(Vertical, can_focus=True):
    """A graph with its readout.

    `cursor` is the index of a slot, or None; `verdict` takes the place of the readout while it is None.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "shift+left,less_than_sign", "cursor(-1)", "time before", show=False, tooltip="figures of the time before"
        ),
        Binding(
            "shift+right,greater_than_sign", "cursor(1)", "next time", show=False, tooltip="figures of the next time"
        ),
        Binding("escape", "no_cursor", "no cursor", show=False, tooltip="take the cursor away"),
    ]
    cursor: var[int | None] = var(None)
    verdict: var[str] = var("")

    def compose(self) -> ComposeResult:
        yield Static(id="readout")
        yield GraphChart(id="graph").data_bind(TrendsGraphs.cursor)

    def show(self, graph: Graph | None) -> None:
        """Show a graph; for None the drawing that is there stays."""
        self._chart.graph = graph

    def watch_cursor(self) -> None:
        """Show the readout of the slot at the cursor."""
        self.set_class(self.cursor is not None, "-read-out")
        self._show_readout()

    def watch_verdict(self) -> None:
        """Show the verdict, if there is no cursor."""
        self.set_class(bool(self.verdict), "-judged")
        self._show_readout()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Disable the key that removes the cursor while there is none, so that other widgets can use it."""
        return action != "no_cursor" or self.cursor is not None

    def action_cursor(self, step: int) -> None:
        """Move the cursor by `step` slots; without a cursor, set it at the newest slot."""
        if slots := self._chart.slots:
            self.cursor = len(slots) - 1 if self.cursor is None else max(0, min(self.cursor + step, len(slots) - 1))

    def action_no_cursor(self) -> None:
        """Remove the cursor."""
        self.cursor = None

    @on(GraphChart.PointedAt)
    def _point_at(self, message: GraphChart.PointedAt) -> None:
        self.cursor = message.place

    @on(GraphChart.Drawn)
    def _after_drawing(self) -> None:
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
            hint = _CURSOR_HINT if slots else ""
            readout = Content.styled(self.verdict, "$foreground") if self.verdict else Content(hint)
        self.query_one("#readout", Static).update(readout, layout=False)
