"""What all windows over the app share."""

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.events import ScreenResume
from textual.screen import ModalScreen

from backjournal.tui.size_classes import size_classes

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer]):
    """A window over the app that closes itself only: a second esc, typed too quickly, closes nothing else."""

    def __init__(self) -> None:
        super().__init__()
        size_classes(self.app, self)

    def on_screen_resume(self, event: ScreenResume) -> None:
        """Come up as it is: all in it has its styles, and Textual would look for them once more."""
        event.refresh_styles = False

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Close the window with an answer, if it is the one on top."""
        return super().dismiss(result) if self.is_active else AwaitComplete()
