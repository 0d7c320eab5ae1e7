"""The periods of a window: days, weeks, or joined weeks."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backjournal.model.weeks import MONDAY_WEEKS, WeekStarts
from backjournal.trends.periods import MOST_DAYS, periods, spans_of

FIRST = date(2026, 1, 7)

some_days = st.integers(0, 800)
some_values = st.dictionaries(st.integers(-20, 850), st.integers(0, 10), max_size=30)


@given(some_days, st.sampled_from((0, 6)), st.none() | st.integers(1, 150), st.none() | st.integers(1, 90))
def test_periods_have_every_day_once_and_are_no_more_than_asked_for(
    length: int, starts_on: int, most_days: int | None, most_weeks: int | None
) -> None:
    last = FIRST + timedelta(length)
    found = periods(FIRST, last, WeekStarts(starts_on), most_days, most_weeks)
    days = [period.first_day + timedelta(number) for period in found for number in range(period.days)]
    assert days == [FIRST + timedelta(number) for number in range(length + 1)]
    single = length < MOST_DAYS and (most_days is None or length < most_days)
    if single:
        assert {period.days for period in found} == {1}
    else:
        first_weekday = 0 if starts_on == 0 else 6
        assert all(period.first_day.weekday() == first_weekday for period in found[1:])
        assert most_weeks is None or len(found) <= most_weeks
        # The window cuts the oldest and the newest period; the newest has as many weeks as the others, if only begun.
        assert len({period.days for period in found[1:-1]}) <= 1
        if len(found) > 2:
            assert found[-1].days > found[1].days - 7


def test_a_week_that_another_first_day_has_cut_is_a_period_of_its_own() -> None:
    found = periods(FIRST, FIRST + timedelta(100), WeekStarts().changed(6, FIRST + timedelta(30)))
    assert [period.days for period in found] == [5, 7, 7, 7, 6, *[7] * 9, 6]
    assert sum(period.days for period in found) == 101


def test_periods_are_named() -> None:
    assert [str(period) for period in periods(FIRST, FIRST + timedelta(1), MONDAY_WEEKS)] == [
        "Wed 2026-01-07",
        "Thu 2026-01-08",
    ]
    by_week = periods(FIRST, FIRST + timedelta(100), MONDAY_WEEKS)
    assert [str(period) for period in by_week[:2]] == ["week of 2026-01-07", "week of 2026-01-12"]
    assert str(periods(FIRST, FIRST + timedelta(100), MONDAY_WEEKS, None, 8)[-1]) == "2026-04-06 to 2026-04-17"
    assert periods(FIRST, FIRST - timedelta(1), MONDAY_WEEKS) == ()


@given(some_values, some_days, st.none() | st.integers(1, 90))
def test_spans_are_those_of_their_days(values: dict[int, int], length: int, most_weeks: int | None) -> None:
    found = periods(FIRST, FIRST + timedelta(length), MONDAY_WEEKS, 20, most_weeks)
    by_day = {FIRST + timedelta(number): float(value) for number, value in values.items()}
    for period, span in zip(found, spans_of(by_day.items(), found), strict=True):
        inside = [value for day, value in by_day.items() if period.first_day <= day <= period.last_day]
        if not inside:
            assert span is None
        else:
            assert span is not None
            assert (span.n, span.low, span.high) == (len(inside), min(inside), max(inside))
            assert span.mean == pytest.approx(sum(inside) / len(inside))
