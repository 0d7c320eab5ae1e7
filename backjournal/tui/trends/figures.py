"""The table with the figures of a graph."""

from collections.abc import Sequence
from itertools import accumulate
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual.binding import BindingType
from textual.coordinate import Coordinate
from textual.message import Message
from textual.strip import Strip
from textual.widgets import DataTable

from backjournal.model.numbers import MISSING
from backjournal.tui.widgets.row_list import step_keys

_PAGE = 60
"""How many rows are loaded at once; not all, because the table measures each of their cells."""

_HEADING = -1
"""The index of the line with the headings, as `DataTable` counts rows."""


class Figures(DataTable[Text]):
    """A table of figures, whose left and right arrows move the window instead of moving between columns.

    `shown` holds all rows in their order. They are loaded only while the table is visible, page by page as it scrolls.
    """

    BINDINGS: ClassVar[list[BindingType]] = step_keys("range")

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, cursor_type="row", zebra_stripes=True)
        self.shown: Sequence[Sequence[str]] = ()
        self._header: tuple[str, ...] = ()
        self._has_changed = False

    @property
    def row_name(self) -> str:
        """The first cell of the row at the cursor; empty without rows."""
        return self.get_row_at(self.cursor_row)[0].plain if self.row_count else ""

    class CutOff(Message):
        """Another row is highlighted, or more or less of it is in view."""

        def __init__(self, text: str | None) -> None:
            super().__init__()
            self.text = text
            """The cells that are not in view, each after its heading; None where all columns are."""

    def show_rows(self, header: tuple[str, ...], rows: Sequence[Sequence[str]]) -> None:
        """Show other rows in their order; the cursor stays on the row with the same first cell."""
        if (header, rows) == (self._header, self.shown):
            return
        self._header, self.shown, self._has_changed = header, rows, True
        if self.is_on_screen:
            self._fill()

    def render_line(self, y: int) -> Strip:
        """Return a line of the table, painted as it is; only the highlighted lines are left to `DataTable`.

        That makes a Rich console render each cell by itself, which took longer than the charts.
        """
        row = y - 1 + self.scroll_offset.y if y else _HEADING
        if row >= self.row_count or row in (self.cursor_coordinate.row, self.hover_coordinate.row):
            return super().render_line(y)
        style = self.get_component_styles(_component(row)).rich_style
        # As the table has them: what is `shown` may be loaded later.
        columns = self.ordered_columns
        cells = [column.label for column in columns] if row == _HEADING else self.get_row_at(row)
        segments = [
            Segment(
                f" {set_cell_size(cell.plain, column.width)} ", style + Style.from_meta({"row": row, "column": place})
            )
            for place, (cell, column) in enumerate(zip(cells, columns, strict=True))
        ]
        first, width = self.scroll_offset.x, self.size.width
        after = style + Style.from_meta({"row": row, "column": 0, "out_of_bounds": True})
        return Strip(segments).crop_extend(first, first + width, after)

    def on_show(self) -> None:
        """Load the rows that were set while the table was not visible."""
        if self._has_changed:
            self._fill()

    def on_resize(self) -> None:
        """Tell what the new width has no room for."""
        self._tell_cut_off()

    def watch_cursor_coordinate(self, old_coordinate: Coordinate, new_coordinate: Coordinate) -> None:
        """Tell what of the highlighted row is not in view."""
        super().watch_cursor_coordinate(old_coordinate, new_coordinate)
        self._tell_cut_off()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Load more rows once the table is scrolled to its end."""
        super().watch_scroll_y(old_value, new_value)
        if new_value >= self.max_scroll_y:
            self._load_rows(self.row_count + _PAGE)

    def _fill(self) -> None:
        self._has_changed, row_name = False, self.row_name
        self.clear(columns=True)
        for name, *cells in zip(self._header, *self.shown, strict=True):
            # Without a width, what is painted before the table has measured its cells stays cut to the headings' width.
            # `Text` is used because the table would interpret a string as markup.
            self.add_column(Text(name), width=max(map(cell_len, (name, *cells))))
        place = next((place for place, row in enumerate(self.shown) if row[0] == row_name), 0)
        self._load_rows(place + _PAGE)
        self.move_cursor(row=place, animate=False)
        self._tell_cut_off()

    def _tell_cut_off(self) -> None:
        ends = accumulate(column.get_render_width(self) for column in self.ordered_columns)
        in_view = sum(end <= self.scrollable_content_region.width for end in ends)
        if in_view == len(self.columns):
            self.post_message(self.CutOff(None))
        elif self.row_count:
            cells = zip(self._header[in_view:], self.shown[self.cursor_row][in_view:], strict=True)
            self.post_message(self.CutOff("  ".join(f"{name}: {cell}" for name, cell in cells if cell != MISSING)))

    def _load_rows(self, end: int) -> None:
        for row in self.shown[self.row_count : end]:
            self.add_row(*map(Text, row))


def _component(row: int) -> str:
    if row == _HEADING:
        return "datatable--header"
    return "datatable--odd-row" if row % 2 else "datatable--even-row"
