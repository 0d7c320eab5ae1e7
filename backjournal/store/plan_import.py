"""Importing a written plan into the journal, in one change."""

from datetime import date, timedelta

from backjournal.model.errors import JournalError
from backjournal.model.frozen import replace
from backjournal.model.prescriptions import Prescription
from backjournal.plan.diff import ExerciseChange, KnownPlan, PlanDiff, WrittenPlan, plan_diff
from backjournal.store.plan_rows import exercise_row, prescription_row
from backjournal.store.store import Store


def known_plan(store: Store, today: date) -> KnownPlan:
    """Return the journal's plan as of today, which a written plan is compared with.

    Raises:
        JournalError: the journal cannot be read.
    """
    return KnownPlan(
        today,
        store.plan.exercises(),
        store.plan.prescriptions(),
        store.plan.facts(),
        frozenset(practice.prescription_id for practice in store.practices.between(today, today)),
    )


def take_plan(store: Store, written: WrittenPlan, shown: PlanDiff, today: date) -> None:
    """Replace the plan by the written one from today on; `shown` is the diff that the person has seen.

    Raises:
        JournalError: the diff has changed since then, or the journal cannot be written; nothing was changed.
    """
    with store.changes.write("import of a plan"):
        known = known_plan(store, today)
        if plan_diff(written, known) != shown:
            raise JournalError("the plan was changed elsewhere meanwhile, nothing was saved: look at it again")
        if shown.nothing:
            return
        if shown.facts != known.facts:
            store.plan.save_facts(shown.facts)
        # The written plan is known to have no overlaps, so the order of the writes does not matter.
        for place, change in enumerate(shown.exercises, 1):
            _end(store, change)
            if change.after:
                _write(store, change, place)


def _end(store: Store, change: ExerciseChange) -> None:
    """End the prescriptions that the written plan drops, and delete those that would not have begun by then."""
    stay, last = {each.id for each in change.after}, change.begins - timedelta(days=1)
    for each in change.before:
        if each.id in stay:
            continue
        if each.first_day > last:
            store.changes.delete("prescriptions", each.id)
        else:
            _put(store, replace(each, last_day=last))


def _write(store: Store, change: ExerciseChange, place: int) -> None:
    exercise = change.exercise if change.exercise.id else store.plan.own(change.exercise)
    store.changes.put("exercises", exercise.id, exercise_row(exercise))
    for each in change.after:
        row_id = each.id or store.new_id()
        _put(store, replace(each, id=row_id, exercise_id=exercise.id, position=place))


def _put(store: Store, prescription: Prescription) -> None:
    store.changes.put("prescriptions", prescription.id, prescription_row(prescription))
