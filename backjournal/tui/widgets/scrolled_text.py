"""A text that scrolls in its own place."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from backjournal.tui.widgets.pane import Pane
from backjournal.tui.widgets.steady import Links

_SCROLL = Binding.Group("scroll", compact=True)


class ScrolledText(VerticalScroll, can_focus=True, inherit_bindings=False):
    """A text beside a list, which the mouse wheel scrolls, and `tab` goes to while it is longer than its place."""

    DEFAULT_CSS = """
    ScrolledText { scrollbar-size-vertical: 1; }
    ScrolledText > Links { padding-right: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll_up", "a line up", key_display="↑", group=_SCROLL),
        Binding("down", "scroll_down", "a line down", key_display="↓", group=_SCROLL),
        Binding("pageup", "page_up", "a page up", show=False),
        Binding("pagedown", "page_down", "a page down", show=False),
        Binding("home", "scroll_home", "to the beginning", show=False),
        Binding("end", "scroll_end", "to the end", show=False),
        Binding("escape", "leave", "back to the list"),
    ]
    FOCUS_ON_CLICK = False

    def compose(self) -> ComposeResult:
        yield Links()

    def show(self, content: Content) -> None:
        """Show a text; another one than before is shown from its beginning."""
        text = self.query_one(Links)
        before = text.content
        text.show(content)
        if text.content is not before:
            self.scroll_home(animate=False)

    def allow_focus(self) -> bool:
        """Take the focus only while there is something to scroll."""
        return self.max_scroll_y > 0

    def action_leave(self) -> None:
        """Give the focus back to the pane."""
        self.query_ancestor(Pane).focus_main()
