"""The band of meaningful change at the ends of a measure's range: what can be meaningful there, and what is drawn."""

import pytest

from backjournal.model.better import Better
from backjournal.model.measures import own_measure
from backjournal.plots.canvas import plain
from backjournal.trends.record import Record
from backjournal.trends.window import Window
from backjournal.views.measure import measure_graph
from tests.helpers.graph_checks import PALETTE
from tests.helpers.records import ago, results
from tests.helpers.values import TODAY

LOWER = own_measure("own", "Own", "points", 0, 10, Better.LOWER, 2)


@pytest.mark.parametrize(
    ("baseline", "ends"),
    [
        (1, ["worse at 3 or more"]),
        (2, ["better at 0 or less", "worse at 4 or more"]),
        (8, ["better at 6 or less", "worse at 10 or more"]),
        (9, ["better at 7 or less"]),
    ],
)
def test_only_ends_that_a_value_can_reach_are_named_and_the_band_is_filled_to_the_edge(
    baseline: int, ends: list[str]
) -> None:
    record = Record(TODAY, measures=(LOWER,), results=results(LOWER, {ago(30): baseline, ago(0): baseline}))
    graph = measure_graph(record, Window(12, TODAY), LOWER.id)
    assert graph.lines()[0].endswith(f"(source: your own): {', '.join(ends)}.")
    rows = {
        line[:3].strip(): line[4:] for line in plain(graph.draw(80, 16, PALETTE)).split("\n")[1:] if line[:3].strip()
    }
    assert rows["0"].startswith("┄" if baseline == 2 else "░" if baseline == 1 else " ")
    assert rows["10"].startswith("┄" if baseline == 8 else "░" if baseline == 9 else " ")
