"""When a measure is due."""

from dataclasses import replace
from datetime import timedelta

import pytest

from backjournal.model.better import Better
from backjournal.model.measures import Measure, MeasureKind, Result, Score
from backjournal.trends.due import due_day, is_due
from tests.helpers.values import TODAY

MEASURE = Measure("m1", "Score", MeasureKind.SCORE, "points", 0, 24, Better.LOWER, every_weeks=2)


def result(days_ago: int) -> Result:
    """Return a result from a number of days ago."""
    return Result(f"r{days_ago}", "m1", TODAY - timedelta(days_ago), (Score(5),))


@pytest.mark.parametrize(("days_ago", "due"), [(15, True), (14, True), (13, False), (0, False)])
def test_a_measure_is_due_so_many_weeks_after_the_latest_result(days_ago: int, due: bool) -> None:
    results = (result(40), result(days_ago))
    assert is_due(MEASURE, results, TODAY) is due
    assert due_day(MEASURE, results, TODAY) == TODAY + timedelta(14 - days_ago)


def test_without_a_result_it_is_due_at_once_and_one_that_is_not_asked_for_never() -> None:
    assert due_day(MEASURE, (), TODAY) == TODAY
    assert due_day(replace(MEASURE, every_weeks=None), (), TODAY) is None
    assert not is_due(replace(MEASURE, every_weeks=None), (result(400),), TODAY)
