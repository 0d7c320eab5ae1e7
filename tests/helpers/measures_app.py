"""Measures with results, and the clock of a timed test, for the tests of the Measures pane."""

from dataclasses import replace
from datetime import date, timedelta

from backjournal.library.measures import measure_library
from backjournal.model.measures import Measure, Result, Score
from backjournal.store.store import Store
from backjournal.tui.measures.timed_test import TimedTestScreen
from tests.helpers.app import Person, at_rest
from tests.helpers.clock import ManualClock
from tests.helpers.values import TODAY

ACTIVITIES = ("Tying my shoes", "Sitting through a meal", "Lifting the shopping")


def shipped(key: str) -> Measure:
    """Return the shipped measure with this key."""
    return next(measure for measure in measure_library() if measure.id == key)


def noted(store: Store, measure: Measure, days_ago: int, *values: float, note: str = "") -> Result:
    """Save a result of a day that lies `days_ago` days back."""
    parts = measure.parts or ("",)
    scores = tuple(Score(value, part) for value, part in zip(values, parts, strict=True))
    result = store.measures.new_result(measure, TODAY - timedelta(days=days_ago), scores, note)
    store.measures.save(result)
    return result


def measured(store: Store) -> Store:
    """Choose measures: one is due in three days, one is overdue, one has no result yet, one is never due."""
    peg, plank, bridge = shipped("peg-style"), shipped("front-plank"), shipped("side-bridge")
    psfs = replace(shipped("psfs"), parts=ACTIVITIES)
    with store.changes.write(""):
        for measure in (peg, psfs, plank, replace(bridge, every_weeks=None)):
            store.measures.choose(measure)
        noted(store, peg, 25, 7, 6, 8)
        noted(store, peg, 4, 5, 3, 4, note="after a walk")
        noted(store, psfs, 16, 3, 4, 5)
        noted(store, bridge, 30, 21, 26)
    return store


def values(store: Store, measure_id: str) -> list[tuple[date, float]]:
    """Return the day and value of each result of a measure, the oldest first."""
    return [(result.day, result.value) for result in store.measures.results() if result.measure_id == measure_id]


async def go_by(person: Person, clock: ManualClock, seconds: float) -> None:
    """Let time pass in a timed test, second by second."""
    for _ in range(round(seconds)):
        clock.advance(timedelta(seconds=1))
        if isinstance(person.screen, TimedTestScreen):
            person.screen.tick()
    await at_rest(person.app)
