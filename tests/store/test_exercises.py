"""Own exercises, the exercises kept in a flare-up, and the facts of the plan."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backjournal.model.doses import Dose
from backjournal.model.errors import InvalidValue, JournalError
from backjournal.model.exercises import Category, Exercise
from backjournal.model.prescriptions import PlanFacts
from backjournal.model.schedules import Schedule
from backjournal.store.store import Store
from tests.helpers.anything import ANY_DAY
from tests.helpers.values import BRIDGE, TODAY, WALKING
from tests.helpers.words import ANY_TEXT

DOSE, DAILY = Dose(repetitions=10), Schedule()


@pytest.fixture
def own(store: Store) -> Exercise:
    """Return an own exercise that is in the plan, beside the bridge."""
    store.plan.prescribe(BRIDGE.exercise, DOSE, DAILY, TODAY)
    made = store.plan.own(Exercise("", "Wall squat", Category.STRENGTHENING, how_to="Slide down."))
    store.plan.prescribe(made, DOSE, DAILY, TODAY)
    return made


def test_an_exercise_of_ones_own_is_rewritten_and_keeps_its_prescription(store: Store, own: Exercise) -> None:
    before = store.plan.prescriptions()
    better = Exercise(own.id, "Wall sit", Category.STABILIZATION, sides=True, how_to="Slide.", caution="Knees.")
    store.plan.rewrite(better)
    assert store.plan.exercises()[own.id] == better
    assert store.plan.prescriptions() == before
    assert store.changes.undo() == "change of Wall sit"
    assert store.plan.exercises()[own.id] == own


def test_an_exercise_keeps_its_own_name_when_it_is_rewritten(store: Store, own: Exercise) -> None:
    shouted = replace(own, name="WALL SQUAT")
    store.plan.rewrite(shouted)
    assert store.plan.exercises()[own.id] == shouted


def test_an_exercise_does_not_take_the_name_of_another(store: Store, own: Exercise) -> None:
    with pytest.raises(InvalidValue, match="an exercise named bridge is in the plan already") as refusal:
        store.plan.rewrite(replace(own, name="bridge"))
    assert refusal.value.field == "name"
    assert store.plan.exercises()[own.id] == own


def test_a_name_is_taken_as_long_as_both_are_in_the_plan(store: Store) -> None:
    week = timedelta(days=7)
    store.plan.prescribe(BRIDGE.exercise, DOSE, DAILY, TODAY - 2 * week, TODAY - week)
    beside, after = (store.plan.own(Exercise("", name, Category.STRENGTHENING)) for name in ("Beside", "After"))
    store.plan.prescribe(beside, DOSE, DAILY, TODAY - week)
    store.plan.prescribe(after, DOSE, DAILY, TODAY - week + timedelta(days=1))
    with pytest.raises(InvalidValue, match=f"named bridge is in the plan up to {TODAY - week}: give another name"):
        store.plan.rewrite(replace(beside, name="bridge"))
    store.plan.rewrite(replace(after, name="bridge"))
    assert store.plan.exercises()[after.id].name == "bridge"


@pytest.mark.parametrize("source", [BRIDGE.exercise.source, ""])
def test_an_exercise_of_the_library_is_not_rewritten(store: Store, own: Exercise, source: str) -> None:
    with pytest.raises(JournalError, match="is of the library: write what differs into the note on its dose"):
        store.plan.rewrite(replace(BRIDGE.exercise, how_to="My way.", source=source))
    assert store.plan.exercises()[BRIDGE.exercise.id] == BRIDGE.exercise


def test_what_is_gentle_stays_so_when_it_is_prescribed_again(store: Store) -> None:
    first = store.plan.prescribe(BRIDGE.exercise, DOSE, DAILY, TODAY)
    store.plan.keep_gentle(BRIDGE.exercise, gentle=True)
    gentle = replace(BRIDGE.exercise, gentle=True)
    assert store.plan.exercises() == {"bridge": gentle}
    store.plan.stop(first, TODAY)
    store.plan.prescribe(BRIDGE.exercise, DOSE, DAILY, TODAY)
    assert store.plan.exercises() == {"bridge": gentle}
    store.plan.keep_gentle(gentle, gentle=False)
    assert store.plan.exercises() == {"bridge": BRIDGE.exercise}
    assert store.changes.undo() == "Bridge not kept in a flare-up"
    for _ in range(2):
        store.changes.undo()
    assert store.changes.undo() == "Bridge kept in a flare-up"
    assert store.plan.exercises() == {"bridge": BRIDGE.exercise}


def test_to_be_kept_again_changes_nothing(store: Store) -> None:
    store.plan.prescribe(WALKING.exercise, WALKING.dose, DAILY, TODAY)
    store.plan.keep_gentle(WALKING.exercise, gentle=False)
    assert store.changes.undo() == "adding of Walking to the plan"


def test_the_facts_of_the_plan(store: Store) -> None:
    assert store.plan.facts() == PlanFacts()
    store.plan.save_facts(PlanFacts("Walk the dog", "Dr Weiss", TODAY))
    store.plan.save_facts(PlanFacts("Walk the dog again"))
    assert store.plan.facts() == PlanFacts("Walk the dog again")
    assert store.changes.undo() == "aim of the plan"
    assert store.plan.facts() == PlanFacts("Walk the dog", "Dr Weiss", TODAY)
    store.changes.undo()
    assert store.plan.facts() == PlanFacts()
    assert store.changes.redo() == "aim of the plan"
    assert store.plan.facts() == PlanFacts("Walk the dog", "Dr Weiss", TODAY)


@given(st.builds(PlanFacts, ANY_TEXT, ANY_TEXT.map(lambda text: text[:80]), st.none() | ANY_DAY))
def test_whatever_facts_the_model_accepts_are_kept_as_they_are(any_store: Store, facts: PlanFacts) -> None:
    any_store.plan.save_facts(facts)
    assert any_store.plan.facts() == facts
