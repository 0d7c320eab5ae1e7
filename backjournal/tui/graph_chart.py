"""A graph in a widget, with a cursor that goes through its times."""

from functools import partial

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from backjournal.charts.canvas import Palette
from backjournal.graphs.graph import Graph, Slot
from backjournal.tui.chart import Chart


class GraphChart(Chart):
    """Draws a graph with a mark at the slot of the cursor; `slots` are those of what is drawn."""

    graph: reactive[Graph | None] = reactive(None)
    cursor: reactive[int | None] = reactive(None)

    class Drawn(Message):
        """Another graph stands there, or one at another size."""

    class PointedAt(Message):
        """The mouse is at a slot."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.slots: tuple[Slot, ...] = ()

    def watch_graph(self) -> None:
        """Draw another graph."""
        self._follow()

    def watch_cursor(self) -> None:
        """Draw the mark elsewhere."""
        self._follow()

    def show_drawn(self, drawn: Content) -> None:
        """Show what was drawn, and tell that it stands there."""
        super().show_drawn(drawn)
        self.post_message(self.Drawn())

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Tell at which slot the mouse is."""
        self._point_at(event.x)

    def on_click(self, event: events.Click) -> None:
        """Tell which slot was clicked: a terminal may not tell how the mouse moves."""
        self._point_at(event.x)

    def _point_at(self, column: int) -> None:
        for place, slot in enumerate(self.slots):
            if slot.first_column <= column <= slot.last_column:
                self.post_message(self.PointedAt(place))

    def _follow(self) -> None:
        self.draw_with = partial(self._draw_graph, self.graph, self.cursor) if self.graph else None

    def _draw_graph(self, graph: Graph, cursor: int | None, width: int, height: int, palette: Palette) -> str:
        # In a thread; what it leaves is looked at when the drawing is shown.
        self.slots = graph.slots(width)
        return graph.draw(width, height, palette, cursor)
