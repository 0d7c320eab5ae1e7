"""The form for exporting a part of the journal to a file."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Select, Static

from backjournal.model.errors import InvalidValue
from backjournal.store.paths import typed_path
from backjournal.tui.widgets.form import Field, FormScreen, Save
from backjournal.tui.widgets.line_input import LineInput
from backjournal.tui.widgets.tick import Tick

KINDS = {
    "diary": "the diary: a row for each check-in",
    "checklist": "the checklist: a row for each exercise and day",
    "measures": "the measures: a row for each result",
    "experiments": "the experiments: a row for each day",
    "plan": "the plan: a file to read, change and open again",
}
"""What can be exported, with the label that the form shows."""
_ENDINGS = {"plan": "toml"}
"""The file name extension of each kind that is not exported as CSV."""


class ExportForm(FormScreen):
    """Asks what to export, for which days, and to which file."""

    FORM_TITLE = "Export"

    def __init__(self, save: Save, *, folder: Path, today: date, kind: str) -> None:
        super().__init__(save)
        self._folder = folder
        self._today = today
        self._kind = kind

    def fields(self) -> Iterable[Widget]:
        about = (
            "A table for a spreadsheet, or the plan, for a therapist. It holds what you wrote, in clear text: "
            "take care where you put it."
        )
        yield Static(Content.styled(about, "$foreground-muted"), classes="hint")
        choices = [(label, kind) for kind, label in KINDS.items()]
        yield Field("what", "What", Select(choices, value=self._kind, allow_blank=False, id="what", compact=True))
        yield Field("file", "File", LineInput(str(self._path(self._kind)), id="file"))
        yield Field("since", "From", LineInput("", "empty: from the beginning", id="since"))
        yield Field("until", "To", LineInput("", "empty: to today", id="until"))
        yield Field("force", "Replace", Tick("a file of that name, if there is one"))

    def _path(self, kind: str) -> Path:
        return self._folder / f"backjournal-{kind}-{self._today}.{_ENDINGS.get(kind, 'csv')}"

    @on(Select.Changed, "#what")
    def _fit_to_kind(self, event: Select.Changed) -> None:
        for name in ("since", "until"):
            self.query_one(f"#field-{name}").display = event.value != "plan"
        file = self.query_one("#file", Input)
        if file.value in {str(self._path(kind)) for kind in KINDS}:
            file.value = str(self._path(str(event.value)))


def path_from(answers: Mapping[str, Any]) -> Path:
    """Return the path that was typed into the field `file`, with `~` and variables expanded.

    Raises:
        InvalidValue: the field is empty, or what is to be expanded is unknown.
    """
    if not answers["file"].strip():
        raise InvalidValue("file", "give the file a name")
    return typed_path(answers["file"].strip())


def working_folder() -> Path:
    """Return the folder that the person is in; the home folder if it was removed meanwhile."""
    try:
        return Path.cwd()
    except FileNotFoundError:
        return typed_path("~")
