"""Pain and mobility by week as a graph: its snapshots and slots, and the same figures as table, lines and data."""

import json
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from backjournal.model.flare_ups import FlareUp
from backjournal.plan.span import Span
from backjournal.plots.canvas import plain
from backjournal.plots.week_frame import weeks_shown
from backjournal.trends.plan_events import PlanEvent
from backjournal.trends.record import Record
from backjournal.trends.weeks import Week
from backjournal.trends.window import Window
from backjournal.views.figures import drawing
from backjournal.views.weeks import WeeksGraph, weeks_graph
from tests.helpers.drawing import PALETTE, canvas, columns_of, drawn, is_whole, most_points
from tests.helpers.records import ago, diary
from tests.helpers.recovery import recovery
from tests.helpers.values import TODAY, diary_day

ALL = Window(None, TODAY)
SIZES = [(20, 9), (40, 12), (78, 17), (80, 24), (120, 40), (140, 45)]


def graph_of(window: Window = ALL, **signs: str) -> WeeksGraph:
    """Return the graph of the weeks of days of which the last is today."""
    length = max(map(len, signs.values()), default=0)
    return weeks_graph(Record(TODAY, diary=diary(ago(length - 1), **signs)), window)


def ten_years() -> Record:
    first = ago(3650)
    days = {first + timedelta(number): number for number in range(3651) if number % 9}
    return Record(
        TODAY,
        diary={day: diary_day(day, 2, pain=number % 11, mobility=number % 7) for day, number in days.items()},
        flare_ups=tuple(FlareUp(str(number), ago(number), ago(number - 5)) for number in range(100, 3600, 90)),
    )


@pytest.mark.parametrize(("width", "height"), [(80, 24), (120, 40)])
def test_the_graph_looks_right(width: int, height: int, snapshot: SnapshotAssertion) -> None:
    graph = weeks_graph(recovery(), ALL)
    assert "\n".join([graph.title, *drawn(graph, width, height)]) == snapshot


def test_the_same_is_told_in_a_table_in_lines_and_at_the_cursor(snapshot: SnapshotAssertion) -> None:
    graph = weeks_graph(recovery(), ALL)
    table, readouts = map(" | ".join, [graph.header, *graph.rows()]), [slot.readout for slot in graph.slots(80)]
    assert "\n".join([*table, "", *graph.lines(), "", *readouts]) == snapshot


@pytest.mark.parametrize(
    "graph",
    [
        pytest.param(graph_of(), id="no data"),
        pytest.param(graph_of(pain="4"), id="a single point"),
        pytest.param(graph_of(pain="4" * 70, mobility="4" * 70), id="equal values"),
        pytest.param(graph_of(pain="123456", mobility="987654"), id="one week"),
        pytest.param(graph_of(pain="1234567" + "." * 14 + "3", mobility="." * 7 + "7654321"), id="gaps"),
    ],
)
def test_few_figures_look_right(graph: WeeksGraph, snapshot: SnapshotAssertion) -> None:
    assert "\n".join(drawn(graph, 60, 16)) == snapshot
    for width, height in SIZES:
        is_whole(graph, width, height)


def test_ten_years_fit_into_every_size() -> None:
    graph = weeks_graph(ten_years(), ALL)
    for width, height in SIZES:
        is_whole(graph, width, height)
        assert len(graph.slots(width)) <= (width - 4) // 2
    assert "each mark 8 weeks" in drawn(graph, 140, 45)[0]


spans = st.lists(st.floats(0, 10), min_size=3, max_size=3).map(
    lambda values: Span(3, *(sorted(values)[place] for place in (1, 0, 2)))
)


@st.composite
def some_weeks(draw: st.DrawFn) -> tuple[Week, ...]:
    kinds = st.tuples(st.dictionaries(st.sampled_from(["pain", "mobility"]), spans), st.booleans(), st.booleans())
    few, count = draw(st.lists(kinds, min_size=1, max_size=7)), draw(st.integers(0, 130))
    made = []
    for number in range(count):
        first_day = date(2026, 11, 16) - timedelta(weeks=count - 1 - number)
        noted, flared, changed = few[number % len(few)]
        events = (PlanEvent(first_day, "Bridge 5 → 6 times"),) if changed else ()
        made.append(Week(first_day, first_day + timedelta(6), 1, noted, int(flared), events=events))
    return tuple(made)


@settings(max_examples=20)
@given(some_weeks(), st.integers(20, 150), st.integers(18, 40))
@pytest.mark.slow
def test_every_mark_stands_in_its_slot_and_nowhere_else(found: tuple[Week, ...], width: int, height: int) -> None:
    graph = WeeksGraph(found)
    is_whole(graph, width, height)
    slots, shown = graph.slots(width), weeks_shown(graph.weeks, width)
    assert len(slots) == len(shown)
    assert all(after.first_column == before.last_column + 1 for before, after in pairwise(slots))
    if slots:
        assert (slots[0].first_column, slots[-1].last_column) == (4, width - 1)
    rows = canvas(graph, width, height)
    joined_often = any(week.length > 1 for week in shown) and sum(bool(week.events) for week in shown) > len(shown) / 3
    for slot, week in zip(slots, shown, strict=True):
        inside = range(slot.first_column, slot.last_column + 1)
        for marks, there in (
            ("●◈", "pain" in week.spans),
            ("◆◈", "mobility" in week.spans),
            ("▲", bool(week.flare_up_days)),
            ("┊", bool(week.events) and not joined_often),
        ):
            columns = [column for column in columns_of(rows[""], marks) if column in inside]
            # A curve may hide a vertical line only in part; each mark of a week stands in one column.
            assert len(columns) == there, marks


@settings(max_examples=20)
@given(some_weeks(), st.integers(20, 150))
def test_every_n_that_is_written_is_that_of_its_week(found: tuple[Week, ...], width: int) -> None:
    graph = WeeksGraph(found)
    rows, slots, shown = canvas(graph, width, 30), graph.slots(width), weeks_shown(graph.weeks, width)
    for label, scale in (("n", "pain"), ("n", "mobility"), ("n ●", "pain"), ("n ◆", "mobility")):
        [row] = rows.get(label, [" " * width])
        texts = row[4:].split()
        ns = [str(week.spans[scale].n if scale in week.spans else 0) for week in shown]
        step = -(-len(ns) // len(texts)) if texts else 1
        assert not texts or texts == ns[::-1][::step][::-1]
        assert not texts or row.rstrip().endswith(ns[-1])
    if slots and all(slot.last_column - slot.first_column >= 3 for slot in slots) and any(week.spans for week in shown):
        assert len(rows.get("n", rows.get("n ●", [""]))[0][4:].split()) == len(slots)


def test_changes_of_the_plan_that_are_everywhere_are_not_drawn_over_joined_weeks() -> None:
    changed = tuple(
        Week(day, day + timedelta(6), events=(PlanEvent(day, "Bridge 5 → 6 times"),))
        for day in (date(2020, 1, 6) + timedelta(weeks=number) for number in range(200))
    )
    assert "plan changed" in drawn(WeeksGraph(changed[:12]), 80, 19)[0]
    assert "┊" not in "".join(drawn(WeeksGraph(changed), 80, 19))


def test_n_of_pain_and_mobility_stand_apart_where_they_differ() -> None:
    assert set(canvas(graph_of(pain="345", mobility="345"), 60, 16)) == {"", "n"}
    differing = canvas(graph_of(pain="345", mobility="3.5"), 60, 17)
    assert [differing[label][0][4:].strip() for label in ("n ●", "n ◆")] == ["3", "2"]
    assert set(canvas(graph_of(pain="345", mobility="3.5"), 60, 13)) == {"", "n ●"}
    assert set(canvas(graph_of(pain="345", mobility="3.5"), 60, 12)) == {""}


@pytest.mark.slow
def test_the_cursor_marks_its_slot_from_bottom_to_top() -> None:
    graph = weeks_graph(recovery(), ALL)
    for number, slot in enumerate(graph.slots(80)):
        rows = canvas(graph, 80, 24, cursor=number)[""]
        [column] = columns_of(rows, "┃")
        assert slot.first_column <= column <= slot.last_column
        assert rows[0][column] == "┃"
    assert not columns_of(canvas(graph, 80, 24, cursor=99)[""], "┃")
    assert not columns_of(canvas(graph, 80, 24)[""], "┃")


@pytest.mark.parametrize(("width", "height"), [(60, 24), (80, 25), (98, 25), (138, 26), (198, 41)])
def test_the_adherence_stands_beneath_in_the_same_columns_with_the_dates_once(width: int, height: int) -> None:
    graph = weeks_graph(recovery(), Window(12, TODAY))
    is_whole(graph, width, height)
    lines = drawn(graph, width, height)
    strip = next(place for place, line in enumerate(lines) if line.startswith("█ practised"))
    above, below = lines[:strip], lines[strip:]
    assert above[-1] == below[-2], "the axis of the upper one has the ticks of the dates"
    assert [place for place, line in enumerate(lines) if "16 Nov" in line] == [height - 1]
    assert len(above) - 2 >= 11, "the pain chart stays high"
    assert sum(line[3] in "│┤" and line[:3].strip() not in ("n", "%") for line in below[1:-2]) >= 6
    slots, bars = graph.slots(width), columns_of(below[1:-2], "▁▂▃▄▅▆▇█")
    for slot, week in zip(slots, graph.weeks, strict=True):
        inside = {column for column in bars if slot.first_column <= column <= slot.last_column}
        assert bool(inside) == bool(week.adherence.share)
        marks = columns_of(above[1:-1], "●◈")
        assert not inside or not week.pain or inside & {*marks}, "a bar stands below its week's pain"


def test_a_lower_chart_has_the_adherence_among_its_figures() -> None:
    graph = weeks_graph(recovery(), Window(12, TODAY))
    rows = canvas(graph, 78, 19)
    assert rows["%"][0][4:].split()[-1] == f"{graph.weeks[-1].adherence.share or 0:.0%}"[:-1]
    assert rows["n %"][0][4:].split()[-1] == str(graph.weeks[-1].adherence.counted)
    assert "% adherence" in drawn(graph, 78, 19)[0]
    assert {*canvas(graph, 58, 10)} == {""}
    unplanned = graph_of(pain="4" * 70)
    assert not any("practised" in line for line in drawn(unplanned, 80, 30)), "nothing was prescribed"


@pytest.mark.parametrize(("height", "is_drawn"), [(9, True), (8, False), (2, False), (1, False), (0, False)])
def test_without_six_rows_the_newest_figures_are_shown_instead(height: int, is_drawn: bool) -> None:
    graph = weeks_graph(recovery(), ALL)
    lines = plain(drawing(graph, 50, height, PALETTE)).split("\n") if height else []
    assert len(lines) <= height
    assert any("┤" in line for line in lines) is is_drawn
    if not is_drawn and height > 1:
        assert lines[0] == "week of     pain  best–worst  n  mobility  n"
        assert [line.split()[0] for line in lines[1:]] == [
            week.first_day.isoformat() for week in graph.weeks[::-1][: height - 1]
        ]


def test_a_line_shows_the_year_only_where_it_is_needed() -> None:
    assert weeks_graph(recovery(), ALL).slots(80)[0].readout.startswith("week of 11 May  pain")
    assert weeks_graph(recovery(), Window(None, TODAY, date(2025, 11, 24))).slots(120)[0].readout == (
        "week of 24 Nov 2025  no check-ins"
    )
    assert weeks_graph(ten_years(), ALL).slots(120)[-1].readout.startswith("9 weeks from 21 Sep 2026  pain")


def test_the_data_are_the_figures_and_are_json() -> None:
    graph = weeks_graph(recovery(), ALL)
    found = json.loads(json.dumps(graph.data()))
    assert len(found) == len(graph.weeks) == 28
    week, data = graph.weeks[10], found[10]
    assert week.pain is not None
    assert list(data) == [
        "first_day",
        "last_day",
        "check_ins",
        "pain",
        "mobility",
        "flare_up_days",
        "adherence",
        "worst_pain",
        "confidence",
        "exercises",
        "plan",
    ]
    assert (data["first_day"], data["last_day"]) == ("2026-07-20", "2026-07-26")
    assert data["pain"] == {"n": week.pain.n, "mean": week.pain.mean, "low": week.pain.low, "high": week.pain.high}
    assert data["adherence"]["share"] == week.adherence.share
    assert data["flare_up_days"] == 5
    assert sum(data["exercises"].values()) == data["adherence"]["prescribed"]
    assert found[22]["plan"] == [{"day": "2026-10-18", "what": "Bridge 2 × 10, 3 s → 2 × 12, 3 s"}]
    assert found[18]["pain"] is None


def test_whole_weeks_are_shown_that_touch_the_window() -> None:
    graph = weeks_graph(recovery(), Window(None, date(2026, 9, 2), first=date(2026, 8, 20)))
    assert [week.first_day for week in graph.weeks] == [date(2026, 8, 17), date(2026, 8, 24), date(2026, 8, 31)]


def test_without_room_there_is_neither_a_drawing_nor_a_slot() -> None:
    graph = weeks_graph(recovery(), ALL)
    for width in (19, 4, 0, -1):
        assert graph.slots(width) == ()
        assert set(drawn(graph, width, 12)) == {""}


def test_never_more_points_than_twice_the_columns() -> None:
    graph = weeks_graph(ten_years(), ALL)
    assert all(1 <= most_points(graph, width, 24) <= 2 * width for width in (20, 80, 140))
