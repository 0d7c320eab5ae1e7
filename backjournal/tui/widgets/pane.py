"""The base class of the five panes."""

from datetime import date
from enum import StrEnum, auto
from typing import ClassVar

from textual.containers import Vertical
from textual.widgets import Input


class Need(StrEnum):
    """Data that is slow to read, and is therefore read only while a pane that needs it is shown."""

    RECORD = auto()
    """The record: the whole history of the journal."""
    PLAN_FIGURES = auto()
    """The figures of the plan, which are computed from the record."""
    RESULTS = auto()
    """All results of the chosen measures."""


class Pane(Vertical, can_focus=True):
    """A pane, in which something always has the focus while it is shown, so that its keys work."""

    FOCUS_ON_CLICK = False

    HELP: ClassVar[str] = ""
    """The text of the pane's help; paragraphs are separated by blank lines."""

    NEEDS: ClassVar[frozenset[Need]] = frozenset()
    """The slow data that the pane shows."""

    EXPORT_KIND: ClassVar[str] = "diary"
    """The kind of export that the form proposes while the pane is shown."""

    TAKES_N: ClassVar[bool] = False
    """Whether the pane has its own meaning for the key n, instead of a new check-in."""

    @property
    def day(self) -> date | None:
        """The day that the pane shows; None if it shows more than one."""
        return None

    def focus_main(self) -> None:
        """Focus the widget on which the pane's keys work."""
        self.focus()

    def refocus(self) -> None:
        """Set the focus again after the pane shows other widgets, unless the person is typing."""
        if self.display and not isinstance(self.screen.focused, Input):
            self.focus_main()

    def step(self, step: int) -> None:
        """Go one step back (-1) or forward (1) in time; do nothing in a pane without steps."""

    def go_to_today(self) -> None:
        """Show what is newest; do nothing in a pane without days."""
