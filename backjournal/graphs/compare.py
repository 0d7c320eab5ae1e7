"""Two series against each other."""

from collections.abc import Sequence
from dataclasses import dataclass

from backjournal.charts.canvas import Palette
from backjournal.graphs.graph import Graph, Slot
from backjournal.trends.record import Record
from backjournal.trends.series import series_of
from backjournal.trends.window import Window


@dataclass(frozen=True, slots=True, eq=False)
class CompareGraph:
    """Two series against each other."""

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


def compare_graph(record: Record, window: Window, of: str, against: str, *, scatter: bool) -> Graph:
    """Return two series, given by their keys, against each other."""
    first, second = series_of(record, of), series_of(record, against)
    days = first.between(*window.days(record)) if first else {}
    others = second.between(*window.days(record)) if second else {}
    both = tuple((day.isoformat(), f"{days[day]:g}", f"{others[day]:g}") for day in days if day in others)
    return CompareGraph(f"{of} against {against}", ("day", of, against), both)
