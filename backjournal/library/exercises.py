"""The exercises of the library and the gentle starter plan, from exercises.toml."""

from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from backjournal.library.toml_files import read_toml
from backjournal.model.doses import Dose, Sides
from backjournal.model.exercises import Category, Exercise
from backjournal.model.schedules import Schedule
from backjournal.model.spelling import has_words

ASK_FIRST = "Starting points, not advice: show the plan to a doctor or physiotherapist before you begin."
NO_SOURCE = "starting point, ask your therapist"


@dataclass(frozen=True, slots=True)
class LibraryExercise:
    """An exercise of the library with the dose and the schedule to start with."""

    exercise: Exercise
    dose: Dose
    schedule: Schedule
    aim: Dose | None = None
    """The dose up to which its source builds up; None if it names none."""


@cache
def library() -> tuple[LibraryExercise, ...]:
    """Return the exercises of the library, in the order of the categories."""
    return tuple(
        LibraryExercise(
            Exercise(
                id=entry["key"],
                name=entry["name"],
                category=Category(entry["category"]),
                sides=entry["sides"],
                how_to=entry["how_to"],
                caution=entry["caution"],
                dose_note=entry["dose_note"],
                source=entry["source"] or NO_SOURCE,
            ),
            _dose(entry["dose"], sides=entry["sides"]),
            Schedule.parse(entry["days"]),
            _dose(entry["aim"], sides=entry["sides"]) if "aim" in entry else None,
        )
        for entry in read_toml("exercises.toml")["exercise"]
    )


def aim_of(exercise_id: str) -> Dose | None:
    """Return the dose up to which the source of an exercise builds up; None if none is known."""
    return _aims().get(exercise_id)


@cache
def _aims() -> dict[str, Dose]:
    return {entry.exercise.id: entry.aim for entry in library() if entry.aim}


def search_library(words: str) -> tuple[LibraryExercise, ...]:
    """Return the exercises of the library that have all words in name, category or how-to, however spelled."""
    return tuple(
        entry
        for entry in library()
        if has_words(f"{entry.exercise.name} {entry.exercise.category} {entry.exercise.how_to}", words)
    )


@cache
def starter_plan() -> tuple[LibraryExercise, ...]:
    """Return the gentle plan offered to a new journal: a few exercises of each category, in small doses."""
    by_key = {entry.exercise.id: entry.exercise for entry in library()}
    return tuple(
        LibraryExercise(exercise, _dose(entry["dose"], sides=exercise.sides), Schedule.parse(entry["days"]))
        for entry in read_toml("exercises.toml")["starter"]
        for exercise in (replace(by_key[entry["exercise"]], gentle=entry.get("gentle", False)),)
    )


def _dose(numbers: dict[str, Any], *, sides: bool) -> Dose:
    return Dose(**numbers, sides=Sides.EACH if sides else Sides.BOTH)
