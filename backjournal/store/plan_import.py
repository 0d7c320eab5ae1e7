"""Taking a written plan into the journal, in one change."""

from datetime import date

from backjournal.model.errors import JournalError
from backjournal.store.store import Store
from backjournal.trends.plan_changes import (
    ExerciseChange,
    Kind,
    KnownPlan,
    PlanChanges,
    WrittenPlan,
    by_category,
    plan_changes,
)


def known_plan(store: Store, today: date) -> KnownPlan:
    """Return what the journal has of a plan.

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


def take_plan(store: Store, written: WrittenPlan, shown: PlanChanges, today: date) -> None:
    """Make the plan what is written, from today on; `shown` is what the person was told that it changes.

    Raises:
        JournalError: it would change something else by now, or the journal cannot be written; nothing was changed.
    """
    with store.changes.write("import of a plan"):
        known = known_plan(store, today)
        if plan_changes(written, known) != shown:
            raise JournalError("the plan was changed elsewhere meanwhile, nothing was saved: look at it again")
        if shown.facts != known.facts:
            store.plan.save_facts(shown.facts)
        # What goes makes room for what comes, whatever the order of the file.
        for change in shown.exercises:
            _stop(store, change, today)
        ids = [_take(store, change, today) for change in shown.exercises if change.kind is not Kind.STOPPED]
        _put_in_order(store, ids, today)


def _stop(store: Store, change: ExerciseChange, today: date) -> None:
    stay = {each.id for each in change.after}
    for prescription in change.before:
        if prescription.id not in stay:
            store.plan.stop(prescription, today)


def _take(store: Store, change: ExerciseChange, today: date) -> str:
    """Write the exercise and its prescriptions, and return its id."""
    exercise = change.exercise if change.exercise.id else store.plan.own(change.exercise)
    if change.rewritten:
        store.plan.rewrite(exercise)
    known = {each.id: each for each in change.before}
    for each in change.after:
        if each.id:
            store.plan.change(known[each.id], each, today)
    for each in change.after:
        if not each.id:
            store.plan.prescribe(exercise, each.dose, each.schedule, each.first_day, each.last_day, each.note)
    return exercise.id


def _put_in_order(store: Store, ids: list[str], today: date) -> None:
    entries = store.plan.entries(today)
    exercises = {entry.exercise.id: entry.exercise for entry in entries}
    wanted = [exercise.id for exercise in by_category(exercises[each] for each in ids if each in exercises)]
    if wanted != [each for each in exercises if each in wanted]:
        places = {each: place for place, each in enumerate(ids)}
        ordered = sorted(entries, key=lambda entry: places.get(entry.exercise.id, len(places)))
        store.plan.reorder([entry.prescription.id for entry in ordered])
