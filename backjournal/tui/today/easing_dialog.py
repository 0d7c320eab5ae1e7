"""The dialog that eases a day in a flare-up: some exercises are kept, and the others are excused."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Label, OptionList, Static
from textual.widgets.option_list import Option

from backjournal.plan.checklist import ChecklistItem
from backjournal.tui.widgets.dialog import Dialog
from backjournal.tui.widgets.key_line import KeyLine
from backjournal.tui.widgets.row_list import ChoiceRows, RowList


class EasingDialog(Dialog[frozenset[str] | None]):
    """Asks which exercises are gentle enough to keep; answers with their ids, or with None if nothing is to change."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "keep", "keep or not"),
        Binding("enter", "take", "excuse the others", priority=True),
        Binding("escape", "dismiss", "leave the day as it is"),
    ]

    def __init__(self, items: tuple[ChecklistItem, ...]) -> None:
        super().__init__()
        self._items = items
        self._kept = {item.exercise.id for item in items if item.exercise.gentle}

    def compose(self) -> ComposeResult:
        with Vertical(classes="window small"):
            yield Label("Today in the flare-up: what do you keep?", classes="window-title")
            yield ChoiceRows(*self._rows(), compact=True)
            hint = "The others are skipped for the flare-up, which is excused. What you keep is remembered as gentle."
            yield Static(Content.styled(hint, "$foreground-muted"), classes="hint")
            with Horizontal(classes="buttons"):
                yield Button("Excuse the others (enter)", variant="primary", id="take", compact=True)
        yield KeyLine()

    def _rows(self) -> list[Option]:
        return [self._row(item) for item in self._items]

    def _row(self, item: ChecklistItem) -> Option:
        box = "[x]" if item.exercise.id in self._kept else "[ ]"
        dose = (f"  {item.prescription.dose}", "$foreground-muted")
        return Option(Content.assemble(f" {box} {item.exercise.name}", dose), id=item.exercise.id)

    @on(OptionList.OptionSelected)
    def action_keep(self) -> None:
        """Mark the highlighted exercise to be kept, or take the mark back."""
        rows = self.query_one(RowList)
        self._kept ^= {rows.row_id}
        rows.show_rows(self._rows())

    @on(Button.Pressed)
    def action_take(self) -> None:
        """Close with the ids of the exercises that are kept."""
        self.dismiss(frozenset(self._kept))
