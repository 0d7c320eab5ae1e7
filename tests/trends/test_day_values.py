"""The days one by one, and the medians of the 7 days up to each."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backjournal.model.flare_ups import FlareUp
from backjournal.trends.day_values import DayValues, Median, day_values
from backjournal.trends.plan_events import PlanEvent
from backjournal.trends.record import Record
from backjournal.views.days import DAY_HEADER, day_line, day_readout, day_row
from tests.helpers.records import ago, diary
from tests.helpers.recovery import recovery
from tests.helpers.values import TODAY, diary_day


def medians(pains: str) -> list[str]:
    """Return the medians of pain with their n, day by day, from signs of which the last is of today."""
    first = ago(len(pains) - 1)
    days = day_values(Record(TODAY, diary=diary(first, pain=pains)), first, TODAY)
    found = [day.medians.get("pain") for day in days]
    return [f"{median.value:g}/{median.n}" if median else "" for median in found]


@pytest.mark.parametrize(
    ("pains", "expected"),
    [
        ("123", ["", "", "2/3"]),
        ("1234567", ["", "", "2/3", "2.5/4", "3/5", "3.5/6", "4/7"]),
        ("1119999999", ["", "", "1/3", "1/4", "1/5", "5/6", "9/7", "9/7", "9/7", "9/7"]),
        ("5.....5.....5", [""] * 13),
        ("246......", ["", "", "4/3", "", "", "", "", "", ""]),
        ("246.8", ["", "", "4/3", "", "5/4"]),
        ("00,0", ["", "", "", "0/3"]),
    ],
    ids=[
        "three",
        "a week",
        "seven days back",
        "too few",
        "nothing is told of a day without a value",
        "it breaks at a gap",
        "missing is not 0",
    ],
)
def test_a_median_is_that_of_the_values_of_seven_days(pains: str, expected: list[str]) -> None:
    assert medians(pains) == expected


def test_the_first_medians_look_back_before_the_first_day() -> None:
    [day] = day_values(Record(TODAY, diary=diary(ago(6), pain="1234567")), TODAY, TODAY)
    assert day.medians == {"pain": Median(7, 4)}


def test_a_day_has_its_values_its_flare_up_and_its_changes_and_none_comes_after_today() -> None:
    record = Record(
        TODAY, diary={TODAY: diary_day(TODAY, 2, pain=0, mood=3)}, flare_ups=(FlareUp("a", ago(1), ago(1)),)
    )
    before, today = day_values(record, ago(1), TODAY + timedelta(9))
    assert before == DayValues(ago(1), flare_up=True)
    assert today == DayValues(TODAY, 2, {"pain": 0})
    assert day_values(record, TODAY + timedelta(1), TODAY + timedelta(3)) == ()


def test_changes_of_the_plan_stand_on_their_day() -> None:
    changed = [day for day in day_values(recovery(), date(2026, 7, 1), date(2026, 10, 31)) if day.events]
    assert [(day.day, [event.what for event in day.events]) for day in changed] == [
        (date(2026, 7, 13), ["Bridge 2 × 6, 3 s → 2 × 10, 3 s", "Walking 15 min → 30 min and 4 a week → daily"]),
        (date(2026, 10, 18), ["Bridge 2 × 10, 3 s → 2 × 12, 3 s"]),
    ]


values = st.none() | st.floats(0, 10)
days = st.dictionaries(st.integers(0, 30), st.tuples(values, values), max_size=25)


def second_median(noted: list[float]) -> float:
    """Compute the median by removing the lowest and the highest until one or two are left."""
    left = sorted(noted)
    while len(left) > 2:
        left = left[1:-1]
    return sum(left) / len(left)


@given(days, st.integers(0, 30), st.integers(0, 30))
def test_every_median_agrees_with_a_second_computation(
    noted: Mapping[int, tuple[float | None, float | None]], first: int, until: int
) -> None:
    by_day = {
        ago(number): diary_day(ago(number), pain=pain, mobility=mobility) for number, (pain, mobility) in noted.items()
    }
    found = day_values(Record(ago(until), diary=by_day), ago(first), TODAY)
    assert [day.day for day in found] == [ago(number) for number in range(first, until - 1, -1)]
    for day in found:
        for place, scale in enumerate(("pain", "mobility")):
            week = [noted[number][place] for number in noted if 0 <= (day.day - ago(number)).days <= 6]
            given_values = [value for value in week if value is not None]
            median = day.medians.get(scale)
            told = scale in day.values and len(given_values) >= 3
            assert (median.n if median else 0) == (len(given_values) if told else 0)
            if median:
                assert median.value == pytest.approx(second_median(given_values))


FULL = DayValues(
    TODAY,
    2,
    {"pain": 2.5, "mobility": 7.0},
    {"pain": Median(6, 3), "mobility": Median(3, 6.25)},
    flare_up=True,
    events=(PlanEvent(TODAY, "Bridge 2 × 6 → 2 × 8"), PlanEvent(TODAY, "Plank added, 20 s")),
)
QUIET = DayValues(TODAY)


def test_a_plain_line_says_what_is_there_and_what_is_missing() -> None:
    assert day_line(FULL) == (
        "Sat 2026-11-21: pain 2.5, mobility 7, 7-day median of pain 3 (6 days), "
        "7-day median of mobility 6.2 (3 days), flare-up, Bridge 2 × 6 → 2 × 8, Plank added, 20 s"
    )
    assert day_line(QUIET) == "Sat 2026-11-21: no check-ins"
    assert day_line(DayValues(TODAY, 1, {"pain": 0})) == "Sat 2026-11-21: pain 0, mobility not noted"


def test_the_line_of_the_cursor_describes_a_day() -> None:
    assert day_readout(FULL) == (
        "Sat 21 Nov  pain 2.5 (median 3, n 6)  mobility 7 (median 6.2, n 3)  flare-up  "
        "Bridge 2 × 6 → 2 × 8  Plank added, 20 s"
    )
    assert day_readout(QUIET) == "Sat 21 Nov  no check-ins"
    assert day_readout(DayValues(TODAY, 1, {"pain": 0})) == "Sat 21 Nov  pain 0  mobility not noted"


def test_a_table_row_has_a_cell_for_each_column_and_a_dash_for_what_is_missing() -> None:
    plan = "Bridge 2 × 6 → 2 × 8; Plank added, 20 s"
    assert day_row(FULL) == ("2026-11-21", "2", "2.5", "3", "6", "7", "6.2", "3", "yes", plan)
    assert day_row(QUIET) == ("2026-11-21", "0", "–", "–", "–", "–", "–", "–", "–", "–")
    assert len(DAY_HEADER) == len(day_row(FULL))
