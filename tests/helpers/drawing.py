"""Readers of drawn graphs, and checks of their size, rows and slots."""

from collections.abc import Iterable
from unittest.mock import patch

from backjournal.plots.canvas import Canvas, Palette, plain
from backjournal.views.figures import Graph

PALETTE = Palette(
    pain=(240, 110, 100),
    mobility=(90, 170, 240),
    adherence=(110, 190, 120),
    flare_up=(250, 190, 60),
    axis=(140, 140, 140),
)


def drawn(graph: Graph, width: int, height: int, cursor: int | None = None) -> list[str]:
    """Return the lines of a graph without colours."""
    return plain(graph.draw(width, height, PALETTE, cursor)).split("\n")


def canvas(graph: Graph, width: int, height: int, cursor: int | None = None) -> dict[str, list[str]]:
    """Return the rows between the legend and the axis: those of the scale under an empty name, the others by label.

    The rows keep their labels, so that each character stays in its column.
    """
    lines = drawn(graph, width, height, cursor)
    found: dict[str, list[str]] = {"": []}
    for line in lines[1 : next(number for number, line in enumerate(lines) if "└" in line)]:
        label = line[:3].strip()
        found.setdefault("" if not label or label.isdigit() else label, []).append(line)
    return found


def columns_of(rows: Iterable[str], marks: str) -> list[int]:
    """Return the columns behind the axis in which one of the marks stands, from the left."""
    return sorted({column for row in rows for column, mark in enumerate(row) if column > 3 and mark in marks})


def is_whole(graph: Graph, width: int, height: int) -> None:
    """Check that a drawing has its size, and that its slots lie inside of it."""
    lines = drawn(graph, width, height)
    assert len(lines) == height
    # A chart below another one has a legend of its own.
    legends = [lines[0], *(line for line in lines[1:] if line[0] in "●◆█")]
    assert {len(line) for line in lines if line not in legends} == {width}
    assert all(len(legend) <= width for legend in legends)
    assert all(line.isprintable() for line in lines)
    slots = graph.slots(width)
    assert all(4 <= slot.first_column <= slot.last_column < width for slot in slots)
    assert all(slot.readout.isprintable() for slot in slots)


def most_points(graph: Graph, width: int, height: int) -> int:
    """Return the most points that a drawing gives to plotext at once."""
    with patch.object(Canvas, "_signal", autospec=True, side_effect=Canvas._signal) as signal:
        graph.draw(width, height, PALETTE)
    return max(len(call.args[1]) for call in signal.call_args_list)
