"""The charts that were hardest to read, as they are drawn where they were at their worst."""

from dataclasses import replace
from typing import cast

import pytest
from syrupy.assertion import SnapshotAssertion

from backjournal.plots.canvas import plain
from backjournal.trends.record import Record
from backjournal.trends.window import Window
from backjournal.views.catalog import view_of
from backjournal.views.choice import Choice
from backjournal.views.figures import Graph, drawing
from tests.helpers.drawing import PALETTE
from tests.helpers.graph_journal import HALF_A_YEAR, journal
from tests.helpers.recovery import recovery
from tests.helpers.values import TODAY


def graph_of(view: str, record: Record, weeks: int | None = 12) -> Graph:
    """Return the graph of a view over a number of weeks up to today."""
    return cast(Graph, view_of(view).compute(record, Choice(Window(weeks, TODAY))))


@pytest.mark.parametrize(
    ("view", "record", "width", "height"),
    [
        pytest.param("weeks", replace(journal(3), results={}), 58, 10, id="three days on the lowest screen"),
        pytest.param("weeks", recovery(), 98, 25, id="weeks above their adherence"),
        pytest.param("adherence", HALF_A_YEAR, 58, 11, id="bars on the lowest screen"),
        pytest.param("compare", HALF_A_YEAR, 98, 24, id="two series day by day"),
    ],
)
def test_the_worst_charts_can_be_read(
    view: str, record: Record, width: int, height: int, snapshot: SnapshotAssertion
) -> None:
    assert plain(drawing(graph_of(view, record), width, height, PALETTE)) == snapshot
