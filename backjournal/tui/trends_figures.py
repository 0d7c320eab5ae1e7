"""The figures of a graph as a table."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.widgets import DataTable

from backjournal.tui.row_list import step_keys


class Figures(DataTable[str]):
    """Rows of figures; the arrows that would move between columns move the window."""

    BINDINGS: ClassVar[list[BindingType]] = step_keys("range")

    def show_rows(self, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Show the rows in their order; the cursor stays on the row that begins alike."""
        kept = self.get_row_at(self.cursor_row)[0] if self.row_count else None
        if [str(column.label) for column in self.ordered_columns] != [*header]:
            self.clear(columns=True)
            self.add_columns(*header)
        else:
            self.clear()
        for row in rows:
            self.add_row(*row)
        place = next((place for place, row in enumerate(rows) if row[0] == kept), None)
        if place is not None:
            self.move_cursor(row=place, animate=False)
