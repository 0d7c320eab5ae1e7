"""What all windows over the app share."""

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen

from backjournal.tui.widgets.ready_screen import ReadyScreen

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer], ReadyScreen[Answer]):
    """A window over the app that closes itself only: a second esc, typed too quickly, closes nothing else."""

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Close the window with an answer, if it is the one on top."""
        return super().dismiss(result) if self.is_active else AwaitComplete()
