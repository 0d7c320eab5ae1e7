"""What the five panes share."""

from datetime import date
from enum import StrEnum, auto
from typing import ClassVar

from textual.containers import Vertical
from textual.widgets import Input


class Need(StrEnum):
    """What a pane shows that takes long to read, and so is read only while somebody looks at it."""

    RECORD = auto()
    PLAN_FIGURES = auto()
    RESULTS = auto()


class Pane(Vertical, can_focus=True):
    """A pane that always has the focus somewhere in it, so that its keys work."""

    HELP: ClassVar[str] = ""
    """What the pane is about, for the help; paragraphs are separated by blank lines."""

    NEEDS: ClassVar[frozenset[Need]] = frozenset()
    """What of the whole history it shows."""

    EXPORT_KIND: ClassVar[str] = "diary"
    """Which export is offered first while the pane is shown."""

    TAKES_N: ClassVar[bool] = False
    """Whether the key n means something of its own in the pane, instead of a new check-in."""

    @property
    def day(self) -> date | None:
        """The day that the pane shows; None if it shows more than one."""
        return None

    def focus_main(self) -> None:
        """Put the focus where the pane's keys work."""
        self.focus()

    def refocus(self) -> None:
        """Find the focus anew after the pane has changed its face, unless something is being typed."""
        if self.display and not isinstance(self.screen.focused, Input):
            self.focus_main()

    def step(self, step: int) -> None:
        """Go a step back (-1) or forth (1) in time; a pane without steps stays."""

    def go_to_today(self) -> None:
        """Show what is newest; a pane without days stays."""
