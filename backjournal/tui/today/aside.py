"""The third column of Today, on a wide screen."""

from typing import TYPE_CHECKING

from textual.reactive import var

from backjournal.model.measures import Measure
from backjournal.plan.day_status import status_of_day
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

    _told: object = None
    """What the text was made of."""

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
        state, lately = self.state, self.lately
        # Between two days, what surrounds the one before is still there.
        if state is None or lately is None or lately.day != state.day or self.app.size.width < ROOM_FOR_ASIDE:
            return
        # Most ticks change nothing here.
        status = status_of_day(state.items, day_is_over=state.day < state.today)
        told = status, bool(state.check_ins), state.today, lately, self.due
        if told != self._told:
            self._told = told
            content = aside_text.aside_content(state, status, lately, self.due)
            self.visible = bool(content.plain)
            self.show(content)
