"""The drawing of an exercise."""

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from backjournal.library.drawings import MOST_ROWS, Position, arranged


class ExerciseDrawing(Widget):
    """The positions of an exercise, as many of them as there is room for; nothing without a drawing.

    `keeps_free` is the number of columns of the terminal that it leaves to what stands beside it; the positions then
    stand one below the other, where there is height for it.
    """

    DEFAULT_CSS = "ExerciseDrawing { width: auto; height: auto; }"
    positions: reactive[tuple[Position, ...]] = reactive((), layout=True)
    present: reactive[int | None] = reactive[int | None](None, layout=True)
    """The index of the position that is stressed, and shown where there is room for one only; None stresses none."""

    def __init__(self, positions: Sequence[Position], rows: int = MOST_ROWS, keeps_free: int = 0) -> None:
        super().__init__()
        self.set_reactive(ExerciseDrawing.positions, tuple(positions))
        self._rows = rows
        self._keeps_free = keeps_free

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """Return the columns that the positions take which fit beside what is kept free."""
        shown = self._arranged(viewport.width - self._keeps_free)
        return max((each.width for each in shown), default=0)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the rows that the positions take which fit into the width."""
        return sum(each.height for each in self._arranged(width))

    def render(self) -> Content:
        """Return the positions, each under its caption."""
        shown = self._arranged(self.content_size.width)
        return Content("\n").join(self._drawn(each) for each in shown)

    def _drawn(self, position: Position) -> Content:
        is_present = self.present is not None and position == self.positions[self.present]
        style = "bold $text-success" if is_present else "$foreground-muted"
        return Content.assemble((position.caption, style), *(f"\n{line}" for line in position.lines))

    def _arranged(self, width: int) -> tuple[Position, ...]:
        return arranged(self.positions, width, self._rows, self.present or 0, below=self._keeps_free > 0)
