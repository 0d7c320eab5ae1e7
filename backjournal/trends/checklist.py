"""The checklist of a day: what the plan asks for, and what was practised of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from backjournal.model.exercises import Category, Exercise
from backjournal.model.prescriptions import Practice, Prescription, Status


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One exercise that the plan asks for on a day, with its practice if there is one."""

    exercise: Exercise
    prescription: Prescription
    practice: Practice | None = None

    @property
    def progress(self) -> str:
        """The amount against the target where the dose is made of several, such as `1 of 2`; else nothing."""
        target, amount = self.prescription.dose.target, self.practice.amount if self.practice else 0
        partial = self.practice is not None and self.practice.status is Status.PARTIAL
        return f"{amount} of {target}" if partial else ""

    @property
    def share(self) -> float:
        """How much of the dose was practised, from 0 to 1."""
        if self.practice is None or self.practice.status is Status.SKIPPED:
            return 0.0
        if self.practice.status is Status.DONE:
            return 1.0
        return min(1.0, self.practice.amount / self.prescription.dose.target)

    @property
    def excused(self) -> bool:
        """Tell whether it was skipped for a reason that does not count against anybody."""
        return self.practice is not None and self.practice.excused


def progress_of(items: Iterable[ChecklistItem]) -> tuple[int, int]:
    """Return how many exercises of a day are done in full, and of how many."""
    done = [item.practice is not None and item.practice.status is Status.DONE for item in items]
    return sum(done), len(done)


def checklist(
    day: date,
    exercises: Mapping[str, Exercise],
    prescriptions: Iterable[Prescription],
    practices: Iterable[Practice],
) -> tuple[ChecklistItem, ...]:
    """Return the day's exercises, by category and within it in the order of the plan.

    What was practised of a prescription that does not ask for it on that day is listed too.
    """
    of_day = {practice.prescription_id: practice for practice in practices if practice.day == day}
    items = (
        ChecklistItem(exercises[prescription.exercise_id], prescription, of_day.get(prescription.id))
        for prescription in prescriptions
        if prescription.asks_on(day) or prescription.id in of_day
    )
    order = list(Category)
    return tuple(sorted(items, key=lambda item: (order.index(item.exercise.category), item.prescription.position)))
