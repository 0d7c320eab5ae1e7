"""The entries of the plan: the prescriptions in force on a day or later, with their exercises."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from backjournal.model.exercises import Category, Exercise
from backjournal.model.frozen import dataclass
from backjournal.model.prescriptions import Prescription


@dataclass(frozen=True, slots=True)
class PlanEntry:
    """A prescription with its exercise."""

    exercise: Exercise
    prescription: Prescription


def plan_entries(
    day: date, exercises: Mapping[str, Exercise], prescriptions: Iterable[Prescription]
) -> tuple[PlanEntry, ...]:
    """Return the prescriptions in force on a day or later, by category and within it in the order of the plan.

    Those of one exercise are kept together by first day, at the place of the last one.
    """
    order = list(Category)
    entries = tuple(
        PlanEntry(exercises[prescription.exercise_id], prescription)
        for prescription in prescriptions
        if prescription.last_day is None or prescription.last_day >= day
    )
    places = {entry.exercise.id: place for place, entry in enumerate(entries)}
    return tuple(
        sorted(
            entries,
            key=lambda entry: (
                order.index(entry.exercise.category),
                places[entry.exercise.id],
                entry.prescription.first_day,
            ),
        )
    )


def moved(entries: Sequence[PlanEntry], exercise_id: str, step: int) -> tuple[PlanEntry, ...]:
    """Return the plan with an exercise moved one place up (step -1) or down (1); it never leaves its category.

    An exercise whose dose changes tomorrow has two entries: both move together, to the place of the later one.
    """
    by_exercise = {entry.exercise.id: entry.exercise for entry in entries}
    order = list(dict.fromkeys(entry.exercise.id for entry in reversed(entries)))[::-1]
    place = order.index(exercise_id) if exercise_id in by_exercise else -1
    other = place + step
    if place < 0 or not 0 <= other < len(order):
        return tuple(entries)
    if by_exercise[order[other]].category is not by_exercise[exercise_id].category:
        return tuple(entries)
    order[place], order[other] = order[other], order[place]
    return tuple(sorted(entries, key=lambda entry: order.index(entry.exercise.id)))
