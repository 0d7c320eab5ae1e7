"""The dialog that asks of which measure to write down a result."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Label, OptionList
from textual.widgets.option_list import Option

from backjournal.model.measures import Measure
from backjournal.tui.core.measures_state import MeasureEntry
from backjournal.tui.measures.entries import due_words
from backjournal.tui.widgets.dialog import Dialog
from backjournal.tui.widgets.key_line import KeyLine
from backjournal.tui.widgets.row_list import ChoiceRows, RowList


class MeasureQuestion(Dialog[Measure | None]):
    """Asks for one of the measures, by its number or with the arrows and enter; answers with None after esc."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "choose", priority=True),
        Binding("escape", "dismiss", "back"),
        *(
            Binding(str(place), f"choose({place - 1})", f"the measure at place {place}", show=False)
            for place in range(1, 10)
        ),
    ]

    def __init__(self, entries: Sequence[MeasureEntry], today: date) -> None:
        super().__init__()
        self._entries = entries
        self._today = today

    def compose(self) -> ComposeResult:
        with Vertical(classes="window small"):
            yield Label("A result of …", classes="window-title")
            yield ChoiceRows(*(self._row(place) for place in range(len(self._entries))), compact=True)
        yield KeyLine()

    def _row(self, place: int) -> Option:
        entry = self._entries[place]
        number = (f" {place + 1 if place < 9 else ' '} ", "bold $text-accent")
        due = (f"  {due_words(entry.due, self._today)}", "$foreground-muted")
        return Option(Content.assemble(number, entry.measure.name, due), id=entry.measure.id)

    @on(OptionList.OptionSelected)
    def action_take(self) -> None:
        """Answer with the highlighted measure."""
        self.action_choose(self.query_one(RowList).highlighted or 0)

    def action_choose(self, place: int) -> None:
        """Answer with the measure at a position in the list, from 0."""
        if place < len(self._entries):
            self.dismiss(self._entries[place].measure)
