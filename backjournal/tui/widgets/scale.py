"""A form control for a scale from 0 to 10."""

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
from backjournal.tui.widgets.words import TAKES_LAST

TEN_WITHIN = timedelta(seconds=1)
"""How soon after a 1 a 0 must be typed to make 10."""
_CELL = 3
"""The width of a number, in cells."""
_WIDTH = 11 * _CELL + 1
"""The width of all numbers: 10 takes one more."""


class Scale(Widget, can_focus=True):
    """Lets the person choose a whole number from 0 to 10, or none: with digits, the arrows, or the mouse.

    A 1 followed by a 0 within `TEN_WITHIN` makes 10. `ten` is a text that says what 10 means. `last` is the number that
    was given last: while there is none, it is in grey brackets, and an arrow takes it.
    """

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
    """0 to 10; None if no value is given."""

    @dataclass
    class Typed(Message):
        """The person typed a number, rather than choosing it with the arrows or the mouse."""

        value: int

    def __init__(
        self,
        clock: Clock,
        value: int | None = None,
        *,
        ten: str = "",
        last: int | None = None,
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self._clock = clock
        self._ten = ten
        self._last = last
        # When a 1 was typed that a 0 may still follow; None after any other key.
        self.one_typed_at: datetime | None = None
        self.set_reactive(Scale.value, value)

    def render(self) -> Content:
        """Return the eleven numbers, the chosen one in brackets, and beside them what there is room for."""
        return Content.assemble(*map(self._cell, range(11)), (self._beside(), "$foreground-muted"))

    def _cell(self, number: int) -> tuple[str, str]:
        if number == self.value:
            return f"[{number}]", "bold $accent reverse" if self.has_focus else "bold $text-accent"
        if number == self._offered:
            return f"({number})", "$foreground-muted"
        return f" {number} ", "" if self.has_focus else "$foreground-muted"

    def _beside(self) -> str:
        """Return which key takes the number that is offered, otherwise what 10 means; empty without room for it."""
        number = self._offered if self.has_focus else None
        offers = (f"  {TAKES_LAST} {number}", f"  → takes {number}", f" → {number}", f" →{number}", " →")
        texts = (f"  {self._ten}",) if number is None else offers
        return next((text for text in texts if _WIDTH + len(text) <= self.size.width), "")

    @property
    def _offered(self) -> int | None:
        return self._last if self.value is None else None

    def on_key(self, event: events.Key) -> None:
        """Set the value to the typed digit, or to 10 after a 1 and a 0."""
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
        """Choose the number under the mouse, or take it back if it is chosen already."""
        number = event.x // _CELL
        if 0 <= number <= 10:
            self.value = None if number == self.value else number

    def action_nudge(self, step: int) -> None:
        """Change the value by `step`; if there is none, take the one that was given last, or start at 5."""
        start = 5 if self._last is None else self._last
        self.value = start if self.value is None else max(0, min(10, self.value + step))

    def action_clear(self) -> None:
        """Remove the value."""
        self.value = None

    def watch_has_focus(self, _focused: bool) -> None:
        """Redraw, as a focused scale is brighter."""
        super().watch_has_focus(_focused)
        self.refresh()
