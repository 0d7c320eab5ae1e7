"""The screen for a terminal that is too small for the app."""

from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Static

SMALLEST_WIDTH, SMALLEST_HEIGHT = 60, 16
"""The smallest size at which the app can be used, in cells."""


class TooSmall(ModalScreen[None]):
    """Says that the terminal is too small; the app removes it when the terminal grows, and typed text is kept."""

    def compose(self) -> ComposeResult:
        yield Static(
            f"The terminal is too small.\nbackjournal needs {SMALLEST_WIDTH}×{SMALLEST_HEIGHT}.\n"
            "Make it larger: nothing is lost."
        )
