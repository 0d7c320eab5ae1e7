"""A suggested change of a dose: taken, or refused for a week."""

from enum import Enum
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Label, OptionList, Static
from textual.widgets.option_list import Option

from backjournal.model.doses import Dose
from backjournal.model.text import sentence
from backjournal.plan.progress import Suggestion
from backjournal.tui.widgets.dialog import Dialog
from backjournal.tui.widgets.key_line import KeyLine
from backjournal.tui.widgets.row_list import RowList


class Refusal(Enum):
    """The answer that a dose shall stay as it is."""

    FOR_A_WEEK = "keep"


class SuggestionDialog(Dialog[Dose | Refusal | None]):
    """Asks whether a dose shall change; esc decides nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "decide later"),
        *(Binding(str(place), f"choose({place - 1})", "", show=False) for place in (1, 2, 3)),
    ]

    def __init__(self, suggestion: Suggestion) -> None:
        super().__init__()
        self._suggestion = suggestion

    def compose(self) -> ComposeResult:
        asked = self._suggestion
        with Vertical(classes="window small"):
            yield Label(f"{asked.exercise.name}: another dose?", classes="window-title", markup=False)
            source = f"\n{asked.source}. Nothing changes unless you choose it."
            why = Content.assemble(f"{sentence(asked.why)}.", (source, "$foreground-muted"))
            yield Static(why, classes="hint")
            yield RowList(*self._rows(), compact=True)
        yield KeyLine()

    def _rows(self) -> list[Option]:
        asked = self._suggestion
        told = [f"{dose} instead of {asked.prescription.dose}" for dose in asked.doses]
        told.append(f"keep {asked.prescription.dose}: asked again in a week")
        return [
            Option(Content.assemble((f" {place} ", "bold $text-accent"), text), id=str(place))
            for place, text in enumerate(told, 1)
        ]

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.action_choose(event.option_index)

    def action_choose(self, place: int) -> None:
        """Take the answer at a place."""
        doses = self._suggestion.doses
        if place <= len(doses):
            self.dismiss(doses[place] if place < len(doses) else Refusal.FOR_A_WEEK)
