"""Pain during: of all exercises beside each other, or of one over time."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from backjournal.model.numbers import count, rounded
from backjournal.plots.canvas import Palette
from backjournal.plots.pain_during import pain_during_chart
from backjournal.trends.pain_during import PainDuring, pain_during, pain_series
from backjournal.trends.record import Record
from backjournal.trends.window import Window
from backjournal.views.curves import CurvesGraph
from backjournal.views.figures import Graph, OneTable, Slot, Table

_NOTHING = "No pain during was noted."


@dataclass(frozen=True, slots=True, eq=False)
class PainDuringGraph(OneTable):
    """The exercises with a noted pain during, the highest mean first."""

    exercises: tuple[PainDuring, ...]

    @property
    def title(self) -> str:
        """What is shown, in a few words."""
        return "Pain during, by exercise"

    def draw(self, width: int, height: int, palette: Palette, cursor: int | None = None) -> str:
        """Draw it as coloured text of `height` lines; there is no cursor."""
        return pain_during_chart(self.exercises, width, height, palette)

    def slots(self, width: int) -> tuple[Slot, ...]:
        """Return none: the columns are no times."""
        return ()

    @property
    def header(self) -> tuple[str, ...]:
        """The columns of `rows`; n is how often the pain was noted."""
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
        """Return its table, whose rows are no times."""
        return [Table(self.header, self.rows(), by_time=False)]

    def lines(self) -> Sequence[str]:
        """Return a line for each exercise."""
        return [_line(each) for each in self.exercises] or [_NOTHING]

    def data(self) -> list[dict[str, object]]:
        """Return an object for each exercise."""
        return [
            {"exercise_id": each.exercise.id, "exercise": each.exercise.name, "pain_during": asdict(each.span)}
            for each in self.exercises
        ]


def pain_during_graph(record: Record, window: Window, exercise_id: str) -> Graph:
    """Return the pain during an exercise over a window up to today; with an empty id of all exercises."""
    first, last = window.days(record)
    end = min(last, record.today)
    found = pain_during(record, first, end)
    if not exercise_id:
        return PainDuringGraph(found)
    of_one = next((each for each in found if each.exercise.id == exercise_id), None)
    exercise = record.exercises.get(exercise_id)
    title = f"Pain during: {exercise.name if exercise else exercise_id}"
    series = pain_series(exercise_id, of_one.times if of_one else ())
    words = (_line(of_one) if of_one else _NOTHING,)
    return CurvesGraph(title, (series,), first, end, record.settings.week_starts_on, words)


def _line(of_one: PainDuring) -> str:
    span, times = of_one.span, count(of_one.span.n, "time")
    return f"{of_one.exercise.name}: pain during {span.mean:.1f} ({rounded(span.low)} to {rounded(span.high)}, {times})"
