"""A Textual app with two panes: a list beside a text under the key 1, a text that fills the pane under the key 3."""

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import ContentSwitcher, OptionList, Static

_MAIN = {"list": "#rows", "chart": "#chart"}


class PanesApp(App[None]):
    """Shows one pane, and the other after its key, with the focus in it."""

    CSS = "ContentSwitcher, OptionList { height: 1fr; } #list > * { width: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("1", "pane('list')"), Binding("3", "pane('chart')")]

    def compose(self) -> ComposeResult:
        yield Static("two panes")
        with ContentSwitcher(initial="list"):
            with Horizontal(id="list"):
                yield OptionList(*(f"exercise {number}" for number in range(20)), id="rows")
                yield Static("\n".join(f"how to do it, line {number}" for number in range(20)))
            with VerticalScroll(id="chart"):
                yield Static("\n".join(f"chart, line {number:2} {'─' * 90}" for number in range(36)))

    def action_pane(self, name: str) -> None:
        """Show a pane."""
        self.query_one(ContentSwitcher).current = name
        self.query_one(_MAIN[name]).focus()


PanesApp().run()
