"""The plan is read once, and again only when it may have changed."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from backjournal.model.prescriptions import Prescription
from backjournal.store.store import Store
from tests.helpers.values import BIRD_DOG, BRIDGE, TODAY

OpenStore = Callable[[], Store]


def prescribe_bridge(store: Store) -> Prescription:
    return store.plan.prescribe(BRIDGE.exercise, BRIDGE.dose, BRIDGE.schedule, TODAY)


def prescribe_bird_dog(store: Store) -> Prescription:
    return store.plan.prescribe(BIRD_DOG.exercise, BIRD_DOG.dose, BIRD_DOG.schedule, TODAY)


def known(store: Store) -> tuple[set[str], list[str]]:
    """Return the ids of the exercises, and of those prescribed."""
    return set(store.plan.exercises()), [each.exercise_id for each in store.plan.prescriptions()]


ONE, BOTH = ({"bridge"}, ["bridge"]), ({"bridge", "bird-dog"}, ["bridge", "bird-dog"])


def test_an_unchanged_plan_is_read_once(store: Store) -> None:
    prescribe_bridge(store)
    known(store)
    asked: list[str] = []
    store._db.conn.set_trace_callback(asked.append)
    assert known(store) == ONE
    assert not [sql for sql in asked if "SELECT" in sql]


def test_an_own_write_is_seen_within_its_change_and_after_it(store: Store) -> None:
    prescribe_bridge(store)
    with store.changes.write("both"):
        assert known(store) == ONE
        prescribe_bird_dog(store)
        assert known(store) == BOTH
    assert known(store) == BOTH


def test_what_was_read_within_a_change_that_failed_is_forgotten(store: Store) -> None:
    def fail() -> None:
        with store.changes.write("both"):
            prescribe_bird_dog(store)
            assert known(store) == BOTH
            raise KeyboardInterrupt

    prescribe_bridge(store)
    for _ in range(2):
        with pytest.raises(KeyboardInterrupt):
            fail()
        assert known(store) == ONE


def test_undo_and_redo_are_seen(store: Store) -> None:
    prescribe_bridge(store)
    prescribe_bird_dog(store)
    assert known(store) == BOTH
    store.changes.undo()
    assert known(store) == ONE
    store.changes.redo()
    assert known(store) == BOTH


def test_what_another_process_writes_is_seen(open_store: OpenStore) -> None:
    store, other = open_store(), open_store()
    prescribe_bridge(store)
    assert known(store) == known(other) == ONE
    prescribe_bird_dog(other)
    assert known(store) == BOTH
    store.changes.undo()
    assert known(other) == ONE


def test_a_thread_of_its_own_sees_what_is_there_and_what_it_writes_is_seen(store: Store) -> None:
    prescribe_bridge(store)
    with store.elsewhere() as elsewhere:
        assert known(elsewhere) == ONE
        prescribe_bird_dog(elsewhere)
    assert known(store) == BOTH


def test_the_exercises_and_prescriptions_are_of_one_plan(
    open_store: OpenStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, other = open_store(), open_store()
    prescribe_bridge(store)
    query = store._db.query

    def interrupted(sql: str, *values: Any) -> Iterator[dict[str, Any]]:
        """Have the other process write just after the exercises were read."""
        rows = list(query(sql, *values))
        if "FROM exercises" in sql and other.plan.prescriptions() == before:
            prescribe_bird_dog(other)
        yield from rows

    before = other.plan.prescriptions()
    monkeypatch.setattr(store._db, "query", interrupted)
    assert {entry.exercise.id for entry in store.plan.entries(TODAY)} == BOTH[0]


def test_what_a_caller_does_with_the_exercises_is_its_own_business(store: Store) -> None:
    prescribe_bridge(store)
    store.plan.exercises().clear()
    assert known(store) == ONE
