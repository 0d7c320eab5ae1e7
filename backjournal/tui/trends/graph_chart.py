"""A graph in a widget, with a cursor that goes through its times."""

from functools import partial

from textual import events
from textual.message import Message
from textual.reactive import reactive

from backjournal.plots.canvas import Palette
from backjournal.tui.widgets.chart import Chart, Drawing
from backjournal.views.figures import Graph


class GraphChart(Chart):
    """Draws a graph with a mark at the slot of the cursor."""

    graph: reactive[Graph | None] = reactive(None)
    cursor: reactive[int | None] = reactive(None)

    class PointedAt(Message):
        """The mouse is at a slot."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    def watch_graph(self) -> None:
        """Draw another graph."""
        self._follow()

    def watch_cursor(self) -> None:
        """Draw the mark elsewhere."""
        self._follow()

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
        self.draw_with = partial(_draw, self.graph, self.cursor) if self.graph else None


def _draw(graph: Graph, cursor: int | None, width: int, height: int, palette: Palette) -> Drawing:
    return Drawing(graph.draw(width, height, palette, cursor), graph.slots(width))
