"""A day reads what is in force around it, however long the plan has been."""

from datetime import timedelta
from typing import Any

import pytest

from backjournal.model.practices import Practice, Status
from backjournal.model.prescriptions import Prescription
from backjournal.model.schedules import Schedule
from backjournal.plan.checklist import checklists
from backjournal.store.plan_rows import prescription_of
from backjournal.store.store import Store
from tests.helpers.values import BIRD_DOG, BRIDGE, TODAY, WALKING

DAY, WEEK = timedelta(days=1), timedelta(days=7)
LONG_AGO = TODAY - 300 * WEEK


def long_plan(store: Store) -> tuple[Prescription, ...]:
    """Fill a plan with a hundred changes of the bridge long ago, and some of all kinds around today."""
    for number in range(100):
        begins = LONG_AGO + number * WEEK
        store.plan.prescribe(BRIDGE.exercise, BRIDGE.dose, BRIDGE.schedule, begins, begins + 5 * DAY)
    thrice, daily = Schedule.parse("3 times a week"), Schedule()
    wanted = (
        (BRIDGE, thrice, TODAY - 3 * WEEK, TODAY - 3 * DAY),
        (BRIDGE, thrice, TODAY - 2 * DAY, TODAY + 2 * DAY),
        (BRIDGE, thrice, TODAY + 4 * DAY, None),
        (WALKING, daily, TODAY - WEEK, TODAY - DAY),
        (BIRD_DOG, daily, TODAY + WEEK, None),
    )
    for one, schedule, first, last in wanted:
        added = store.plan.prescribe(one.exercise, one.dose, schedule, first, last)
        store.practices.save(Practice(added.id, TODAY - 4 * DAY, Status.DONE, one.dose.target), "")
    return store.plan.prescriptions()


def test_the_checklists_are_those_of_the_whole_plan(store: Store) -> None:
    plan, weeks = long_plan(store), store.settings.get().weeks
    for days_ago in range(25):
        last = TODAY - days_ago * DAY
        for first in (last, last - 13 * DAY):
            practices = store.practices.between(weeks.week_of(first), last)
            whole = checklists(first, last, store.plan.exercises(), plan, practices, weeks)
            assert store.checklists(first, last) == whole


def test_what_was_practised_although_it_was_not_in_force_is_on_the_list(store: Store) -> None:
    long_plan(store)
    (item,) = (item for item in store.checklist(TODAY - 4 * DAY) if item.exercise == BIRD_DOG.exercise)
    assert item.extra


def test_a_day_reads_no_prescription_that_ended_long_before(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    long_plan(store)
    read: list[Prescription] = []

    def counted(row: dict[str, Any]) -> Prescription:
        read.append(prescription_of(row))
        return read[-1]

    monkeypatch.setattr("backjournal.store.plan_rows.prescription_of", counted)
    store.extras(TODAY, store.checklist(TODAY))
    store.plan.entries(TODAY)
    assert read
    assert all(each.overlaps(TODAY - 2 * WEEK, None) for each in read)


def test_the_plan_begins_with_its_first_prescription(store: Store) -> None:
    assert store.plan.begins() is None
    long_plan(store)
    assert store.plan.begins() == LONG_AGO
