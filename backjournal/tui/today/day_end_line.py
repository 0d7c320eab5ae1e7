"""The line at the end of a day."""

from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import var

from backjournal.tui.core.state import DayState
from backjournal.tui.widgets.steady import Links
from backjournal.tui.widgets.words import press

if TYPE_CHECKING:
    from backjournal.tui.core.lately import Lately


class DayEndLine(Links):
    """Says, once nothing of today is left, what has changed and whether the check-in is still open."""

    DEFAULT_CSS = "DayEndLine { display: none; height: auto; padding: 0 1; color: $foreground-muted; }"
    state: var[DayState | None] = var(None)
    lately: var["Lately | None"] = var(None)
    """What surrounds the day; None until it is read."""

    def watch_state(self) -> None:
        """Follow the ticks and check-ins."""
        self._show()

    def watch_lately(self) -> None:
        """Follow what was noted the day before."""
        self._show()

    def _show(self) -> None:
        state, lately = self.state, self.lately
        is_today = state is not None and state.day == state.today
        told = ""
        if state and lately and is_today and lately.day == state.day:
            from backjournal.plan.day_end import day_end

            told = day_end(state.items, state.check_ins, lately.before, "n")
        self.display = bool(told)
        # It names the key of a check-in while there is none.
        self.show(Content(told) if state is None or state.check_ins else press("n", told))
