"""A record of which only the changes are read again is the one that is read afresh."""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backjournal.journal.record import Kept, fetch_record, journal_record, renewed
from backjournal.model.check_ins import CheckIn
from backjournal.model.practices import Practice, Status
from backjournal.model.schedules import Schedule
from backjournal.store.store import Store
from backjournal.trends.record import Record
from backjournal.trends.weeks import Week, weeks
from tests.helpers.any_journal import CHANGES, DAYS, fill, journal_from, write_any
from tests.helpers.records import ago
from tests.helpers.values import AT_EIGHT, BIRD_DOG, TODAY, check_in, shipped

STEPS = st.lists(
    st.tuples(
        st.lists(st.sampled_from([*CHANGES]), min_size=1, max_size=3),
        st.sampled_from([0, 0, 0, 1, 9]),
        st.sampled_from([TODAY, ago(60), ago(150), ago(DAYS), date.min]),
    ),
    max_size=8,
)
"""Changes by name, how many days pass after them, and the day since which the record is wanted."""


def content(record: Record) -> dict[str, Any]:
    """Return the fields of a record, with its days in their order; the sums of weeks are looked at on their own."""
    values = {field.name: getattr(record, field.name) for field in fields(record) if field.name != "week_sums"}
    return {name: [*value.items()] if isinstance(value, dict) else value for name, value in values.items()}


def read(store: Store, today: date, since: date, kept: Kept | None = None) -> Kept:
    return renewed(fetch_record(store, today, since, kept))


@given(seed=st.integers(0, 2**32), steps=STEPS)
def test_after_any_changes_the_kept_days_are_those_read_afresh(
    seed: int, steps: list[tuple[list[str], int, date]], empty_journal: Path
) -> None:
    chance, today, kept = Random(seed), TODAY, None
    with journal_from(empty_journal) as store:
        fill(store, chance)
        for changes, days, since in steps:
            for change in changes:
                write_any(store, chance, change)
            today += timedelta(days=days)
            kept = read(store, today, since, kept)
            fresh = journal_record(store, today, kept.record.since)
            assert content(kept.record) == content(fresh)
            assert weeks_of(kept.record) == weeks_of(fresh)


def bird_dog(store: Store, schedule: str, first: date, last: date | None = None) -> str:
    """Prescribe the bird-dog, and return the id of the prescription."""
    return store.plan.prescribe(BIRD_DOG.exercise, BIRD_DOG.dose, Schedule.parse(schedule), first, last).id


def weeks_of(record: Record) -> tuple[Week, ...]:
    """Look at the weeks of a record, so that they are kept with it."""
    return weeks(record, max(record.since, ago(DAYS + 20)), record.today)


def noted(number: int, days_ago: int, pain: int = 4) -> CheckIn:
    return check_in(number, day=ago(days_ago), at=AT_EIGHT - timedelta(days_ago), pain=pain)


def tick(store: Store, prescription_id: str, *days: date) -> None:
    for day in days:
        store.practices.save(Practice(prescription_id, day, Status.DONE, BIRD_DOG.dose.target), "tick")


def _other_weeks(store: Store) -> None:
    settings = store.settings.get()
    store.settings.save(replace(settings, weeks=settings.weeks.changed(6, ago(20))))


def _the_rest_of_a_week(store: Store) -> None:
    bird_dog(store, "3 a week", WEDNESDAY, SUNDAY)


def _the_place_in_the_plan(store: Store) -> None:
    weekly, curl_up, side_plank = (each.id for each in store.plan.prescriptions())
    store.plan.reorder([weekly, side_plank, curl_up])


def _a_practice(store: Store) -> None:
    tick(store, store.plan.prescriptions()[0].id, MONDAY)


def _a_moved_check_in(store: Store) -> None:
    store.diary.save(noted(1, 12))


WEDNESDAY, MONDAY, SUNDAY = ago(17), ago(19), ago(13)
REACHING_FURTHER: list[Callable[[Store], None]] = [
    _other_weeks,
    _the_rest_of_a_week,
    _the_place_in_the_plan,
    _a_practice,
    _a_moved_check_in,
]


@pytest.mark.parametrize("change", REACHING_FURTHER)
def test_a_change_that_reaches_further_than_its_own_day(change: Callable[[Store], None], store: Store) -> None:
    weekly = bird_dog(store, "3 a week", ago(40), ago(18))
    tick(store, weekly, ago(24), ago(22), ago(20))
    for each in (shipped("curl-up"), shipped("side-plank")):
        added = store.plan.prescribe(each.exercise, each.dose, each.schedule, ago(30))
        tick(store, added.id, ago(35))  # before it begins
    store.plan.reorder([each.id for each in store.plan.prescriptions()])
    store.diary.save(noted(1, 3))
    kept = read(store, TODAY, date.min)
    weeks_of(kept.record)
    change(store)
    fresh, again = journal_record(store, TODAY), read(store, TODAY, date.min, kept).record
    assert content(kept.record) != content(fresh)
    assert content(again) == content(fresh)
    assert weeks_of(again) == weeks_of(fresh)
    store.changes.undo()
    fresh, again = journal_record(store, TODAY), read(store, TODAY, date.min, kept).record
    assert content(again) == content(fresh)
    assert weeks_of(again) == weeks_of(fresh)


def test_only_the_days_that_changed_are_read_again(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    prescription = bird_dog(store, "daily", ago(200))
    for days in range(200):
        store.diary.save(noted(days, days))
    kept = read(store, TODAY, date.min)
    tick(store, prescription, ago(150))
    store.diary.save(noted(500, 100))
    fetched = fetch_record(store, TODAY, date.min, kept)
    assert [span for span, _ in fetched.diary] == [(ago(100), ago(100))]
    assert [span for span, _ in fetched.practices] == [(ago(150), ago(146))], "until the end of its week"
    record = renewed(fetched).record
    assert record.diary[ago(99)] is kept.record.diary[ago(99)]
    assert record.checklists[ago(151)] is kept.record.checklists[ago(151)]
    assert record.prescriptions is kept.record.prescriptions


def test_a_change_of_nothing_that_it_is_read_from_leaves_the_same_record(store: Store) -> None:
    store.diary.save(noted(1, 1))
    kept = read(store, TODAY, date.min)
    store.answers.save("onset", TODAY)
    again = read(store, TODAY, date.min, kept)
    assert again.record is kept.record
    assert again.mark != kept.mark
    store.settings.save(replace(store.settings.get(), pain_limit=3))
    changed = read(store, TODAY, date.min, again).record
    assert changed.settings.pain_limit == 3
    assert read(store, TODAY + timedelta(days=1), date.min, again).record.today == TODAY + timedelta(days=1)


def test_a_journal_that_was_put_in_the_place_of_another_is_read_afresh(store: Store, empty_journal: Path) -> None:
    with journal_from(empty_journal) as before:
        before.diary.save(check_in(1, pain=9))
        before.diary.save(check_in(2, pain=8))
        kept = read(before, TODAY, date.min)
    store.diary.save(noted(3, 2, pain=1))
    store.diary.save(noted(4, 1, pain=2))
    assert content(read(store, TODAY, date.min, kept).record) == content(journal_record(store, TODAY))


def test_a_day_before_the_kept_one_is_read_afresh(store: Store) -> None:
    prescription = bird_dog(store, "daily", ago(9))
    tick(store, prescription, TODAY)
    kept = read(store, TODAY, date.min)
    assert content(read(store, ago(3), date.min, kept).record) == content(journal_record(store, ago(3)))
