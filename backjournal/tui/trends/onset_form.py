"""The form for when the back pain began."""

from collections.abc import Iterable

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from backjournal.model.onset import Onset
from backjournal.tui.widgets.form import Field, FormScreen, Save
from backjournal.tui.widgets.line_input import LineInput

_ABOUT = """When this back pain began, as exactly as you know it. It need not be told. The answer then says how back
pain of that age usually goes; it changes no figure."""


class OnsetForm(FormScreen):
    """Asks when the back pain began; `onset` is what was told before, None without it."""

    FORM_TITLE = "When the back pain began"

    def __init__(self, save: Save, *, onset: Onset | None) -> None:
        super().__init__(save)
        self._onset = onset

    def fields(self) -> Iterable[Widget]:
        yield Static(Content.styled(" ".join(_ABOUT.split()), "$foreground-muted"), classes="hint")
        told = self._onset.text if self._onset else ""
        yield Field("onset", "Began", LineInput(told, "2024, 2024-03 or 2024-03-14", id="onset"))
