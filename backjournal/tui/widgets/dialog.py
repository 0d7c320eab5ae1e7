"""The base class of all windows that open over the app."""

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen

from backjournal.tui.widgets.ready_screen import ReadyScreen

if TYPE_CHECKING:
    from textual.types import CSSPathType

Answer = TypeVar("Answer")

WINDOW_STYLES = Path(__file__).with_name("windows.tcss")


class Dialog(ModalScreen[Answer], ReadyScreen[Answer]):
    """A window over the app, which only closes itself: pressing esc twice by mistake does not close the one below."""

    CSS_PATH: ClassVar["CSSPathType | None"] = WINDOW_STYLES

    @property
    def changed(self) -> bool:
        """Whether closing it would lose something that was typed or chosen."""
        return False

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Close the window with an answer; do nothing if another window is on top of it."""
        return super().dismiss(result) if self.is_active else AwaitComplete()
