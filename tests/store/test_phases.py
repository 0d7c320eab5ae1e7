"""Prescriptions with a last day, a note, and phases: they never overlap, and the past stays as it was."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from backjournal.model.doses import Dose
from backjournal.model.errors import InvalidValue, JournalError
from backjournal.model.practices import Practice, Status
from backjournal.model.prescriptions import Prescription
from backjournal.model.schedules import Schedule
from backjournal.store.store import Store
from tests.helpers.values import BRIDGE, TODAY

DAILY = Schedule()
ONE, TWO = (Dose(sets=sets, repetitions=10) for sets in (1, 2))
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


def nov(day: int | None) -> date | None:
    return date(2026, 11, day) if day else None


def bridge(
    store: Store, first: date = TODAY, last: date | None = None, dose: Dose = ONE, note: str = ""
) -> Prescription:
    return store.plan.prescribe(BRIDGE.exercise, dose, DAILY, first, last, note)


def tick(store: Store, known: Prescription, day: date = TODAY) -> None:
    store.practices.save(Practice(known.id, day, Status.DONE, 1), "tick")


def spans(store: Store) -> list[tuple[date, date | None, Dose]]:
    """Return the phases of the plan, by their first day."""
    phases = sorted(store.plan.prescriptions(), key=lambda known: known.first_day)
    return [(known.first_day, known.last_day, known.dose) for known in phases]


def test_a_prescription_has_a_last_day_and_a_note(store: Store) -> None:
    added = bridge(store, TODAY, nov(30), note=" Exhale\x1b\r\non the way up. ")
    assert (added.last_day, added.note) == (nov(30), "Exhale\non the way up.")
    assert store.plan.prescriptions() == (added,)
    with pytest.raises(InvalidValue, match="lies before the first day") as refusal:
        store.plan.prescribe(BRIDGE.exercise, ONE, DAILY, date(2026, 12, 2), date(2026, 12, 1))
    assert refusal.value.field == "last_day"
    assert store.plan.prescriptions() == (added,)


WITHIN = "Bridge is prescribed from 2026-11-10 to 2026-11-20 already: choose days without overlap"


@pytest.mark.parametrize(
    ("first", "last", "field"),
    [
        (1, 9, None),
        (1, 10, "last_day"),
        (1, 25, "last_day"),
        (1, None, "last_day"),
        (10, 10, "first_day"),
        (10, 20, "first_day"),
        (12, 15, "first_day"),
        (12, 25, "first_day"),
        (20, None, "first_day"),
        (21, 21, None),
        (21, None, None),
    ],
)
def test_phases_may_touch_and_never_overlap(store: Store, first: int, last: int | None, field: str | None) -> None:
    known = bridge(store, date(2026, 11, 10), nov(20))
    if field is None:
        added = bridge(store, date(2026, 11, first), nov(last), TWO)
        assert set(store.plan.prescriptions()) == {known, added}
        return
    with pytest.raises(InvalidValue, match=WITHIN) as refusal:
        bridge(store, date(2026, 11, first), nov(last), TWO)
    assert refusal.value.field == field
    assert store.plan.prescriptions() == (known,)
    assert store.changes.undo() == "adding of Bridge to the plan"
    assert store.changes.undo() is None


@pytest.mark.parametrize(
    ("first", "last", "message"),
    [
        (1, 9, None),
        (1, 10, "Bridge is prescribed from 2026-11-10 already: choose days without overlap"),
        (1, None, "Bridge is prescribed from 2026-11-10 already: choose days without overlap"),
        (10, None, "Bridge is in the plan already: change its dose there, or give it a last day first"),
        (25, 26, "Bridge is in the plan already: change its dose there, or give it a last day first"),
    ],
)
def test_nothing_follows_what_goes_on(store: Store, first: int, last: int | None, message: str | None) -> None:
    bridge(store, date(2026, 11, 10))
    if message is None:
        assert bridge(store, date(2026, 11, first), nov(last)).last_day == nov(last)
        return
    with pytest.raises(InvalidValue, match=message):
        bridge(store, date(2026, 11, first), nov(last))


def test_the_note_and_the_last_day_change_where_they_are(store: Store) -> None:
    known = bridge(store, nov(1) or TODAY)
    tick(store, known, YESTERDAY)
    noted = store.plan.change(known, replace(known, note="slowly"), TODAY)
    assert noted == replace(known, note="slowly")
    ended = store.plan.change(noted, replace(noted, last_day=nov(30)), TODAY)
    assert store.plan.change(ended, ended, TODAY) == ended
    assert store.plan.prescriptions() == (replace(known, note="slowly", last_day=nov(30)),)
    assert store.plan.change(ended, replace(ended, last_day=None), TODAY) == noted
    assert store.changes.undo() == "change of Bridge to 10 times"
    assert store.plan.prescriptions() == (ended,)


def test_a_change_of_nothing_is_no_change(store: Store) -> None:
    known = bridge(store)
    store.plan.change(known, known, TODAY)
    assert store.changes.undo() == "adding of Bridge to the plan"


@pytest.mark.parametrize("last", [date(2026, 11, 15), date(2026, 11, 19)])
def test_a_last_day_in_the_past_is_refused(store: Store, last: date) -> None:
    known = bridge(store, date(2026, 11, 1))
    for wanted in (replace(known, last_day=last), replace(known, last_day=last, dose=TWO)):
        with pytest.raises(InvalidValue, match=f"{last} lies in the past, which stays as it was") as refusal:
            store.plan.change(known, wanted, TODAY)
        assert refusal.value.field == "last_day"
    assert store.plan.prescriptions() == (known,)


def test_the_last_day_may_be_yesterday_unless_today_was_practised(store: Store) -> None:
    known = bridge(store, date(2026, 11, 1))
    assert store.plan.change(known, replace(known, last_day=YESTERDAY), TODAY).last_day == YESTERDAY
    store.changes.undo()
    tick(store, known)
    with pytest.raises(InvalidValue, match="lies in the past"):
        store.plan.change(known, replace(known, last_day=YESTERDAY), TODAY)
    assert store.plan.change(known, replace(known, last_day=TODAY), TODAY).last_day == TODAY


def test_what_has_ended_is_not_lengthened_over_the_past(store: Store) -> None:
    known = bridge(store, date(2026, 11, 1), date(2026, 11, 15))
    for wanted in (replace(known, last_day=None), replace(known, note="late")):
        with pytest.raises(JournalError, match="Bridge ends on 2026-11-15: add it to the plan again"):
            store.plan.change(known, wanted, TODAY)
    assert store.plan.prescriptions() == (known,)
    assert store.plan.change(known, replace(known, last_day=None), date(2026, 11, 16)).last_day is None


def test_a_change_keeps_the_last_day_and_the_note_unless_others_are_wanted(store: Store) -> None:
    known = bridge(store, date(2026, 11, 1), nov(30), note="slowly")
    following = store.plan.change(known, replace(known, dose=TWO), TODAY)
    assert (following.first_day, following.last_day, following.note) == (TODAY, nov(30), "slowly")
    assert spans(store) == [(nov(1), YESTERDAY, ONE), (TODAY, nov(30), TWO)]


@pytest.mark.parametrize("since", [date(2026, 11, 1), TODAY])
@pytest.mark.parametrize("practised", [True, False])
def test_a_dose_that_changes_later_leaves_the_known_one_until_then(store: Store, since: date, practised: bool) -> None:
    known = bridge(store, since)
    if practised:
        tick(store, known)
    following = store.plan.change(known, replace(known, dose=TWO, first_day=date(2026, 11, 25)), TODAY)
    assert following.id != known.id
    assert spans(store) == [(since, nov(24), ONE), (nov(25), None, TWO)]
    assert store.changes.undo() == "change of Bridge to 2 × 10"
    assert spans(store) == [(since, None, ONE)]


def test_a_dose_that_changes_after_a_pause_does_not_fill_the_pause(store: Store) -> None:
    known = bridge(store, date(2026, 11, 1), nov(23))
    wanted = replace(known, dose=TWO, first_day=date(2026, 11, 27), last_day=None)
    store.plan.change(known, wanted, TODAY)
    assert spans(store) == [(nov(1), nov(23), ONE), (nov(27), None, TWO)]


def test_a_dose_that_changes_after_the_last_day_needs_another_last_day(store: Store) -> None:
    known = bridge(store, date(2026, 11, 1), nov(23))
    with pytest.raises(InvalidValue, match="lies before the first day"):
        store.plan.change(known, replace(known, dose=TWO, first_day=date(2026, 11, 27)), TODAY)
    assert store.plan.prescriptions() == (known,)


def test_a_change_for_an_earlier_day_holds_from_today(store: Store) -> None:
    known = bridge(store, date(2026, 11, 1))
    store.plan.change(known, replace(known, dose=TWO, first_day=date(2026, 11, 5)), TODAY)
    assert spans(store) == [(nov(1), YESTERDAY, ONE), (TODAY, None, TWO)]


def test_a_phase_to_come_is_moved_and_changed_where_it_is(store: Store) -> None:
    now = bridge(store, date(2026, 11, 1), nov(25))
    later = bridge(store, date(2026, 11, 26), None, TWO)
    wanted = replace(later, first_day=date(2026, 11, 28), dose=Dose(minutes=5), last_day=nov(30), note="then")
    assert store.plan.change(later, wanted, TODAY) == wanted
    assert set(store.plan.prescriptions()) == {now, wanted}
    for overlapping in (TODAY, date(2026, 11, 25)):
        with pytest.raises(InvalidValue, match="prescribed from 2026-11-01 to 2026-11-25 already"):
            store.plan.change(wanted, replace(wanted, first_day=overlapping), TODAY)
    with pytest.raises(InvalidValue, match="2026-11-20 lies in the past, which stays as it was") as refusal:
        store.plan.change(wanted, replace(wanted, first_day=YESTERDAY), TODAY)
    assert refusal.value.field == "first_day"
    assert set(store.plan.prescriptions()) == {now, wanted}


def test_a_prescription_of_today_is_put_off(store: Store) -> None:
    known = bridge(store)
    put_off = replace(known, first_day=date(2026, 11, 25))
    assert store.plan.change(known, put_off, TODAY) == put_off
    assert store.plan.prescriptions() == (put_off,)


def test_a_last_day_does_not_reach_into_the_next_phase(store: Store) -> None:
    now = bridge(store, date(2026, 11, 1), nov(25))
    later = bridge(store, date(2026, 11, 26), None, TWO)
    with pytest.raises(InvalidValue, match="prescribed from 2026-11-26 already") as refusal:
        store.plan.change(now, replace(now, last_day=None), TODAY)
    assert refusal.value.field == "last_day"
    with pytest.raises(InvalidValue, match="prescribed from 2026-11-26 already"):
        store.plan.change(now, replace(now, dose=TWO, last_day=None), TODAY)
    assert set(store.plan.prescriptions()) == {now, later}
    assert store.plan.change(now, replace(now, dose=Dose(minutes=5)), TODAY).last_day == nov(25)


Stale = Callable[[Store, Prescription], object]


@pytest.mark.parametrize(
    "change",
    [
        lambda store, known: store.plan.change(known, replace(known, note="mine"), TODAY),
        lambda store, known: store.plan.change(known, replace(known, last_day=nov(30)), TODAY),
        lambda store, known: store.plan.stop(known, TODAY),
    ],
)
def test_a_note_that_was_written_elsewhere_is_not_overwritten(store: Store, change: Stale) -> None:
    known = bridge(store)
    theirs = store.plan.change(known, replace(known, note="theirs"), TODAY)
    with pytest.raises(JournalError, match="changed elsewhere meanwhile"):
        change(store, known)
    assert store.plan.prescriptions() == (theirs,)


def test_stopping_a_phase_to_come_takes_it_away_and_leaves_the_one_before(store: Store) -> None:
    now = bridge(store, date(2026, 11, 1), nov(25))
    later = bridge(store, date(2026, 11, 26), None, TWO)
    store.plan.stop(later, TODAY)
    assert store.plan.prescriptions() == (now,)
