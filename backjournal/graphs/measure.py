"""The results of an outcome measure."""

from collections.abc import Sequence
from dataclasses import dataclass

from backjournal.charts.canvas import Palette
from backjournal.graphs.graph import Graph, Slot
from backjournal.trends.record import Record
from backjournal.trends.window import Window


@dataclass(frozen=True, slots=True, eq=False)
class MeasureGraph:
    """The results of an outcome measure."""

    title: str
    header: tuple[str, ...]
    figures: tuple[tuple[str, ...], ...]

    def draw(self, width: int, height: int, palette: Palette, cursor: int | None = None) -> str:
        """Draw it as text of `height` lines."""
        shown = ["  ".join(row)[:width] for row in self.figures][: max(0, height - 1)]
        return "\n".join([self.title[:width], *shown, *[""] * max(0, height - 1 - len(shown))])

    def slots(self, width: int) -> tuple[Slot, ...]:
        """Return none."""
        return ()

    def rows(self) -> list[tuple[str, ...]]:
        """Return the figures as a table."""
        return list(self.figures)

    def lines(self) -> Sequence[str]:
        """Return the figures as lines."""
        return [": ".join(row) for row in self.figures]

    def data(self) -> object:
        """Return the figures as what JSON can hold."""
        return [dict(zip(self.header, row, strict=True)) for row in self.figures]


def measure_graph(record: Record, window: Window, measure_id: str) -> Graph:
    """Return the results of a measure, with an empty id of the first chosen one that has any."""
    first, last = window.days(record)
    with_results = [measure for measure in record.measures if record.results.get(measure.id)]
    measure = next((known for known in with_results if measure_id in ("", known.id)), None)
    results = record.results[measure.id] if measure else ()
    rows = tuple((known.day.isoformat(), f"{known.value:g}") for known in results if first <= known.day <= last)
    return MeasureGraph(measure.name if measure else "measures", ("day", "result"), rows)
