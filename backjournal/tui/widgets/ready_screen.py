"""A screen that comes up in the layout of the terminal's size, all in it styled once."""

from textual.events import ScreenResume
from textual.screen import Screen, ScreenResultType


class ReadyScreen(Screen[ScreenResultType]):
    """A screen that is ready when it is shown for the first time."""

    def __init__(self, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(name, id, classes)
        # Textual does so after the first drawing: it would show another layout for a moment.
        both = (self.app.HORIZONTAL_BREAKPOINTS, self.app.VERTICAL_BREAKPOINTS)
        for length, steps in zip(self.app.size, both, strict=True):
            reached = [name for least, name in steps or () if least <= length]
            self.add_class(*reached[-1:], update=False)

    def on_screen_resume(self, event: ScreenResume) -> None:
        """Come up as it is: all in it has its styles, and Textual would look for them once more."""
        event.refresh_styles = False
