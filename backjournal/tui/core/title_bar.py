"""The first line of the app: its name, the tabs of the panes, and the date."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.reactive import var
from textual.widgets import Label, Tab, Tabs

from backjournal.tui.core.state import DayState
from backjournal.tui.widgets.words import long_date

PANES = {"today": "Today", "diary": "Diary", "trends": "Trends", "plan": "Plan", "measures": "Measures"}
"""The id and the title of each pane, in the order of the tabs."""

_ROOM_FOR_DATE = 78
"""The width, in cells, from which the date is shown."""
_ROOM_FOR_NAME = 64
"""The width, in cells, from which the app's name is shown."""


class TitleBar(Horizontal):
    """The line with the tabs between the app's name and the date."""

    state: var[DayState | None] = var(None)

    class PaneChosen(Message):
        """The person chose a tab with the mouse."""

        def __init__(self, pane: str) -> None:
            super().__init__()
            self.pane = pane

    def compose(self) -> ComposeResult:
        yield Label(" backjournal ", id="title")
        tabs = Tabs(
            *(Tab(f"{place} {name}", id=f"tab-{pane}") for place, (pane, name) in enumerate(PANES.items(), 1)),
            id="tabs",
        )
        tabs.can_focus = False
        yield tabs
        yield Label("", id="date")

    def watch_state(self, before: DayState | None, state: DayState | None) -> None:
        """Show the date."""
        if state and (before is None or before.today != state.today):
            self.query_one("#date", Label).update(f"{long_date(state.today)} ")

    def on_resize(self, event: events.Resize) -> None:
        """Hide the date and the name where the tabs need the room."""
        self.query_one("#date").display = event.size.width >= _ROOM_FOR_DATE
        self.query_one("#title").display = event.size.width >= _ROOM_FOR_NAME

    def choose(self, pane: str) -> None:
        """Show a pane's tab as the active one."""
        self.query_one(Tabs).active = f"tab-{pane}"

    def on_tabs_tab_activated(self, event: Tabs.TabActivated) -> None:
        """Report the chosen pane, unless another tab has become the active one since."""
        event.stop()
        if event.tab.id == event.tabs.active:
            self.post_message(self.PaneChosen((event.tab.id or "").removeprefix("tab-")))
