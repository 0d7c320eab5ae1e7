"""Exercises and prescriptions as rows of the journal."""

from collections.abc import Container
from datetime import date
from functools import lru_cache
from operator import itemgetter
from typing import Any

from backjournal.model.doses import Dose, Sides
from backjournal.model.errors import InvalidValue
from backjournal.model.exercises import Category, Exercise
from backjournal.model.prescriptions import PlanFacts, Prescription
from backjournal.model.schedules import Schedule

FACTS_ID = "plan"
"""The id of the only row of `plan_facts`."""

_DOSE = ("sets", "repetitions", "hold_seconds", "rest_seconds", "breaths", "minutes", "distance_m", "times_a_day")
_dose_values = itemgetter(*_DOSE, "sides")
_schedule = lru_cache(Schedule.parse)
_EXERCISE = ("name", "sides", "how_to", "caution", "dose_note", "source", "gentle")


def exercise_row(exercise: Exercise) -> dict[str, Any]:
    """Return the columns of an exercise except its id."""
    return {column: getattr(exercise, column) for column in _EXERCISE} | {"category": exercise.category.value}


def exercise_of(row: dict[str, Any]) -> Exercise:
    """Return the exercise of a row."""
    given = {column: row[column] for column in _EXERCISE}
    flags = {column: bool(row[column]) for column in ("sides", "gentle")}
    return Exercise(id=row["id"], category=Category(row["category"]), **(given | flags))


def facts_of(row: dict[str, Any]) -> PlanFacts:
    """Return the facts of the plan of a row."""
    on = date.fromisoformat(row["prescribed_on"]) if row["prescribed_on"] else None
    return PlanFacts(row["aim"], row["prescribed_by"], on)


def prescription_row(prescription: Prescription) -> dict[str, Any]:
    """Return the columns of a prescription except its id."""
    return {column: getattr(prescription.dose, column) for column in _DOSE} | {
        "exercise_id": prescription.exercise_id,
        "sides": prescription.dose.sides.value,
        "schedule": str(prescription.schedule),
        "first_day": prescription.first_day.isoformat(),
        "last_day": prescription.last_day.isoformat() if prescription.last_day else None,
        "position": prescription.position,
        "note": prescription.note,
    }


def prescription_of(row: dict[str, Any]) -> Prescription:
    """Return the prescription of a row."""
    return Prescription(
        id=row["id"],
        exercise_id=row["exercise_id"],
        dose=_dose(*_dose_values(row)),
        schedule=_schedule(row["schedule"]),
        first_day=date.fromisoformat(row["first_day"]),
        last_day=date.fromisoformat(row["last_day"]) if row["last_day"] else None,
        position=row["position"],
        note=row["note"],
    )


def prescription_with(exercises: Container[str], row: dict[str, Any]) -> Prescription:
    """Return the prescription of a row.

    Raises:
        InvalidValue: its exercise is none of these, by id.
    """
    if row["exercise_id"] not in exercises:
        raise InvalidValue("exercise_id", f"its exercise {row['exercise_id']} cannot be read")
    return prescription_of(row)


# Cached like the schedules, because a plan has the same few again and again.
@lru_cache
def _dose(*values: Any) -> Dose:
    *numbers, sides = values
    return Dose(**dict(zip(_DOSE, numbers, strict=True)), sides=Sides(sides))
