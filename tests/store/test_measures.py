"""Measures and results in the journal: all are kept, come back, and can be undone."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from backjournal.library.measures import measure_library
from backjournal.model.better import Better
from backjournal.model.errors import JournalError
from backjournal.model.measures import EVERY_WEEKS, LARGEST, Measure, Result, Score, own_measure
from backjournal.store import migrating
from backjournal.store.schema import MIGRATIONS
from backjournal.store.store import Store
from tests.helpers.anything import ANY_DAY
from tests.helpers.values import TODAY, refused
from tests.helpers.words import ANY_TEXT

BY_ID = {measure.id: measure for measure in measure_library()}
REACH, BRIDGE, RMDQ = (BY_ID[key] for key in ("fingertip-to-floor", "side-bridge", "rmdq-24"))
PSFS = replace(BY_ID["psfs"], parts=("Put on socks", "Sit at work", "Sleep"))
WALK = own_measure("w", "Walk round the block", "min", 0, None, Better.LOWER, threshold=2, every_weeks=1)
WEEK = timedelta(weeks=1)


def record(store: Store, measure: Measure, *values: float, weeks_ago: int = 0, note: str = "") -> Result:
    """Save a result and return it."""
    parts = measure.parts or ("",)
    scores = tuple(Score(value, part) for value, part in zip(values, parts, strict=True))
    result = store.measures.new_result(measure, TODAY - weeks_ago * WEEK, scores, note)
    store.measures.save(result)
    return result


def seen(store: Store) -> tuple[Any, ...]:
    """Return all that a person sees of the measures."""
    return store.measures.chosen(), store.measures.results(), store.measures.latest()


def test_what_is_chosen_stays_in_its_order_with_what_the_library_says_of_it(
    store: Store, open_store: Callable[[], Store]
) -> None:
    for measure in (BRIDGE, PSFS, WALK, replace(REACH, every_weeks=None)):
        store.measures.choose(measure)
    assert open_store().measures.chosen() == (BRIDGE, PSFS, WALK, replace(REACH, every_weeks=None))
    store.measures.choose(replace(BRIDGE, every_weeks=2))
    assert store.measures.chosen()[0] == replace(BRIDGE, every_weeks=2)


def test_a_measure_that_was_stopped_comes_back_with_its_results(store: Store) -> None:
    store.measures.choose(PSFS)
    result = record(store, PSFS, 3, 4, 5)
    store.measures.stop(PSFS)
    assert store.measures.chosen() == ()
    assert store.measures.known() == (PSFS,)
    assert store.measures.results() == (result,)
    store.measures.choose(replace(PSFS, parts=("Run", "Jump", "Swim"), every_weeks=4))
    assert store.measures.chosen() == (replace(PSFS, parts=("Run", "Jump", "Swim"), every_weeks=4),)
    assert [score.part for score in store.measures.results()[0].scores] == [*PSFS.parts], "as they were called then"


def test_results_come_by_day_and_as_they_were_written(store: Store) -> None:
    store.measures.choose(REACH)
    store.measures.choose(BRIDGE)
    late, early = record(store, REACH, 12.5), record(store, REACH, 20, weeks_ago=2)
    again, sides = record(store, REACH, 11), record(store, BRIDGE, 31, 28, weeks_ago=1, note="shaky")
    assert store.measures.results() == (early, sides, late, again)
    assert store.measures.results(TODAY - WEEK, TODAY - WEEK) == (sides,)
    assert store.measures.latest() == {REACH.id: again, BRIDGE.id: sides}, "of two on a day the one written last"
    store.measures.delete(again)
    changed = replace(late, day=TODAY - 3 * WEEK, scores=(Score(13),), note="measured anew")
    store.measures.save(changed)
    assert store.measures.results() == (changed, early, sides)
    assert store.measures.latest() == {REACH.id: early, BRIDGE.id: sides}


def test_undo_and_redo_work_over_all(store: Store) -> None:
    results: list[Result] = []
    actions: list[tuple[str, Callable[[], object]]] = [
        ("measure Walk round the block", lambda: store.measures.choose(WALK)),
        ("measure Walk round the block", lambda: store.measures.choose(replace(WALK, unit="s", every_weeks=None))),
        ("measure PSFS activities", lambda: store.measures.choose(PSFS)),
        (f"result of {TODAY}", lambda: results.append(record(store, PSFS, 3, 4, 5, note="first"))),
        (f"change of the result of {TODAY}", lambda: store.measures.save(replace(results[0], note="then"))),
        ("PSFS activities no longer measured", lambda: store.measures.stop(PSFS)),
        ("measure PSFS activities", lambda: store.measures.choose(PSFS)),
        (f"deletion of the result of {TODAY}", lambda: store.measures.delete(results[0])),
    ]
    views = [seen(store)]
    for _, do in actions:
        do()
        views.append(seen(store))
    for (label, _), before in zip(reversed(actions), reversed(views[:-1]), strict=True):
        assert (store.changes.undo(), seen(store)) == (label, before)
    for (label, _), after in zip(actions, views[1:], strict=True):
        assert (store.changes.redo(), seen(store)) == (label, after)


@pytest.mark.parametrize(
    ("measure", "field", "message"),
    [
        (own_measure("x", "walk ROUND the block", "", 0, 10, Better.LOWER), "name", "a measure named Walk round the"),
        (own_measure("x", "pseq", "", 0, 10, Better.LOWER), "name", "a measure named PSEQ is there already: give"),
        (BY_ID["psfs"], "parts", "PSFS activities: name 3 to 5 activities that your back makes hard"),
    ],
)
def test_a_namesake_and_missing_activities_are_refused(
    store: Store, measure: Measure, field: str, message: str
) -> None:
    store.measures.choose(WALK)
    store.measures.stop(WALK)
    refusal = refused(lambda: store.measures.choose(measure))
    assert (refusal.field, str(refusal)[: len(message)]) == (field, message)
    assert store.measures.known() == (WALK,)


def test_a_result_that_the_measure_does_not_take_is_refused(store: Store) -> None:
    store.measures.choose(RMDQ)
    assert refused(lambda: record(store, RMDQ, 25)).field == "0"
    with pytest.raises(JournalError, match="this measure is not in the journal: choose it first"):
        record(store, REACH, 12)
    assert store.measures.results() == ()
    assert store.changes.undo() == "measure RMDQ-24", "nothing was left half written"


def test_a_measure_of_another_version_is_known_by_what_the_journal_keeps(store: Store) -> None:
    store.measures.choose(replace(BRIDGE, id="later", name="Later hold"))
    (known,) = store.measures.chosen()
    assert (known.id, known.name, known.unit, known.parts, known.own) == (
        *("later", "Later hold", "seconds", BRIDGE.parts, False),
    )
    assert record(store, known, 31, 28) == store.measures.latest()["later"]


def test_a_journal_from_before_the_measures_keeps_its_rows_and_takes_them(
    journal: Path, open_store: Callable[[], Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(migrating, "MIGRATIONS", MIGRATIONS[:3])
        patch.setattr("tests.conftest.shutil.copy", lambda *_: None)
        before = open_store()
        with before.changes.write("check-in of 2026-11-21 08:01"):
            moment = {"at": "2026-11-21T07:01:00Z", "utc_offset": 60, "day": TODAY.isoformat()}
            before.changes.put("check_ins", "c1", moment | {"pain": 3, "confidence": 7, "note": ""})
        assert "measures" not in Database(journal).table_names()
        before.close()
    with closing(open_store()) as store:
        (kept,) = store.diary.check_ins()
        assert kept.values == {"pain": 3, "confidence": 7}
        assert seen(store) == ((), (), {})
        store.measures.choose(REACH)
        result = record(store, REACH, 12.5)
        assert seen(store) == ((REACH,), (result,), {REACH.id: result})
        assert [store.changes.undo() for _ in range(3)][-1] == "check-in of 2026-11-21 08:01"


@st.composite
def own_measures(draw: st.DrawFn) -> Measure:
    """Make any measure that a person can define."""
    low = draw(st.floats(-LARGEST, LARGEST - 1) | st.integers(-10, 10))
    name, unit = f"{draw(st.uuids()).hex} {draw(ANY_TEXT)[:40]}", draw(ANY_TEXT)[:20]
    high = draw(st.none() | st.floats(low + 1, LARGEST))
    threshold = draw(st.none() | st.floats(1e-9, 0.5))
    every_weeks = draw(st.sampled_from((None, *EVERY_WEEKS)))
    return own_measure(
        draw(st.uuids()).hex, name, unit, low, high, draw(st.sampled_from(Better)), threshold, every_weeks
    )


@st.composite
def activities(draw: st.DrawFn) -> Measure:
    """Make any choice of own activities."""
    texts = draw(st.lists(ANY_TEXT, min_size=3, max_size=5))
    return replace(PSFS, parts=tuple(f"{place}: {text[:70]}" for place, text in enumerate(texts)))


@settings(max_examples=25)
@given(st.data(), own_measures() | activities())
def test_whatever_the_model_takes_is_kept_as_it_is(any_store: Store, data: st.DataObject, measure: Measure) -> None:
    values = (
        st.integers(0, 10)
        if measure.whole
        else st.floats(measure.low, LARGEST if measure.high is None else measure.high)
    )
    scores = tuple(Score(data.draw(values), part) for part in (measure.parts or ("",)))
    result = Result(data.draw(st.uuids()).hex, measure.id, data.draw(ANY_DAY), scores, data.draw(ANY_TEXT))
    any_store.measures.choose(measure)
    any_store.measures.save(result)
    assert next(known for known in any_store.measures.chosen() if known.id == measure.id) == measure
    assert result in any_store.measures.results(result.day, result.day)
