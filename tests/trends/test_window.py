"""The window: which days the trends show."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backjournal.model.dates import FIRST_DAY
from backjournal.model.settings import Settings
from backjournal.model.weeks import WeekStarts
from backjournal.trends.record import Record
from backjournal.trends.window import RANGES, Window
from tests.helpers.values import TODAY, diary_day

LONG_AGO = date(2026, 3, 4)
RECORD = Record(TODAY, diary={LONG_AGO: diary_day(LONG_AGO)})


@pytest.mark.parametrize(
    ("window", "first", "last"),
    [
        (Window(4, TODAY), date(2026, 10, 26), date(2026, 11, 22)),
        (Window(1, TODAY), date(2026, 11, 16), date(2026, 11, 22)),
        (Window(None, TODAY), date(2026, 3, 2), date(2026, 11, 22)),
        (Window(52, TODAY), date(2026, 3, 2), date(2026, 11, 22)),
        (Window(12, date(2026, 3, 20)), date(2026, 3, 2), date(2026, 3, 22)),
        (Window(None, date(2026, 1, 1)), date(2025, 12, 29), date(2026, 1, 4)),
        (Window(12, date(2026, 1, 1)), date(2025, 12, 29), date(2026, 1, 4)),
        (Window(4, TODAY, date(2026, 1, 3)), date(2026, 1, 3), TODAY),
        (Window(4, TODAY, date(2026, 11, 3)), date(2026, 11, 3), TODAY),
    ],
)
def test_a_window_is_whole_weeks_or_the_two_days_themselves(window: Window, first: date, last: date) -> None:
    assert window.days(RECORD) == (first, last)


@pytest.mark.parametrize(
    ("window", "first", "last"),
    [
        (Window(4, TODAY), date(2026, 10, 26), TODAY),
        (Window(52, TODAY), LONG_AGO, TODAY),
        (Window(None, TODAY), LONG_AGO, TODAY),
        (Window(12, date(2026, 3, 20)), LONG_AGO, date(2026, 3, 22)),
        (Window(4, TODAY, date(2026, 1, 3)), date(2026, 1, 3), TODAY),
    ],
)
def test_what_is_shown_by_day_begins_with_the_journal_and_ends_today(window: Window, first: date, last: date) -> None:
    assert window.past_days(RECORD) == (first, last)


def test_a_window_is_clipped_where_it_asks_for_more_than_there_is() -> None:
    windows = (Window(4, TODAY), Window(52, TODAY), Window(12, date(2026, 3, 20)), Window(None, TODAY))
    assert [window.is_clipped(RECORD) for window in windows] == [False, True, True, False]
    assert not Window(4, TODAY, date(2026, 1, 3)).is_clipped(RECORD), "two dates are shown as they were chosen"


def test_a_journal_begins_with_its_earliest_day_but_not_after_today() -> None:
    assert RECORD.begins == LONG_AGO
    assert Record(TODAY).begins == TODAY
    ahead = TODAY + timedelta(3)
    assert Record(TODAY, diary={ahead: diary_day(ahead)}).begins == TODAY


def test_a_week_may_begin_on_sunday_and_an_empty_journal_has_one_week() -> None:
    sundays = Record(TODAY, Settings(weeks=WeekStarts(6)), diary=RECORD.diary)
    assert Window(2, TODAY).days(sundays) == (date(2026, 11, 8), TODAY)
    assert Window(None, TODAY).days(Record(TODAY)) == (date(2026, 11, 16), date(2026, 11, 22))


@given(weeks=st.sampled_from(RANGES), back=st.integers(0, 900), step=st.integers(-3, 3), length=st.integers(0, 200))
def test_a_window_moves_by_its_length_and_never_past_today(
    weeks: int | None, back: int, step: int, length: int
) -> None:
    last = TODAY - timedelta(back)
    for window in (Window(weeks, last), Window(weeks, last, last - timedelta(length))):
        moved = window.moved(step, TODAY)
        days = (length + 1) if window.first else 7 * (weeks or 52)
        assert moved.last == min(TODAY, last + timedelta(step * days))
        if moved.first:
            assert moved.last - moved.first == timedelta(length)


@pytest.mark.parametrize("window", [Window(52, TODAY), Window(None, TODAY), Window(4, TODAY, date(1990, 3, 1))])
@pytest.mark.parametrize("begins", [FIRST_DAY, LONG_AGO])
def test_going_back_ends_where_the_journal_begins(window: Window, begins: date) -> None:
    back = window
    for _ in range(150):
        back = back.moved(-1, TODAY, begins)
        assert back.last >= begins
    assert back.moved(-1, TODAY, begins) == back
    assert back == window or back.moved(1, TODAY, begins).last > back.last


def test_a_window_before_the_journal_can_still_be_left() -> None:
    before = Window(12, date(2020, 1, 1))
    assert before.moved(-1, TODAY, LONG_AGO) == before
    assert before.moved(1, TODAY, LONG_AGO).last > before.last
