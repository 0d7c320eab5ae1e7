"""The made-up plan: the prescriptions over the weeks, with larger doses where the rule of progress allows them."""

from datetime import date, timedelta

from backjournal.demo.diarist import DAYS, LAST
from backjournal.library.exercises import library
from backjournal.model.doses import Dose, Sides
from backjournal.model.exercises import Category, Exercise
from backjournal.model.frozen import dataclass, replace
from backjournal.model.prescriptions import PlanFacts, Prescription
from backjournal.model.schedules import Schedule
from backjournal.store.store import Store


@dataclass(frozen=True, slots=True)
class _Phase:
    """A prescription of an exercise, in force until its last day or until the exercise's next phase."""

    exercise: str
    """The exercise's id."""

    begins: int
    """The number of the first day."""

    dose: Dose
    schedule: str
    note: str = ""
    last: int | None = None
    """The number of the last day; None without one."""


_AIM = "Sit through a working day, and carry the shopping home without thinking of my back."
_THERAPIST = "Anna Lindqvist, physiotherapist"

_WALL_SLIDE = Exercise(
    id="wall-slide",
    name="Wall slide",
    category=Category.STRENGTHENING,
    how_to="Lean your back against a wall, feet a step away from it. Slide down until your knees are a little bent, "
    "stay for one breath, and slide up again.",
    caution="Wear shoes that do not slip, and go only as low as your knees like.",
)
"""The person's own exercise; the journal gives it a new id."""

_GENTLE = ("knee-rolls", "walking")
"""The ids of the exercises that the person keeps doing in a flare-up."""

_SLOWLY = "Slow is better than high. Hips level."

_PHASES = (
    _Phase("knee-rolls", 0, Dose(breaths=8), "daily"),
    _Phase(
        "knee-to-chest",
        0,
        Dose(repetitions=2, hold_seconds=5, times_a_day=2),
        "daily",
        "Once before breakfast, once before bed.",
    ),
    _Phase("bridge", 0, Dose(sets=2, repetitions=6, hold_seconds=3, rest_seconds=30), "daily"),
    _Phase("walking", 0, Dose(minutes=15), "4 a week", "On days that suit you, with a day off in between."),
    _Phase("pelvic-tilt", 0, Dose(repetitions=5, hold_seconds=5), "daily"),
    _Phase("sit-to-stand", 0, Dose(sets=2, repetitions=8, rest_seconds=60), "mon wed fri"),
    _Phase("wall-slide", 30, Dose(repetitions=8), "tue sat"),
    _Phase("bird-dog", 45, Dose(sets=2, repetitions=6, hold_seconds=4), "every other day", _SLOWLY),
    _Phase(
        "walking",
        63,
        Dose(minutes=30),
        "4 a week",
        "On days that suit you: half an hour at once, or two shorter walks.",
    ),
    _Phase("bridge", 72, Dose(sets=2, repetitions=8, hold_seconds=3, rest_seconds=30), "daily"),
    _Phase("bird-dog", 94, Dose(sets=2, repetitions=8, hold_seconds=4), "every other day", _SLOWLY),
    _Phase(
        "bird-dog",
        110,
        Dose(sets=2, repetitions=6, hold_seconds=4),
        "every other day",
        "A step back after the flare-up. " + _SLOWLY,
    ),
    _Phase("side-plank", 114, Dose(sets=2, hold_seconds=20, rest_seconds=20), "mon thu"),
    _Phase("bridge", 120, Dose(sets=2, repetitions=10, hold_seconds=3, rest_seconds=30), "daily"),
    _Phase("kneeling-back-extension", 154, Dose(repetitions=10), "daily", "For six weeks.", last=154 + 41),
    _Phase("bird-dog", 157, Dose(sets=2, repetitions=8, hold_seconds=4), "every other day", _SLOWLY),
)

_LARGER = {"bridge": (72, 120), "bird-dog": (94, 157, DAYS)}
"""The numbers of the days from which a larger dose is in force or, after today, may be; by the exercise's id."""

_STEADY_DAYS = 14
"""How many days of full practice come before a larger dose."""


def is_steady(exercise_id: str, number: int) -> bool:
    """Return whether a day belongs to the fortnight of full practice before a larger dose."""
    return any(larger - _STEADY_DAYS <= number < larger for larger in _LARGER.get(exercise_id, ()))


def prescribe_plan(store: Store, first_day: date) -> None:
    """Write the plan and its facts, from a first day on; one exercise begins on the Monday after today.

    Raises:
        JournalError: the journal cannot be written.
    """
    store.plan.save_facts(PlanFacts(_AIM, _THERAPIST, first_day))
    shipped = {entry.exercise.id: entry.exercise for entry in library()}
    exercises = shipped | {_WALL_SLIDE.id: store.plan.own(_WALL_SLIDE)}
    latest: dict[str, Prescription] = {}
    for phase in (*_PHASES, _front_plank(first_day)):
        exercise = replace(exercises[phase.exercise], gentle=phase.exercise in _GENTLE)
        latest[phase.exercise] = _prescribe(store, first_day, phase, exercise, latest.get(phase.exercise))


def _front_plank(first_day: date) -> _Phase:
    today = first_day + timedelta(days=LAST)
    note = "From next Monday. On the knees at first."
    return _Phase(
        "front-plank", LAST + 7 - today.weekday(), Dose(sets=2, hold_seconds=20, rest_seconds=30), "daily", note
    )


def _prescribe(
    store: Store, first_day: date, phase: _Phase, exercise: Exercise, before: Prescription | None
) -> Prescription:
    dose = replace(phase.dose, sides=Sides.EACH if exercise.sides else Sides.BOTH)
    begins = first_day + timedelta(days=phase.begins)
    if before is not None:
        return store.plan.change(before, replace(before, dose=dose, note=phase.note), begins)
    last = None if phase.last is None else first_day + timedelta(days=phase.last)
    return store.plan.prescribe(exercise, dose, Schedule.parse(phase.schedule), begins, last, phase.note)
