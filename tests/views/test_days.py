"""Pain and mobility by day as a graph: its snapshots and slots, and the same figures as table, lines and data."""

import json
import re
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from backjournal.plots.days import days_shown
from backjournal.trends.day_values import DayValues, Median
from backjournal.trends.plan_events import PlanEvent
from backjournal.trends.record import Record
from backjournal.trends.window import Window
from backjournal.views.days import DaysGraph, days_graph
from tests.helpers.drawing import canvas, columns_of, drawn, is_whole, most_points
from tests.helpers.records import ago, diary, flare_up
from tests.helpers.recovery import recovery
from tests.helpers.values import TODAY

SIZES = [(20, 9), (40, 12), (78, 17), (80, 24), (120, 40), (140, 45)]


def graph_of(window: Window | None = None, **signs: str) -> DaysGraph:
    """Return the graph of days of which the last is today."""
    length = max(map(len, signs.values()), default=0)
    return days_graph(Record(TODAY, diary=diary(ago(length - 1), **signs)), window or Window(12, TODAY))


def four_weeks(**signs: str) -> DaysGraph:
    """Return the graph of the last four weeks of a journal that is older."""
    return graph_of(Window(4, TODAY, ago(26)), **signs)


@pytest.mark.parametrize(("width", "height"), [(80, 24), (120, 40)])
def test_the_graph_looks_right(width: int, height: int, snapshot: SnapshotAssertion) -> None:
    graph = days_graph(recovery(), Window(12, date(2026, 10, 25)))
    assert "\n".join([graph.title, *drawn(graph, width, height)]) == snapshot


def test_the_same_is_told_in_a_table_in_lines_and_at_the_cursor(snapshot: SnapshotAssertion) -> None:
    graph = days_graph(recovery(), Window(4, date(2026, 10, 18)))
    table, readouts = map(" | ".join, [graph.header, *graph.rows()]), [slot.readout for slot in graph.slots(80)]
    assert "\n".join([*table, "", *graph.lines(), "", *readouts]) == snapshot


@pytest.mark.parametrize(
    "graph",
    [
        pytest.param(graph_of(), id="no data"),
        pytest.param(four_weeks(pain="4"), id="a single point"),
        pytest.param(graph_of(Window(4, TODAY), pain="4" * 30, mobility="4" * 30), id="equal values"),
        pytest.param(graph_of(Window(1, TODAY), pain="123456", mobility="987654"), id="one week"),
        pytest.param(four_weeks(pain="1234567" + "." * 8 + "345", mobility="7654321..3"), id="gaps"),
    ],
)
def test_few_figures_look_right(graph: DaysGraph, snapshot: SnapshotAssertion) -> None:
    assert "\n".join(drawn(graph, 60, 15)) == snapshot
    for width, height in SIZES:
        is_whole(graph, width, height)


@pytest.mark.parametrize(
    ("window", "first", "last", "title"),
    [
        (Window(12, TODAY), date(2026, 8, 31), TODAY, "Pain and mobility by day"),
        (Window(26, TODAY), TODAY - timedelta(83), TODAY, "Pain and mobility by day, the last 12 weeks"),
        (Window(None, TODAY), TODAY - timedelta(83), TODAY, "Pain and mobility by day, the last 12 weeks"),
        (Window(None, TODAY, first=ago(83)), ago(83), TODAY, "Pain and mobility by day"),
        (Window(None, TODAY, first=ago(84)), ago(83), TODAY, "Pain and mobility by day, the last 12 weeks"),
        (Window(4, date(2026, 8, 5)), date(2026, 7, 13), date(2026, 8, 9), "Pain and mobility by day"),
        (
            Window(None, date(2026, 8, 5), first=date(2026, 8, 1)),
            date(2026, 8, 1),
            date(2026, 8, 5),
            "Pain and mobility by day",
        ),
        (
            Window(26, date(2026, 10, 25)),
            date(2026, 10, 25) - timedelta(83),
            date(2026, 10, 25),
            "Pain and mobility by day, the last 12 weeks",
        ),
    ],
)
def test_a_window_of_more_than_twelve_weeks_shows_its_last_twelve(
    window: Window, first: date, last: date, title: str
) -> None:
    graph = days_graph(recovery(), window)
    assert (graph.days[0].day, graph.days[-1].day, graph.title) == (first, last, title)
    assert ("By day: the last 12 weeks of the range." in drawn(graph, 80, 20)) is ("last 12 weeks" in title)


def test_a_short_journal_is_not_said_to_be_cut() -> None:
    assert graph_of(Window(None, TODAY), pain="123").title == "Pain and mobility by day"


@st.composite
def some_days(draw: st.DrawFn) -> tuple[DayValues, ...]:
    values = st.dictionaries(st.sampled_from(["pain", "mobility"]), st.floats(0, 10))
    kinds = st.tuples(values, values, st.booleans(), st.booleans())
    few, count = draw(st.lists(kinds, min_size=1, max_size=7)), draw(st.integers(0, 84))
    made = []
    for number in range(count):
        day = ago(count - 1 - number)
        noted, medians, flared, changed = few[number % len(few)]
        events = (PlanEvent(day, "Bridge 5 → 6 times"),) if changed else ()
        of_week = {scale: Median(3, value) for scale, value in medians.items()}
        made.append(DayValues(day, 1, noted, of_week, flared, events))
    return tuple(made)


@settings(max_examples=20)
@given(some_days(), st.integers(20, 150), st.integers(18, 40))
def test_every_mark_stands_in_its_slot_and_nowhere_else(days: tuple[DayValues, ...], width: int, height: int) -> None:
    graph = DaysGraph(days)
    is_whole(graph, width, height)
    slots, shown = graph.slots(width), days_shown(days, width)
    assert shown == days[-2 * (width - 4) :]
    assert [slot.readout.split("  ")[0] for slot in slots] == [f"{of.day:%a} {of.day.day} {of.day:%b}" for of in shown]
    steps = [after.first_column - before.last_column for before, after in pairwise(slots)]
    assert set(steps) <= ({1} if len(shown) <= width - 4 else {0, 1})
    rows = canvas(graph, width, height)[""]
    for marks, there in (
        ("●◈", ["pain" in day.values for day in shown]),
        ("◆◈", ["mobility" in day.values for day in shown]),
        ("▲", [day.flare_up for day in shown]),
    ):
        # A column with two days has the marks of both.
        expected = {slot.first_column for slot, is_there in zip(slots, there, strict=True) if is_there}
        reach = {
            column: slot.first_column for slot in slots for column in range(slot.first_column, slot.last_column + 1)
        }
        found = columns_of(rows, marks)
        assert {reach[column] for column in found} == expected
        assert len(found) == len(expected)


def test_a_median_line_breaks_at_a_gap_and_shows_no_less_than_three_values() -> None:
    def lines(pains: str) -> str:
        [row] = [row for row in canvas(four_weeks(pain=pains), 60, 15)[""] if "●" in row]
        return "".join("⠒" if "⠀" < mark <= "⣿" else mark for mark in row[4:].strip())

    assert "⠒" not in lines("4.4")
    assert lines("444").count("⠒") == 0
    assert lines("4444").endswith("●⠒●")
    assert "⠒" not in lines("444..4")
    assert lines("444444....").endswith("●⠒●")


def test_the_cursor_marks_its_day() -> None:
    graph = days_graph(recovery(), Window(4, TODAY))
    for number, slot in enumerate(graph.slots(60)):
        [column] = columns_of(canvas(graph, 60, 20, cursor=number)[""], "┃")
        assert slot.first_column <= column <= slot.last_column


def test_it_says_where_not_all_days_have_room() -> None:
    graph = days_graph(recovery(), Window(12, TODAY))
    assert len(graph.slots(46)) == 83
    assert len(graph.slots(45)) == 82
    assert "the last 82 days" in drawn(graph, 45, 20)[0]
    assert "the last" not in drawn(graph, 46, 20)[0]


def test_dates_never_run_into_each_other() -> None:
    for width in (20, 45, 60, 67, 83, 87, 88, 109):
        dates = drawn(days_graph(recovery(), Window(12, TODAY)), width, 12)[-1]
        assert re.fullmatch(r" +(\d+ [A-Z][a-z]{2} +)*\d+ [A-Z][a-z]{2} *", dates)


def test_flare_ups_are_marked_on_their_days() -> None:
    record = Record(TODAY, diary=diary(ago(9), pain="4444444444"), flare_ups=(flare_up(5, 3),))
    graph = days_graph(record, Window(None, TODAY, first=ago(9)))
    rows, slots = canvas(graph, 64, 20)[""], graph.slots(64)
    assert [
        place
        for place, slot in enumerate(slots)
        for column in columns_of(rows, "▲")
        if slot.first_column <= column <= slot.last_column
    ] == [4, 5, 6]


def test_the_data_are_the_figures_and_are_json() -> None:
    graph = days_graph(recovery(), Window(None, date(2026, 7, 24), first=date(2026, 7, 11)))
    found = json.loads(json.dumps(graph.data()))
    assert [row["day"] for row in found] == [day.day.isoformat() for day in graph.days]
    assert found[2]["plan"] == ["Bridge 2 × 6, 3 s → 2 × 10, 3 s", "Walking 15 min → 30 min and 4 a week → daily"]
    assert [row["flare_up"] for row in found] == [False] * 11 + [True] * 3
    for row, day in zip(found, graph.days, strict=True):
        assert (row["pain"], row["mobility"]) == (day.values.get("pain"), day.values.get("mobility"))
        assert row["medians"] == {scale: {"n": of.n, "value": of.value} for scale, of in day.medians.items()}


def test_without_room_there_is_neither_a_drawing_nor_a_slot() -> None:
    graph = days_graph(recovery(), Window(12, TODAY))
    for width in (19, 4, 0, -1):
        assert graph.slots(width) == ()
        assert set(drawn(graph, width, 12)) == {""}


def test_never_more_points_than_twice_the_columns() -> None:
    graph = days_graph(recovery(), Window(12, TODAY))
    assert all(1 <= most_points(graph, width, 24) <= 2 * width for width in (20, 44, 80))
