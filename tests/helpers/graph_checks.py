"""Checks that every graph must pass at every size."""

import json
import re
from itertools import pairwise

from rich.cells import cell_len
from syrupy.assertion import SnapshotAssertion

from backjournal.plots.canvas import Palette, plain
from backjournal.plots.frame import LOWEST, NARROWEST
from backjournal.views.figures import Graph

PALETTE = Palette((240, 110, 100), (90, 170, 240), (110, 190, 120), (250, 190, 60), (140, 140, 140))
SIZES = ((80, 24), (120, 40))
"""The sizes of the snapshots."""


def check_shape(graph: Graph, width: int, height: int) -> None:
    """Check that a graph fits its size, its slots the columns, and its rows the header."""
    slots = graph.slots(width)
    for cursor in (None, 0, len(slots) - 1, len(slots), 10_000):
        text = graph.draw(width, height, PALETTE, cursor)
        lines = plain(text).split("\n")
        assert len(lines) == max(1, height)
        assert all(cell_len(line) <= width for line in lines)
        assert all(line.isprintable() for line in lines)
        if width < NARROWEST or height < LOWEST:
            assert not "".join(lines)
    if width >= NARROWEST:
        assert all(0 <= slot.first_column <= slot.last_column < width for slot in slots)
    assert all(before.first_column <= after.first_column for before, after in pairwise(slots))
    assert all(slot.readout.isprintable() and slot.readout.strip() for slot in slots)
    assert {len(row) for row in graph.rows()} <= {len(graph.header)}
    assert all(line.isprintable() and line.strip() for line in graph.lines())
    assert json.loads(json.dumps(graph.data())) is not None


def check_cursor(graph: Graph, width: int, height: int, sign: str) -> None:
    """Check that the cursor's sign stands within the slot of the cursor, and nowhere without a cursor."""
    assert sign not in plain(graph.draw(width, height, PALETTE))
    slots = graph.slots(width)
    for number in sorted({0, len(slots) // 3, len(slots) - 1}):
        slot = slots[number]
        lines = plain(graph.draw(width, height, PALETTE, number)).split("\n")
        columns = {match.start() for line in lines for match in re.finditer(sign, line)}
        assert len(columns) == 1
        assert slot.first_column <= columns.pop() <= slot.last_column


def check_looks(graph: Graph, snapshot: SnapshotAssertion, cursor: int | None = None) -> None:
    """Compare a graph with its snapshots: its title, its drawings, its first and last lines, and its last rows."""
    for width, height in SIZES:
        assert plain(graph.draw(width, height, PALETTE, cursor)) == snapshot(name=f"{graph.title} {width}×{height}")
    lines_text = "\n".join([*graph.lines()[:3], "…", *graph.lines()[-2:]])
    table = "\n".join(" | ".join(row) for row in (graph.header, *graph.rows()[-3:]))
    assert f"{graph.title}\n\n{lines_text}\n\n{table}" == snapshot(name=f"{graph.title} told")
