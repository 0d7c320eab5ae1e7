"""Stopwatches that run on while the app is closed, and the days of answers to questions."""

from collections.abc import Callable
from datetime import UTC, timedelta

import pytest

from backjournal.model.errors import JournalError
from backjournal.model.stopwatches import Stopwatch
from backjournal.store.store import Store
from tests.helpers.clock import ManualClock
from tests.helpers.values import BRIDGE, TODAY, WALKING

OpenStore = Callable[[], Store]

YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture
def walking(store: Store) -> str:
    """Return a prescription of walking."""
    return store.plan.prescribe(WALKING.exercise, WALKING.dose, WALKING.schedule, YESTERDAY).id


def test_a_stopwatch_runs_on_while_the_journal_is_closed(
    open_store: OpenStore, store: Store, walking: str, clock: ManualClock
) -> None:
    running = Stopwatch(walking, TODAY, 90).started(clock.now())
    store.stopwatches.save(running)
    store.close()
    clock.advance(timedelta(minutes=10, milliseconds=400))
    again = open_store()
    found = again.stopwatches.of(walking, TODAY)
    assert found == running
    assert found.elapsed(clock.now()) == 690
    again.stopwatches.save(found.paused(clock.now()))
    clock.advance(timedelta(hours=1))
    assert open_store().stopwatches.of(walking, TODAY) == Stopwatch(walking, TODAY, 690)


def test_the_moment_is_kept_to_the_fraction_and_in_utc(store: Store, walking: str, clock: ManualClock) -> None:
    clock.advance(timedelta(microseconds=7))
    store.stopwatches.save(Stopwatch(walking, TODAY).started(clock.now()))
    (kept,) = store.stopwatches.all()
    assert kept.running_since == clock.now()
    assert kept.running_since.tzinfo is UTC


def test_there_is_one_for_each_prescription_and_day_the_oldest_first(store: Store, walking: str) -> None:
    bridge = store.plan.prescribe(BRIDGE.exercise, BRIDGE.dose, BRIDGE.schedule, YESTERDAY).id
    of_today, of_bridge, of_yesterday = (
        Stopwatch(walking, TODAY, 1),
        Stopwatch(bridge, TODAY, 2),
        Stopwatch(walking, YESTERDAY, 3),
    )
    for stopwatch in (of_today, of_bridge, of_yesterday, Stopwatch(walking, TODAY, 4)):
        store.stopwatches.save(stopwatch)
    assert store.stopwatches.all() == (of_yesterday, Stopwatch(walking, TODAY, 4), of_bridge)
    store.stopwatches.drop(walking, TODAY)
    store.stopwatches.drop(walking, TODAY)
    assert store.stopwatches.of(walking, TODAY) is None
    assert store.stopwatches.all() == (of_yesterday, of_bridge)
    store.stopwatches.save(of_today)
    assert store.stopwatches.of(walking, TODAY) == of_today


def test_a_stopwatch_of_nothing_is_refused(store: Store) -> None:
    with pytest.raises(JournalError, match="FOREIGN KEY"):
        store.stopwatches.save(Stopwatch("nobody", TODAY))
    assert store.stopwatches.all() == ()


def test_the_latest_answer_to_each_question_is_kept(open_store: OpenStore, store: Store) -> None:
    assert store.answers.all() == {}
    store.answers.save("flare-up", YESTERDAY)
    store.answers.save("more/bridge", TODAY)
    store.answers.save("flare-up", TODAY)
    assert open_store().answers.all() == {"flare-up": TODAY, "more/bridge": TODAY}


def test_neither_stopwatches_nor_answers_are_undone(store: Store, walking: str, clock: ManualClock) -> None:
    store.stopwatches.save(Stopwatch(walking, TODAY, 90).started(clock.now()))
    store.answers.save("flare-up", TODAY)
    store.changes.undo()
    assert store.plan.prescriptions() == ()
    store.stopwatches.drop(walking, TODAY)
    assert store.changes.redo() == "adding of Walking to the plan", "they do not end what can be redone"
    assert store.answers.all() == {"flare-up": TODAY}
    assert store.stopwatches.all() == ()
