"""Measures and their results in words, as the panes and the commands show them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from backjournal.library.measures import measure_library
from backjournal.model.better import Better
from backjournal.model.measure_words import range_words, value_text
from backjournal.model.measures import Measure, Result, Score, own_measure
from backjournal.store.store import Store
from backjournal.trends.change import Mean, results_changed
from backjournal.tui.core.measures_state import MeasureEntry, MeasuresState, read_due, read_measures
from backjournal.tui.measures import entries
from backjournal.tui.measures.detail import measure_content, result_line
from backjournal.tui.measures.entries import due_words
from tests.helpers.values import TODAY

LIBRARY = {measure.id: measure for measure in measure_library()}
OWN = own_measure("own1", "Sitting", "min", 0, None, Better.HIGHER)


@pytest.mark.parametrize(
    ("measure", "value", "text"),
    [
        (LIBRARY["peg-style"], 13 / 3, "4.3 points"),
        (LIBRARY["rmdq-24"], 12.0, "12 points"),
        (OWN, 12.0, "12 min"),
        (OWN, 99999.5, "99999.5 min"),
        (OWN, 1 / 3, "0.3 min"),
        (replace(OWN, unit=""), 7.5, "7.5"),
    ],
)
def test_a_value_has_the_decimals_and_the_unit_of_its_measure(measure: Measure, value: float, text: str) -> None:
    assert value_text(measure, value) == text


@pytest.mark.parametrize(
    ("measure", "text"),
    [
        (LIBRARY["peg-style"], "0 to 10 points, lower is better"),
        (LIBRARY["side-bridge"], "seconds from 0 upwards, higher is better"),
        (replace(OWN, unit=""), "from 0 upwards, higher is better"),
        (replace(OWN, unit="", high=7.5), "0 to 7.5, higher is better"),
    ],
)
def test_the_range_says_which_way_is_better(measure: Measure, text: str) -> None:
    assert range_words(measure) == text


@pytest.mark.parametrize(
    ("days", "text"),
    [(3, "due in 3 days"), (1, "due in 1 day"), (0, "due"), (-1, "1 day overdue"), (-9, "9 days overdue")],
)
def test_when_a_measure_is_due(days: int, text: str) -> None:
    assert due_words(TODAY + timedelta(days), TODAY) == text
    assert due_words(None, TODAY) == ""


def test_the_list_names_the_year_of_a_result_of_another_one() -> None:
    for day, day_text in ((TODAY - timedelta(2), "Thu 19 Nov"), (date(2025, 11, 19), "19 Nov 2025")):
        entry = MeasureEntry(OWN, (Result("r", OWN.id, day, (Score(12),)),))
        row = entries._rows(MeasuresState(TODAY, (entry,)), {}, 80)[0]
        assert str(row.prompt).splitlines()[0].split("  ")[1:3] == ["12 min", day_text]


def test_the_detail_of_a_measure_has_its_source_and_the_results_newest_first() -> None:
    peg = LIBRARY["peg-style"]
    results = tuple(
        Result(
            f"r{day}",
            peg.id,
            date(2026, 11, day),
            tuple(Score(day - place, part) for place, part in enumerate(peg.parts)),
        )
        for day in (3, 10)
    )
    change = results_changed(Mean(2, 6.5), Mean(3, 4.0), peg.better, peg.threshold)
    text = str(measure_content(MeasureEntry(peg, results), change))
    assert "Meaningful change: 1 point (people call it worthwhile; Krebs 2009; Reed 2023)." in text
    assert "Since the start: 6.5 (n 2) → 4.0 (n 3), −2.5: meaningful improvement." in text
    assert text.index("Tue 10 Nov 2026  9.0 points  10, 9, 8") < text.index("Tue 3 Nov 2026")
    fewer = str(measure_content(MeasureEntry(peg, results), change, most=1))
    assert ("10 Nov" in fewer, "3 Nov" in fewer, "… and 1 older: r lists all" in fewer) == (True, False, True)
    plank = str(measure_content(MeasureEntry(LIBRARY["front-plank"])))
    assert "No threshold is known: compare with yourself." in plank
    assert "No result yet" in plank
    of_own = str(measure_content(MeasureEntry(OWN), results_changed(Mean(1, 5), Mean(1, 9), OWN.better, OWN.threshold)))
    assert of_own.lower().count("no threshold is known") == 1, "the verdict does not say it again"


def test_parts_are_named_where_their_order_does_not_identify_them() -> None:
    psfs = replace(LIBRARY["psfs"], parts=("Running", "Jumping", "Dancing"))
    scores = tuple(Score(5, part) for part in psfs.parts)
    result = Result("r1", psfs.id, TODAY, scores, "[b]my\nnote")
    assert str(result_line(psfs, result)) == "Sat 21 Nov 2026  5.0 points  5, 5, 5  [b]my note"
    changed = replace(psfs, parts=("Running", "Jumping", "Singing"))
    assert "Running 5, Jumping 5, Dancing 5" in str(result_line(changed, result))
    bridge = LIBRARY["side-bridge"]
    held = Result("r2", bridge.id, TODAY, (Score(20, "left side"), Score(25, "right side")))
    assert "22.5 seconds  left side 20, right side 25" in str(result_line(bridge, held))


def test_what_is_due_is_what_the_pane_shows_as_due(store: Store) -> None:
    weekly, never = LIBRARY["peg-style"], replace(LIBRARY["front-plank"], every_weeks=None)
    for measure in (weekly, never, LIBRARY["rmdq-24"]):
        store.measures.choose(measure)
    assert [measure.id for measure in read_due(store, TODAY)] == ["peg-style", "rmdq-24"]
    for days_ago in (6, 40):
        scores = tuple(Score(5, part) for part in weekly.parts)
        store.measures.save(store.measures.new_result(weekly, TODAY - timedelta(days_ago), scores))
    assert [measure.id for measure in read_due(store, TODAY)] == ["rmdq-24"]
    assert [measure.id for measure in read_due(store, TODAY + timedelta(1))] == ["peg-style", "rmdq-24"]
    state = read_measures(store, TODAY)
    assert [entry.due for entry in state.entries] == [TODAY + timedelta(1), None, TODAY]
    (entry,) = [entry for entry in state.entries if entry.measure.id == "peg-style"]
    assert [(TODAY - result.day).days for result in entry.results] == [40, 6]
