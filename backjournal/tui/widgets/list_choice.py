"""A window for choosing one entry of a list."""

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Label, OptionList
from textual.widgets.option_list import Option

from backjournal.tui.widgets.dialog import Dialog
from backjournal.tui.widgets.key_line import KeyLine
from backjournal.tui.widgets.row_list import ChoiceRows, RowList


class ListChoice(Dialog[str | None]):
    """Asks for one of several values by name; answers with the value, or with None after esc.

    `names` maps each value to its name; the value `chosen` is highlighted at first.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", "back")]

    def __init__(self, title: str, names: Mapping[str, str], chosen: str) -> None:
        super().__init__()
        self._title = title
        self._names = names
        self._chosen = chosen

    def compose(self) -> ComposeResult:
        with Vertical(classes="window small"):
            yield Label(self._title, classes="window-title", markup=False)
            yield ChoiceRows(*(Option(Content(f"  {name}")) for name in self._names.values()), compact=True)
        yield KeyLine()

    def on_mount(self) -> None:
        """Highlight the value that is chosen at present."""
        values = list(self._names)
        self.query_one(RowList).highlighted = values.index(self._chosen) if self._chosen in values else 0

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(list(self._names)[event.option_index])
