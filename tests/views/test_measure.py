"""The results of a measure: baseline and band computed a second time, and how they look."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from backjournal.library.measures import measure_library
from backjournal.model.better import Better
from backjournal.model.measures import Measure, Result, Score, own_measure
from backjournal.plots.canvas import plain
from backjournal.trends.change import Mean
from backjournal.trends.record import Record
from backjournal.trends.window import RANGES, Window
from backjournal.views.measure import MeasureGraph, measure_graph
from tests.helpers.graph_checks import PALETTE, check_cursor, check_looks, check_shape
from tests.helpers.graph_journal import EMPTY, HALF_A_YEAR, HOLD, JOURNALS, QUESTIONS, journal
from tests.helpers.records import LONG_AGO, ago, measure, results
from tests.helpers.values import TODAY

RMDQ, ACTIVITIES = measure("rmdq-24"), measure("psfs", "lifting", "sitting", "stairs")


def graph_of(of: Measure, *values: tuple[int, float], weeks: int | None = 12) -> MeasureGraph:
    """Return the graph of a measure without a diary; each result has its number of days ago."""
    by_day = {ago(days): value for days, value in values}
    record = Record(TODAY, flare_ups=LONG_AGO, measures=(of,), results=results(of, by_day))
    return measure_graph(record, Window(weeks, TODAY), of.id)


@pytest.mark.parametrize(("of", "weeks"), [(QUESTIONS, 26), (HOLD, 26), (QUESTIONS, 12)])
def test_a_measure_looks_right(of: Measure, weeks: int, snapshot: SnapshotAssertion) -> None:
    check_looks(measure_graph(HALF_A_YEAR, Window(weeks, TODAY), of.id), snapshot, 1)


OWN = own_measure("own", "Steps a day", "steps", 0, None, Better.HIGHER, 1000)


@pytest.mark.parametrize(
    ("graph", "width", "height"),
    [
        pytest.param(measure_graph(journal(3650), Window(None, TODAY), ""), 100, 16, id="ten years"),
        pytest.param(measure_graph(HALF_A_YEAR, Window(26, TODAY), ""), 20, 9, id="the smallest"),
        pytest.param(measure_graph(HALF_A_YEAR, Window(26, TODAY), ""), 40, 16, id="narrow"),
        pytest.param(graph_of(RMDQ, (0, 12)), 80, 16, id="a single result"),
        pytest.param(graph_of(RMDQ, (30, 12), (16, 12), (2, 12)), 80, 16, id="equal values"),
        pytest.param(graph_of(RMDQ, (5, 12), (0, 7), weeks=1), 80, 16, id="one week"),
        pytest.param(graph_of(RMDQ, (80, 2), (0, 0)), 80, 16, id="a band beyond the scale"),
        pytest.param(graph_of(RMDQ, (300, 20)), 80, 16, id="a baseline before the window"),
        pytest.param(graph_of(OWN, (60, 4200), (30, 5100), (1, 8000)), 80, 16, id="without an end"),
        pytest.param(graph_of(RMDQ), 80, 16, id="no result"),
        pytest.param(measure_graph(EMPTY, Window(12, TODAY), ""), 80, 16, id="no measure"),
    ],
)
def test_special_measures_look_right(graph: MeasureGraph, width: int, height: int, snapshot: SnapshotAssertion) -> None:
    check_shape(graph, width, height)
    assert plain(graph.draw(width, height, PALETTE)) == snapshot


@given(
    st.sampled_from([*JOURNALS]),
    st.sampled_from(RANGES),
    st.sampled_from(["", QUESTIONS.id, HOLD.id, "gone"]),
    st.integers(1, 150),
    st.integers(1, 50),
)
@pytest.mark.slow
def test_a_measure_keeps_to_its_size(name: str, weeks: int | None, which: str, width: int, height: int) -> None:
    check_shape(measure_graph(JOURNALS[name], Window(weeks, TODAY), which), width, height)


@pytest.mark.parametrize("of", [each for each in measure_library() if each.kind != "activities"], ids=lambda of: of.id)
def test_every_shipped_measure_is_drawn_and_described_with_its_source(of: Measure) -> None:
    middle = of.low + 20 if of.high is None else (of.low + of.high) // 2
    graph = graph_of(of, (60, middle), (30, middle + 1), (0, middle + 2))
    check_shape(graph, 80, 24)
    chart = "".join(line[4:] for line in plain(graph.draw(80, 20, PALETTE)).split("\n")[1:])
    assert chart.count("●") == 3
    source = of.threshold.source
    assert (f"source: {source})" if source else "compare with yourself.") in graph.lines()[0]


def test_the_baseline_and_the_band_of_a_share_are_computed_again() -> None:
    # RMDQ: 5 points or 30 %, whichever is smaller: of 12 that is 3.6, of 20 it is 5.
    graph = graph_of(RMDQ, (30, 12), (10, 9), (0, 8))
    assert graph.data()["meaningful"] == pytest.approx(0.3 * 12)
    baseline, *lines = graph.lines()
    assert baseline == (
        "Baseline 12 points (1 result). The threshold is 5 points or 30 %, by our own caution only where that is "
        "2.5 points or more (people call it worthwhile; source: Ostelo 2008): better at 8.4 or less, "
        "worse at 15.6 or more."
    )
    assert lines == [
        "Thu 2026-10-22: 12 points, as the baseline.",
        "Wed 2026-11-11: 9 points, 3.0 better than the baseline, below the threshold.",
        "Sat 2026-11-21: 8 points, 4.0 better than the baseline, meaningful.",
    ]
    assert graph_of(RMDQ, (30, 20), (0, 8)).data()["meaningful"] == 5
    between = replace(graph, change=replace(graph.change, baseline=Mean(2, 12.5)))
    assert between.lines()[0].startswith("Baseline 12.5 points (2 results).")


def test_results_within_the_baseline_weeks_are_the_baseline() -> None:
    graph = measure_graph(HALF_A_YEAR, Window(None, TODAY), QUESTIONS.id)
    noted = HALF_A_YEAR.results[QUESTIONS.id]
    # The check-ins begin on a Sunday: the first two weeks with three days of them are the two weeks after it.
    inside = [result.value for result in noted if date(2026, 5, 25) <= result.day <= date(2026, 6, 7)]
    expected = inside or [noted[0].value]
    assert graph.data()["baseline"] == {"n": len(expected), "mean": pytest.approx(sum(expected) / len(expected))}


@pytest.mark.parametrize(
    ("better", "value", "words"),
    [
        (Better.LOWER, 40, "10.0 better than the baseline, meaningful"),
        (Better.LOWER, 41, "9.0 better than the baseline, below the threshold"),
        (Better.LOWER, 60, "10.0 worse than the baseline, meaningful"),
        (Better.HIGHER, 60, "10.0 better than the baseline, meaningful"),
        (Better.HIGHER, 59, "9.0 better than the baseline, below the threshold"),
        (Better.HIGHER, 40, "10.0 worse than the baseline, meaningful"),
        (Better.HIGHER, 50, "as the baseline"),
    ],
)
def test_a_result_is_described_by_its_direction_and_the_threshold(better: Better, value: float, words: str) -> None:
    graph = graph_of(own_measure("own", "Own", "points", 0, 100, better, 10), (30, 50), (0, value))
    assert graph.lines()[-1].endswith(f", {words}.")
    assert graph.slots(80)[-1].readout == f"Sat {TODAY}  {value} points, {words}"


@pytest.mark.parametrize(
    ("low", "high", "values"),
    [(-100, 100, (-30, 20)), (-1000, -100, (-900, -150)), (-5, None, (-4, 90_000)), (0.05, 0.1, (0.1, 0.1))],
)
def test_a_measure_of_any_range_is_drawn(low: float, high: float | None, values: tuple[float, float]) -> None:
    graph = graph_of(own_measure("own", "Own", "", low, high, Better.HIGHER), (30, values[0]), (0, values[1]))
    check_shape(graph, 60, 16)
    assert "".join(line[4:] for line in plain(graph.draw(60, 16, PALETTE)).split("\n")[1:]).count("●") == 2


def test_wide_letters_take_two_cells_each_and_keep_to_the_width() -> None:
    graph = graph_of(own_measure("own", "腰の動き" * 20, "漢字単位", 0, 10, Better.HIGHER, 2), (30, 4), (0, 8))
    for width in (20, 61, 100):
        check_shape(graph, width, 24)


def test_without_a_threshold_there_is_a_baseline_and_no_band() -> None:
    graph = graph_of(HOLD, (30, 20), (0, 45))
    drawing = plain(graph.draw(80, 20, PALETTE))
    assert "─ baseline" in drawing
    assert "┄" not in drawing
    assert "░" not in drawing
    assert graph.data()["meaningful"] is None
    assert graph.lines()[-1] == "Sat 2026-11-21: 45 seconds, 25.0 better than the baseline."


def test_the_baseline_the_ends_of_the_band_and_results_stand_at_their_labels() -> None:
    of = own_measure("own", "Own", "points", 0, 10, Better.LOWER, 2)
    lines = plain(graph_of(of, (30, 6), (10, 2)).draw(80, 16, PALETTE)).split("\n")
    rows = {line[:3].strip(): line[4:] for line in lines[1:12] if line[:3].strip()}
    assert rows["6"].startswith("─")
    assert rows["4"].startswith("┄")
    assert rows["8"].startswith("┄")
    assert "●" in rows["2"]
    assert "●" in rows["6"]
    assert sum("░" in line[4:] for line in lines[1:]) == 2, "5 and 7"


def test_the_parts_stand_in_the_rows() -> None:
    record = Record(TODAY, measures=(ACTIVITIES,), results=results(ACTIVITIES, {ago(1): (3, 4, 8)}))
    graph = measure_graph(record, Window(4, TODAY), "")
    assert graph.header == ("day", "PSFS activities (points)", "lifting", "sitting", "stairs")
    assert graph.rows() == [(ago(1).isoformat(), "5.0", "3", "4", "8")]
    assert measure_graph(HALF_A_YEAR, Window(4, TODAY), "").header[2:] == ("question 1", "question 2", "question 3")


def test_results_between_the_turns_of_a_column_change_no_line() -> None:
    def drawn(*values: float) -> str:
        """Draw ten years, at whose end there are results on one day after the other."""
        lately = ((100 - number, value) for number, value in enumerate(values))
        return graph_of(RMDQ, (3600, 12), *lately, (1, 3), weeks=None).draw(40, 16, PALETTE)

    assert drawn(5, 20, 0, 5, 20, 10) == drawn(5, 0, 20, 10) != drawn(5, 5, 10, 10)


def test_results_of_former_activities_are_left_out_and_counted() -> None:
    former = Result("r", ACTIVITIES.id, ago(20), (Score(1, "lifting"), Score(2, "running"), Score(3, "stairs")))
    now = results(ACTIVITIES, {ago(9): (3, 4, 8)})[ACTIVITIES.id]
    graph = measure_graph(
        Record(TODAY, measures=(ACTIVITIES,), results={ACTIVITIES.id: (former, *now)}), Window(4, TODAY), ""
    )
    assert [row[0] for row in graph.rows()] == [ago(9).isoformat()]
    assert graph.lines()[1] == "Left out: 1 result of former activities."
    assert graph.lines()[0].startswith("Baseline 5.0 points (1 result).")


def test_an_empty_id_is_the_first_with_results_and_what_is_to_come_does_not_count() -> None:
    record = Record(TODAY, measures=(RMDQ, QUESTIONS), results=results(QUESTIONS, {ago(3): 4, ago(-2): 9}))
    graph = measure_graph(record, Window(4, TODAY), "")
    assert graph.title == QUESTIONS.name
    assert [row[0] for row in graph.rows()] == [ago(3).isoformat()]
    assert measure_graph(replace(record, results={}), Window(4, TODAY), "").title == RMDQ.name
    assert measure_graph(record, Window(4, TODAY), "gone").lines() == ["No outcome measure is chosen yet."]


@settings(max_examples=20, deadline=None)
@given(st.integers(20, 140), st.sampled_from((4, 12, 26)))
@pytest.mark.slow
def test_the_cursor_stands_on_its_result(width: int, weeks: int) -> None:
    graph = measure_graph(HALF_A_YEAR, Window(weeks, TODAY), QUESTIONS.id)
    check_cursor(graph, width, 12, "┃")
    assert sum(slot.readout.count("points,") for slot in graph.slots(width)) == len(graph.rows())


@given(st.floats(0, 10), st.floats(0, 10))
def test_a_result_is_as_far_from_the_baseline_as_the_shown_figures_are(baseline: float, value: float) -> None:
    graph = graph_of(QUESTIONS, (30, 5), (0, value))
    lines = replace(graph, change=replace(graph.change, baseline=Mean(2, baseline))).lines()
    first, (last, *size) = lines[0].split()[1], lines[-1].split(": ")[1].split(" points, ")
    shown = size[0].split()[0]
    assert Decimal("0" if shown == "as" else shown) == abs(Decimal(last) - Decimal(first))
