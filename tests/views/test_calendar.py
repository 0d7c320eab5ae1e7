"""The calendar: what stands on which day, computed a second time, and how it looks."""

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from backjournal.days import days_between
from backjournal.model.better import Better
from backjournal.model.dates import short_day
from backjournal.model.measures import own_measure
from backjournal.model.settings import Settings
from backjournal.model.weeks import WeekStarts
from backjournal.plots.canvas import plain
from backjournal.trends.calendar import CALENDAR_KEYS, calendar_weeks
from backjournal.trends.record import Record
from backjournal.trends.series import Series
from backjournal.trends.window import RANGES, Window
from backjournal.views.calendar import CalendarGraph, calendar_graph
from tests.helpers.graph_checks import PALETTE, check_cursor, check_looks, check_shape
from tests.helpers.graph_journal import EMPTY, HALF_A_YEAR, JOURNALS, journal
from tests.helpers.records import LONG_AGO, ago, diary, results
from tests.helpers.values import TODAY, diary_day

MONDAY = date(2026, 11, 16)
"""The Monday of the week of TODAY, a Saturday."""


def calendar_of(pains: str, weeks: int | None = 2, *, weeks_from: int = 0) -> CalendarGraph:
    """Return the calendar of pains, the last of which is of TODAY."""
    noted = diary(ago(len(pains) - 1), pain=pains)
    record = Record(TODAY, Settings(weeks=WeekStarts(weeks_from)), noted, LONG_AGO)
    return calendar_graph(record, Window(weeks, TODAY), "pain")


def cells(graph: CalendarGraph, width: int = 20, height: int = 9) -> dict[date, str]:
    """Return the text of each day that a drawn calendar shows."""
    lines = plain(graph.draw(width, height, PALETTE)).split("\n")
    rows = [line for line in lines if line[:3] in ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")]
    slots = graph.slots(width)
    shown = graph.weeks[-len(slots) :]
    return {
        week.first_day + timedelta(number): row.ljust(width)[slot.first_column : slot.last_column + 1].strip()
        for week, slot in zip(shown, slots, strict=True)
        for number, row in enumerate(rows)
    }


@pytest.mark.parametrize("key", CALENDAR_KEYS)
def test_the_calendar_looks_right(key: str, snapshot: SnapshotAssertion) -> None:
    check_looks(calendar_graph(HALF_A_YEAR, Window(26, TODAY), key), snapshot, 20)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("graph", "width", "height"),
    [
        pytest.param(calendar_graph(HALF_A_YEAR, Window(4, TODAY), "pain"), 80, 24, id="4 weeks"),
        pytest.param(
            calendar_graph(replace(HALF_A_YEAR, flare_ups=LONG_AGO), Window(52, TODAY), "stiffness"),
            80,
            10,
            id="over a year's end",
        ),
        pytest.param(calendar_graph(journal(3650), Window(None, TODAY), "pain"), 100, 12, id="ten years"),
        pytest.param(calendar_graph(HALF_A_YEAR, Window(26, TODAY), "sleep"), 20, 9, id="the smallest"),
        pytest.param(calendar_graph(HALF_A_YEAR, Window(2, TODAY, ago(9)), "pain"), 60, 9, id="two dates"),
        pytest.param(calendar_graph(EMPTY, Window(12, TODAY), "pain"), 60, 9, id="nothing noted"),
        pytest.param(calendar_graph(EMPTY, Window(None, TODAY), "check-ins"), 60, 9, id="no journal"),
        pytest.param(calendar_graph(EMPTY, Window(4, TODAY), "measure:gone"), 60, 9, id="a series that is gone"),
        pytest.param(calendar_of("4", 1), 60, 10, id="a single day"),
        pytest.param(calendar_of("4" * 14), 60, 10, id="equal values"),
        pytest.param(calendar_of("X" * 9 + "0" * 9, 26), 80, 10, id="none and the worst"),
    ],
)
def test_special_calendars_look_right(
    graph: CalendarGraph, width: int, height: int, snapshot: SnapshotAssertion
) -> None:
    check_shape(graph, width, height)
    assert plain(graph.draw(width, height, PALETTE, 0)) == snapshot


@given(
    st.sampled_from([*JOURNALS]),
    st.sampled_from(RANGES),
    st.sampled_from([*CALENDAR_KEYS, "sleep", "medicines", "measure:peg-style-questions"]),
    st.integers(1, 150),
    st.integers(1, 50),
)
def test_a_calendar_keeps_to_its_size(name: str, weeks: int | None, key: str, width: int, height: int) -> None:
    check_shape(calendar_graph(JOURNALS[name], Window(weeks, TODAY), key), width, height)


def test_each_value_stands_on_its_day() -> None:
    # From Sunday a week ago to today: TODAY is the Saturday.
    assert {day: value for day, value in cells(calendar_of("12.4567")).items() if value.isdigit()} == {
        date(2026, 11, 15): "1",
        date(2026, 11, 16): "2",
        date(2026, 11, 18): "4",
        date(2026, 11, 19): "5",
        date(2026, 11, 20): "6",
        TODAY: "7",
    }


def test_a_missing_day_is_a_dot_and_a_day_to_come_or_outside_is_blank() -> None:
    shown = cells(calendar_of("4"))
    assert shown[date(2026, 11, 20)] == "·"
    assert shown[TODAY] == "4"
    assert shown[date(2026, 11, 22)] == ""
    between = calendar_graph(HALF_A_YEAR, Window(None, ago(2), ago(4)), "pain")
    assert {day for day, value in cells(between).items() if value} == {ago(2), ago(3), ago(4)}


@pytest.mark.parametrize(("starts_on", "first", "names"), [(0, "Mon", "MTWTFSS"), (6, "Sun", "SMTWTFS")])
def test_the_weekdays_begin_as_set(starts_on: int, first: str, names: str) -> None:
    graph = calendar_of("4", weeks_from=starts_on)
    lines = plain(graph.draw(40, 9, PALETTE)).split("\n")[2:]
    assert "".join(line[0] for line in lines) == names
    assert graph.header[1] == first
    assert cells(graph)[TODAY] == "4"


@settings(max_examples=25, deadline=None)
@given(st.sampled_from((0, 6)), st.sampled_from((4, 12, 26)), st.integers(20, 60))
def test_every_digit_is_that_of_the_diary(starts_on: int, weeks: int, width: int) -> None:
    record = journal(182, WeekStarts(starts_on))
    graph = calendar_graph(record, Window(weeks, TODAY), "pain")
    for day, shown in cells(graph, width).items():
        noted = record.diary.get(day)
        pain = noted.pain if noted else None
        if day > TODAY:
            assert shown == ""
        elif pain is None:
            assert shown == "·"
        elif "." in shown or shown == "10":
            assert float(shown) == pain
        else:
            assert shown == ("X" if pain >= 9.5 else str(int(pain + 0.5)))


@pytest.mark.parametrize(
    ("share", "digit"),
    [
        (0, "0"),
        (9.9, "0"),
        (10, "1"),
        (70, "7"),
        (99.9, "9"),
        (100, "X"),
        (79.99999999999999, "8"),
        (99.99999999999999, "X"),
    ],
)
def test_adherence_is_in_full_tenths(share: float, digit: str) -> None:
    from backjournal.plots.calendar import calendar_of as drawn_calendar

    series = Series("adherence", "adherence", {TODAY: share}, "%", 0, 100)
    weeks = calendar_weeks(series, ago(300), TODAY, TODAY, WeekStarts())
    assert drawn_calendar(series, weeks, 60).written(share) == digit


def test_the_newest_weeks_that_fit_are_shown_and_the_legend_says_so() -> None:
    graph = calendar_graph(replace(HALF_A_YEAR, flare_ups=LONG_AGO), Window(52, TODAY), "pain")
    assert plain(graph.draw(40, 10, PALETTE)).startswith("newest 36 weeks")
    assert len(graph.slots(40)) == 36
    assert graph.slots(40)[-1].readout.startswith(f"week of {MONDAY}")
    assert "newest" not in plain(graph.draw(80, 10, PALETTE))


@settings(max_examples=30, deadline=None)
@given(st.integers(20, 130), st.sampled_from([4, 12, 26, 52]))
def test_dates_stand_above_the_weeks_that_they_begin(width: int, weeks: int) -> None:
    graph = calendar_graph(replace(HALF_A_YEAR, flare_ups=LONG_AGO), Window(weeks, TODAY), "pain")
    line, slots = plain(graph.draw(width, 9, PALETTE)).split("\n")[1], graph.slots(width)
    begins = {slot.first_column: week.first_day for slot, week in zip(slots, graph.weeks[-len(slots) :], strict=True)}
    with_year = len({day.year for day in begins.values()}) > 1
    shown = {match.start(): match.group() for match in re.finditer(r"\d+ \w+( \d{4})?", line)}
    assert shown
    for column, text in shown.items():
        assert text == short_day(begins[column], with_year=with_year)
    assert len({after - before for before, after in pairwise(sorted(shown))}) <= 1, "evenly"


@settings(max_examples=20, deadline=None)
@given(st.integers(20, 130), st.sampled_from((9, 10, 24)))
def test_the_arrow_of_the_cursor_stands_at_its_week(width: int, height: int) -> None:
    check_cursor(calendar_graph(HALF_A_YEAR, Window(12, TODAY), "pain"), width, height, "▼" if height == 9 else "▲")


@pytest.mark.parametrize("weeks_from", [0, 6])
def test_rows_lines_and_data_have_the_same_figures_computed_again(weeks_from: int) -> None:
    record = journal(100, WeekStarts(weeks_from))
    graph = calendar_graph(record, Window(12, TODAY), "mobility")
    weeks = graph.data()["weeks"]
    assert isinstance(weeks, list)
    for row, line, of_week in zip(graph.rows(), graph.lines(), weeks, strict=True):
        first_day = date.fromisoformat(row[0])
        assert first_day.weekday() == (0 if weeks_from == 0 else 6)
        days = [first_day + timedelta(number) for number in range(7)]
        values = [record.diary[day].values.get("mobility") if day in record.diary else None for day in days]
        given_values = [value for value in values if value is not None]
        texts = ["–" if value is None else f"{value:g}" for value in values]
        assert list(row[1:8]) == [value if day <= TODAY else "" for day, value in zip(days, texts, strict=True)]
        assert row[9] == str(len(given_values))
        if given_values:
            mean = sum(given_values) / len(given_values)
            assert float(row[8]) == pytest.approx(mean, abs=0.051)
            assert line.endswith(f"mean {mean:.1f} ({len(given_values)} day{'s' * (len(given_values) != 1)})")
            assert of_week["span"]["mean"] == pytest.approx(mean)
        else:
            assert row[8] == "–"
            assert line.endswith("mobility not noted")
            assert of_week["span"] is None
        assert of_week["days"] == {
            day.isoformat(): value for day, value in zip(days, values, strict=True) if day <= TODAY
        }


def test_check_ins_are_counted() -> None:
    graph = calendar_graph(HALF_A_YEAR, Window(4, TODAY), "check-ins")
    shown = cells(graph, 20)
    assert shown[ago(0)] == "1"
    assert shown[ago(1)] == "2"
    assert shown[ago(2)] == "3"
    assert shown[ago(4)] == "·"


@pytest.mark.parametrize(
    ("low", "high", "scale_text"),
    [(-10, 10, "in tenths from -10 to 10"), (-5, None, "in tenths from -5 to 10")],
)
def test_a_scale_that_begins_below_zero_is_shown_in_tenths_of_its_range(
    low: float, high: float | None, scale_text: str
) -> None:
    of = own_measure("own", "Balance", "", low, high, Better.HIGHER)
    values = {ago(2): low, ago(1): 0.0, TODAY: 8.0}
    graph = calendar_graph(
        Record(TODAY, flare_ups=LONG_AGO, measures=(of,), results=results(of, values)),
        Window(26, TODAY),
        "measure:balance",
    )
    digits = [int(min(10, (value - low) * 10 / (10 - low))) for value in values.values()]
    shown = cells(graph, 60)
    assert [shown[day].replace("X", "10") for day in values] == [str(digit) for digit in digits]
    assert scale_text in plain(graph.draw(60, 9, PALETTE)).split("\n")[0]
    # The lowest has a shade too, as the missing has not.
    grounds = re.findall(r"\x1b\[48;2;([0-9;]+)m", graph.draw(60, 9, PALETTE))
    assert len(set(grounds)) == 5, "those of the legend, of which the values have three"
    assert len(grounds) == 5 + 3


def test_weeks_from_before_another_first_day_keep_their_days() -> None:
    weeks = WeekStarts().changed(6, TODAY - timedelta(7))
    noted = {day: diary_day(day, pain=3.0) for day in days_between(ago(20), TODAY)}
    graph = calendar_graph(Record(TODAY, Settings(weeks=weeks), noted), Window(3, TODAY), "pain")
    # From Monday to Sunday, from Monday to Saturday, and from Sunday on: each day stands below its weekday.
    assert graph.header[1:8] == ("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat")
    assert [(row[0], row[1], row[2], row[-1]) for row in graph.rows()] == [
        ("2026-11-02", "3", "3", "7"),
        ("2026-11-09", "", "3", "6"),
        ("2026-11-15", "3", "3", "7"),
    ]
    drawn = [line for line in plain(graph.draw(60, 12, PALETTE)).splitlines() if line[:3] in graph.header]
    assert drawn[0].count("3") == 2
