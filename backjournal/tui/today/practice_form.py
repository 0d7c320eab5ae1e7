"""The form for the details of a practice: the amount, the pain during it, a note."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from textual.widget import Widget

from backjournal.days import Clock
from backjournal.model.errors import InvalidValue
from backjournal.model.numbers import parse_whole
from backjournal.model.practices import Practice, Status, changed, most_of, practice_of
from backjournal.plan.checklist import ChecklistItem
from backjournal.tui.widgets.form import Field, FormScreen, Save
from backjournal.tui.widgets.line_input import LineInput
from backjournal.tui.widgets.note_input import NoteInput
from backjournal.tui.widgets.scale import Scale


class PracticeForm(FormScreen):
    """Asks how much of an exercise was done, for the pain during it, and for a note."""

    def __init__(self, save: Save, *, clock: Clock, item: ChecklistItem, day: date) -> None:
        super().__init__(save, f"{item.prescription.id} {day}")
        self.FORM_TITLE = f"{item.exercise.name}: {item.prescription.dose}"
        self._clock = clock
        self._item = item

    def fields(self) -> Iterable[Widget]:
        practice, dose = self._item.practice, self._item.prescription.dose
        done = practice.amount if practice and practice.status is not Status.SKIPPED else dose.target
        label = {"min": "Minutes done", "m": "Metres done", "sets": "Sets done"}[dose.unit]
        yield Field("amount", label, LineInput(str(done), f"of {dose.target}", id="amount"))
        pain = practice.pain_during if practice else None
        yield Field("pain_during", "Pain during", Scale(self._clock, pain, ten="worst imaginable", id="pain_during"))
        note = NoteInput(practice.note if practice else "", id="note")
        yield Field("note", "Note", note)


def practice_from(answers: Mapping[str, Any], item: ChecklistItem, day: date) -> Practice:
    """Return the practice that was entered in the form.

    Raises:
        InvalidValue: an answer is not valid; its `field` says which.
    """
    dose = item.prescription.dose
    amount = parse_whole("amount", "amount", answers["amount"], 0, most_of(dose))
    practice = practice_of(dose, item.prescription.id, day, amount or 0)
    # An amount that was not changed keeps what guided practice counted below a set.
    if isinstance(item.practice, Practice) and item.practised and item.practice.amount == (amount or 0):
        practice = item.practice
    if practice is None:
        raise InvalidValue("amount", "nothing was done: leave with esc, or skip with a reason")
    return replace(changed(item.practice, practice), pain_during=answers["pain_during"], note=answers["note"])
