"""The dialog that asks about a suggested change of a dose."""

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
from backjournal.plan.progress import Kind, Suggestion
from backjournal.tui.widgets.dialog import Dialog
from backjournal.tui.widgets.key_line import KeyLine
from backjournal.tui.widgets.row_list import ChoiceRows


class Refusal(Enum):
    """The answers that take no other dose."""

    FOR_A_WEEK = "keep"
    """The dose stays as it is, and the suggestion is not made again for a week."""

    PAUSE = "pause"
    """The exercise is paused; only offered after skips for pain."""


class SuggestionDialog(Dialog[Dose | Refusal | None]):
    """Asks whether to change a dose; answers with the new dose, a refusal, or None if esc left it undecided."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "decide later"),
        *(Binding(str(place), f"choose({place - 1})", "", show=False) for place in (1, 2, 3)),
    ]

    def __init__(self, suggestion: Suggestion) -> None:
        super().__init__()
        self._suggestion = suggestion

    def compose(self) -> ComposeResult:
        suggestion = self._suggestion
        with Vertical(classes="window small"):
            skipped = suggestion.kind is Kind.SKIPPED
            asked = suggestion.question if skipped else "another dose?"
            yield Label(f"{suggestion.exercise.name}: {asked}", classes="window-title", markup=False)
            source = f"\n{suggestion.source}. Nothing changes unless you choose it."
            why = Content.assemble(f"{sentence(suggestion.why)}.", (source, "$foreground-muted"))
            yield Static(why, classes="hint")
            yield ChoiceRows(*self._rows(), compact=True)
        yield KeyLine()

    def _rows(self) -> list[Option]:
        suggestion = self._suggestion
        texts = [f"{dose} instead of {suggestion.prescription.dose}" for dose in suggestion.doses]
        texts.append(f"keep {suggestion.prescription.dose}: asked again in a week")
        texts += ["pause the exercise"] if suggestion.kind is Kind.SKIPPED else []
        return [
            Option(Content.assemble((f" {place} ", "bold $text-accent"), text), id=str(place))
            for place, text in enumerate(texts, 1)
        ]

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.action_choose(event.option_index)

    def action_choose(self, place: int) -> None:
        """Answer with the row at a position in the list, from 0: the doses, then the refusals."""
        refusals = tuple(Refusal) if self._suggestion.kind is Kind.SKIPPED else (Refusal.FOR_A_WEEK,)
        answers: tuple[Dose | Refusal, ...] = (*self._suggestion.doses, *refusals)
        if place < len(answers):
            self.dismiss(answers[place])
