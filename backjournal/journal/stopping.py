"""Taking an exercise out of the plan, with all its phases."""

from datetime import date

from backjournal.model.errors import JournalError
from backjournal.model.exercises import Exercise
from backjournal.store.store import Store


def stop_exercise(store: Store, exercise: Exercise, today: date) -> bool:
    """End all prescriptions of an exercise, those to come included; return whether it stays on today's list.

    It ends yesterday, or today if it was ticked or skipped today. Its past stays.

    Raises:
        JournalError: it is not in the plan or stopped already, or the journal cannot be written.
    """
    with store.changes.write(f"stopping of {exercise.name}"):
        phases = [entry.prescription for entry in store.plan.entries(today) if entry.exercise.id == exercise.id]
        if not phases:
            raise JournalError(f"{exercise.name} is not in the plan any more: there is nothing to stop")
        practised = any(store.practices.of(phase.id, today) for phase in phases)
        going_on = [phase for phase in phases if not practised or phase.last_day != today]
        for phase in going_on or phases[-1:]:
            store.plan.stop(phase, today)
    return any(entry.exercise.id == exercise.id for entry in store.plan.entries(today))
