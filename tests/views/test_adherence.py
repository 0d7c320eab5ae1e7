"""Adherence by week as a graph: its snapshots, bars and slots, and the same figures as table, lines and data."""

import json
from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from backjournal.plan.adherence import Adherence
from backjournal.plan.tally import Tally
from backjournal.plots.adherence import bar_eighths
from backjournal.plots.week_frame import weeks_shown
from backjournal.trends.record import Record
from backjournal.trends.weeks import Week
from backjournal.trends.window import Window
from backjournal.views.adherence import (
    AdherenceGraph,
    adherence_graph,
    adherence_line,
    adherence_readout,
    adherence_row,
)
from tests.helpers.drawing import canvas, columns_of, drawn, is_whole, most_points
from tests.helpers.recovery import recovery
from tests.helpers.values import TODAY

ALL = Window(None, TODAY)
MONDAY = date(2026, 11, 16)
SIZES = [(20, 9), (40, 12), (78, 17), (80, 24), (120, 40), (140, 45)]
BAR = " ▁▂▃▄▅▆▇█"


def week_of(tally: Tally, weeks_ago: int = 0) -> Week:
    """Return a week in which every partial practice was done by half."""
    first_day = MONDAY - timedelta(weeks=weeks_ago)
    adherence = Adherence(tally.total, tally.done + tally.partial / 2, tally.excused)
    return Week(first_day, first_day + timedelta(6), adherence=adherence, tally=tally)


def graph_of(*tallies: Tally) -> AdherenceGraph:
    """Return the graph of weeks, the last of which is this week."""
    return AdherenceGraph(tuple(week_of(tally, len(tallies) - 1 - place) for place, tally in enumerate(tallies)))


@pytest.mark.parametrize(("width", "height"), [(80, 24), (120, 40)])
def test_the_graph_looks_right(width: int, height: int, snapshot: SnapshotAssertion) -> None:
    graph = adherence_graph(recovery(), ALL)
    assert "\n".join([graph.title, *drawn(graph, width, height)]) == snapshot


def test_the_same_is_told_in_a_table_in_lines_and_at_the_cursor(snapshot: SnapshotAssertion) -> None:
    graph = adherence_graph(recovery(), Window(12, date(2026, 8, 9)))
    table, readouts = map(" | ".join, [graph.header, *graph.rows()]), [slot.readout for slot in graph.slots(80)]
    assert "\n".join([*table, "", *graph.lines(), "", *readouts]) == snapshot


@pytest.mark.parametrize(
    "graph",
    [
        pytest.param(adherence_graph(Record(TODAY), ALL), id="no data"),
        pytest.param(graph_of(Tally(1)), id="a single exercise"),
        pytest.param(graph_of(*[Tally(6, 2, 1, 3)] * 5), id="equal weeks"),
        pytest.param(graph_of(Tally(10), Tally(), Tally(0, 0, 10), Tally(0, 0, 0, 10), Tally(0, 4)), id="one of each"),
    ],
)
def test_few_figures_look_right(graph: AdherenceGraph, snapshot: SnapshotAssertion) -> None:
    assert "\n".join(drawn(graph, 60, 14)) == snapshot
    for width, height in SIZES:
        is_whole(graph, width, height)


tallies = st.builds(Tally, *[st.integers(0, 60)] * 4)


@given(st.floats(0, 1), st.integers(1, 40))
@example(0.64, 15)
def test_a_bar_is_as_high_as_its_share_to_a_sixteenth_of_a_row(share: float, rows: int) -> None:
    eighths = bar_eighths(share, rows)
    assert abs(eighths / 8 - share * rows) <= (1 / 16 if share * rows > 1 / 16 else 1 / 8) + 1e-9
    assert bool(eighths) == bool(share)


@settings(max_examples=20)
@given(st.lists(tallies | st.just(Tally()), max_size=90), st.integers(20, 150), st.integers(12, 40))
def test_every_bar_stands_in_its_slot_and_is_as_high_as_its_label(found: list[Tally], width: int, height: int) -> None:
    graph = graph_of(*found)
    is_whole(graph, width, height)
    rows, shown = canvas(graph, width, height)[""], weeks_shown(graph.weeks, width)
    labelled = [place for place, line in enumerate(drawn(graph, width, height)) if line.startswith(("100┤", "  %┤"))]
    room = labelled[-1] - labelled[0] if len(labelled) > 1 else 0
    for slot, week in zip(graph.slots(width), shown, strict=True):
        share = week.adherence.share
        inside = rows_of(rows, slot.first_column, slot.last_column)
        bars = {sum(map(BAR.index, column)) for column in inside if column.strip() and {*column} <= {*BAR}}
        assert bars == ({bar_eighths(share, room)} if share else set())


@pytest.mark.parametrize("height", range(9, 30))
def test_a_bar_of_half_ends_at_the_label_of_50_at_every_height(height: int) -> None:
    lines = drawn(graph_of(Tally(5, 0, 0, 5)), 60, height)
    place = next(number for number, line in enumerate(lines) if line.startswith(" 50┤"))
    assert "█" in lines[place]
    assert not lines[place - 1][4:].strip()


def rows_of(rows: list[str], first: int, last: int) -> list[str]:
    """Return the columns from one to another, each read from the top."""
    return ["".join(row[column] for row in rows) for column in range(first, last + 1)]


@settings(max_examples=20)
@given(st.lists(tallies | st.just(Tally()), min_size=1, max_size=60), st.integers(20, 150))
def test_every_figure_that_is_written_is_that_of_its_week(found: list[Tally], width: int) -> None:
    graph = graph_of(*found)
    rows, shown = canvas(graph, width, 24), weeks_shown(graph.weeks, width)
    assert ("%" in rows) == any(tally.total for tally in found)
    counted = [week.tally.done + week.tally.partial + week.tally.missed for week in shown]
    practised = [week.tally.done + week.tally.partial / 2 for week in shown]
    shares = [f"{part / of * 100:.0f}" if of else "–" for part, of in zip(practised, counted, strict=True)]
    told = {
        "%": shares,
        "exc": [str(week.tally.excused) for week in shown],
        "mis": [str(week.tally.missed) for week in shown],
        "n": [str(of) for of in counted],
    }
    for label, texts in told.items():
        [row] = rows.get(label, [""])
        written = row[4:].split()
        step = -(-len(texts) // len(written)) if written else 1
        assert not written or written == texts[::-1][::step][::-1]


def test_the_cursor_is_seen_above_a_full_bar() -> None:
    graph = graph_of(*[Tally(7)] * 12)
    for width, height in ((80, 17), (120, 24)):
        for number, slot in enumerate(graph.slots(width)):
            [column] = columns_of(canvas(graph, width, height, cursor=number)[""], "▼")
            assert slot.first_column <= column <= slot.last_column
        assert not columns_of(canvas(graph, width, height, cursor=12)[""], "▼┃")
        assert not columns_of(canvas(graph, width, height)[""], "▼┃")


@pytest.mark.parametrize(
    ("tally", "row", "words"),
    [
        (
            Tally(8, 2, 3, 2, skipped_for_pain=1),
            ("75 %", "12", "8", "2", "3", "1", "2"),
            "adherence 75 % (n 12), done 8, partial 2, excused 3 (1 skipped for pain), missed 2",
        ),
        (
            Tally(0, 0, 3),
            ("–", "0", "0", "0", "3", "0", "0"),
            "all exercises excused, done 0, partial 0, excused 3, missed 0",
        ),
        (Tally(), ("–", "0", "0", "0", "0", "0", "0"), "no exercises to count"),
    ],
)
def test_a_week_is_described_with_its_n(tally: Tally, row: tuple[str, ...], words: str) -> None:
    week = week_of(tally)
    assert adherence_row(week) == ("2026-11-16", *row)
    assert adherence_line(week) == f"Week of 2026-11-16: {words}"
    assert adherence_readout(week) == f"week of 16 Nov  {words.replace(', ', '  ')}"


def test_the_data_are_the_figures_and_are_json() -> None:
    graph = adherence_graph(recovery(), Window(12, TODAY))
    found = json.loads(json.dumps(graph.data()))
    assert len(found) == 12
    for row, week in zip(found, graph.weeks, strict=True):
        assert row["first_day"] == week.first_day.isoformat()
        assert row["done"] + row["partial"] + row["excused"] + row["missed"] == row["adherence"]["prescribed"]
        assert row["adherence"]["share"] == week.adherence.share


def test_without_room_there_is_neither_a_drawing_nor_a_slot() -> None:
    graph = adherence_graph(recovery(), ALL)
    for width in (19, 4, 0, -1):
        assert graph.slots(width) == ()
        assert set(drawn(graph, width, 12)) == {""}


def test_never_more_points_than_twice_the_columns() -> None:
    graph = graph_of(*[Tally(6, 2, 1, 3)] * 520)
    assert all(1 <= most_points(graph, width, 24) <= 2 * width for width in (20, 80, 140))
