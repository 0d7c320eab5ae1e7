"""What the five panes share."""

from typing import ClassVar

from textual.containers import Vertical
from textual.widgets import Input


class Pane(Vertical, can_focus=True):
    """A pane that always has the focus somewhere in it, so that its keys work; `HELP` tells what it is about."""

    HELP: ClassVar[str] = ""

    def focus_main(self) -> None:
        """Put the focus where the pane's keys work."""
        self.focus()

    def refocus(self) -> None:
        """Find the focus anew after the pane has changed its face, unless something is being typed."""
        if self.display and not isinstance(self.screen.focused, Input):
            self.focus_main()
