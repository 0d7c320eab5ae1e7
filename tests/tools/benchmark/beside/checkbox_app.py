"""A Textual app with checkboxes that store nothing."""

from textual.app import App, ComposeResult
from textual.widgets import Checkbox


class CheckboxApp(App[None]):
    """Shows three checkboxes, the first of them with the focus."""

    def compose(self) -> ComposeResult:
        for name in ("Knee rolls", "Knee to chest", "Pelvic tilt"):
            yield Checkbox(name)


CheckboxApp().run()
