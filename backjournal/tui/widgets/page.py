"""A window with a text to read."""

from typing import Any, ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Label

from backjournal.tui.widgets.dialog import Dialog
from backjournal.tui.widgets.key_line import KeyLine
from backjournal.tui.widgets.match import scroll_to_match
from backjournal.tui.widgets.steady import Links


class Page(Dialog[str | None]):
    """Shows a text under a title until it is closed; answers with the key whose line was clicked, if one was.

    A text with a marked word is scrolled to it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter,q", "dismiss", "close", key_display="esc")]

    def __init__(self, title: str, content: Content) -> None:
        super().__init__()
        self._title = title
        self._content = content

    def compose(self) -> ComposeResult:
        with Vertical(classes="window"):
            yield Label(self._title, classes="window-title", markup=False)
            with VerticalScroll():
                yield Links(self._content)
        yield KeyLine()

    def on_mount(self) -> None:
        """Scroll to what is marked, once it is laid out."""
        scroll = self.query_one(VerticalScroll)
        self.call_after_refresh(scroll_to_match, scroll, scroll.query_one(Links))

    def action_press(self, key: str) -> None:
        """Close the page to press a key that it names."""
        self.dismiss(key)


def open_page(app: App[Any], page: Page) -> None:
    """Show a page; if the line of a key is clicked on it, that key is pressed once it is closed."""

    def press(key: str | None) -> None:
        if key:
            app.simulate_key(key)

    app.push_screen(page, press)
