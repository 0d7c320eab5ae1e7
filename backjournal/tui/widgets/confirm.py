"""The question what to do with unsaved text before a form is closed."""

from enum import Enum
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Label

from backjournal.tui.widgets.dialog import Dialog
from backjournal.tui.widgets.key_line import KeyLine


class Leave(Enum):
    """What to do with the unsaved text of a form."""

    STAY = "stay"
    SAVE = "save"
    DISCARD = "discard"


class Confirm(Dialog[Leave]):
    """Asks whether to save a changed form, to discard it, or to keep writing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,k", "answer('stay')", "keep writing", key_display="esc"),
        Binding("s,ctrl+s", "answer('save')", "save", key_display="s"),
        Binding("d", "answer('discard')", "discard"),
        Binding("left", "app.focus_previous", "before", show=False),
        Binding("right", "app.focus_next", "next", show=False),
    ]

    def compose(self) -> ComposeResult:
        with Vertical(classes="window small"):
            yield Label("This is not saved yet", classes="window-title")
            yield Label("Save what you typed, or leave without it?")
            with Horizontal(classes="buttons"):
                yield Button("Save (s)", variant="primary", id="save", compact=True)
                yield Button("Keep writing (esc)", id="stay", compact=True)
                yield Button("Discard (d)", id="discard", compact=True)
        yield KeyLine()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Answer with the `Leave` value that is the id of the button."""
        self.dismiss(Leave(event.button.id))

    def action_answer(self, answer: str) -> None:
        """Answer with a `Leave` value, by key."""
        self.dismiss(Leave(answer))
