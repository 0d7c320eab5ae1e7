"""The form for the day from which to look for the baseline."""

from collections.abc import Iterable
from datetime import date

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from backjournal.tui.widgets.form import Field, FormScreen, Save
from backjournal.tui.widgets.line_input import LineInput

_ABOUT = """The baseline is the first two weeks with check-ins on at least 3 days each: what came later is compared
with it. Give a day from which to look for them, such as the first of a new treatment. Leave it empty to
begin with the first day of the journal."""


class BaselineForm(FormScreen):
    """Asks for the day from which to look for the baseline; `begins` is the present one, None without one."""

    FORM_TITLE = "Where the baseline begins"

    def __init__(self, save: Save, *, begins: date | None) -> None:
        super().__init__(save)
        self._begins = begins

    def fields(self) -> Iterable[Widget]:
        yield Static(Content.styled(" ".join(_ABOUT.split()), "$foreground-muted"), classes="hint")
        begins = self._begins.isoformat() if self._begins else ""
        yield Field("baseline_from", "From", LineInput(begins, "empty: the first day", id="baseline_from"))
