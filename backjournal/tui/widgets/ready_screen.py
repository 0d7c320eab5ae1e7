"""A screen that has the right layout when it is drawn for the first time."""

from textual.containers import ScrollableContainer
from textual.events import ScreenResume
from textual.reactive import var
from textual.screen import Screen, ScreenResultType
from textual.scroll_view import ScrollView
from textual.widget import Widget


class ReadyScreen(Screen[ScreenResultType]):
    """A screen whose layout fits the terminal's size before its first drawing, and that draws only what changes."""

    focused: var[Widget | None] = var(None)
    """The widget with the focus. Textual would draw the whole screen anew when it moves: both widgets do so anyway."""

    def __init__(self, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(name, id, classes)
        # Textual sets these classes only after the first drawing, which would show another layout for a moment.
        both = (self.app.HORIZONTAL_BREAKPOINTS, self.app.VERTICAL_BREAKPOINTS)
        for length, steps in zip(self.app.size, both, strict=True):
            reached = [name for least, name in steps or () if least <= length]
            self.add_class(*reached[-1:], update=False)

    def get_focusable_widget_at(self, x: int, y: int) -> Widget | None:
        """Return the field or list that a click gives the keyboard to: after other clicks it is where it was.

        A text that scrolls has the keyboard where there is no list, and the wheel scrolls it everywhere.
        """
        found = super().get_focusable_widget_at(x, y)
        is_text = isinstance(found, ScrollableContainer) and not isinstance(found, ScrollView)
        is_button = hasattr(found, "press")
        return None if is_text or is_button else found

    def on_screen_resume(self, event: ScreenResume) -> None:
        """Skip a second look-up of all styles, which Textual would do although every widget has its styles already."""
        event.refresh_styles = False
