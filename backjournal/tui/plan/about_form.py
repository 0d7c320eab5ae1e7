"""The form for the facts about the plan as a whole: its aim, who prescribed it, and when."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from backjournal.days import parse_day
from backjournal.model.prescriptions import PlanFacts
from backjournal.tui.widgets.form import Field, FormScreen, Save
from backjournal.tui.widgets.line_input import LineInput
from backjournal.tui.widgets.note_input import NoteInput

_ABOUT = """What the plan is for, in your own words: something that you want to do again, rather than a number.
It stands over the plan."""


class PlanFactsForm(FormScreen):
    """Asks for the aim of the plan, who prescribed it, and when; every field may stay empty."""

    FORM_TITLE = "About the plan"

    def __init__(self, save: Save, *, facts: PlanFacts) -> None:
        super().__init__(save)
        self._facts = facts

    def fields(self) -> Iterable[Widget]:
        yield Static(Content.styled(" ".join(_ABOUT.split()), "$foreground-muted"), classes="hint")
        yield Field("aim", "Aim", NoteInput(self._facts.aim, id="aim"))
        by = LineInput(self._facts.prescribed_by, "name and profession", id="prescribed_by")
        yield Field("prescribed_by", "Prescribed by", by)
        day = self._facts.prescribed_on.isoformat() if self._facts.prescribed_on else ""
        on = LineInput(day, "today, monday, or a date", id="prescribed_on")
        yield Field("prescribed_on", "On", on)


def facts_from(answers: Mapping[str, Any], today: date) -> PlanFacts:
    """Return the facts about the plan that were entered in the form.

    Raises:
        InvalidValue: an answer is not valid; its `field` says which.
    """
    typed = answers["prescribed_on"]
    on = parse_day(typed, today, field="prescribed_on") if typed.strip() else None
    return PlanFacts(answers["aim"], answers["prescribed_by"], on)
