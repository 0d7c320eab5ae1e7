"""The plan in the journal: its past stays true whatever is changed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backjournal.library.exercises import library, starter_plan
from backjournal.model.doses import Dose
from backjournal.model.errors import InvalidValue, JournalError
from backjournal.model.exercises import Category, Exercise
from backjournal.model.practices import Practice, Status
from backjournal.model.prescriptions import Prescription
from backjournal.model.schedules import Schedule
from backjournal.store.store import Store
from tests.helpers.anything import ANY_DAY, SCHEDULES, doses
from tests.helpers.values import BIRD_DOG, BRIDGE, TODAY, WALKING
from tests.helpers.words import ANY_TEXT

DAILY = Schedule()
ONE, TWO, THREE = (Dose(sets=sets, repetitions=10) for sets in (1, 2, 3))
LATER = TODAY + timedelta(days=7)


def bridge(store: Store, first_day: date = TODAY) -> Prescription:
    return store.plan.prescribe(BRIDGE.exercise, ONE, DAILY, first_day)


def tick(store: Store, prescription: Prescription, day: date) -> None:
    store.practices.save(Practice(prescription.id, day, Status.DONE, 1), "tick")


def nameless(store: Store) -> Exercise:
    """Return an exercise of a name that no other has."""
    return replace(BRIDGE.exercise, id=store.new_id(), name=f"Exercise {store.new_id()}")


def dose_on(store: Store, day: date) -> list[Dose]:
    return [prescription.dose for prescription in store.plan.prescriptions() if prescription.in_force(day)]


def test_a_prescription_is_kept_with_its_exercise(store: Store) -> None:
    added = store.plan.prescribe(BRIDGE.exercise, BRIDGE.dose, Schedule.parse("mon fri"), TODAY)
    assert added == Prescription("id1", "bridge", BRIDGE.dose, Schedule.parse("mon fri"), TODAY, None, 1)
    assert store.plan.prescriptions() == (added,)
    assert store.plan.exercises() == {"bridge": BRIDGE.exercise}


def test_every_shipped_exercise_and_the_starter_plan_are_kept_as_they_are(store: Store) -> None:
    for entry in library():
        added = store.plan.prescribe(entry.exercise, entry.dose, entry.schedule, TODAY)
        assert (added.dose, added.schedule) == (entry.dose, entry.schedule)
    assert list(store.plan.exercises().values()) == [entry.exercise for entry in library()]
    kept = {prescription.exercise_id: prescription for prescription in store.plan.prescriptions()}
    assert {key: (each.dose, each.schedule) for key, each in kept.items()} == {
        entry.exercise.id: (entry.dose, entry.schedule) for entry in library()
    }
    for prescription in store.plan.prescriptions():
        store.plan.stop(prescription, TODAY)
    for entry in starter_plan():
        assert store.plan.prescribe(entry.exercise, entry.dose, entry.schedule, TODAY).dose == entry.dose


def test_an_exercise_of_ones_own_gets_its_own_id(store: Store) -> None:
    typed = Exercise(
        "", "  Foam \x1b rolling", Category.STRETCHING, sides=True, how_to="Roll slowly.", caution="Not low."
    )
    one, other = store.plan.own(typed), store.plan.own(replace(typed, name="Ball rolling"))
    assert one.id != other.id
    for exercise in (one, other):
        store.plan.prescribe(exercise, ONE, DAILY, TODAY)
    assert store.plan.exercises() == {one.id: one, other.id: other}
    assert one.name == "Foam rolling"


def test_changing_a_dose_ends_one_prescription_and_starts_the_next(store: Store) -> None:
    first = bridge(store)
    following = store.plan.change(first, replace(first, dose=TWO, schedule=Schedule.parse("mon")), LATER)
    kept = {each.id: each for each in store.plan.prescriptions()}
    assert kept[first.id] == Prescription("id1", "bridge", ONE, DAILY, TODAY, LATER - timedelta(days=1), 1)
    assert kept[following.id] == Prescription("id2", "bridge", TWO, Schedule.parse("mon"), LATER, None, 1)
    assert len(kept) == 2
    for day in (TODAY, LATER - timedelta(days=1)):
        assert dose_on(store, day) == [ONE]
    assert dose_on(store, LATER) == [TWO]


def test_what_was_practised_today_keeps_its_dose_and_the_change_begins_tomorrow(store: Store) -> None:
    first = bridge(store)
    tick(store, first, LATER)
    following = store.plan.change(first, replace(first, dose=TWO, schedule=DAILY), LATER)
    assert following.first_day == LATER + timedelta(days=1)
    assert dose_on(store, LATER) == [ONE]
    assert dose_on(store, LATER + timedelta(days=1)) == [TWO]


def test_a_practice_that_was_taken_back_does_not_hold_the_change_up(store: Store) -> None:
    first = bridge(store)
    tick(store, first, LATER)
    store.practices.clear(first.id, LATER, "untick")
    assert store.plan.change(first, replace(first, dose=TWO, schedule=DAILY), LATER).first_day == LATER


def test_a_prescription_of_today_is_simply_changed(store: Store) -> None:
    first = bridge(store)
    changed = store.plan.change(first, replace(first, dose=TWO, schedule=DAILY), TODAY)
    assert changed.id == first.id
    assert (
        store.plan.change(changed, replace(changed, dose=THREE, schedule=DAILY), TODAY - timedelta(days=1)).id
        == first.id
    )
    assert store.plan.prescriptions() == (Prescription("id1", "bridge", THREE, DAILY, TODAY, None, 1),)


def test_a_prescription_practised_on_its_first_day_is_not_simply_changed(store: Store) -> None:
    first = bridge(store)
    tick(store, first, TODAY)
    store.plan.change(first, replace(first, dose=TWO, schedule=DAILY), TODAY)
    assert dose_on(store, TODAY) == [ONE]
    assert dose_on(store, TODAY + timedelta(days=1)) == [TWO]


@pytest.mark.parametrize("practised", [True, False])
def test_a_prescription_that_has_ended_is_not_changed(store: Store, practised: bool) -> None:
    tick(store, bridge(store), LATER)
    store.plan.stop(store.plan.prescriptions()[0], LATER)
    (stopped,) = store.plan.prescriptions()
    with pytest.raises(JournalError, match="Bridge ends on 2026-11-28: add it to the plan again"):
        store.plan.change(
            stopped, replace(stopped, dose=TWO, schedule=DAILY), LATER if practised else LATER + timedelta(days=1)
        )
    assert store.plan.prescriptions() == (stopped,)


def test_stopping_takes_it_out_of_the_plan_from_that_day(store: Store) -> None:
    store.plan.stop(bridge(store), LATER)
    assert dose_on(store, LATER - timedelta(days=1)) == [ONE]
    assert dose_on(store, LATER) == []


def test_stopping_what_was_practised_today_takes_it_out_from_tomorrow(store: Store) -> None:
    first = bridge(store)
    tick(store, first, LATER)
    store.plan.stop(first, LATER)
    assert dose_on(store, LATER) == [ONE]
    assert dose_on(store, LATER + timedelta(days=1)) == []


def test_stopping_on_its_first_day_leaves_nothing_in_the_plan(store: Store) -> None:
    store.plan.stop(bridge(store), TODAY)
    assert store.plan.prescriptions() == ()
    assert store.plan.exercises() == {"bridge": BRIDGE.exercise}
    assert store.changes.undo() == "stopping of Bridge"
    assert len(store.plan.prescriptions()) == 1


def test_stopping_again_later_does_not_lengthen_the_past(store: Store) -> None:
    store.plan.stop(bridge(store), LATER)
    (stopped,) = store.plan.prescriptions()
    with pytest.raises(JournalError, match=f"stopped already: its last day is {stopped.last_day}"):
        store.plan.stop(stopped, LATER + timedelta(days=30))
    assert store.plan.prescriptions() == (stopped,)


def test_an_exercise_is_not_added_twice(store: Store) -> None:
    first = bridge(store)
    with pytest.raises(JournalError, match="Bridge is in the plan already: change its dose there"):
        store.plan.prescribe(BRIDGE.exercise, TWO, DAILY, LATER)
    assert store.plan.prescriptions() == (first,)
    assert store.changes.undo() == "adding of Bridge to the plan"


def test_an_exercise_that_was_stopped_is_added_again(store: Store) -> None:
    first = bridge(store)
    tick(store, first, LATER)
    store.plan.stop(first, LATER)
    again = store.plan.prescribe(BRIDGE.exercise, TWO, DAILY, LATER)
    assert again.first_day == LATER + timedelta(days=1)
    assert dose_on(store, LATER) == [ONE]


def test_the_plan_is_reordered_and_what_comes_new_comes_last(store: Store) -> None:
    ids = [store.plan.prescribe(each.exercise, each.dose, DAILY, TODAY).id for each in (BRIDGE, WALKING, BIRD_DOG)]
    store.plan.reorder([ids[2], ids[0], ids[1]])
    assert [each.id for each in store.plan.prescriptions()] == [ids[2], ids[0], ids[1]]
    added = store.plan.prescribe(library()[0].exercise, ONE, DAILY, TODAY)
    assert [each.id for each in store.plan.prescriptions()][-1] == added.id


def test_reordering_passes_over_what_is_gone_by_now(store: Store) -> None:
    ids = [store.plan.prescribe(each.exercise, each.dose, DAILY, TODAY).id for each in (BRIDGE, WALKING)]
    store.plan.reorder([ids[1], "gone", ids[0]])
    assert [each.id for each in store.plan.prescriptions()] == [ids[1], ids[0]]


@pytest.mark.parametrize("day", [date.min, date.max])
def test_a_day_far_away_is_refused(store: Store, day: date) -> None:
    with pytest.raises(InvalidValue, match="check the year"):
        bridge(store, day)
    assert store.plan.prescriptions() == ()
    assert store.plan.exercises() == {}
    assert store.changes.undo() is None


@given(doses(), SCHEDULES, st.tuples(ANY_DAY, ANY_DAY).map(sorted), st.booleans(), ANY_TEXT)
def test_whatever_prescription_the_model_accepts_is_kept_as_it_is(
    any_store: Store, dose: Dose, schedule: Schedule, days: list[date], ends: bool, note: str
) -> None:
    first, last = days
    added = any_store.plan.prescribe(nameless(any_store), dose, schedule, first, last if ends else None, note)
    assert (added.dose, added.schedule, added.first_day) == (dose, schedule, first)
    assert {each.id: each for each in any_store.plan.prescriptions()}[added.id] == added
    any_store.changes.undo()
    assert added not in any_store.plan.prescriptions()


def test_a_prescription_that_was_changed_elsewhere_is_refused(store: Store) -> None:
    old = bridge(store, TODAY - timedelta(days=7))
    store.plan.change(old, replace(old, dose=Dose(repetitions=12), schedule=Schedule()), TODAY)
    before = store.plan.prescriptions()
    for stale in (
        lambda: store.plan.change(old, replace(old, dose=Dose(repetitions=15), schedule=Schedule()), TODAY),
        lambda: store.plan.stop(old, TODAY),
    ):
        with pytest.raises(JournalError, match="changed elsewhere meanwhile"):
            stale()
    assert store.plan.prescriptions() == before


def test_a_prescription_whose_addition_was_undone_is_refused(store: Store) -> None:
    gone = bridge(store)
    store.changes.undo()
    with pytest.raises(JournalError, match="changed elsewhere meanwhile"):
        store.plan.stop(gone, TODAY)


def test_two_exercises_of_one_name_are_not_in_the_plan_together(store: Store) -> None:
    first = bridge(store)
    own = store.plan.own(Exercise("", "bridge", Category.STRENGTHENING))
    with pytest.raises(InvalidValue, match="an exercise named bridge is in the plan already") as refusal:
        store.plan.prescribe(own, ONE, DAILY, TODAY)
    assert refusal.value.field == "name"
    store.plan.stop(first, TODAY)
    assert store.plan.prescribe(own, ONE, DAILY, TODAY).exercise_id == own.id
