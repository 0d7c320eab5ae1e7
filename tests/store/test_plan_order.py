"""The entries of the plan in their order, and the starter plan."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from backjournal.library.exercises import starter_plan
from backjournal.model.doses import Dose
from backjournal.model.errors import JournalError
from backjournal.model.exercises import Exercise
from backjournal.model.practices import Practice, Status
from backjournal.model.prescriptions import Prescription
from backjournal.model.schedules import Schedule
from backjournal.store.store import Store
from tests.helpers.values import TODAY, shipped

DAILY = Schedule()
ONE, TWO = (Dose(sets=sets, repetitions=10) for sets in (1, 2))
LATER = TODAY + timedelta(days=7)


def tick(store: Store, prescription: Prescription, day: date) -> None:
    store.practices.save(Practice(prescription.id, day, Status.DONE, 1), "tick")


def prescribed(store: Store, *keys: str) -> list[Exercise]:
    exercises = [shipped(key).exercise for key in keys]
    for exercise in exercises:
        store.plan.prescribe(exercise, ONE, DAILY, TODAY)
    return exercises


def order_of(store: Store, day: date = TODAY) -> list[str]:
    return [entry.exercise.id for entry in store.plan.entries(day)]


def test_the_entries_of_a_plan_are_in_force_or_to_come_by_category(store: Store) -> None:
    prescribed(store, "bird-dog", "bridge")
    stopped = store.plan.prescribe(shipped("walking").exercise, ONE, DAILY, TODAY - timedelta(days=7))
    store.plan.prescribe(shipped("cat-cow").exercise, ONE, DAILY, LATER)
    store.plan.stop(stopped, TODAY)
    assert order_of(store) == ["cat-cow", "bridge", "bird-dog"]
    assert order_of(store, TODAY - timedelta(days=1)) == ["cat-cow", "bridge", "walking", "bird-dog"]


def test_an_exercise_moves_within_its_category(store: Store) -> None:
    bridge_, bird_dog, clamshell = prescribed(store, "bridge", "bird-dog", "clamshell")
    assert store.plan.move(clamshell, -1, TODAY)
    assert order_of(store) == ["clamshell", "bridge", "bird-dog"]
    assert store.changes.undo() == "moving of Clamshell up"
    assert store.plan.move(bridge_, 1, TODAY)
    assert order_of(store) == ["clamshell", "bridge", "bird-dog"]
    for exercise, step in ((clamshell, -1), (bridge_, 1), (bird_dog, -1), (bird_dog, 1)):
        assert not store.plan.move(exercise, step, TODAY)
    assert order_of(store) == ["clamshell", "bridge", "bird-dog"]
    assert store.changes.undo() == "moving of Bridge down"


def test_an_exercise_that_left_the_plan_meanwhile_is_not_moved(store: Store) -> None:
    prescribed(store, "bridge", "clamshell")
    assert not store.plan.move(shipped("single-leg-bridge").exercise, -1, TODAY)
    assert order_of(store) == ["bridge", "clamshell"]


def test_what_is_past_is_no_place_to_move_to(store: Store) -> None:
    past = store.plan.prescribe(shipped("bridge").exercise, ONE, DAILY, TODAY - timedelta(days=7))
    (clamshell,) = prescribed(store, "clamshell")
    store.plan.stop(past, TODAY)
    assert not store.plan.move(clamshell, -1, TODAY)


def test_both_prescriptions_of_an_exercise_move_together(store: Store) -> None:
    bridge_, clamshell = prescribed(store, "bridge", "clamshell")
    first = store.plan.prescriptions()[0]
    tick(store, first, TODAY)
    store.plan.change(first, replace(first, dose=TWO, schedule=DAILY), TODAY)
    assert order_of(store) == ["bridge", "bridge", "clamshell"]
    store.plan.move(bridge_, 1, TODAY)
    assert order_of(store) == ["clamshell", "bridge", "bridge"]
    store.plan.move(clamshell, 1, TODAY)
    assert order_of(store) == ["bridge", "bridge", "clamshell"]


def test_what_was_stopped_today_and_added_again_has_its_new_place(store: Store) -> None:
    bridge_, _ = prescribed(store, "bridge", "clamshell")
    first = store.plan.prescriptions()[0]
    tick(store, first, TODAY)
    store.plan.stop(first, TODAY)
    store.plan.prescribe(bridge_, TWO, DAILY, TODAY)
    assert order_of(store) == ["clamshell", "bridge", "bridge"]
    assert store.plan.move(bridge_, -1, TODAY)
    assert order_of(store) == ["bridge", "bridge", "clamshell"]


def test_the_starter_plan_is_one_change(store: Store) -> None:
    store.plan.take_starter(starter_plan(), TODAY)
    assert set(order_of(store)) == {entry.exercise.id for entry in starter_plan()}
    assert {each.first_day for each in store.plan.prescriptions()} == {TODAY}
    assert store.changes.undo() == "starter plan"
    assert store.plan.entries(TODAY) == ()


def test_the_starter_plan_is_for_an_empty_plan(store: Store) -> None:
    first = store.plan.prescribe(shipped("bridge").exercise, ONE, DAILY, TODAY - timedelta(days=7))
    with pytest.raises(JournalError, match="there is a plan already"):
        store.plan.take_starter(starter_plan(), TODAY)
    assert store.plan.prescriptions() == (first,)
    store.plan.stop(first, TODAY)
    store.plan.take_starter(starter_plan(), TODAY)
    assert len(store.plan.entries(TODAY)) == len(starter_plan())
