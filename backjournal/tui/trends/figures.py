"""The figures of a graph as a table."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual.binding import BindingType
from textual.widgets import DataTable

from backjournal.tui.widgets.row_list import step_keys

_PAGE = 60
"""How many rows are brought in at once: the table measures each of their cells."""


class Figures(DataTable[Text]):
    """Rows of figures; the arrows that would move between columns move the window.

    `shown` are all rows in their order: the table brings them in while it is looked at, as far as one has scrolled.
    """

    BINDINGS: ClassVar[list[BindingType]] = step_keys("range")

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, cursor_type="row", zebra_stripes=True)
        self.shown: Sequence[Sequence[str]] = ()
        self._header: tuple[str, ...] = ()
        self._has_changed = False

    @property
    def row_name(self) -> str:
        """What the row at the cursor begins with, empty if there is none."""
        return self.get_row_at(self.cursor_row)[0].plain if self.row_count else ""

    def show_rows(self, header: tuple[str, ...], rows: Sequence[Sequence[str]]) -> None:
        """Show the rows in their order; the cursor stays on the row that begins alike."""
        self._header, self.shown, self._has_changed = header, rows, True
        if self.is_on_screen:
            self._fill()

    def on_show(self) -> None:
        """Take the rows in that came meanwhile."""
        if self._has_changed:
            self._fill()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Bring more rows in at the end."""
        super().watch_scroll_y(old_value, new_value)
        if new_value >= self.max_scroll_y:
            self._bring_in(self.row_count + _PAGE)

    def _fill(self) -> None:
        self._has_changed, kept = False, self.row_name
        self.clear(columns=True)
        for name, *cells in zip(self._header, *self.shown, strict=True):
            # Without a width, what is painted before the table has measured its cells stays cut off to the headings.
            # A text would be read as markup.
            self.add_column(Text(name), width=max(map(cell_len, (name, *cells))))
        place = next((place for place, row in enumerate(self.shown) if row[0] == kept), 0)
        self._bring_in(place + _PAGE)
        self.move_cursor(row=place, animate=False)

    def _bring_in(self, end: int) -> None:
        for row in self.shown[self.row_count : end]:
            self.add_row(*map(Text, row))
