"""The canvas of all charts: slots in their columns, dates, colours, and one drawing at a time."""

import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import backjournal.plots
from backjournal.plots.canvas import Canvas, Legend, drawn, joined, plain
from backjournal.plots.frame import RULER, Frame
from backjournal.trends.window import Window
from backjournal.views.adherence import adherence_graph
from backjournal.views.days import days_graph
from backjournal.views.figures import Graph
from backjournal.views.weeks import weeks_graph
from tests.helpers.drawing import PALETTE
from tests.helpers.recovery import recovery
from tests.helpers.values import TODAY

GRAPHS = [make(recovery(), Window(26, TODAY)) for make in (weeks_graph, days_graph, adherence_graph)]


def frame_of(count: int, width: int, step: int = 7) -> Frame:
    """Return the frame of `count` times that lie `step` days apart."""
    return Frame(tuple(TODAY + timedelta(step * number) for number in range(count)), width, 9, dated=True)


@given(st.integers(1, 400), st.integers(20, 200))
def test_slots_follow_one_another_and_each_has_its_column(count: int, width: int) -> None:
    frame = frame_of(count, width)
    reaches = [frame.reach(number) for number in range(count)]
    assert (reaches[0][0], reaches[-1][1]) == (RULER, width - 1)
    for number, (first, last) in enumerate(reaches):
        assert first <= frame.column(number) + RULER <= last
        assert frame.edge(number) + RULER == first
        # The middle one, as near to the middle as whole columns allow.
        assert abs(frame.column(number) - (number + 0.5) * frame.slot) < 1.5
    fit = count <= frame.columns
    assert all(after[0] == before[1] + 1 for before, after in pairwise(reaches)) or not fit
    assert all(after[0] >= before[1] for before, after in pairwise(reaches))


@given(st.integers(1, 300), st.integers(20, 200), st.integers(1, 5))
def test_texts_with_room_leave_a_gap_and_the_newest_has_one(count: int, width: int, length: int) -> None:
    frame = frame_of(count, width)
    places = [*frame.with_room(length)]
    assert places[0] == count - 1
    starts = [min(frame.column(place) - length // 2, frame.columns - length) for place in reversed(places)]
    assert all(after - before > length for before, after in pairwise(max(0, start) for start in starts))


@given(st.integers(1, 300), st.integers(20, 200), st.sampled_from([1, 7, 70]))
def test_dates_do_not_run_into_each_other(count: int, width: int, step: int) -> None:
    dates = frame_of(count, width, step).dates()
    columns = sorted(dates)
    assert columns[-1] == frame_of(count, width, step).column(count - 1)
    assert all(after - before > len(dates[after]) + 1 for before, after in pairwise(columns))


def test_texts_are_written_around_their_columns_and_stay_inside() -> None:
    frame = frame_of(4, 24)

    def write(canvas: Canvas) -> Legend:
        canvas.write(1, {0: "abc", 10: "12", 19: "xyz"}, PALETTE.axis)
        return []

    [row] = [line for line in plain(drawn(frame, PALETTE, write)).split("\n") if "a" in line]
    assert row[RULER:] == "abc      12      xyz"


@pytest.mark.parametrize("graph", GRAPHS)
@pytest.mark.parametrize(("width", "height"), [(0, 0), (19, 20), (80, 8), (-1, 5), (5, 3)])
def test_a_chart_without_room_is_blank(graph: Graph, width: int, height: int) -> None:
    assert graph.draw(width, height, PALETTE) == "\n" * max(0, height - 1)


def test_the_background_is_left_alone_and_the_colours_are_the_palettes() -> None:
    drawings = "".join(graph.draw(80, 20, PALETTE, 3) for graph in GRAPHS)
    # No letter has the colour of the ground, on which only shades lie.
    others = ("ground", "second_line", "colour_system")
    colours = {getattr(PALETTE, name) for name in PALETTE.__slots__ if name not in others}
    written = {f"38;2;{red};{green};{blue}" for red, green, blue in colours}
    assert set(re.findall(r"\x1b\[([0-9;]*)m", drawings)) == {"0", *written}


def test_charts_may_be_asked_for_from_several_threads() -> None:
    def draw(number: int) -> str:
        return GRAPHS[number % 3].draw(40 + number, 8 + number % 5, PALETTE)

    alone = [draw(number) for number in range(24)]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(draw, range(24)))
    assert together == alone


def test_importing_the_charts_does_not_load_plotext() -> None:
    names = ", ".join(
        f"backjournal.plots.{path.stem}" for path in Path(backjournal.plots.__path__[0]).glob("[a-z]*.py")
    )
    code = f"import sys, {names}; sys.exit('plotext' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_point_without_a_neighbour_is_left_to_its_mark() -> None:
    alone, one, other = (0, 4, 2.0), (2, 20, 4.0), (3, 28, 4.0)
    assert joined([alone, one, other]) == [one, other]
    assert joined([alone]) == []
