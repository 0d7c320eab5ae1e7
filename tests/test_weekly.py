"""The weeks of a journal, as both the command line and the app read them."""

from datetime import date, timedelta

import pytest

from backjournal.model.check_ins import CheckIn
from backjournal.model.practices import Practice, Status
from backjournal.store.store import Store
from backjournal.weekly import earliest_day, journal_weeks
from tests.values import AT_EIGHT, BRIDGE, TODAY

WEEK = timedelta(weeks=1)


def check_in_on(store: Store, day: date, pain: int) -> None:
    store.diary.save(CheckIn(store.new_id(), AT_EIGHT - (TODAY - day), day, pain=pain))


def test_an_empty_journal_has_no_earliest_day_and_one_empty_week(store: Store) -> None:
    assert earliest_day(store) is None
    (week,) = journal_weeks(store, None, TODAY, TODAY)
    assert (week.first_day, week.check_ins, week.adherence.prescribed) == (date(2026, 11, 16), 0, 0)


@pytest.mark.parametrize("first", ["check-in", "prescription", "flare-up"])
def test_everything_begins_with_whatever_came_first(store: Store, first: str) -> None:
    begin, later = TODAY - 3 * WEEK, TODAY - WEEK
    check_in_on(store, begin if first == "check-in" else later, 4)
    store.plan.prescribe(BRIDGE.exercise, BRIDGE.dose, BRIDGE.schedule, begin if first == "prescription" else later)
    store.diary.start_flare_up(begin if first == "flare-up" else later)
    assert earliest_day(store) == begin
    assert len(journal_weeks(store, None, TODAY, TODAY)) == 4


def test_the_weeks_up_to_a_day_hold_what_the_journal_holds(store: Store) -> None:
    for number, pain in enumerate((2, 4, 6)):
        check_in_on(store, TODAY - number * WEEK, pain)
    prescription = store.plan.prescribe(BRIDGE.exercise, BRIDGE.dose, BRIDGE.schedule, TODAY - WEEK)
    store.practices.save(Practice(prescription.id, TODAY - WEEK, Status.DONE, 2), "tick")
    store.diary.start_flare_up(TODAY - WEEK)
    store.diary.end_flare_up(TODAY - WEEK)
    older, newer = journal_weeks(store, 2, TODAY - WEEK, TODAY)
    assert (older.first_day, newer.last_day) == (date(2026, 11, 2), date(2026, 11, 15))
    assert [week.pain.mean if week.pain else None for week in (older, newer)] == [6, 4]
    assert (newer.flare_up_days, newer.adherence.prescribed, newer.adherence.practised) == (1, 2, 1.0)
    assert (older.flare_up_days, older.adherence.prescribed) == (0, 0)
