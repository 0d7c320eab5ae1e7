"""Pain during by exercise: every figure computed a second time, and how it looks."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from backjournal.plots.canvas import plain
from backjournal.trends.record import Record
from backjournal.trends.window import RANGES, Window
from backjournal.views.exercise import PainDuringGraph, pain_during_graph
from tests.helpers.graph_checks import PALETTE, check_cursor, check_looks, check_shape
from tests.helpers.graph_journal import EMPTY, EXERCISES, HALF_A_YEAR, JOURNALS, journal
from tests.helpers.records import ago
from tests.helpers.values import TODAY


def pains_of(record: Record, exercise_id: str, first: date) -> list[tuple[date, int]]:
    """Return the pain during an exercise from the practices themselves."""
    return [
        (day, item.practice.pain_during)
        for day, items in record.checklists.items()
        for item in items
        if item.exercise.id == exercise_id and day >= first
        if item.practice is not None and item.practice.pain_during is not None
    ]


@pytest.mark.parametrize(("exercise_id", "weeks"), [("", 12), ("bird-dog", 4), ("walking", 26)])
def test_pain_during_looks_right(exercise_id: str, weeks: int, snapshot: SnapshotAssertion) -> None:
    check_looks(pain_during_graph(HALF_A_YEAR, Window(weeks, TODAY), exercise_id), snapshot, 2)


@pytest.mark.parametrize("exercise_id", ["", "bridge"])
@pytest.mark.parametrize(
    ("record", "weeks", "width", "height"),
    [
        pytest.param(journal(3650), None, 100, 14, id="ten years"),
        pytest.param(HALF_A_YEAR, 12, 20, 9, id="the smallest"),
        pytest.param(HALF_A_YEAR, 12, 39, 9, id="too narrow for a scale"),
        pytest.param(HALF_A_YEAR, 12, 40, 9, id="the lowest"),
        pytest.param(HALF_A_YEAR, 1, 60, 12, id="one week"),
        pytest.param(EMPTY, 12, 60, 12, id="nothing noted"),
    ],
)
def test_special_pains_during_look_right(
    record: Record, weeks: int | None, width: int, height: int, exercise_id: str, snapshot: SnapshotAssertion
) -> None:
    graph = pain_during_graph(record, Window(weeks, TODAY), exercise_id)
    check_shape(graph, width, height)
    assert plain(graph.draw(width, height, PALETTE)) == snapshot


@given(
    st.sampled_from([*JOURNALS]),
    st.sampled_from(RANGES),
    st.sampled_from(["", *EXERCISES, "gone"]),
    st.integers(1, 150),
    st.integers(1, 50),
)
def test_pain_during_keeps_to_its_size(name: str, weeks: int | None, which: str, width: int, height: int) -> None:
    check_shape(pain_during_graph(JOURNALS[name], Window(weeks, TODAY), which), width, height)


@pytest.mark.parametrize("weeks", [1, 4, 12, 26])
def test_the_figures_of_all_exercises_are_those_of_their_practices(weeks: int) -> None:
    window = Window(weeks, TODAY)
    first = window.days(HALF_A_YEAR)[0]
    found = []
    for exercise_id, exercise in EXERCISES.items():
        pains = [pain for _, pain in pains_of(HALF_A_YEAR, exercise_id, first)]
        mean = sum(pains) / len(pains)
        found.append((-mean, exercise.name, f"{mean:.1f}", f"{min(pains)}–{max(pains)}", str(len(pains))))
    graph = pain_during_graph(HALF_A_YEAR, window, "")
    assert graph.rows() == [row[1:] for row in sorted(found)]
    assert graph.slots(80) == ()


def test_a_bar_reaches_from_the_lowest_over_the_mean_to_the_highest() -> None:
    graph = pain_during_graph(HALF_A_YEAR, Window(12, TODAY), "")
    assert isinstance(graph, PainDuringGraph)
    lines = plain(graph.draw(80, 12, PALETTE)).split("\n")
    axis = next(index for index, line in enumerate(lines) if "└" in line)
    zero, ten = lines[axis].index("┬"), lines[axis].rindex("┬")
    assert lines[axis + 1].split() == ["0", "2", "4", "6", "8", "10"]
    for each in graph.exercises:
        [line] = [line for line in lines if line.startswith(each.exercise.name)]
        for sign, value in (("├", each.span.low), ("●", each.span.mean), ("┤", each.span.high)):
            assert line.index(sign) == pytest.approx(zero + value * (ten - zero) / 10, abs=0.51)
        assert line.split("│")[0].split()[-2:] == [f"{each.span.mean:.1f}", str(each.span.n)]


def test_too_low_a_chart_shows_the_highest_and_says_so() -> None:
    graph = pain_during_graph(HALF_A_YEAR, Window(12, TODAY), "")
    assert isinstance(graph, PainDuringGraph)
    many = PainDuringGraph(graph.exercises * 3)
    lines = plain(many.draw(60, 9, PALETTE)).split("\n")
    assert lines[0].startswith("6 of 9")
    assert [line[:8].strip() for line in lines[1:3]] == ["Bird-dog", "Walking"]


def test_one_exercise_by_day_and_by_week_is_that_of_its_practices() -> None:
    by_day = pain_during_graph(HALF_A_YEAR, Window(12, TODAY), "walking")
    first = Window(12, TODAY).days(HALF_A_YEAR)[0]
    assert by_day.rows() == [(day.isoformat(), str(pain)) for day, pain in pains_of(HALF_A_YEAR, "walking", first)]
    by_week = pain_during_graph(HALF_A_YEAR, Window(26, TODAY), "walking")
    noted = pains_of(HALF_A_YEAR, "walking", ago(400))
    for row in by_week.rows():
        pains = [pain for day, pain in noted if 0 <= (day - date.fromisoformat(row[0])).days < 7]
        assert row[2] == str(len(pains))
        assert float(row[1]) == pytest.approx(sum(pains) / len(pains), abs=0.0501)
    whole = [pain for day, pain in noted if day >= first]
    mean = sum(whole) / len(whole)
    assert by_day.lines()[0] == f"Walking: pain during {mean:.1f} ({min(whole)} to {max(whole)}, {len(whole)} times)"


def test_an_exercise_without_a_noted_pain_says_so() -> None:
    graph = pain_during_graph(HALF_A_YEAR, Window(12, TODAY), "gone")
    assert graph.lines() == ["No pain during was noted."]
    assert graph.rows() == []
    assert pain_during_graph(EMPTY, Window(12, TODAY), "").lines() == ["No pain during was noted."]


@settings(max_examples=10, deadline=None)
@given(st.integers(20, 140), st.sampled_from((4, 26)))
def test_the_cursor_stands_in_its_slot(width: int, weeks: int) -> None:
    check_cursor(pain_during_graph(HALF_A_YEAR, Window(weeks, TODAY), "bridge"), width, 12, "┃")
