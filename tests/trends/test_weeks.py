"""The weeks: what counts in them, and how they are joined."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backjournal.model.diary_values import SCALES
from backjournal.model.flare_ups import FlareUp
from backjournal.model.settings import Settings
from backjournal.model.weeks import WeekStarts
from backjournal.plan.adherence import Adherence
from backjournal.plan.span import Span
from backjournal.plan.tally import Tally
from backjournal.trends.diary_days import DiaryDay
from backjournal.trends.flare_up_days import flare_up_days
from backjournal.trends.plan_events import PlanEvent
from backjournal.trends.record import Record
from backjournal.trends.weeks import Week, merged, weeks
from tests.helpers.made_weeks import MONDAY, SUNDAY, TODAY, spans, week_from
from tests.helpers.values import diary_day


def record(
    diary: Iterable[DiaryDay] = (),
    flare_ups: Iterable[FlareUp] = (),
    adherence: Mapping[date, Adherence] | None = None,
    today: date = TODAY,
    starts_on: int = 0,
) -> Record:
    return Record(
        today=today,
        settings=Settings(weeks=WeekStarts(starts_on)),
        diary={day.day: day for day in diary},
        flare_ups=tuple(flare_ups),
        adherence=adherence or {},
    )


def the_week(of: Record) -> Week:
    [week] = weeks(of, MONDAY, SUNDAY)
    return week


def test_a_week_is_the_mean_of_its_days() -> None:
    tuesday = MONDAY + timedelta(1)
    diary = [
        diary_day(MONDAY, 3, pain=4, worst_pain=9, mobility=7, confidence=5, mood=3),
        diary_day(tuesday, 1, pain=8),
    ]
    week = the_week(record(diary))
    assert week.pain == Span(n=2, mean=6.0, low=4.0, high=8.0)
    assert week.mobility == Span(n=1, mean=7.0, low=7.0, high=7.0)
    assert list(week.spans) == ["pain", "worst_pain", "mobility", "mood", "confidence"]
    assert week.spans["worst_pain"] == Span(1, 9.0, 9, 9)
    assert week.check_ins == 4


def test_missing_stays_missing_and_zero_stays_zero() -> None:
    assert the_week(record([diary_day(MONDAY)])).spans == {}
    assert the_week(record([diary_day(MONDAY)])).check_ins == 1
    assert the_week(record([diary_day(MONDAY, pain=0)])).pain == Span(1, 0.0, 0.0, 0.0)


def test_a_week_in_which_nothing_was_noted_is_not_left_out() -> None:
    later = record([diary_day(MONDAY, pain=3)], today=TODAY + timedelta(14))
    assert [(week.first_day, week.pain is None) for week in weeks(later, MONDAY, MONDAY + timedelta(14))] == [
        (MONDAY, False),
        (MONDAY + timedelta(7), True),
        (MONDAY + timedelta(14), True),
    ]


@pytest.mark.parametrize(
    ("starts_on", "first_days"),
    [(0, [date(2026, 11, 9), date(2026, 11, 16)]), (6, [date(2026, 11, 15)])],
)
def test_whole_weeks_are_returned_that_touch_the_days(starts_on: int, first_days: list[date]) -> None:
    noted = record([diary_day(TODAY, pain=3)], starts_on=starts_on)
    found = weeks(noted, date(2026, 11, 15), date(2026, 11, 16))
    assert [week.first_day for week in found] == first_days
    assert all(week.last_day - week.first_day == timedelta(6) for week in found)
    assert found[-1].pain == Span(1, 3.0, 3.0, 3.0)


def test_days_after_today_do_not_count() -> None:
    week = the_week(
        record(
            [diary_day(TODAY, pain=1), diary_day(SUNDAY, pain=9)],
            [FlareUp("a", TODAY)],
            {TODAY: Adherence(3, 1.0), SUNDAY: Adherence(3, 3.0)},
        )
    )
    assert week.pain == Span(1, 1.0, 1.0, 1.0)
    assert (week.check_ins, week.flare_up_days, week.adherence) == (1, 1, Adherence(3, 1.0))


def test_a_week_after_today_is_empty() -> None:
    later = MONDAY + timedelta(7)
    noted = record([diary_day(later, pain=4)], [FlareUp("a", MONDAY)])
    assert weeks(noted, later, later) == (week_from(later),)


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
    assert the_week(record(flare_ups=flare_ups)).flare_up_days == days


def test_the_days_of_flare_ups_lie_between_the_first_and_the_last() -> None:
    flare_ups = [FlareUp("a", MONDAY - timedelta(3), MONDAY), FlareUp("b", TODAY, SUNDAY), FlareUp("c", SUNDAY)]
    assert flare_up_days(flare_ups, MONDAY, TODAY) == {MONDAY, TODAY}


def test_the_days_adherence_is_added_up() -> None:
    days = {
        MONDAY: Adherence(4, 2.5, 1),
        MONDAY + timedelta(2): Adherence(2, 2.0),
        MONDAY - timedelta(1): Adherence(9, 9.0),
    }
    assert the_week(record(adherence=days)).adherence == Adherence(6, 4.5, 1)


def test_merged_joins_equal_blocks_of_which_the_newest_is_whole() -> None:
    five = [week_from(MONDAY + timedelta(7 * number), check_ins=number) for number in range(5)]
    joined = merged(five, 3)
    assert [(week.first_day, week.length, week.check_ins) for week in joined] == [
        (MONDAY, 1, 0),
        (MONDAY + timedelta(7), 2, 3),
        (MONDAY + timedelta(21), 2, 7),
    ]


def test_merged_weights_means_by_their_days_and_keeps_the_extremes() -> None:
    begun, larger = PlanEvent(MONDAY, "the plan begins"), PlanEvent(MONDAY + timedelta(8), "Bridge 5 → 6 times")
    first = week_from(
        MONDAY,
        spans=spans(Span(6, 2.0, 1.0, 3.0)),
        check_ins=6,
        flare_up_days=1,
        adherence=Adherence(6, 3.0, 2),
        tally=Tally(1, 2, 2, 1),
        events=(begun,),
    )
    second = week_from(
        MONDAY + timedelta(7),
        spans=spans(Span(2, 6.0, 5.0, 7.0), Span(1, 4.0, 4.0, 4.0)),
        check_ins=2,
        flare_up_days=2,
        adherence=Adherence(4, 1.5, 0),
        tally=Tally(1, 1, 0, 2),
        events=(larger,),
    )
    assert merged([first, second, week_from(MONDAY + timedelta(14))], 1) == (
        Week(
            MONDAY,
            MONDAY + timedelta(20),
            check_ins=8,
            spans=spans(Span(8, 3.0, 1.0, 7.0), Span(1, 4.0, 4.0, 4.0)),
            flare_up_days=3,
            adherence=Adherence(10, 4.5, 2),
            tally=Tally(2, 3, 2, 3),
            events=(begun, larger),
            length=3,
        ),
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


values = st.none() | st.floats(0, 10)
diaries = st.dictionaries(st.integers(0, 60), st.tuples(st.integers(1, 3), values, values, values), max_size=30).map(
    lambda days: [
        diary_day(date(2026, 10, 1) + timedelta(number), check_ins, pain=pain, confidence=confidence, mobility=mobility)
        for number, (check_ins, pain, mobility, confidence) in days.items()
    ]
)


def second_computation(diary: Iterable[DiaryDay], scale: str, first: date, last: date) -> Span | None:
    noted = [noted.values[scale] for noted in diary if first <= noted.day <= last and scale in noted.values]
    return Span(len(noted), sum(noted) / len(noted), min(noted), max(noted)) if noted else None


@given(diaries, st.dates(date(2026, 10, 1), date(2026, 11, 29)), st.sampled_from([0, 6]))
def test_every_week_agrees_with_a_second_computation(diary: list[DiaryDay], today: date, starts_on: int) -> None:
    noted = record(diary, today=today, starts_on=starts_on)
    found = weeks(noted, date(2026, 10, 1), date(2026, 11, 29))
    for week in found:
        for scale in (value.name for value in SCALES):
            span = week.spans.get(scale)
            expected = second_computation(diary, scale, week.first_day, min(week.last_day, today))
            assert (span is None) == (expected is None)
            if span and expected:
                assert (span.n, span.low, span.high) == (expected.n, expected.low, expected.high)
                assert span.mean == pytest.approx(expected.mean)
    assert sum(week.check_ins for week in found) == sum(
        day.check_ins for day in diary if found[0].first_day <= day.day <= today
    )


def test_a_week_in_which_another_first_day_is_set_is_short_and_joins_as_one() -> None:
    # On the Wednesday of the second week, the weeks are set to begin on Sunday.
    starts = WeekStarts().changed(6, MONDAY + timedelta(9))
    diary = {day: diary_day(day, pain=4) for day in (MONDAY + timedelta(number) for number in range(21))}
    of = Record(MONDAY + timedelta(20), settings=Settings(weeks=starts), diary=diary)
    found = weeks(of, MONDAY, of.today)
    assert [((week.first_day - MONDAY).days, (week.last_day - MONDAY).days, week.check_ins) for week in found] == [
        (0, 6, 7),
        (7, 12, 6),
        (13, 19, 7),
        (20, 26, 1),
    ]
    assert [week.length for week in merged(found, 2)] == [2, 2]
