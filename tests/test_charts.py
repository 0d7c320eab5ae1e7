import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from backjournal.charts.canvas import LOWEST, NARROWEST, Palette, plain
from backjournal.charts.weekly import adherence_chart, weekly_chart
from backjournal.trends.adherence import Adherence
from backjournal.trends.weeks import Span, Week

PALETTE = Palette((240, 110, 100), (90, 170, 240), (110, 190, 120), (250, 190, 60), (140, 140, 140))
NEWEST = date(2026, 11, 16)
CHARTS = (weekly_chart, adherence_chart)
Chart = Callable[[Sequence[Week], int, int, Palette], str]


def spans_of(pain: Span | None, mobility: Span | None) -> dict[str, Span]:
    return {scale: span for scale, span in (("pain", pain), ("mobility", mobility)) if span}


def week_from(
    weeks_ago: int,
    pain: tuple[float, float, float] | None = None,
    mobility: float | None = None,
    flare_up_days: int = 0,
    share: float | None = None,
) -> Week:
    first_day = NEWEST - timedelta(weeks=weeks_ago)
    mobility_span = None if mobility is None else Span(3, mobility, mobility, mobility)
    return Week(
        first_day=first_day,
        last_day=first_day + timedelta(6),
        check_ins=5 if pain or mobility is not None else 0,
        spans=spans_of(Span(4, *pain) if pain else None, mobility_span),
        flare_up_days=flare_up_days,
        adherence=Adherence() if share is None else Adherence(100, share * 100),
    )


def recovery(count: int) -> list[Week]:
    """Make weeks in which pain falls and mobility rises, with a gap, a flare-up, and a week without practice."""
    made = []
    for number in range(count):
        flared, gap = number in (count // 2, count // 2 + 1), number % 11 == 7
        pain = 7 - 5 * number / max(1, count - 1) + (2 if flared else 0) + (number % 3 - 1) / 2
        mobility = 3 + 5 * number / max(1, count - 1) + (number % 2) / 2
        made.append(
            week_from(
                count - 1 - number,
                None if gap else (pain, max(0, pain - 1 - number % 2), min(10, pain + 1.5)),
                None if gap else mobility,
                flare_up_days=3 if flared else 0,
                share=None if number % 13 == 5 else 0 if gap else (number * 37 % 60 + 40) / 100,
            )
        )
    return made


SAME_CELL = [week_from(1, (5, 4, 6), 5, share=1), week_from(0, (5, 5, 5), 8, share=0.01)]
NOTHING = [week_from(number) for number in (3, 2, 1, 0)]


@pytest.mark.parametrize(
    ("weeks", "width", "height"),
    [
        pytest.param(recovery(4), 76, 12, id="4 weeks"),
        pytest.param(recovery(26), 76, 14, id="26 weeks"),
        pytest.param(recovery(26), 134, 24, id="26 weeks, large"),
        pytest.param(recovery(52), 96, 16, id="52 weeks, joined, over a year's end"),
        pytest.param(recovery(520), 100, 14, id="520 weeks"),
        pytest.param(recovery(12), NARROWEST, LOWEST, id="the smallest"),
        pytest.param(recovery(1), 40, 8, id="1 week"),
        pytest.param(SAME_CELL, 40, 9, id="pain and mobility in one place"),
        pytest.param(NOTHING, 60, 8, id="nothing noted"),
        pytest.param([], 60, 8, id="no weeks"),
    ],
)
def test_the_charts_look_right(weeks: list[Week], width: int, height: int, snapshot: SnapshotAssertion) -> None:
    above = plain(weekly_chart(weeks, width, height, PALETTE))
    below = plain(adherence_chart(weeks, width, max(LOWEST, height // 2), PALETTE))
    assert f"{above}\n{below}" == snapshot


spans = st.lists(st.floats(0, 10), min_size=3, max_size=3).map(
    lambda values: Span(2, *(sorted(values)[i] for i in (1, 0, 2)))
)
adherences = st.builds(Adherence, st.integers(0, 9), st.floats(0, 9), st.integers(0, 9))


@st.composite
def some_weeks(draw: st.DrawFn) -> list[Week]:
    count = draw(st.sampled_from([0, 1, 2, 3, 7, 26, 53, 200]))
    values = st.tuples(st.none() | spans, st.none() | spans, st.integers(0, 7), adherences)
    few = draw(st.lists(values, min_size=1, max_size=9))
    return [
        Week(first_day, first_day + timedelta(6), 1, spans_of(pain, mobility), flare_up_days, adherence)
        for number in range(count)
        for pain, mobility, flare_up_days, adherence in [few[number % len(few)]]
        for first_day in [NEWEST - timedelta(weeks=count - 1 - number)]
    ]


@settings(max_examples=60)
@given(some_weeks(), st.integers(NARROWEST, 220), st.integers(LOWEST, 60), st.sampled_from(CHARTS))
def test_a_chart_has_the_size_asked_for(weeks: list[Week], width: int, height: int, chart: Chart) -> None:
    lines = plain(chart(weeks, width, height, PALETTE)).split("\n")
    assert len(lines) == height
    assert all(len(line) <= width for line in lines)
    assert {len(line) for line in lines[1:]} == {width}
    assert all(line.isprintable() for line in lines)


@pytest.mark.parametrize("chart", CHARTS)
@pytest.mark.parametrize(("width", "height"), [(0, 0), (19, 20), (80, 4), (-1, 5), (5, 3)])
def test_a_chart_without_room_is_blank(chart: Chart, width: int, height: int) -> None:
    assert chart(recovery(26), width, height, PALETTE) == "\n" * max(0, height - 1)


def columns_with(line: str, marks: str) -> list[int]:
    return [column for column, mark in enumerate(line) if mark in marks]


def canvas(chart: str) -> list[str]:
    """Return the rows of a chart between its legend and its axis, without the labels and the rows of n."""
    lines = plain(chart).split("\n")
    rows = lines[1 : next(i for i, line in enumerate(lines) if "└" in line)]
    return [line[4:] for line in rows if "n" not in line[:3]]


@settings(max_examples=30)
@given(st.integers(1, 90), st.integers(NARROWEST, 150), st.integers(10, 40))
def test_a_week_is_in_the_same_columns_of_both_charts(count: int, width: int, height: int) -> None:
    weeks = [week_from(count - 1 - number, (5, 5, 5), share=1) for number in range(count)]
    [pain] = [line for line in canvas(weekly_chart(weeks, width, height, PALETTE)) if "●" in line]
    bars = canvas(adherence_chart(weeks, width, 8, PALETTE))[0]
    assert len(columns_with(pain, "●")) == len(columns_with(bars, "█")) or width > 3 * count
    assert set(columns_with(pain, "●")) <= set(columns_with(bars, "█"))
    assert columns_with(pain, "●")[-1] >= len(pain) - 1 - len(pain) / len(columns_with(pain, "●"))


def test_a_gap_breaks_the_line_and_neighbours_are_joined() -> None:
    def marks(*pains: float | None) -> str:
        weeks = [
            week_from(len(pains) - 1 - number, None if pain is None else (pain, pain, pain), share=1)
            for number, pain in enumerate(pains)
        ]
        return "".join(canvas(weekly_chart(weeks, 64, 13, PALETTE))).replace(" ", "")

    assert re.fullmatch(r"●[⠀-⣿]+●", marks(5, 5))
    assert marks(5, None, 5) == "●●"
    assert re.fullmatch(r"●●[⠀-⣿]+●", marks(5, None, 5, 5))
    assert re.fullmatch(r"●[⠀-⣿]+●●", marks(5, 5, None, 5))


def test_the_bar_reaches_from_the_best_day_to_the_worst() -> None:
    rows = canvas(weekly_chart([week_from(0, (5, 2, 9))], 40, 16, PALETTE))
    assert "".join(row.strip() or "." for row in rows) == ".││││●│││.."


@pytest.mark.parametrize(("value", "row"), [(0, 10), (3, 7), (5, 5), (10, 0)])
def test_a_value_is_beside_its_label(value: int, row: int) -> None:
    rows = canvas(weekly_chart([week_from(0, mobility=value)], 40, 16, PALETTE))
    assert [number for number, line in enumerate(rows) if "◆" in line] == [row]


def test_pain_and_mobility_in_one_cell_are_told_apart_from_either() -> None:
    chart = plain(weekly_chart(SAME_CELL, 60, 12, PALETTE))
    assert chart.split("\n")[0] == "● pain  ◆ mobility  ◈ both  │ best to worst day"
    assert "".join(canvas(chart)).count("◈") == 1


def test_flare_ups_are_marked_under_the_scale() -> None:
    rows = canvas(weekly_chart([week_from(1, (0, 0, 0)), week_from(0, (0, 0, 0), flare_up_days=1)], 44, 14, PALETTE))
    assert columns_with(rows[-1], "▲") == columns_with(rows[-2], "●")[1:]


def test_nothing_done_differs_from_nothing_to_do() -> None:
    weeks = [week_from(2, share=0), week_from(1, share=None), week_from(0, share=0.001)]
    rows = canvas(adherence_chart(weeks, 22, 8, PALETTE))
    assert [row.strip() for row in rows] == ["", "", "", "", "0         ▁▁▁▁▁"]


@pytest.mark.parametrize(("share", "cells"), [(0.5, "▄█"), (1, "███"), (0.25, "▆"), (0.625, "▇█")])
def test_a_bar_is_as_high_as_the_share(share: float, cells: str) -> None:
    rows = canvas(adherence_chart([week_from(number, share=share) for number in range(8)], 20, 6, PALETTE))
    assert "".join(row[1] for row in rows).strip() == cells


def test_joined_weeks_are_announced() -> None:
    for chart in CHARTS:
        assert "each mark 2 weeks" in plain(chart(recovery(26), 50, 12, PALETTE)).split("\n")[0]
        assert "each mark" not in plain(chart(recovery(26), 56, 12, PALETTE))


def test_the_background_is_left_alone_and_the_colours_are_the_palettes() -> None:
    colours = set(re.findall(r"\x1b\[([0-9;]*)m", "".join(chart(recovery(26), 80, 12, PALETTE) for chart in CHARTS)))
    asked = {getattr(PALETTE, name) for name in ("pain", "mobility", "adherence", "flare_up", "axis")}
    assert colours == {"0", *(f"38;2;{red};{green};{blue}" for red, green, blue in asked)}


def test_charts_may_be_asked_for_from_several_threads() -> None:
    def draw(number: int) -> str:
        return weekly_chart(recovery(26), 40 + number, 8 + number % 5, PALETTE)

    alone = [draw(number) for number in range(24)]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(draw, range(24)))
    assert together == alone


def test_importing_the_charts_does_not_load_plotext() -> None:
    code = "import sys, backjournal.charts.weekly, backjournal.charts.exercise; sys.exit('plotext' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
