"""A Textual app with four tabs and nothing in them; with `--plotext`, plotext is imported first."""

import sys

from textual.app import App, ComposeResult
from textual.widgets import Label, TabbedContent, TabPane


class EmptyApp(App[None]):
    """Shows four tabs."""

    def compose(self) -> ComposeResult:
        with TabbedContent():
            for name in ("Today", "Diary", "Trends", "Plan"):
                with TabPane(name):
                    yield Label(name)


if "--plotext" in sys.argv:
    import plotext  # noqa: F401
EmptyApp().run()
