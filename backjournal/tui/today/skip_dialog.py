"""The dialog that asks why exercises are skipped."""

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Label, OptionList
from textual.widgets.option_list import Option

from backjournal.model.practices import EXCUSES, SKIP_REASONS
from backjournal.model.text import clean_line
from backjournal.tui.widgets.dialog import Dialog
from backjournal.tui.widgets.key_line import KeyLine
from backjournal.tui.widgets.line_input import LineInput
from backjournal.tui.widgets.row_list import ChoiceRows, RowList


class SkipDialog(Dialog[str | None]):
    """Asks for the reason of a skip: one of the list by its number, or the person's own words; None after esc."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "back"),
        *(
            Binding(str(place), f"choose({place - 1})", reason, show=False)
            for place, reason in enumerate(SKIP_REASONS, 1)
        ),
    ]

    def __init__(self, exercise: str, *, in_flare_up: bool) -> None:
        super().__init__()
        self._exercise = exercise
        self._in_flare_up = in_flare_up

    def compose(self) -> ComposeResult:
        with Vertical(classes="window small"):
            yield Label(f"Skip {self._exercise} because of …", classes="window-title", markup=False)
            yield ChoiceRows(
                *(self._option(place, reason) for place, reason in enumerate(SKIP_REASONS, 1)), compact=True
            )
            placeholder = "or your own words, then enter: counts as missed"
            # If the text were selected on focus, the second typed letter would replace the first.
            yield LineInput(placeholder=placeholder, id="own-reason", select_on_focus=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Choose the flare-up at first if the day is in one; otherwise the person has to choose."""
        reasons = self.query_one(RowList)
        reasons.highlighted = 0 if self._in_flare_up else None
        reasons.focus()

    @staticmethod
    def _option(place: int, reason: str) -> Option:
        excused = "   excused" if reason in EXCUSES else "   counts as missed"
        return Option(
            Content.assemble((f" {place} ", "bold $text-accent"), reason.ljust(9), (excused, "$foreground-muted")),
            id=reason,
        )

    def on_key(self, event: events.Key) -> None:
        """Type letters into the field for own words, wherever the focus is."""
        own = self.query_one(Input)
        if event.is_printable and event.character and not event.character.isdecimal() and not own.has_focus:
            event.stop()
            own.focus()
            own.insert_text_at_cursor(event.character)

    def on_paste(self, event: events.Paste) -> None:
        """Paste into the field for own words, wherever the focus is."""
        own = self.query_one(LineInput)
        own.focus()
        own.take(event.text)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        if reason := clean_line(event.value):
            self.dismiss(reason)

    def action_choose(self, place: int) -> None:
        """Answer with the reason at a position in the list, from 0."""
        self.dismiss(SKIP_REASONS[place])
