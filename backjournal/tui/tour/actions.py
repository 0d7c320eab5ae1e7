"""The action that opens the tour."""

from datetime import UTC, datetime, timedelta
from functools import partial

from textual import events

from backjournal.tui.core.base import JournalApp
from backjournal.tui.tour.pages import GO_ON

_TOO_MANY_WITHIN = timedelta(seconds=1)
"""How soon after the last page a key that goes on was one too many."""


class TourActions(JournalApp):
    """Opens the tour: when the person asks for it, and by itself where there was no journal before."""

    begins_with_tour = False
    """Whether the tour opens once the first screen is shown."""

    _tour_over = datetime.min.replace(tzinfo=UTC)

    async def on_event(self, event: events.Event) -> None:
        """Drop a key that was pressed to go on in the tour, but comes after its last page: it would press a button."""
        if isinstance(event, events.Key) and self._is_beyond_tour(event.key):
            self._tour_over = self.store.clock.now()
        else:
            await super().on_event(event)

    def _is_beyond_tour(self, key: str) -> bool:
        since = self.store.clock.now() - self._tour_over
        return key in GO_ON and timedelta() <= since < _TOO_MANY_WITHIN

    def _after_tour(self, went_on: bool | None) -> None:
        if went_on:
            self._tour_over = self.store.clock.now()

    def on_mount(self) -> None:
        """Open the tour if the app begins with it."""
        if self.begins_with_tour:
            self.call_after_refresh(self.action_tour)

    def action_tour(self) -> None:
        """Open the tour."""
        # Few need it: it is not among the windows that are loaded while nothing else is to do.
        from backjournal.tui.core.made_up import made_up
        from backjournal.tui.tour.window import TourWindow

        if self.is_screen_installed("tour"):
            self.get_screen("tour", TourWindow).begin_again()
        else:
            self.install_screen(TourWindow(partial(made_up, self.store.clock)), "tour")
        self.push_screen("tour", self._after_tour)
