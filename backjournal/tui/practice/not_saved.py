"""The dialog after a practice could not be saved: try again, or go on without it."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Label, Static

from backjournal.model.text import sentence
from backjournal.tui.widgets.dialog import Dialog
from backjournal.tui.widgets.key_line import KeyLine


class NotSaved(Dialog[bool]):
    """Shows why a practice could not be saved; answers whether to try again."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "answer(True)", "try again", priority=True),
        Binding("d", "answer(False)", "go on without it"),
    ]

    def __init__(self, exercise: str, problem: str) -> None:
        super().__init__()
        self._exercise = exercise
        self._problem = problem

    def compose(self) -> ComposeResult:
        with Vertical(classes="window small"):
            yield Label(f"{self._exercise} is not saved yet", classes="window-title", markup=False)
            yield Static(f"{sentence(self._problem)}.", markup=False)
            with Horizontal(classes="buttons"):
                yield Button("Try again (enter)", variant="primary", id="again", compact=True)
                yield Button("Go on without it (d)", id="without", compact=True)
        yield KeyLine()

    def action_answer(self, again: bool) -> None:
        """Answer whether to try again, by key."""
        self.dismiss(again)

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "again")
