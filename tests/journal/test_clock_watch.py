"""A clock that is set back takes nothing from a running stopwatch."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from backjournal.journal.clock_watch import ClockWatch
from backjournal.model.stopwatches import Stopwatch
from backjournal.store.store import Store
from tests.helpers.clock import ManualClock
from tests.helpers.values import TODAY, WALKING

OpenStore = Callable[[], Store]
MINUTE = timedelta(minutes=1)


@pytest.fixture
def walking(store: Store) -> str:
    """Return a prescription of walking whose stopwatch has run for ten minutes."""
    found = store.plan.prescribe(WALKING.exercise, WALKING.dose, WALKING.schedule, TODAY).id
    store.stopwatches.save(Stopwatch(found, TODAY).started(store.clock.now()))
    return found


def counted(store: Store, walking: str) -> int:
    found = store.stopwatches.of(walking, TODAY)
    assert found
    return found.elapsed(store.clock.now())


def test_what_was_counted_stays_and_goes_on(store: Store, walking: str, clock: ManualClock) -> None:
    watch = ClockWatch(clock.now())
    watch.look(store)
    clock.advance(10 * MINUTE)
    watch.look(store)
    for back in (30 * MINUTE, 3000 * MINUTE):
        clock.set(clock.now() - back)
        watch.look(store)
    clock.advance(MINUTE)
    assert counted(store, walking) == 11 * 60
    assert store.changes.undo() == "adding of Walking to the plan", "it is no step of undo"


def test_a_small_correction_a_pause_and_a_clock_set_forward_change_nothing(
    store: Store, walking: str, clock: ManualClock
) -> None:
    watch = ClockWatch(clock.now())
    watch.look(store)
    clock.set(clock.now() - timedelta(milliseconds=900))
    before = store.stopwatches.all()
    watch.look(store)
    clock.advance(600 * MINUTE)
    watch.look(store)
    assert store.stopwatches.all() == before
    paused = before[0].paused(clock.now())
    store.stopwatches.save(paused)
    watch.look(store)
    clock.set(clock.now() - 60 * MINUTE)
    watch.look(store)
    assert store.stopwatches.all() == (paused,)


def test_two_instances_that_notice_it_count_it_once(
    open_store: OpenStore, store: Store, walking: str, clock: ManualClock
) -> None:
    other = open_store()
    watches = [(ClockWatch(clock.now()), each) for each in (store, other)]
    for minutes in (0, 10, -30, 0, 1, -30):
        clock.set(clock.now() + minutes * MINUTE)
        for watch, each in watches:
            watch.look(each)
    assert counted(store, walking) == 11 * 60


def test_one_that_was_started_anew_meanwhile_keeps_its_own_time(store: Store, walking: str, clock: ManualClock) -> None:
    watch = ClockWatch(clock.now())
    clock.advance(10 * MINUTE)
    watch.look(store)
    clock.set(clock.now() - 30 * MINUTE)
    store.stopwatches.save(Stopwatch(walking, TODAY, 5).started(clock.now()))
    watch.look(store)
    assert counted(store, walking) == 5
