"""A practice while other programs write: their notes on the day stay, and a changed plan is followed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from backjournal.journal.practice_session import PracticeSession, asked_now, stopwatch_items
from backjournal.model.doses import Dose
from backjournal.model.errors import JournalError
from backjournal.model.practices import Practice, Status
from backjournal.model.prescriptions import Prescription
from backjournal.model.schedules import Schedule
from backjournal.model.sets_done import SetDone
from backjournal.store.store import Store
from tests.helpers.clock import ManualClock
from tests.helpers.values import BRIDGE, TODAY, WALKING

ONE = (SetDone(10, 3),)
TWO = ONE * 2
DOSE = Dose(sets=3, repetitions=10, hold_seconds=3)


@pytest.fixture
def other(open_store: Callable[[], Store]) -> Store:
    """Return the same journal as another program has it open."""
    return open_store()


def prescribe(store: Store, first_day: date = TODAY) -> Prescription:
    """Prescribe bridge, every day."""
    return store.plan.prescribe(BRIDGE.exercise, DOSE, Schedule(), first_day)


def begun(store: Store) -> PracticeSession:
    """Begin to practise the one exercise of today."""
    (item,) = store.checklist(TODAY)
    return PracticeSession(store, item, TODAY)


def practice(store: Store) -> Practice:
    """Return the one practice of today."""
    (found,) = store.practices.between(TODAY, TODAY)
    return found


def test_what_another_program_notes_of_the_day_stays(store: Store, other: Store) -> None:
    known, under_way = prescribe(store), begun(store)
    under_way.keep(ONE)
    ticked = Practice(known.id, TODAY, Status.DONE, 3, pain_during=5, note="hot", sets=ONE)
    other.practices.save(ticked, "tick")
    under_way.keep(TWO)
    assert practice(store) == replace(ticked, amount=4, sets=TWO), "one set of the three was this practice's own"
    store.changes.undo()
    assert practice(store) == ticked


def test_two_programs_that_practise_at_once_lose_nothing_of_each_other(store: Store, other: Store) -> None:
    prescribe(store)
    here, there = begun(store), begun(other)
    here.keep(ONE)
    there.keep(ONE)
    here.keep(TWO)
    assert practice(store).sets == ONE * 3
    assert (practice(store).amount, practice(store).status) == (3, Status.DONE)
    here.keep(())
    assert (practice(store).sets, practice(store).amount, practice(store).status) == (ONE, 1, Status.PARTIAL)


@pytest.mark.parametrize("skipped", [True, False], ids=["skipped", "undone"])
def test_what_is_done_after_a_skip_or_an_undo_elsewhere_is_written_in_whole(
    store: Store, other: Store, *, skipped: bool
) -> None:
    known, under_way = prescribe(store), begun(store)
    under_way.keep(ONE)
    if skipped:
        other.practices.save(Practice(known.id, TODAY, Status.SKIPPED, reason="pain"), "skip")
    else:
        other.changes.undo()
    under_way.keep(TWO)
    assert practice(store) == Practice(known.id, TODAY, Status.PARTIAL, 2, sets=TWO)


def test_back_to_nothing_leaves_what_was_there_before(store: Store) -> None:
    known = prescribe(store)
    skip = Practice(known.id, TODAY, Status.SKIPPED, reason="rest")
    store.practices.save(skip, "skip")
    under_way = begun(store)
    under_way.keep(ONE)
    assert under_way.practised
    under_way.keep(())
    assert (practice(store), under_way.practised) == (skip, False)


@pytest.mark.parametrize("first_day", [TODAY, TODAY - timedelta(days=9)], ids=["new", "old"])
def test_a_dose_that_is_changed_meanwhile_is_the_one_that_counts(store: Store, other: Store, first_day: date) -> None:
    known = prescribe(store, first_day)
    under_way = begun(store)
    changed = other.plan.change(known, replace(known, dose=Dose(sets=1, repetitions=10, hold_seconds=3)), TODAY)
    under_way.keep(ONE)
    assert practice(store) == Practice(changed.id, TODAY, Status.DONE, 1, sets=ONE)
    (item,) = store.checklist(TODAY)
    assert item.practice == practice(store)
    under_way.note_pain(2)
    assert practice(store).pain_during == 2


@pytest.mark.parametrize("first_day", [TODAY, TODAY - timedelta(days=9)], ids=["new", "old"])
def test_what_is_stopped_meanwhile_stays_for_the_day_on_which_it_is_practised(
    store: Store, other: Store, first_day: date
) -> None:
    known = prescribe(store, first_day)
    under_way = begun(store)
    other.plan.stop(known, TODAY)
    assert asked_now(store, under_way.item, TODAY) is None
    under_way.keep(ONE)
    under_way.keep(TWO)
    (item,) = store.checklist(TODAY)
    assert item.practice == practice(store)
    assert practice(store).sets == TWO
    assert store.checklist(TODAY + timedelta(days=1)) == ()
    store.changes.undo()
    assert store.checklist(TODAY) == (), "one undo takes the practice back, and the exercise with it"


def test_a_stopwatch_is_found_though_its_dose_was_changed_or_stopped(store: Store, clock: ManualClock) -> None:
    yesterday = TODAY - timedelta(days=1)
    known = store.plan.prescribe(WALKING.exercise, WALKING.dose, Schedule(), yesterday)
    begun(store).start()
    clock.advance(timedelta(minutes=20))
    following = store.plan.change(known, replace(known, dose=Dose(minutes=20)), TODAY)
    (found,) = stopwatch_items(store).values()
    assert found[1] == TODAY
    assert PracticeSession(store, *found).write_down()
    assert practice(store) == Practice(following.id, TODAY, Status.DONE, 20, sets=(SetDone(1, 1200),))
    assert stopwatch_items(store) == {}


def test_a_stopwatch_of_just_a_day_is_written_down_and_a_longer_one_is_not(store: Store, clock: ManualClock) -> None:
    store.plan.prescribe(WALKING.exercise, WALKING.dose, Schedule(), TODAY)
    session = begun(store)
    session.start()
    clock.advance(timedelta(hours=24))
    assert session.write_down()
    session.start()
    clock.advance(timedelta(hours=24, seconds=1))
    with pytest.raises(JournalError, match="counted 24 hours, more than a day"):
        session.write_down()
