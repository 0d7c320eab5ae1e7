"""The first line of the app: its name, the tabs of the panes, and the date."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import var
from textual.widgets import Label

from backjournal.tui.core.state import DayState
from backjournal.tui.widgets.steady import Steady
from backjournal.tui.widgets.words import link, long_date

PANES = {"today": "Today", "diary": "Diary", "trends": "Trends", "plan": "Plan", "measures": "Measures"}
"""The id and the title of each pane, in the order of the tabs."""

_ROOM_FOR_DATE = 78
"""The width, in cells, from which the date is shown."""
_ROOM_FOR_NAME = 64
"""The width, in cells, from which the app's name is shown."""


class TabLine(Steady):
    """The tabs of the panes in one line; a click on a tab opens its pane.

    Textual's Tabs are ten widgets, and draw an animation whenever another tab is chosen, even where it is not shown.
    """

    DEFAULT_CSS = """
    TabLine { link-color: $foreground 50%; link-style: none;
        link-color-hover: $foreground; link-style-hover: none; link-background-hover: transparent; }
    TabLine:ansi { link-style: dim; }
    """
    ALLOW_SELECT = False
    pane: var[str] = var("today")
    """The id of the pane that is on the screen."""

    def watch_pane(self, pane: str) -> None:
        """Show its tab as the active one."""
        names = {each: f"{place} {name}" for place, (each, name) in enumerate(PANES.items(), 1)}
        self.show(
            Content("").join(
                Content.assemble(" ", (name, "bold reverse"), " ")
                if each == pane
                else link(f" {name} ", f"app.pane({each!r})", "")
                for each, name in names.items()
            )
        )


class TitleBar(Horizontal):
    """The line with the tabs between the app's name and the date."""

    state: var[DayState | None] = var(None)

    def compose(self) -> ComposeResult:
        yield Label(" backjournal ", id="title")
        yield TabLine(id="tabs")
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
        self.query_one(TabLine).pane = pane
