"""The form that asks which plan file to open."""

from collections.abc import Iterable
from pathlib import Path

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from backjournal.tui.widgets.form import Field, FormScreen, Save
from backjournal.tui.widgets.line_input import LineInput

_ABOUT = """A plan as a therapist writes it by hand, or as x exports it. It is the whole plan from today on: what is not
in it is stopped, and the past stays as it was. First you see what it changes."""


class PlanFileForm(FormScreen):
    """Asks where the plan file is; saving the form only reads the file and changes nothing yet."""

    FORM_TITLE = "Open a plan file"
    SAVE_LABEL = "Look at it (enter)"

    def __init__(self, save: Save, *, folder: Path) -> None:
        super().__init__(save)
        self._folder = folder

    def fields(self) -> Iterable[Widget]:
        yield Static(Content.styled(" ".join(_ABOUT.split()), "$foreground-muted"), classes="hint")
        yield Field("file", "File", LineInput("", f"plan.toml, in {self._folder}", id="file"))

    @on(Input.Submitted)
    def _look(self) -> None:
        self.action_save()
