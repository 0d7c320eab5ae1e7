"""Joined writes: several writes in a row that are one change, as a guided practice makes them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from backjournal.model.practices import Practice, Status, with_sets
from backjournal.model.prescriptions import Prescription
from backjournal.model.sets_done import SetDone
from backjournal.model.settings import Settings
from backjournal.store.store import Store
from tests.helpers.clock import ManualClock
from tests.helpers.values import BRIDGE, TODAY, check_in

OpenStore = Callable[[], Store]

LABEL = "practice of Bridge"
SET = SetDone(10, 3)
NOTED = Practice("id1", TODAY, Status.PARTIAL, 1, 4, note="shaky")


@pytest.fixture
def bridge(store: Store) -> Prescription:
    """Return a prescription of two sets, of which one was ticked today."""
    known = store.plan.prescribe(BRIDGE.exercise, BRIDGE.dose, BRIDGE.schedule, TODAY)
    store.practices.save(replace(NOTED, prescription_id=known.id), "tick")
    return known


def practise(store: Store, bridge: Prescription, sets: int, label: str = LABEL) -> Practice:
    """Save a number of sets, one after the other, and return the practice after them."""
    for _ in range(sets):
        done = with_sets(bridge.dose, bridge.id, TODAY, store.practices.of(bridge.id, TODAY), (SET,))
        assert done
        store.practices.save(done, label, joined=True)
    return practice(store, bridge)


def practice(store: Store, bridge: Prescription) -> Practice:
    found = store.practices.of(bridge.id, TODAY)
    assert found
    return found


def test_joined_writes_are_undone_and_redone_in_one_step(
    open_store: OpenStore, store: Store, bridge: Prescription, clock: ManualClock
) -> None:
    before = practice(store, bridge)
    practise(store, bridge, 2)
    clock.advance(timedelta(minutes=5))
    after = practise(store, bridge, 1)
    assert (after.amount, after.sets, after.note) == (4, (SET, SET, SET), "shaky")
    for _ in range(2):
        assert store.changes.undo() == LABEL
        assert practice(store, bridge) == before
        store.close()
        store = open_store()
        assert store.changes.redo() == LABEL
        assert practice(store, bridge) == after
    assert store.changes.undo() == LABEL
    assert store.changes.undo() == "tick"
    assert store.practices.of(bridge.id, TODAY) is None


def test_what_joined_writes_made_new_is_gone_in_one_step(store: Store, bridge: Prescription) -> None:
    store.changes.undo()
    after = practise(store, bridge, 2)
    assert store.changes.undo() == LABEL
    assert store.practices.of(bridge.id, TODAY) is None
    assert store.changes.undo() == "adding of Bridge to the plan"
    store.changes.redo()
    store.changes.redo()
    assert practice(store, bridge) == after


BETWEEN: dict[str, Callable[[Store, Store], object]] = {
    "another change": lambda store, other: store.diary.save(check_in()),
    "a change of another process": lambda store, other: other.diary.save(check_in()),
    "a change that is not undone": lambda store, other: store.settings.save(Settings(theme="nord")),
    "a change of another process that is not undone": lambda store, other: other.answers.save("q", TODAY),
    "a change without effect": lambda store, other: store.diary.delete(check_in(9)),
    "undo and redo": lambda store, other: (store.changes.undo(), store.changes.redo()),
}


@pytest.mark.parametrize("between", BETWEEN.values(), ids=BETWEEN)
def test_what_comes_in_between_begins_a_new_change(
    open_store: OpenStore, store: Store, bridge: Prescription, between: Callable[[Store, Store], object]
) -> None:
    first = practise(store, bridge, 2)
    between(store, open_store())
    second = practise(store, bridge, 2)
    assert len(second.sets) == 4
    assert store.changes.undo() == LABEL
    assert practice(store, bridge) == first
    assert store.changes.redo() == LABEL
    assert practice(store, bridge) == second


def test_another_label_a_closed_journal_and_another_process_begin_a_new_change(
    open_store: OpenStore, store: Store, bridge: Prescription
) -> None:
    states = [practice(store, bridge), practise(store, bridge, 1), practise(store, bridge, 1, "practice of Walking")]
    store.close()
    again = open_store()
    states.append(practise(again, bridge, 1, "practice of Walking"))
    practise(open_store(), bridge, 1, "practice of Walking")
    for state in reversed(states):
        again.changes.undo()
        assert practice(again, bridge) == state


def test_a_write_on_its_own_is_joined_by_none_of_its_label(store: Store, bridge: Prescription) -> None:
    alone = replace(NOTED, prescription_id=bridge.id, amount=2)
    store.practices.save(alone, LABEL)
    practise(store, bridge, 1)
    store.changes.undo()
    assert practice(store, bridge) == alone


def test_what_is_settled_is_not_joined(store: Store, bridge: Prescription) -> None:
    first = practise(store, bridge, 2)
    store.changes.settle()
    practise(store, bridge, 2)
    store.changes.undo()
    assert practice(store, bridge) == first


def test_a_joined_write_after_an_undo_stands_alone(store: Store, bridge: Prescription) -> None:
    before = practice(store, bridge)
    practise(store, bridge, 2)
    store.changes.undo()
    practise(store, bridge, 1)
    assert store.changes.redo() is None
    store.changes.undo()
    assert practice(store, bridge) == before
    assert store.changes.undo() == "tick"


def test_a_joined_write_that_breaks_off_leaves_those_before_it(store: Store, bridge: Prescription) -> None:
    before = practice(store, bridge)
    first = practise(store, bridge, 1)

    def break_off() -> None:
        with store.changes.write(LABEL, joined=True):
            store.practices.clear(bridge.id, TODAY, "clearing")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        break_off()
    assert practice(store, bridge) == first
    practise(store, bridge, 1)
    store.changes.undo()
    assert practice(store, bridge) == before, "it still joins them"


def test_a_joined_write_of_nothing_leaves_nothing_to_undo(store: Store, bridge: Prescription) -> None:
    store.practices.save(practice(store, bridge), LABEL, joined=True)
    practise(store, bridge, 1)
    store.practices.save(practice(store, bridge), LABEL, joined=True)
    practise(store, bridge, 1)
    assert store.changes.undo() == LABEL
    assert store.changes.undo() == "tick"


def test_joined_writes_within_a_change_are_part_of_it(store: Store, bridge: Prescription) -> None:
    before = practice(store, bridge)
    with store.changes.write("all of it"):
        practise(store, bridge, 2)
    practise(store, bridge, 1)
    assert store.changes.undo() == LABEL
    assert store.changes.undo() == "all of it"
    assert practice(store, bridge) == before
