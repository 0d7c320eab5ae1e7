"""The pain during an exercise, asked at its end: one digit, or enter to skip."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Label, Static

from backjournal.days import Clock
from backjournal.tui.widgets.dialog import Dialog
from backjournal.tui.widgets.key_line import KeyLine
from backjournal.tui.widgets.scale import TEN_WITHIN, Scale

_LOOK_SECONDS = 0.1


class PainQuestion(Dialog[int | None]):
    """Asks for a number from 0 to 10; a digit answers at once, a 1 waits a second for the 0 of 10."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "take it, or skip", priority=True),
        Binding("escape", "dismiss", "skip"),
    ]

    def __init__(self, exercise: str, clock: Clock, after: str = "") -> None:
        super().__init__()
        self._exercise = exercise
        self._clock = clock
        self._after = after

    def compose(self) -> ComposeResult:
        with Vertical(classes="window small"):
            yield Label(f"Pain during {self._exercise}?", classes="window-title", markup=False)
            yield Scale(self._clock)
            told = "0 none, 10 worst imaginable. Worse or new pain is a reason to stop (NHS inform)."
            told += f"\nthen {self._after}" if self._after else ""
            yield Static(Content.styled(told, "$foreground-muted"), classes="hint")
        yield KeyLine()

    def on_mount(self) -> None:
        """Look whether a typed 1 stays a 1."""
        self.query_one(Scale).focus()
        self.set_interval(_LOOK_SECONDS, self.look)

    def on_scale_typed(self, message: Scale.Typed) -> None:
        """Answer with a digit that no other can follow."""
        if message.value != 1:
            self.dismiss(message.value)

    def look(self) -> None:
        """Take a 1 that no 0 has followed within a second."""
        typed_at = self.query_one(Scale).one_typed_at
        if typed_at is not None and self._clock.now() - typed_at > TEN_WITHIN:
            self.action_take()

    def on_click(self, event: events.Click) -> None:
        """Take the number that was clicked."""
        if isinstance(event.widget, Scale):
            self.action_take()

    def action_take(self) -> None:
        """Answer with what stands there, or with nothing."""
        self.dismiss(self.query_one(Scale).value)
