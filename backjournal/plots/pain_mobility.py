"""The common parts of the charts of pain and mobility: the scale from 0 to 10, cursor, lines, marks, flare-ups."""

from collections.abc import Mapping, Sequence

from backjournal.model.frozen import dataclass
from backjournal.plots.canvas import Canvas, Cell, Legend, Palette, even_scale, joined
from backjournal.plots.frame import Frame
from backjournal.plots.scale import LOWEST_SCALE

PainAndMobility = tuple[Mapping[int, float], Mapping[int, float]]
"""Values of pain and of mobility, each by the number of the slot."""


@dataclass(frozen=True, slots=True)
class Rows:
    """How the rows of a chart are shared out, from the bottom: figures, flare-ups, and the scale from 0 to 10."""

    figures: int
    """How many rows the figures have, such as n."""

    flare_ups: int
    """How many rows the flare-ups have: 0 or 1."""

    height: int
    """How many rows above 0 the value 10 is."""

    step: int
    """The step between the labels of the scale."""

    @property
    def bottom(self) -> int:
        """The row of 0."""
        return self.figures + self.flare_ups

    def place(self, value: float) -> float:
        """Return the row of a value, not rounded."""
        # A trifle is added, so that halves are rounded up: a pain of 1 must not be drawn as 0.
        return self.bottom + value * self.height / 10 + 1e-6

    def cell(self, value: float) -> int:
        """Return the row of a value."""
        return round(self.place(value))

    def labels(self) -> dict[float, str]:
        """Return the labels of the scale by their rows."""
        return {self.cell(value): f"{value}" for value in range(0, 11, self.step)}


def rows_of(frame: Frame, *, flare_ups: bool, figures: int = 0) -> Rows:
    """Return the rows of a frame: one for flare-ups if there are any, up to `figures` for those, the rest is the scale.

    A low frame gives all its rows to the scale.
    """
    # On a low chart the scale needs every row.
    under = 1 if flare_ups and frame.rows > 3 else 0
    written = max(0, min(figures, frame.rows - 1 - under - LOWEST_SCALE))
    return Rows(written, under, *even_scale(frame.rows - 1 - under - written))


def draw_behind(
    canvas: Canvas, frame: Frame, rows: Rows, changed: Sequence[int], cursor: int | None, palette: Palette
) -> Legend:
    """Draw the cursor and the slots in which the plan changed, by their numbers; return the legend."""
    canvas.point_out(cursor, frame, palette.cursor)
    canvas.bars({frame.edge(index): (rows.bottom, frame.rows - 1) for index in changed}, "┊", palette.event)
    return [("┊ plan changed", palette.event)] if changed else []


def draw_lines(
    canvas: Canvas, frame: Frame, rows: Rows, values: PainAndMobility, palette: Palette, *, marked: bool = False
) -> None:
    """Draw lines through the values of neighbouring slots; one without a neighbour is a dot, unless it is `marked`."""
    pain, mobility = values
    for of_scale, mark, colour in ((mobility, palette.second_line, palette.mobility), (pain, "braille", palette.pain)):
        points = [(index, frame.column(index), rows.place(value)) for index, value in of_scale.items()]
        canvas.line(joined(points) if marked else points, mark, colour)


def draw_marks(canvas: Canvas, frame: Frame, rows: Rows, values: PainAndMobility, palette: Palette) -> Legend:
    """Put a mark at each value; return the legend."""
    pain_cells, mobility_cells = (_cells(frame, rows, of_scale) for of_scale in values)
    both = pain_cells & mobility_cells
    canvas.marks(mobility_cells, "◆", palette.mobility)
    canvas.marks(pain_cells, "●", palette.pain)
    canvas.marks(both, "◈", palette.axis)
    if not pain_cells and not mobility_cells:
        canvas.say("nothing noted", frame, palette.axis)
    legend = [("● pain", palette.pain), ("◆ mobility", palette.mobility)]
    return legend + ([("◈ both", palette.axis)] if both else [])


def draw_flare_ups(canvas: Canvas, frame: Frame, rows: Rows, flared: Sequence[int], palette: Palette) -> Legend:
    """Mark the slots with a flare-up, by their numbers, if the rows have one for that; return the legend."""
    if not rows.flare_ups:
        return []
    canvas.marks([(frame.column(index), rows.figures) for index in flared], "▲", palette.flare_up)
    return [("▲ flare-up", palette.flare_up)]


def _cells(frame: Frame, rows: Rows, values: Mapping[int, float]) -> set[Cell]:
    return {(frame.column(index), rows.cell(value)) for index, value in values.items()}
