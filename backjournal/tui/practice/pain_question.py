"""The question about the pain during an exercise, after it: one digit, or enter to skip."""

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
"""How often to check whether a typed 1 has waited long enough for a 0."""


class PainQuestion(Dialog[int | None]):
    """Asks for the pain from 0 to 10; answers with None if it was skipped.

    A typed digit answers at once, except for a 1, which waits `TEN_WITHIN` for the 0 of 10. `after` is the name of
    the exercise that comes next, or empty.
    """

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
            hint = "0 none, 10 worst imaginable. Worse or new pain is a reason to stop (NHS inform)."
            hint += f"\nthen {self._after}" if self._after else ""
            yield Static(Content.styled(hint, "$foreground-muted"), classes="hint")
        yield KeyLine()

    def on_mount(self) -> None:
        """Focus the scale, and start to check whether a typed 1 is followed by a 0."""
        self.query_one(Scale).focus()
        self.set_interval(_LOOK_SECONDS, self.look)

    def on_scale_typed(self, message: Scale.Typed) -> None:
        """Answer with the typed number, unless a 0 may still follow it."""
        if message.value != 1:
            self.dismiss(message.value)

    def look(self) -> None:
        """Answer with 1 if no 0 has followed it in time."""
        typed_at = self.query_one(Scale).one_typed_at
        if typed_at is not None and self._clock.now() - typed_at > TEN_WITHIN:
            self.action_take()

    def on_click(self, event: events.Click) -> None:
        """Answer with the number that was clicked."""
        if isinstance(event.widget, Scale):
            self.action_take()

    def action_take(self) -> None:
        """Answer with the chosen number, or with None if there is none."""
        self.dismiss(self.query_one(Scale).value)
