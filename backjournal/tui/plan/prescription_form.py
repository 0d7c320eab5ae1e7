"""The form for a prescription, and for the exercise itself if the person defined it themselves."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Select, Static

from backjournal.days import parse_day
from backjournal.model.doses import LIMITS, Dose, Sides, parse_number
from backjournal.model.errors import InvalidValue
from backjournal.model.exercises import Category, Exercise
from backjournal.model.schedules import Schedule
from backjournal.tui.widgets.form import Field, FormScreen, Save
from backjournal.tui.widgets.line_input import LineInput
from backjournal.tui.widgets.note_input import NoteInput
from backjournal.tui.widgets.radio import Radio

KINDS = {
    "repetitions": ("sets", "repetitions", "hold_seconds", "rest_seconds"),
    "breaths": ("sets", "breaths", "rest_seconds"),
    "minutes": ("minutes",),
    "distance_m": ("distance_m",),
}
"""The numbers that belong together in a dose, by what the dose is counted in.

The number that gives a kind its name is required; in place of `repetitions`, a hold is enough.
"""

_KIND_WORDS = {
    "repetitions": "repetitions, hold",
    "breaths": "breaths",
    "minutes": "minutes",
    "distance_m": "distance",
}
_SIDES_WORDS: dict[str, str] = {
    Sides.BOTH: "both together",
    Sides.EACH: "each side",
    Sides.LEFT: "left only",
    Sides.RIGHT: "right only",
}
_PLACEHOLDERS = {
    "sets": "how often the repetitions come, 1 if empty",
    "repetitions": "in a set",
    "breaths": "in a set",
    "minutes": "each time",
    "distance_m": "each time, such as 800 m or 1.5 km",
    "hold_seconds": "seconds, each repetition",
    "rest_seconds": "seconds between sets",
    "times_a_day": "1 if empty",
}
_DAYS = "daily, mon-fri, mon wed fri, every other day, or 3 a week"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is prescribed of an exercise, as the form shows it and returns it."""

    dose: Dose
    schedule: Schedule
    first_day: date
    last_day: date | None = None
    """None if the prescription has no end."""
    note: str = ""
    """The note of the therapist; may be empty."""


class PrescriptionForm(FormScreen):
    """Asks for the dose, days and note of a prescription; for an own exercise also for its name, category and texts.

    An own exercise is one that the person defined themselves. Only the numbers that belong to what the dose is counted
    in are shown. `exercise` is None for a new own exercise, whose name is proposed by `name`. `wanted` holds the first
    values of the form, `hint` is a text above the dose, and `about` is the id of the prescription to change.
    """

    def __init__(
        self,
        save: Save,
        *,
        today: date,
        exercise: Exercise | None = None,
        wanted: Wanted | None = None,
        name: str = "",
        hint: str = "",
        about: str = "",
    ) -> None:
        super().__init__(save, about)
        self.FORM_TITLE = exercise.name if exercise else "An exercise of your own"
        self._today = today
        self._exercise = exercise
        self._wanted = wanted
        self._own_name = name
        self._hint = hint

    def fields(self) -> Iterable[Widget]:
        exercise, from_library = self._exercise, self._exercise is not None and self._exercise.source
        if exercise is None:
            yield from self._exercise_fields(None)
        yield Static(Content.styled(f"{self._hint}Days: {_DAYS}.", "$foreground-muted"), classes="hint")
        yield from self._dose_fields(self._wanted.dose if self._wanted else None)
        yield from self._day_fields()
        yield Field("note", "Note", NoteInput(self._wanted.note if self._wanted else "", id="note"))
        if exercise and not from_library:
            yield Static(Content.styled("The exercise itself", "$foreground-muted"), classes="hint")
            yield from self._exercise_fields(exercise)
        if not from_library:
            yield Field("how_to", "How to", NoteInput(exercise.how_to if exercise else "", id="how_to"))
            yield Field("caution", "Watch for", NoteInput(exercise.caution if exercise else "", id="caution"))

    def _exercise_fields(self, exercise: Exercise | None) -> Iterable[Widget]:
        name = exercise.name if exercise else self._own_name
        yield Field("name", "Name", LineInput(name, "such as Wall squat", id="name"))
        choices = [(category.heading, category) for category in Category]
        category = exercise.category if exercise else Category.STRETCHING
        chosen = Select(choices, value=category, allow_blank=False, id="category", compact=True)
        yield Field("category", "Category", chosen)

    def _dose_fields(self, dose: Dose | None) -> Iterable[Widget]:
        yield Field("kind", "Counted in", Radio(_KIND_WORDS, _kind_of(dose), id="kind"))
        for name, placeholder in _PLACEHOLDERS.items():
            value = getattr(dose, name) if dose else None
            text = "" if value is None or (value == 1 and name == "times_a_day") else str(value)
            yield Field(name, LIMITS[name].label.capitalize(), LineInput(text, placeholder, id=name))
        yield Field("sides", "Sides", Radio(_SIDES_WORDS, dose.sides if dose else Sides.BOTH, id="sides"))

    def _day_fields(self) -> Iterable[Widget]:
        schedule = self._wanted.schedule if self._wanted else Schedule()
        yield Field("schedule", "Days", LineInput(str(schedule), _DAYS, id="schedule"))
        first = (self._wanted.first_day if self._wanted else self._today).isoformat()
        yield Field("first_day", "From", LineInput(first, "today, monday, or a date", id="first_day"))
        last = self._wanted.last_day.isoformat() if self._wanted and self._wanted.last_day else ""
        placeholder = f"a date such as {self._today}; empty: it goes on"
        yield Field("last_day", "Until", LineInput(last, placeholder, id="last_day"))

    def on_mount(self) -> None:
        """Show the numbers of the dose, and focus the first of them unless the exercise is new."""
        self._show_numbers()
        if self._exercise:
            self.query_one(f"#{KINDS[self.query_one('#kind', Radio).value][0]}").focus()

    @on(Radio.Changed, "#kind")
    def _show_numbers(self) -> None:
        shown = KINDS[self.query_one("#kind", Radio).value]
        for name in {name for names in KINDS.values() for name in names}:
            self.query_one(f"#field-{name}").display = name in shown


def wanted_from(answers: Mapping[str, Any], today: date) -> Wanted:
    """Return what is prescribed by the answers of the form.

    Raises:
        InvalidValue: an answer is not valid; its `field` says which.
    """
    last = answers["last_day"]
    return Wanted(
        _dose_from(answers),
        Schedule.parse(answers["schedule"]),
        parse_day(answers["first_day"] or "today", today, field="first_day", ahead=True),
        parse_day(last, today, field="last_day", ahead=True) if last.strip() else None,
        answers["note"],
    )


def own_exercise_from(answers: Mapping[str, Any], exercise_id: str = "", *, gentle: bool = False) -> Exercise:
    """Return the own exercise that was entered in the form; it has sides if its dose is for one side or for each.

    Raises:
        InvalidValue: an answer is not valid; its `field` says which.
    """
    return Exercise(
        exercise_id,
        answers["name"],
        answers["category"],
        answers["sides"] != Sides.BOTH,
        answers["how_to"],
        answers["caution"],
        gentle=gentle,
    )


def _dose_from(answers: Mapping[str, Any]) -> Dose:
    kind = answers["kind"]
    numbers = {name: parse_number(name, answers[name]) for name in (*KINDS[kind], "times_a_day")}
    if kind != "repetitions" and numbers[kind] is None:
        raise InvalidValue(kind, f"{LIMITS[kind].label}: say how much, or count in something else")
    given: dict[str, Any] = {name: number for name, number in numbers.items() if number is not None}
    return Dose(**given, sides=Sides(answers["sides"]))


def _kind_of(dose: Dose | None) -> str:
    parts = ("breaths", "minutes", "distance_m")
    return next((part for part in parts if dose and getattr(dose, part) is not None), "repetitions")
