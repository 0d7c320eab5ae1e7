"""What stands in a pane with nothing in it yet: a few words, and buttons to begin with."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical


class EmptyPane(Vertical):
    """Words above buttons; the arrows go from button to button as tab does."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "app.focus_previous", "button before", show=False),
        Binding("down", "app.focus_next", "next button", show=False),
    ]
