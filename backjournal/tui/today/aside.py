"""The third column of Today, on a wide screen."""

from typing import TYPE_CHECKING

from textual.reactive import var

from backjournal.model.measures import Measure
from backjournal.tui.core.state import DayState
from backjournal.tui.lazy import lazy_imports
from backjournal.tui.widgets.scrolled_text import ScrolledText

with lazy_imports():
    from backjournal.tui.today import aside_text

if TYPE_CHECKING:
    from backjournal.tui.core.lately import Lately

ROOM_FOR_ASIDE = 140
"""The width of the screen, in cells, from which it is shown."""


class Aside(ScrolledText):
    """Shows what surrounds the day: the last two weeks, the week, what is due, and the aim of the plan."""

    state: var[DayState | None] = var(None)
    lately: var["Lately | None"] = var(None)
    """What surrounds the day; None until it is read."""
    due: var[tuple[Measure, ...]] = var(())
    """The measures that are due today or overdue."""

    def watch_state(self) -> None:
        """Follow the day."""
        self._show()

    def watch_lately(self) -> None:
        """Follow what surrounds the day."""
        self._show()

    def watch_due(self) -> None:
        """Follow what is due."""
        self._show()

    def on_resize(self) -> None:
        """Show it once there is room for it."""
        self._show()

    def _show(self) -> None:
        # Between two days, what surrounds the one before is still there.
        if self.state and self.lately and self.lately.day == self.state.day and self.app.size.width >= ROOM_FOR_ASIDE:
            self.show(aside_text.aside_content(self.state, self.lately, self.due))
