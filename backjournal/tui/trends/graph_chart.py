"""The chart widget of a graph, with a cursor that steps through its slots."""

from functools import partial

from textual import events
from textual.message import Message
from textual.reactive import var

from backjournal.plots.canvas import Palette
from backjournal.plots.frame import LOWEST
from backjournal.tui.widgets.chart import Chart, Drawing
from backjournal.views.figures import Graph, drawing


class GraphChart(Chart):
    """Draws a graph with a mark at the slot of the cursor.

    `cursor` is the index of a slot, or None.
    """

    graph: var[Graph | None] = var(None)
    cursor: var[int | None] = var(None)

    class PointedAt(Message):
        """The mouse is at a slot; `place` is the index of the slot."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    def watch_graph(self) -> None:
        """Draw the new graph."""
        self._update_drawing()

    def watch_cursor(self) -> None:
        """Draw the mark at the new cursor."""
        self._update_drawing()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Post a message with the slot at the mouse."""
        self._point_at(event.x)

    def on_click(self, event: events.Click) -> None:
        """Post a message with the slot that was clicked, because some terminals do not report mouse movement."""
        self._point_at(event.x)

    def _point_at(self, column: int) -> None:
        for place, slot in enumerate(self.slots):
            if slot.first_column <= column <= slot.last_column:
                self.post_message(self.PointedAt(place))

    def _update_drawing(self) -> None:
        self.draw_with = partial(_draw, self.graph, self.cursor) if self.graph else None


def _draw(graph: Graph, cursor: int | None, width: int, height: int, palette: Palette) -> Drawing:
    slots = graph.slots(width) if height >= LOWEST else ()
    return Drawing(drawing(graph, width, height, palette, cursor), slots)
