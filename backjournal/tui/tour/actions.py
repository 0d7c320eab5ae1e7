"""The action that opens the tour."""

from functools import partial

from backjournal.tui.core.base import JournalApp


class TourActions(JournalApp):
    """Opens the tour: when the person asks for it, and by itself where there was no journal before."""

    begins_with_tour = False
    """Whether the tour opens once the first screen is shown."""

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
        self.push_screen("tour")
