"""Weeks: their first days, and that another first day of the week leaves earlier weeks as they were."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from backjournal.model.errors import InvalidValue
from backjournal.model.weeks import WeekStarts

MONDAY = date(2026, 11, 16)
SETS = st.lists(st.tuples(st.integers(0, 400), st.sampled_from([0, 6])), max_size=5)


def weeks_set(settings: list[tuple[int, int]]) -> WeekStarts:
    """Return weeks whose first weekday was set on some days, given by their numbers from a Monday on."""
    weeks = WeekStarts()
    for number, weekday in sorted(settings):
        weeks = weeks.changed(weekday, MONDAY + timedelta(number))
    return weeks


@pytest.mark.parametrize(
    ("day", "starts_on", "first"),
    [
        ("2026-11-21", 0, "2026-11-16"),
        ("2026-11-21", 6, "2026-11-15"),
        ("2026-11-22", 0, "2026-11-16"),
        ("2026-11-22", 6, "2026-11-22"),
        ("2026-11-23", 0, "2026-11-23"),
        ("2027-01-01", 0, "2026-12-28"),
    ],
)
def test_the_first_day_of_a_week(day: str, starts_on: int, first: str) -> None:
    assert WeekStarts(starts_on).week_of(date.fromisoformat(day)) == date.fromisoformat(first)


@given(st.dates(date(1900, 1, 8)), st.sampled_from([0, 6]))
def test_every_day_lies_in_the_seven_days_of_its_week(day: date, starts_on: int) -> None:
    first = WeekStarts(starts_on).week_of(day)
    assert first.weekday() == starts_on
    assert 0 <= (day - first).days < 7


@pytest.mark.parametrize(
    ("weekday", "set_on", "weeks"),
    [
        # Set on a Wednesday, Sunday begins a week after 6 days; the weeks before stay.
        (6, 9, [(0, 6), (7, 12), (13, 19)]),
        # Set on a Sunday, it holds from the same day on; on a Monday, only 6 days later.
        (6, 13, [(0, 6), (7, 12), (13, 19)]),
        (6, 7, [(0, 6), (7, 12), (13, 19)]),
        # The weekday that holds already changes nothing.
        (0, 9, [(0, 6), (7, 13), (14, 20)]),
    ],
)
def test_a_new_first_day_begins_a_week_where_it_first_comes(
    weekday: int, set_on: int, weeks: list[tuple[int, int]]
) -> None:
    changed = WeekStarts().changed(weekday, MONDAY + timedelta(set_on))
    last = MONDAY + timedelta(weeks[-1][0])
    found = [((first - MONDAY).days, (end - MONDAY).days) for first, end in changed.between(MONDAY, last)]
    assert found == weeks


def test_back_to_monday_leaves_a_sunday_alone() -> None:
    changed = WeekStarts(6).changed(0, MONDAY + timedelta(2))
    found = [
        ((first - MONDAY).days, (end - MONDAY).days) for first, end in changed.between(MONDAY, MONDAY + timedelta(9))
    ]
    assert found == [(-1, 5), (6, 6), (7, 13)]


def test_setting_it_back_on_the_same_day_leaves_no_trace() -> None:
    for today in (MONDAY + timedelta(number) for number in range(7)):
        assert WeekStarts().changed(6, today).changed(0, today) == WeekStarts()


def test_a_change_tells_that_it_is_ahead_until_its_day() -> None:
    sunday = MONDAY + timedelta(6)
    changed = WeekStarts().changed(6, MONDAY)
    assert changed.newest == 6
    assert [changed.begins_after(MONDAY), changed.begins_after(sunday), WeekStarts(6).begins_after(MONDAY)] == [
        sunday,
        None,
        None,
    ]


@given(SETS, st.integers(0, 400), st.sampled_from([0, 6]))
def test_a_change_leaves_every_week_that_ended_before_it(
    settings: list[tuple[int, int]], number: int, weekday: int
) -> None:
    before = weeks_set([each for each in settings if each[0] < number])
    today = MONDAY + timedelta(number)
    # On the day on which an earlier change begins, setting it back takes that change back.
    assume(not before.changes or before.changes[-1][0] != today)
    after = before.changed(weekday, today)
    first = MONDAY - timedelta(20)
    ended = [week for week in before.between(first, today) if week[1] < today]
    assert [week for week in after.between(first, today) if week[1] < today][: len(ended)] == ended


@given(SETS, st.integers(-20, 420))
def test_weeks_follow_each_other_without_gaps(settings: list[tuple[int, int]], number: int) -> None:
    weeks = weeks_set(settings)
    found = list(weeks.between(MONDAY - timedelta(20), MONDAY + timedelta(420)))
    assert all(second[0] - first[1] == timedelta(1) for first, second in pairwise(found))
    assert all(0 <= (last - first).days < 7 for first, last in found)
    day = MONDAY + timedelta(number)
    week = next(week for week in found if week[0] <= day <= week[1])
    assert (weeks.week_of(day), weeks.last_of(week[0])) == week
    place = found.index(week)
    assert [weeks.back(day, back) for back in range(min(3, place) + 1)] == [
        found[place - back][0] for back in range(min(3, place) + 1)
    ]


@given(SETS)
def test_weeks_are_read_back_as_they_were_written(settings: list[tuple[int, int]]) -> None:
    weeks = weeks_set(settings)
    assert WeekStarts.parse(str(weeks)) == weeks
    assert WeekStarts.parse("6") == WeekStarts(6)


@pytest.mark.parametrize("text", ["1", "0 2026-11-22=3", "0 2026-11-23=6"])
def test_other_weekdays_are_refused(text: str) -> None:
    with pytest.raises(InvalidValue) as refusal:
        WeekStarts.parse(text)
    assert refusal.value.field == "week_starts_on"
