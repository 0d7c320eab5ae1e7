"""The guided practice while the journal is changed or locked elsewhere, and stopwatches of another day or program."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from backjournal.journal.practice_session import PracticeSession
from backjournal.model.doses import Dose
from backjournal.model.practices import Practice, Status
from backjournal.store.store import Store
from backjournal.tui.app import BackjournalApp
from backjournal.tui.practice.stopwatch import StopwatchScreen
from tests.helpers.app import running
from tests.helpers.clock import ManualClock
from tests.helpers.values import TODAY
from tests.tui.practice.test_practice import COUNT, plan, practice, wait

OpenStore = Callable[[], Store]
YESTERDAY = TODAY - timedelta(days=1)


@contextmanager
def locked(journal: Path) -> Iterator[None]:
    """Lock the journal, as another program does during a long write."""
    with closing(sqlite3.connect(journal, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield


@pytest.mark.slow
async def test_what_could_not_be_saved_is_asked_for_until_it_is(
    open_store: OpenStore, clock: ManualClock, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backjournal.store.connection.BUSY_SECONDS", 0.01)
    store = open_store()
    async with running(BackjournalApp(plan(store, bridge=COUNT)), toasts=True) as person:
        await person.press("enter")
        await wait(person, clock, 3)
        with locked(journal):
            await person.press("space", "space")
            assert person.text.count("Not saved") == 1, "once for all repetitions that wait"
            await person.press("space", "right", "space", "space", "space")
            assert "locked by another program" in person.notices[0]
            assert person.window == "NotSaved"
            assert "Bridge is not saved yet" in person.text
            assert "Not saved" not in person.text
            await person.press("enter")
            assert person.window == "NotSaved"
        await person.press("enter")
        assert practice(store).status is Status.DONE
        assert person.window == "PainQuestion"
        with locked(journal):
            await person.press("4")
            await person.press("escape", "d")
        assert person.window == "ReadyScreen"
        assert practice(store).pain_during is None, "one may go on without it"


@pytest.mark.slow
async def test_a_practice_that_cannot_begin_says_so_each_time(
    open_store: OpenStore, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backjournal.store.connection.BUSY_SECONDS", 0.01)
    async with running(BackjournalApp(plan(open_store(), walking=Dose(minutes=30)))) as person:
        with locked(journal):
            await person.press("enter", "enter")
            assert (person.window, len(person.notices)) == ("ReadyScreen", 2)
        await person.press("enter")
        assert person.window == "StopwatchScreen"


async def test_all_that_is_left_passes_over_what_was_done_or_stopped_elsewhere(
    store: Store, clock: ManualClock, open_store: OpenStore
) -> None:
    plan(store, bridge=COUNT, childs_pose=Dose(breaths=2), cat_cow=Dose(repetitions=2), knee_rolls=Dose(breaths=3))
    async with running(BackjournalApp(store)) as person:
        await person.press("p")
        others = open_store()
        items = {item.exercise.id: item for item in others.checklist(TODAY)}
        assert "Child's pose" in person.text
        done = items["cat-cow"].prescription.id
        others.practices.save(Practice(done, TODAY, Status.DONE, 1), "tick")
        others.plan.stop(items["knee-rolls"].prescription, TODAY)
        await wait(person, clock, 3)
        await person.press("space", "space", "3")
        assert "Bridge" in person.text
        assert person.notices[-1].startswith("Knee rolls is no longer in the plan of the day")
        await person.press("escape")
        assert person.window == "ReadyScreen"


async def test_a_stopwatch_that_is_paused_or_stopped_elsewhere(
    store: Store, clock: ManualClock, open_store: OpenStore
) -> None:
    plan(store, walking=Dose(minutes=30))
    async with running(BackjournalApp(store)) as person:
        await person.press("enter")
        others = open_store()
        (item,) = others.checklist(TODAY)
        elsewhere = PracticeSession(others, item, TODAY)
        clock.advance(timedelta(minutes=10))
        running_there = elsewhere.stopwatch
        assert running_there
        others.stopwatches.save(running_there.paused(clock.now()))
        await wait(person, clock, 5)
        assert "PAUSED" in person.text
        screen = person.screen
        assert isinstance(screen, StopwatchScreen)
        assert elsewhere.write_down()
        # Called at once: a key could come after the screen has noticed it by itself, and then reach the checklist.
        screen.action_correct(1)
        await person.look()
        assert person.window == "ReadyScreen"
        assert "was stopped elsewhere" in person.notices[-1]
        assert practice(store).amount == 10, "what is written down is not counted twice"
        assert store.stopwatches.all() == ()


async def test_a_stopwatch_of_the_day_before_goes_on_from_either_day(store: Store, clock: ManualClock) -> None:
    plan(store, walking=Dose(minutes=30), bridge=COUNT)
    async with running(BackjournalApp(store)) as person:
        await person.to_row("Walking")
        await person.press("enter", "l")
        clock.advance(timedelta(hours=23))
        await person.look()
        assert "stopwatch runs" in person.line("Walking   ")
        await person.press("left")
        await person.to_row("Bridge")
        await person.press("enter")
        assert "Guidance is for today only" in person.notices[-1]
        await person.to_row("Walking")
        await person.press("enter", "l", "t", "enter")
        assert "was started yesterday" in person.notices[-1]
        await person.press("enter", "2")
        (written,) = store.practices.between(TODAY, TODAY + timedelta(days=1))
        assert (written.day, written.amount, written.pain_during) == (TODAY, 23 * 60, 2)


async def test_a_stopwatch_that_was_forgotten_for_more_than_a_day_can_be_dropped(
    store: Store, clock: ManualClock
) -> None:
    async with running(BackjournalApp(plan(store, walking=Dose(minutes=30)))) as person:
        await person.press("enter", "l")
        clock.advance(timedelta(hours=25))
        await person.look()
        await person.press("left", "enter", "enter")
        assert "more than a day" in person.notices[-1]
        assert person.window == "ReadyScreen"
        await person.press("enter", "d")
        assert store.stopwatches.all() == ()
        assert store.practices.between(TODAY, TODAY) == ()
