"""What stands on a terminal that is too small for the app."""

from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Static

SMALLEST_WIDTH, SMALLEST_HEIGHT = 60, 16


class TooSmall(ModalScreen[None]):
    """Says that the terminal is too small; it goes when the terminal grows, and what was typed is still there."""

    def compose(self) -> ComposeResult:
        yield Static(
            f"The terminal is too small.\nbackjournal needs {SMALLEST_WIDTH}×{SMALLEST_HEIGHT}.\n"
            "Make it larger: nothing is lost."
        )
