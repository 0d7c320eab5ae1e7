"""Two series against each other: their means and days computed a second time, and how they look."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from backjournal.model.settings import Settings
from backjournal.plots.canvas import plain
from backjournal.trends.record import Record
from backjournal.trends.series import all_series
from backjournal.trends.window import RANGES, Window
from backjournal.views.compare import ScatterGraph, compare_graph
from backjournal.views.curves import CurvesGraph
from backjournal.views.figures import Graph
from tests.helpers.drawing import columns_of
from tests.helpers.graph_checks import PALETTE, check_cursor, check_looks, check_shape
from tests.helpers.graph_journal import EMPTY, HALF_A_YEAR, JOURNALS, journal
from tests.helpers.records import ago, diary
from tests.helpers.values import TODAY

KEYS = [series.key for series in all_series(HALF_A_YEAR)]
"""Every series that can be compared."""


def compared(pain: str, mobility: str, weeks: int | None = 4, *, scatter: bool = False) -> Graph:
    """Return the graph of pain against mobility, the last of which are of TODAY."""
    record = Record(TODAY, Settings(), diary(ago(len(pain) - 1), pain=pain, mobility=mobility))
    return compare_graph(record, Window(weeks, TODAY), "pain", "mobility", scatter=scatter)


def body(graph: Graph, width: int, height: int) -> list[str]:
    """Return the rows of a drawing between its legend and its axis."""
    lines = plain(graph.draw(width, height, PALETTE)).split("\n")
    return lines[1 : next(index for index, line in enumerate(lines) if "└" in line)]


@pytest.mark.parametrize(
    ("of", "against", "weeks", "scatter"),
    [
        ("pain", "sleep", 26, False),
        ("pain", "mobility", 4, False),
        ("adherence", "measure:peg-style-questions", 26, False),
        ("pain", "sleep", 26, True),
        ("mobility", "medicines", 12, True),
    ],
)
def test_a_comparison_looks_right(
    of: str, against: str, weeks: int, scatter: bool, snapshot: SnapshotAssertion
) -> None:
    check_looks(compare_graph(HALF_A_YEAR, Window(weeks, TODAY), of, against, scatter=scatter), snapshot, 3)


LONG = journal(3650)


@pytest.mark.slow
@pytest.mark.parametrize("scatter", [False, True])
@pytest.mark.parametrize(
    ("record", "window", "of", "width", "height"),
    [
        pytest.param(LONG, Window(None, TODAY), "pain", 100, 14, id="ten years"),
        pytest.param(HALF_A_YEAR, Window(26, TODAY), "pain", 20, 9, id="the smallest"),
        pytest.param(HALF_A_YEAR, Window(26, TODAY), "pain", 27, 9, id="without room for a second scale"),
        pytest.param(journal(1), Window(4, TODAY), "pain", 60, 12, id="a single day"),
        pytest.param(HALF_A_YEAR, Window(1, TODAY), "pain", 60, 12, id="one week"),
        pytest.param(HALF_A_YEAR, Window(26, TODAY), "mood", 60, 12, id="one without values"),
        pytest.param(EMPTY, Window(12, TODAY), "pain", 60, 12, id="nothing noted"),
        pytest.param(EMPTY, Window(12, TODAY, ago(-9)), "pain", 60, 12, id="a window to come"),
    ],
)
def test_special_comparisons_look_right(
    record: Record, window: Window, of: str, width: int, height: int, scatter: bool, snapshot: SnapshotAssertion
) -> None:
    graph = compare_graph(record, window, of, "sleep", scatter=scatter)
    check_shape(graph, width, height)
    assert plain(graph.draw(width, height, PALETTE)) == snapshot


def test_equal_values_look_right(snapshot: SnapshotAssertion) -> None:
    for scatter in (False, True):
        graph = compared("4" * 28, "4" * 28, scatter=scatter)
        assert plain(graph.draw(60, 12, PALETTE)) == snapshot
    assert graph.lines()[0] == "Pain was the same on all 27 days with both: there is nothing to compare."


@pytest.mark.slow
@given(
    st.sampled_from([*JOURNALS]),
    st.sampled_from(RANGES),
    st.sampled_from(KEYS),
    st.sampled_from([*KEYS, "measure:gone"]),
    st.booleans(),
    st.integers(1, 150),
    st.integers(1, 50),
)
def test_a_comparison_keeps_to_its_size(
    name: str, weeks: int | None, of: str, against: str, scatter: bool, width: int, height: int
) -> None:
    check_shape(compare_graph(JOURNALS[name], Window(weeks, TODAY), of, against, scatter=scatter), width, height)


def test_means_by_week_are_those_of_the_diary() -> None:
    graph = compare_graph(HALF_A_YEAR, Window(26, TODAY), "pain", "sleep", scatter=False)
    assert graph.header == ("week of", "pain", "n", "sleep (h)", "n")
    assert len(graph.rows()) == 26
    for row in graph.rows():
        monday = date.fromisoformat(row[0])
        assert monday.weekday() == 0
        noted = [day for day in HALF_A_YEAR.diary.values() if 0 <= (day.day - monday).days < 7]
        for place, values in ((1, [day.pain for day in noted]), (3, [day.values.get("sleep_hours") for day in noted])):
            given_values = [value for value in values if value is not None]
            assert row[place + 1] == str(len(given_values))
            if given_values:
                assert float(row[place]) == pytest.approx(sum(given_values) / len(given_values), abs=0.0501)
            else:
                assert row[place] == "–"


def test_up_to_twelve_weeks_are_listed_by_day_and_missing_is_a_dash() -> None:
    graph = compared("12.4", "5.67", weeks=12)
    assert graph.header == ("day", "pain", "mobility")
    assert graph.rows() == [
        (ago(3).isoformat(), "1", "5"),
        (ago(2).isoformat(), "2", "–"),
        (ago(1).isoformat(), "–", "6"),
        (ago(0).isoformat(), "4", "7"),
    ]
    assert graph.lines()[-1] == f"Sat {TODAY}: pain 4, mobility 7"
    assert graph.slots(120)[-2].readout == f"Fri {ago(1)}  pain –  mobility 6"


@pytest.mark.parametrize(("width", "start"), [(120, "Sat 2026-11-21"), (60, "week of 2026-11-16")])
def test_days_that_do_not_fit_are_drawn_by_week(width: int, start: str) -> None:
    graph = compare_graph(HALF_A_YEAR, Window(12, TODAY), "pain", "sleep", scatter=False)
    assert graph.slots(width)[-1].readout.startswith(start)
    assert ("means by week" in plain(graph.draw(width, 20, PALETTE))) is (width == 60)
    days = [day for number in range(6) if (day := HALF_A_YEAR.diary.get(ago(number)))]
    if width == 60:
        pains = [day.pain for day in days if day.pain is not None]
        mean = sum(pains) / len(pains)
        assert f"pain {mean:.1f} ({len(pains)} days)" in graph.slots(width)[-1].readout


def test_each_curve_stands_on_its_own_scale_and_a_gap_breaks_it() -> None:
    graph = compare_graph(HALF_A_YEAR, Window(26, TODAY), "pain", "sleep", scatter=False)
    lines = body(graph, 120, 24)
    assert lines[[line[:3].strip() for line in lines].index("10")][3] == "┤"
    right = {line[-3:].strip() for line in lines} - {""}
    assert {line[-4] for line in lines if line[-3:].strip()} == {"├"}
    assert right == {"0", "2", "4", "6", "8"}
    assert "◆" in "".join(lines)
    joined, apart = (body(compared(pain, "." * 3, 1), 60, 10) for pain in ("555", "5.5"))
    assert any("⠀" < sign <= "⣿" for line in joined for sign in line)
    assert not any("⠀" < sign <= "⣿" for line in apart for sign in line)


def test_two_curves_by_day_have_a_chart_each_above_one_axis_of_dates() -> None:
    graph = compared("1234567", "7654321", 1)
    lines = plain(graph.draw(60, 19, PALETTE)).split("\n")
    legends = [place for place, line in enumerate(lines) if line[:1] in "●◆"]
    assert [lines[place].split("  ")[0] for place in legends] == ["● pain", "◆ mobility"]
    above, below = lines[: legends[1]], lines[legends[1] :]
    assert "◆" not in "".join(above)
    assert "●" not in "".join(below)
    days = [slot.first_column for slot in graph.slots(60)]
    for half, mark in ((above, "●"), (below, "◆")):
        columns = columns_of(half[1:], mark)
        assert [max(day for day in days if day <= column) for column in columns] == days
    assert above[-1] == below[-4], "the ticks stand above each other"
    assert "Nov" not in "".join(above)
    assert "21 Nov" in below[-3]
    assert sum("day by day" in line for line in plain(graph.draw(60, 14, PALETTE)).split("\n")) == 1, "too low for two"


def test_both_in_one_place_is_a_mark_of_its_own() -> None:
    graph = compared("5", "5", 1)
    drawing = plain(graph.draw(60, 12, PALETTE))
    assert drawing.count("◈") == 2, "in the legend and once in the chart"
    assert "◈ both" in drawing.split("\n")[0]
    assert "◈" not in plain(compared("5", "6", 1).draw(60, 12, PALETTE))


@settings(max_examples=20, deadline=None)
@given(st.integers(30, 140), st.sampled_from((4, 12, 26)))
@pytest.mark.slow
def test_the_cursor_stands_in_its_slot(width: int, weeks: int) -> None:
    graph = compare_graph(HALF_A_YEAR, Window(weeks, TODAY), "pain", "sleep", scatter=False)
    check_cursor(graph, width, 12, "┃")


@pytest.mark.parametrize(
    ("of", "against"), [("pain", "mobility"), ("mobility", "pain"), ("pain", "worst-pain"), ("sleep", "mood")]
)
def test_the_two_differ_in_colour_too_and_pain_keeps_its_own(of: str, against: str) -> None:
    legend = compare_graph(HALF_A_YEAR, Window(12, TODAY), of, against, scatter=False).draw(80, 9, PALETTE)
    colours = dict(re.findall(r"\x1b\[38;2;([0-9;]+)m([●◆])", legend.split("\n")[0]))
    assert len(colours) == 2
    pain = ";".join(map(str, PALETTE.pain))
    assert colours.get(pain) == {"pain": "●"}.get(of, "◆" if against == "pain" else None)


def test_the_points_are_the_days_with_both() -> None:
    graph = compare_graph(HALF_A_YEAR, Window(6, TODAY), "pain", "mobility", scatter=True)
    assert isinstance(graph, ScatterGraph)
    both = [
        (day.day.isoformat(), f"{day.pain:g}", f"{day.values['mobility']:g}")
        for day in HALF_A_YEAR.diary.values()
        if day.pain is not None and "mobility" in day.values and day.day >= date(2026, 10, 12)
    ]
    assert graph.rows() == both
    assert graph.slots(80) == ()
    drawing = "".join(line[4:] for line in body(graph, 80, 24))
    # No place stands for ten days or more, so the marks add up to the days.
    assert "#" not in drawing
    assert drawing.count("●") + sum(int(digit) for digit in re.findall("[2-9]", drawing)) == len(both)
    assert f"{len(both)} days" in plain(graph.draw(80, 24, PALETTE)).split("\n")[0]


@pytest.mark.parametrize(("days", "mark"), [(1, "●"), (2, "2"), (9, "9"), (10, "#"), (14, "#")])
def test_a_point_shows_how_many_days_it_stands_for(days: int, mark: str) -> None:
    rows = body(compared("3" * days, "8" * days, scatter=True), 60, 14)
    [row] = [line for line in rows if line[4:].strip()]
    assert row[4:].strip() == mark


@pytest.mark.parametrize(("pain", "mobility"), [(0, 0), (2, 8), (10, 10), (6, 4)])
def test_a_point_stands_beside_the_labels_of_its_values(pain: int, mobility: int) -> None:
    signs = ["X" if value == 10 else str(value) for value in (pain, mobility)]
    lines = plain(compared(signs[0], signs[1], scatter=True).draw(65, 16, PALETTE)).split("\n")
    [row] = [line for line in lines[1:] if "●" in line]
    assert row[:3].strip() == str(pain)
    axis = next(index for index, line in enumerate(lines) if "└" in line)
    labels = {int(match.group()): match.span() for match in re.finditer(r"\d+", lines[axis + 1])}
    first, after = labels[mobility]
    assert first <= row.index("●") <= after


def test_the_data_have_the_same_figures() -> None:
    curves = compared("1234567", "7654321", 2)
    assert isinstance(curves, CurvesGraph)
    data = curves.data()
    assert data["together"] == {"days": 7, "rank_correlation": pytest.approx(-1), "clear": True}
    assert isinstance(data["periods"], list)
    assert data["periods"][-1] == {
        "first_day": TODAY.isoformat(),
        "last_day": TODAY.isoformat(),
        "spans": [{"n": 1, "mean": 7, "low": 7, "high": 7}, {"n": 1, "mean": 1, "low": 1, "high": 1}],
    }
    points = compared("1234567", "7654321", 2, scatter=True)
    assert isinstance(points, ScatterGraph)
    assert points.data()["days"] == [
        {"day": (TODAY - timedelta(6 - number)).isoformat(), "of": number + 1, "against": 7 - number}
        for number in range(7)
    ]


def test_the_words_stand_under_a_chart_that_has_room() -> None:
    graph = compared("1234567", "7654321", 2, scatter=True)
    line = graph.lines()[0]
    assert line.startswith("On days with higher mobility, pain tended to be lower (rank correlation −1.00, 7 days)")
    assert plain(graph.draw(120, 12, PALETTE)).split("\n")[-1] == line
    assert " ".join(plain(graph.draw(60, 14, PALETTE)).split("\n")[-2:]) == line
    assert "rank" not in plain(graph.draw(120, 9, PALETTE))


def test_measures_that_never_meet_are_still_drawn() -> None:
    graph = compare_graph(
        HALF_A_YEAR, Window(26, TODAY), "measure:peg-style-questions", "measure:side-bridge-hold", scatter=False
    )
    assert graph.lines()[0] == "No day here has both PEG-style questions and Side bridge hold."
    drawing = "".join(body(graph, 100, 16))
    assert drawing.count("●") > 3
    # One of them is the label of its n.
    assert drawing.count("◆") == 1 + 3
