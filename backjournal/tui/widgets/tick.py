"""A form control that can be ticked."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget


class Tick(Widget, can_focus=True):
    """A yes or no, shown as [x] or [ ] so that it can be recognized without colour."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", "tick"),
        Binding("enter", "go_on", "go on", key_display="⏎", tooltip="go on to the next field"),
    ]
    DEFAULT_CSS = """
    Tick { height: 1; width: 1fr; }
    Tick:focus { background: $surface-lighten-1; }
    Tick:disabled { color: $foreground-muted; }
    """
    value: reactive[bool] = reactive(default=False)

    def __init__(self, label: str, *, value: bool = False, disabled: bool = False) -> None:
        super().__init__(disabled=disabled)
        self._label = label
        self.set_reactive(Tick.value, value)

    def render(self) -> Content:
        """Return the box and the label."""
        return Content.assemble(
            ("[x]" if self.value else "[ ]", "bold $text-accent" if self.value else ""), f" {self._label}"
        )

    def on_click(self) -> None:
        """Tick, or take the tick back, with the mouse."""
        self.action_tick()

    def action_tick(self) -> None:
        """Tick, or take the tick back."""
        self.value = not self.value

    def action_go_on(self) -> None:
        """Go on to the next field: whoever presses enter to go on ticks nothing unnoticed."""
        self.screen.focus_next()
