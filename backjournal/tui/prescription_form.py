"""The form of a dose and its days, with the exercise itself where it is one's own."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Select, Static, TextArea

from backjournal.model.doses import LIMITS, Dose, parse_number
from backjournal.model.exercises import Category, Exercise
from backjournal.model.schedules import Schedule
from backjournal.tui.form import Field, FormScreen, Save
from backjournal.tui.tick import Tick

_PLACEHOLDERS = {
    "sets": "how often the repetitions come, 1 if empty",
    "repetitions": "in a set",
    "hold_seconds": "seconds, each repetition",
    "breaths": "instead of repetitions",
    "minutes": "instead of sets and repetitions",
    "rest_seconds": "seconds between sets",
    "distance_m": "such as 800 m or 1.5 km",
    "times_a_day": "1 if empty",
}


class PrescriptionForm(FormScreen):
    """A dose and the weekdays; for a new prescription its first day, for an own exercise what it is as well."""

    def __init__(
        self,
        save: Save,
        *,
        exercise: Exercise | None,
        dose: Dose | None,
        schedule: Schedule,
        hint: str = "",
        name: str = "",
        first_day: date | None = None,
    ) -> None:
        super().__init__(save)
        self._own_name = name
        self._first_day = first_day
        self.FORM_TITLE = exercise.name if exercise else "An exercise of your own"
        self._exercise = exercise
        self._dose = dose
        self._schedule = schedule
        self._hint = hint

    def fields(self) -> Iterable[Widget]:
        if self._exercise is None:
            yield Field("name", "Name", Input(self._own_name, "such as Wall squat", id="name", compact=True))
            choices = [(category.heading, category) for category in Category]
            chosen = Select(choices, value=Category.STRETCHING, allow_blank=False, id="category", compact=True)
            yield Field("category", "Category", chosen)
            yield Field("sides", "Sides", Tick("each side counts"))
            yield Field("how_to", "How to", TextArea("", id="how_to", compact=True, highlight_cursor_line=False))
        hint = f"{self._hint}\nDays: daily, mon-fri, or mon wed fri.".lstrip()
        yield Static(Content.styled(hint, "$foreground-muted"), classes="hint")
        for name, limit in LIMITS.items():
            value = getattr(self._dose, name) if self._dose else None
            text = "" if value is None or (value == 1 and name == "times_a_day") else str(value)
            yield Field(name, limit.label.capitalize(), Input(text, _PLACEHOLDERS[name], id=name, compact=True))
        days = Input(str(self._schedule), "daily, or mon wed fri", id="schedule", compact=True)
        yield Field("schedule", "Days", days)
        if self._first_day:
            first = Input(self._first_day.isoformat(), "today, monday, or a date", id="first_day", compact=True)
            yield Field("first_day", "From", first)


def dose_from(answers: Mapping[str, Any]) -> Dose:
    """Make the dose of a form's answers.

    Raises:
        InvalidValue: an answer cannot be taken; its `field` says which.
    """
    given: dict[str, Any] = {name: parse_number(name, answers[name]) for name in LIMITS}
    return Dose(**{name: value for name, value in given.items() if value is not None})


def exercise_from(answers: Mapping[str, Any]) -> Exercise:
    """Make the own exercise of a form's answers; its id is given when it is kept.

    Raises:
        InvalidValue: an answer cannot be taken; its `field` says which.
    """
    return Exercise("", answers["name"], answers["category"], answers["sides"], answers["how_to"])
