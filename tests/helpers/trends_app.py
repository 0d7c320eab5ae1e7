"""Pressing keys in the Trends pane and reading what it shows."""

from textual.widgets import Static

from backjournal.trends.window import Window
from backjournal.tui.trends.figures import Figures
from backjournal.tui.trends.pane import TrendsPane
from tests.helpers.app import Person


async def press(person: Person, *keys: str) -> None:
    """Press keys and wait until everything is computed and drawn."""
    await person.press(*keys)
    await person.threads_done()


def window(person: Person) -> Window:
    """Return the window that the pane shows."""
    return person.app.query_one(TrendsPane).look.window


def rows(person: Person) -> list[list[str]]:
    """Return the rows of the table of figures, from the top."""
    return [[*row] for row in person.app.query_one(Figures).shown]


def readout(person: Person, place: str = "#readout") -> str:
    """Return the text of the readout, or of another line of the pane."""
    return str(person.app.query_one(place, Static).content)
