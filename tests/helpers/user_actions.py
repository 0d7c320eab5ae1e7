"""Changes that a person makes to a journal, and all that they see of it."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from backjournal.model.doses import Dose, Sides
from backjournal.model.exercises import Category, Exercise
from backjournal.model.marks import MarkKind
from backjournal.model.practices import Practice, Status
from backjournal.model.prescriptions import PlanFacts, Prescription
from backjournal.model.schedules import Schedule
from backjournal.model.sets_done import parse_sets
from backjournal.store.store import Store
from tests.helpers.values import BIRD_DOG, TODAY, check_in, mark

NOTE = check_in(
    1, pain=3, note="as typed first", marks=(mark(MarkKind.LOCATION, "hip"), mark(MarkKind.TRIGGER, "sofa"))
)
OWN = Exercise("own", "Wall squat", Category.STRENGTHENING, how_to="Slide down.")
EDITED = check_in(1, worst_pain=6, note="typed anew", marks=(mark(MarkKind.TRIGGER, "garden"),))


def visible(store: Store) -> tuple[Any, ...]:
    """Return everything of a journal that a person can see."""
    return (
        store.diary.check_ins(),
        store.diary.flare_ups(),
        {kind: set(store.diary.words(kind)) for kind in MarkKind},
        store.plan.exercises(),
        store.plan.prescriptions(),
        store.plan.facts(),
        store.practices.between(date.min, date.max),
        store.measures.chosen(),
        store.measures.results(),
        store.experiments.all(),
    )


def first(store: Store) -> Prescription:
    """Return the first prescription of the plan."""
    return store.plan.prescriptions()[0]


def tick(store: Store) -> None:
    """Tick the first exercise."""
    store.practices.save(Practice(first(store).id, TODAY, Status.DONE, 2, 4, "", "easy"), "Bridge done")


def skip(store: Store) -> None:
    """Skip the first exercise."""
    store.practices.save(Practice(first(store).id, TODAY, Status.SKIPPED, reason="travel"), "Bridge skipped")


def clear(store: Store) -> None:
    """Clear today's practice of the first exercise."""
    store.practices.clear(first(store).id, TODAY, "Bridge cleared")


def add(store: Store) -> None:
    """Add an exercise to the plan."""
    store.plan.prescribe(BIRD_DOG.exercise, BIRD_DOG.dose, BIRD_DOG.schedule, TODAY)


def change_today(store: Store) -> None:
    """Change a dose from today on."""
    known = first(store)
    store.plan.change(known, replace(known, dose=Dose(minutes=5), schedule=Schedule.parse("mon")), TODAY)


def change_later(store: Store) -> None:
    """Change a dose from a week ahead on."""
    known = first(store)
    wanted = replace(known, dose=Dose(breaths=5), schedule=Schedule.parse("mon"))
    store.plan.change(known, wanted, TODAY + timedelta(days=7))


def limit(store: Store) -> None:
    """Give the first prescription a last day and a note."""
    known = first(store)
    store.plan.change(known, replace(known, last_day=TODAY + timedelta(days=9), note="slowly"), TODAY)


def add_phase(store: Store) -> None:
    """Prescribe another dose of the first exercise after its last day."""
    since = TODAY + timedelta(days=10)
    dose = Dose(distance_m=800, sides=Sides.RIGHT)
    exercise = store.plan.exercises()[first(store).exercise_id]
    store.plan.prescribe(exercise, dose, Schedule(every=2), since, since, "then")


def keep_gentle(store: Store) -> None:
    """Mark the first exercise to be kept in a flare-up."""
    store.plan.keep_gentle(store.plan.exercises()[first(store).exercise_id], gentle=True)


def add_own(store: Store) -> None:
    """Add an own exercise to the plan."""
    store.plan.prescribe(OWN, Dose(2, 10, 4, 30), Schedule(times_a_week=3), TODAY)


def rewrite(store: Store) -> None:
    """Rename the own exercise."""
    store.plan.rewrite(replace(OWN, name="Wall sit", sides=True))


def name_the_aim(store: Store) -> None:
    """Write down what the plan is for."""
    store.plan.save_facts(PlanFacts("Walk the dog", "Dr Weiss", TODAY))


def practise(store: Store) -> None:
    """Practise the first exercise with guidance, set by set."""
    known = first(store)
    for number in range(1, 3):
        sets = parse_sets("left 10 × 4 s; right 10 × 4 s; " * number)
        store.practices.save(
            Practice(known.id, TODAY, Status.PARTIAL, number, number, sets=sets), "guided practice", joined=True
        )


def stop_today(store: Store) -> None:
    """Stop an exercise today."""
    store.plan.stop(first(store), TODAY)


def stop_later(store: Store) -> None:
    """Stop an exercise in a week."""
    store.plan.stop(first(store), TODAY + timedelta(days=7))


def reorder(store: Store) -> None:
    """Reverse the order of the plan."""
    store.plan.reorder([each.id for each in reversed(store.plan.prescriptions())])


def end(store: Store) -> None:
    """End the open flare-up."""
    store.diary.end_flare_up(TODAY)


def several(store: Store) -> None:
    """Make several changes as one."""
    with store.changes.write("starter plan"):
        add(store)
        change_later(store)
        tick(store)
        clear(store)
