"""A form control for the symptoms of a check-in."""

from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from backjournal.model.about_you import AboutYou
from backjournal.tui.widgets.symptom_picker import SymptomPicker


class SymptomsField(Widget, can_focus=True):
    """Shows the chosen symptoms; enter opens the list of symptoms."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,space", "pick", "choose symptoms")]
    DEFAULT_CSS = """
    SymptomsField { height: auto; width: 1fr; }
    SymptomsField:focus { background: $surface-lighten-1; }
    """
    value: reactive[tuple[str, ...]] = reactive((), layout=True)

    def __init__(self, words: tuple[str, ...], about: AboutYou) -> None:
        super().__init__()
        self._about = about
        self.set_reactive(SymptomsField.value, words)

    def render(self) -> Content:
        """Return the chosen symptoms, or how to choose some."""
        if self.value:
            return Content(", ".join(self.value))
        return Content.styled("none (enter opens the list)", "$foreground-muted")

    def on_click(self) -> None:
        """Open the list of symptoms."""
        self.action_pick()

    @work
    async def action_pick(self) -> None:
        """Open the list of symptoms."""
        self.value = await self.app.push_screen_wait(SymptomPicker(self.value, self._about))
