"""The 0–10 scale of a form."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from backjournal.days import Clock

TEN_WITHIN = timedelta(seconds=1)
_CELL = 3


class Scale(Widget, can_focus=True):
    """A number from 0 to 10, or none: by digit (1 and then 0 within a second makes 10), arrows, or mouse."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "nudge(-1)", "less", show=False),
        Binding("right", "nudge(1)", "more", show=False),
        Binding("backspace,delete", "clear", "no value", show=False),
    ]
    DEFAULT_CSS = """
    Scale { height: 1; width: 1fr; min-width: 34; }
    Scale:focus { background: $surface-lighten-1; }
    """

    value: reactive[int | None] = reactive(None)

    @dataclass
    class Typed(Message):
        """A number was typed, rather than chosen with the arrows or the mouse."""

        value: int

    def __init__(self, clock: Clock, value: int | None = None, *, ten: str = "", id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._clock = clock
        self._ten = ten
        self.one_typed_at: datetime | None = None
        self.set_reactive(Scale.value, value)

    def render(self) -> Content:
        """Draw the eleven numbers, the chosen one in brackets, and what 10 means where there is room."""
        cells = [
            (f"[{number}]", "bold $accent reverse" if self.has_focus else "bold $text-accent")
            if number == self.value
            else (f" {number} ", "" if self.has_focus else "$foreground-muted")
            for number in range(11)
        ]
        ten = f"  {self._ten}" if self.size.width >= 35 + len(self._ten) else ""
        return Content.assemble(*cells, (ten, "$foreground-muted"))

    def on_key(self, event: events.Key) -> None:
        """Take a digit."""
        if event.character is None or not event.character.isdecimal() or not event.character.isascii():
            return
        event.stop()
        now = self._clock.now()
        one_before = self.one_typed_at is not None and timedelta(0) <= now - self.one_typed_at <= TEN_WITHIN
        digit = int(event.character)
        self.value = 10 if digit == 0 and one_before else digit
        self.one_typed_at = now if digit == 1 else None
        self.post_message(self.Typed(self.value))

    def on_click(self, event: events.Click) -> None:
        """Take the number under the mouse."""
        number = event.x // _CELL
        if 0 <= number <= 10:
            self.value = number

    def action_nudge(self, step: int) -> None:
        """Move the value by a step; from none it starts in the middle."""
        self.value = 5 if self.value is None else max(0, min(10, self.value + step))

    def action_clear(self) -> None:
        """Take the value away."""
        self.value = None

    def watch_has_focus(self, _focused: bool) -> None:
        """Redraw: the focused scale is brighter."""
        super().watch_has_focus(_focused)
        self.refresh()
