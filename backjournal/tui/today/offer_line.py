"""The line above the checklist with what the app offers now and then."""

from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import var

from backjournal.tui.core.state import DayState
from backjournal.tui.widgets.steady import Links
from backjournal.tui.widgets.words import press

if TYPE_CHECKING:
    from backjournal.plan.offers import Offers


class OfferLine(Links):
    """Offers to fill in days without an entry and to look back at a week; hidden without either, and on past days."""

    DEFAULT_CSS = "OfferLine { display: none; height: auto; padding: 0 1; }"
    ALLOW_SELECT = False
    state: var[DayState | None] = var(None)
    offers: var["Offers | None"] = var(None)

    def watch_state(self) -> None:
        """Show the offers today only."""
        self._show_offers()

    def watch_offers(self) -> None:
        """Show what is offered."""
        self._show_offers()

    def _show_offers(self) -> None:
        state, offers, parts = self.state, self.offers, []
        if offers and offers.away:
            parts.append(_offer("A", f"fills in {offers.away}"))
        if offers and offers.review:
            parts.append(_offer("W", "reviews last week"))
        self.display = bool(parts) and state is not None and state.day == state.today
        self.show(Content("   ").join(parts))


def _offer(key: str, text: str) -> Content:
    return press(key, (key, "bold $text-accent"), f" {text}")
