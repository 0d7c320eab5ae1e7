"""The classes of a screen by the size of the terminal, before it is drawn for the first time."""

from typing import Any

from textual.app import App
from textual.screen import Screen


def size_classes(app: App[Any], screen: Screen[Any]) -> None:
    """Give a screen that is not shown yet the classes of the app's breakpoints.

    Textual does so after the first drawing: it would show another layout for a moment, and style everything twice.
    """
    for length, steps in zip(app.size, (app.HORIZONTAL_BREAKPOINTS, app.VERTICAL_BREAKPOINTS), strict=True):
        reached = [name for least, name in steps or () if least <= length]
        screen.add_class(*reached[-1:], update=False)
