"""The Exercises view: the pain during all exercises side by side, or during one exercise over time."""

from collections.abc import Sequence
from dataclasses import asdict

from backjournal.model.frozen import dataclass
from backjournal.model.numbers import count, rounded
from backjournal.plots.canvas import Palette
from backjournal.plots.pain_during import pain_during_chart
from backjournal.trends.pain_during import PainDuring, pain_during, pain_series
from backjournal.trends.record import Record
from backjournal.trends.window import Window
from backjournal.views.curves import CurvesGraph
from backjournal.views.figures import Graph, OneTable, Slot, Table

_NOT_NOTED = "No pain during was noted."


@dataclass(frozen=True, slots=True, eq=False)
class PainDuringGraph(OneTable):
    """The exercises with a noted pain during, side by side."""

    exercises: tuple[PainDuring, ...]
    """The highest mean first."""

    @property
    def title(self) -> str:
        """The title of the graph."""
        return "Pain during, by exercise"

    def draw(self, width: int, height: int, palette: Palette, cursor: int | None = None) -> str:
        """Draw the graph as coloured text of `height` lines; there is no cursor."""
        return pain_during_chart(self.exercises, width, height, palette)

    def slots(self, width: int) -> tuple[Slot, ...]:
        """Return no slots, because the columns of the drawing are not times."""
        return ()

    @property
    def header(self) -> tuple[str, ...]:
        """The column headings of the table; n is how often the pain was noted."""
        return ("exercise", "mean pain during", "lowest–highest", "n")

    def rows(self) -> list[tuple[str, ...]]:
        """Return a row for each exercise, the highest mean first."""
        return [
            (
                each.exercise.name,
                f"{each.span.mean:.1f}",
                f"{rounded(each.span.low)}–{rounded(each.span.high)}",
                str(each.span.n),
            )
            for each in self.exercises
        ]

    def tables(self) -> list[Table]:
        """Return the one table, whose rows are not times."""
        return [Table(self.header, self.rows(), by_time=False)]

    def lines(self) -> Sequence[str]:
        """Return a line for each exercise."""
        return [_line(each) for each in self.exercises] or [_NOT_NOTED]

    def data(self) -> list[dict[str, object]]:
        """Return an object for each exercise."""
        return [
            {"exercise_id": each.exercise.id, "exercise": each.exercise.name, "pain_during": asdict(each.span)}
            for each in self.exercises
        ]


def pain_during_graph(record: Record, window: Window, exercise_id: str) -> Graph:
    """Return the graph of the pain during an exercise, or during all if the id is empty, over a window up to today."""
    first, last = window.past_days(record)
    found = pain_during(record, first, last)
    if not exercise_id:
        return PainDuringGraph(found)
    chosen = next((each for each in found if each.exercise.id == exercise_id), None)
    exercise = record.exercises.get(exercise_id)
    title = f"Pain during: {exercise.name if exercise else exercise_id}"
    series = pain_series(record, exercise_id, first, last)
    remarks = (_line(chosen) if chosen else _NOT_NOTED,)
    return CurvesGraph(title, (series,), first, last, record.settings.weeks, remarks)


def _line(during: PainDuring) -> str:
    span, times = during.span, count(during.span.n, "time")
    return f"{during.exercise.name}: pain during {span.mean:.1f} ({rounded(span.low)} to {rounded(span.high)}, {times})"
