from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backjournal.model.check_ins import CheckIn, FlareUp
from backjournal.trends.adherence import Adherence
from backjournal.trends.table import TABLE_HEADER, plain_lines, table_rows
from backjournal.trends.weeks import RANGES, Span, Week, merged, span_of_range, weeks

MONDAY = date(2026, 11, 16)
SUNDAY = date(2026, 11, 22)
TODAY = date(2026, 11, 21)
NOTHING = Adherence()


def check_in(day: date, pain: int | None = None, mobility: int | None = None) -> CheckIn:
    return CheckIn("x", datetime.combine(day, time(8), UTC), day, pain=pain, mobility=mobility, note="here")


def the_week(check_ins: Iterable[CheckIn] = (), flare_ups: Iterable[FlareUp] = (), **days: Adherence) -> Week:
    by_day = {date.fromisoformat(name.strip("d").replace("_", "-")): value for name, value in days.items()}
    [week] = weeks(MONDAY, SUNDAY, TODAY, 0, check_ins, flare_ups, by_day)
    return week


def week_from(
    first_day: date,
    pain: Span | None = None,
    mobility: Span | None = None,
    check_ins: int = 0,
    flare_up_days: int = 0,
    adherence: Adherence = NOTHING,
) -> Week:
    return Week(first_day, first_day + timedelta(6), pain, mobility, check_ins, flare_up_days, adherence)


def test_a_day_is_the_mean_of_its_check_ins_and_a_week_the_mean_of_its_days() -> None:
    tuesday = MONDAY + timedelta(1)
    week = the_week([check_in(MONDAY, 2, 6), check_in(MONDAY, 5), check_in(MONDAY, 5, 8), check_in(tuesday, 8)])
    assert week.pain == Span(n=2, mean=6.0, low=4.0, high=8.0)
    assert week.mobility == Span(n=1, mean=7.0, low=7.0, high=7.0)
    assert week.check_ins == 4


def test_missing_stays_missing_and_zero_stays_zero() -> None:
    assert the_week([check_in(MONDAY)]).pain is None
    assert the_week([check_in(MONDAY)]).check_ins == 1
    assert the_week([check_in(MONDAY, 0)]).pain == Span(1, 0.0, 0.0, 0.0)


def test_a_week_in_which_nothing_was_noted_is_not_left_out() -> None:
    three = weeks(MONDAY, MONDAY + timedelta(14), TODAY + timedelta(14), 0, [check_in(MONDAY, 3)], [], {})
    assert [(week.first_day, week.pain is None) for week in three] == [
        (MONDAY, False),
        (MONDAY + timedelta(7), True),
        (MONDAY + timedelta(14), True),
    ]


@pytest.mark.parametrize(
    ("week_starts_on", "first_days"),
    [(0, [date(2026, 11, 9), date(2026, 11, 16)]), (6, [date(2026, 11, 15)])],
)
def test_whole_weeks_are_returned_that_touch_the_days(week_starts_on: int, first_days: list[date]) -> None:
    found = weeks(date(2026, 11, 15), date(2026, 11, 16), TODAY, week_starts_on, [check_in(TODAY, 3)], [], {})
    assert [week.first_day for week in found] == first_days
    assert all(week.last_day - week.first_day == timedelta(6) for week in found)
    assert found[-1].pain == Span(1, 3.0, 3.0, 3.0)


def test_days_after_today_do_not_count() -> None:
    week = the_week(
        [check_in(TODAY, 1), check_in(SUNDAY, 9)],
        [FlareUp("a", TODAY)],
        d2026_11_21=Adherence(3, 1.0),
        d2026_11_22=Adherence(3, 3.0),
    )
    assert week.pain == Span(1, 1.0, 1.0, 1.0)
    assert (week.check_ins, week.flare_up_days, week.adherence) == (1, 1, Adherence(3, 1.0))


def test_a_week_after_today_is_empty() -> None:
    later = MONDAY + timedelta(7)
    assert weeks(later, later, TODAY, 0, [check_in(later, 4)], [FlareUp("a", MONDAY)], {}) == (week_from(later),)


@pytest.mark.parametrize(
    ("flare_ups", "days"),
    [
        ([], 0),
        ([FlareUp("a", MONDAY, MONDAY)], 1),
        ([FlareUp("a", date(2026, 10, 1), MONDAY)], 1),
        ([FlareUp("a", date(2026, 10, 1), date(2026, 12, 1))], 6),
        ([FlareUp("a", date(2026, 11, 20))], 2),
        ([FlareUp("a", SUNDAY)], 0),
        ([FlareUp("a", MONDAY, date(2026, 11, 18)), FlareUp("b", date(2026, 11, 17), date(2026, 11, 19))], 4),
    ],
)
def test_flare_up_days_are_counted_once_and_up_to_today(flare_ups: list[FlareUp], days: int) -> None:
    assert the_week(flare_ups=flare_ups).flare_up_days == days


def test_the_days_adherence_is_added_up() -> None:
    week = the_week(d2026_11_16=Adherence(4, 2.5, 1), d2026_11_18=Adherence(2, 2.0), d2026_11_15=Adherence(9, 9.0))
    assert week.adherence == Adherence(6, 4.5, 1)


def test_merged_joins_equal_blocks_of_which_the_newest_is_whole() -> None:
    five = [week_from(MONDAY + timedelta(7 * number), check_ins=number) for number in range(5)]
    joined = merged(five, 3)
    assert [(week.first_day, week.length, week.check_ins) for week in joined] == [
        (MONDAY, 1, 0),
        (MONDAY + timedelta(7), 2, 3),
        (MONDAY + timedelta(21), 2, 7),
    ]


def test_merged_weights_means_by_their_days_and_keeps_the_extremes() -> None:
    first = week_from(MONDAY, pain=Span(6, 2.0, 1.0, 3.0), check_ins=6, flare_up_days=1, adherence=Adherence(6, 3.0, 2))
    second = week_from(
        MONDAY + timedelta(7), pain=Span(2, 6.0, 5.0, 7.0), check_ins=2, flare_up_days=2, adherence=Adherence(4, 1.5, 0)
    )
    third = week_from(MONDAY + timedelta(14))
    assert merged([first, second, third], 1) == (
        Week(MONDAY, MONDAY + timedelta(20), Span(8, 3.0, 1.0, 7.0), None, 8, 3, Adherence(10, 4.5, 2)),
    )


@given(st.integers(0, 700), st.integers(1, 200))
def test_merged_leaves_at_most_so_many_and_loses_no_day(count: int, most: int) -> None:
    given_weeks = [week_from(MONDAY + timedelta(7 * number), check_ins=1) for number in range(count)]
    joined = merged(given_weeks, most)
    assert len(joined) <= most
    assert sum(week.length for week in joined) == sum(week.check_ins for week in joined) == count
    assert len({week.length for week in joined[1:]}) <= 1
    assert all(after.first_day == before.last_day + timedelta(1) for before, after in pairwise(joined))
    if count <= most:
        assert list(joined) == given_weeks


@pytest.mark.parametrize(
    ("shown", "earliest", "starts_on", "first", "last"),
    [
        (4, None, 0, date(2026, 10, 26), SUNDAY),
        (4, date(2020, 1, 1), 6, date(2026, 10, 25), date(2026, 11, 21)),
        (None, date(2026, 10, 1), 0, date(2026, 9, 28), SUNDAY),
        (None, None, 0, MONDAY, SUNDAY),
        (None, date(2027, 5, 1), 0, MONDAY, SUNDAY),
    ],
)
def test_a_range_ends_with_the_week_of_its_last_day(
    shown: int | None, earliest: date | None, starts_on: int, first: date, last: date
) -> None:
    assert span_of_range(shown, TODAY, earliest, starts_on) == (first, last)


@given(
    st.sampled_from([number for number in RANGES if number]),
    st.dates(date(1900, 1, 1), date(9999, 12, 1)),
    st.sampled_from([0, 6]),
)
def test_a_range_has_as_many_weeks_as_it_says(shown: int, last: date, starts_on: int) -> None:
    first_day, last_day = span_of_range(shown, last, None, starts_on)
    assert len(weeks(first_day, last_day, last, starts_on, [], [], {})) == shown


@st.composite
def diaries(draw: st.DrawFn) -> list[CheckIn]:
    scale = st.none() | st.integers(0, 10)
    entries = draw(st.lists(st.tuples(st.integers(0, 60), scale, scale), max_size=30))
    return [check_in(date(2026, 10, 1) + timedelta(number), pain, mobility) for number, pain, mobility in entries]


def second_reckoning(check_ins: Sequence[CheckIn], first: date, last: date) -> Span | None:
    means = []
    day = first
    while day <= last:
        pains = [entry.pain for entry in check_ins if entry.day == day and entry.pain is not None]
        means += [sum(pains) / len(pains)] if pains else []
        day += timedelta(1)
    return Span(len(means), sum(means) / len(means), min(means), max(means)) if means else None


@given(diaries(), st.dates(date(2026, 10, 1), date(2026, 11, 29)), st.sampled_from([0, 6]))
def test_every_week_agrees_with_a_second_reckoning(check_ins: list[CheckIn], today: date, starts_on: int) -> None:
    found = weeks(date(2026, 10, 1), date(2026, 11, 29), today, starts_on, check_ins, [], {})
    for week in found:
        expected = second_reckoning(check_ins, week.first_day, min(week.last_day, today))
        assert (week.pain is None) == (expected is None)
        if week.pain and expected:
            assert (week.pain.n, week.pain.low, week.pain.high) == (expected.n, expected.low, expected.high)
            assert week.pain.mean == pytest.approx(expected.mean)
    assert sum(week.check_ins for week in found) == sum(found[0].first_day <= entry.day <= today for entry in check_ins)


FULL = week_from(
    MONDAY,
    pain=Span(5, 4.16, 2.0, 6.5),
    mobility=Span(5, 6.0, 5.0, 7.0),
    check_ins=7,
    flare_up_days=2,
    adherence=Adherence(14, 9.96, 2),
)


@pytest.mark.parametrize(
    ("week", "line"),
    [
        (
            FULL,
            (
                "Week of 2026-11-16: pain 4.2 (2 to 6.5, 5 days), mobility 6.0 (5 days), "
                "adherence 83 % of 12 exercises, flare-up 2 days"
            ),
        ),
        (week_from(MONDAY), "Week of 2026-11-16: no check-ins, no exercises to count"),
        (
            week_from(MONDAY, pain=Span(1, 0.0, 0.0, 0.0), check_ins=1, flare_up_days=1, adherence=Adherence(1)),
            "Week of 2026-11-16: pain 0.0 (1 day), mobility not noted, adherence 0 % of 1 exercise, flare-up 1 day",
        ),
        (
            week_from(MONDAY, mobility=Span(2, 7.0, 6.0, 8.0), check_ins=2, adherence=Adherence(3, 0.0, 3)),
            "Week of 2026-11-16: pain not noted, mobility 7.0 (2 days), all exercises excused",
        ),
        (
            merged([week_from(MONDAY - timedelta(7)), week_from(MONDAY)], 1)[0],
            "2 weeks from 2026-11-09: no check-ins, no exercises to count",
        ),
    ],
)
def test_a_plain_line_tells_what_is_there_and_what_is_missing(week: Week, line: str) -> None:
    assert plain_lines([week]) == [line]


def test_a_table_row_has_a_cell_for_each_column_and_a_dash_for_what_is_missing() -> None:
    assert table_rows([FULL, week_from(MONDAY), week_from(MONDAY, adherence=Adherence(3))]) == [
        ("2026-11-16", "4.2", "2–6.5", "5", "6.0", "5", "83 %", "12", "2"),
        ("2026-11-16", "–", "–", "0", "–", "0", "–", "0", "0"),
        ("2026-11-16", "–", "–", "0", "–", "0", "0 %", "3", "0"),
    ]
    assert len(TABLE_HEADER) == len(table_rows([FULL])[0])
