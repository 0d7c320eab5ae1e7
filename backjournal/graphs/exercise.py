"""Pain during by exercise."""

from collections.abc import Sequence
from dataclasses import dataclass

from backjournal.charts.canvas import Palette
from backjournal.graphs.graph import Graph, Slot
from backjournal.trends.record import Record
from backjournal.trends.history import noted_pain
from backjournal.trends.window import Window


@dataclass(frozen=True, slots=True, eq=False)
class ExerciseGraph:
    """Pain during."""

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


def exercise_graph(record: Record, window: Window, exercise_id: str) -> Graph:
    """Return the pain during of an exercise, or of all with an empty id."""
    first, last = window.days(record)
    noted = [
        (day.isoformat(), item.exercise.name, f"{noted_pain(item)}")
        for day, items in record.checklists.items()
        if first <= day <= last
        for item in items
        if noted_pain(item) is not None and exercise_id in ("", item.exercise.id)
    ]
    return ExerciseGraph("pain during", ("day", "exercise", "pain during"), tuple(noted))
