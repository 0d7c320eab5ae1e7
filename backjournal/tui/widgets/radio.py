"""A form control for choosing one of a few words."""

from collections.abc import Mapping
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

_GAP = 1


class Radio(Widget, can_focus=True):
    """Lets the person choose one of a few words in a row: by its position as a digit, with the arrows, or the mouse.

    The chosen word is shown in brackets. `words` maps each value to the word that is shown for it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", "the word before", show=False),
        Binding("right,space", "step(1)", "the next word", show=False),
    ]
    DEFAULT_CSS = """
    Radio { height: 1; width: 1fr; }
    Radio:focus { background: $surface-lighten-1; }
    """
    value: reactive[str] = reactive("")

    class Changed(Message):
        """The person chose another word."""

        def __init__(self, choice: "Radio") -> None:
            super().__init__()
            self.choice = choice

        @property
        def control(self) -> "Radio":
            """The control that sent the message, which Textual's `on` selectors match."""
            return self.choice

    def __init__(self, words: Mapping[str, str], value: str, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.words = words
        self.set_reactive(Radio.value, value)

    def render(self) -> Content:
        """Return the words, the chosen one in brackets."""
        return Content(" " * _GAP).join(
            Content.styled(f"[{word}]", "bold $accent reverse" if self.has_focus else "bold $text-accent")
            if value == self.value
            else Content.styled(f" {word} ", "" if self.has_focus else "$foreground-muted")
            for value, word in self.words.items()
        )

    def on_key(self, event: events.Key) -> None:
        """Choose the word whose position is the pressed digit, from 1."""
        digits = "123456789"[: len(self.words)]
        if event.character and event.character in digits:
            event.stop()
            self.value = list(self.words)[digits.index(event.character)]

    def on_click(self, event: events.Click) -> None:
        """Choose the word under the mouse."""
        end = 0
        for value, word in self.words.items():
            end += len(word) + 2 + _GAP
            if event.x < end:
                self.value = value
                return

    def action_step(self, step: int) -> None:
        """Choose the word `step` places on; after the last comes the first."""
        values = list(self.words)
        self.value = values[(values.index(self.value) + step) % len(values)]

    def watch_value(self) -> None:
        """Announce the new choice."""
        self.post_message(self.Changed(self))

    def watch_has_focus(self, _focused: bool) -> None:
        """Redraw, as a focused choice is brighter."""
        super().watch_has_focus(_focused)
        self.refresh()
