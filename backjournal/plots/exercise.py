"""The chart of an exercise: the amounts done and prescribed, and below them the pain during."""

from collections.abc import Sequence

from backjournal.plan.history import ExerciseHistory
from backjournal.plan.workload import Unit
from backjournal.plots.canvas import Canvas, Legend, Palette, drawn, even_scale
from backjournal.plots.frame import FEWEST_ROWS, LOWEST, NARROWEST, RULER, Frame
from backjournal.plots.scale import end_above, short
from backjournal.trends.stretches import Stretch, stretches

_PAIN_IN_FULL, _AMOUNTS_BESIDE = 14, 8
"""The lines with which each value of pain has a row of its own, and the lines that the amounts need beside them."""


def exercise_chart(history: ExerciseHistory, width: int, height: int, palette: Palette) -> str:
    """Draw amounts and pain during of an exercise up to today, as coloured text of `height` lines.

    Both have the same columns. A day without practice or without a noted pain is a gap. If the days do not fit into
    the width, neighbours are merged, and the first line says how many.
    """
    in_full = height >= _PAIN_IN_FULL + _AMOUNTS_BESIDE
    lower = max(LOWEST, height // 2, _PAIN_IN_FULL if in_full else 0)
    if width < NARROWEST or height - lower < FEWEST_ROWS + 2:
        return "\n" * max(0, height - 1)
    shown = stretches(history, width - RULER)
    first_days = tuple(stretch.first_day for stretch in shown)
    above = Frame(first_days, width, height - lower, dated=False)
    below = Frame(first_days, width, lower)
    return "\n".join(
        [
            drawn(above, palette, lambda canvas: _draw_amounts(canvas, shown, above, history.workloads.unit, palette)),
            drawn(below, palette, lambda canvas: _draw_pain(canvas, shown, below, palette)),
        ]
    )


def _draw_amounts(
    canvas: Canvas, shown: Sequence[Stretch], frame: Frame, unit: Unit | None, palette: Palette
) -> Legend:
    highest = max((max(stretch.done or 0, stretch.prescribed or 0) for stretch in shown), default=0)
    in_km = unit is Unit.METRES and highest >= 1000
    top = end_above(highest)
    # An odd number of rows has a middle one for the half.
    height = max(1, (frame.rows - 1) // 2 * 2)
    parts = 2 if height > 1 else 1
    values = [top * part / parts / (1000 if in_km else 1) for part in range(parts + 1)]
    canvas.label_rows({height * part / parts: short(value) for part, value in enumerate(values)})
    prescribed = [
        (column, _cell(stretch.prescribed * height / top))
        for index, stretch in enumerate(shown)
        if stretch.prescribed is not None
        for column in range(int(index * frame.slot), int((index + 1) * frame.slot))
    ]
    canvas.marks(prescribed, "─", palette.mobility)
    done = [(frame.column(index), stretch.done) for index, stretch in enumerate(shown) if stretch.done is not None]
    canvas.marks([(column, _cell(amount * height / top)) for column, amount in done], "■", palette.adherence)
    if not done:
        canvas.say("nothing done", frame, palette.axis)
    legend = [(f"■ {'km' if in_km else unit or ''} done", palette.adherence), ("─ prescribed", palette.mobility)]
    if shown and shown[0].length > 1:
        legend.insert(1, (f"means of {shown[0].length} days", palette.axis))
    return legend


def _draw_pain(canvas: Canvas, shown: Sequence[Stretch], frame: Frame, palette: Palette) -> Legend:
    height, step = even_scale(frame.rows - 1)
    canvas.label_rows({value * height / 10: f"{value}" for value in range(0, 11, step)})
    pains = {index: stretch.pain_during for index, stretch in enumerate(shown) if stretch.pain_during is not None}
    points = [(index, frame.column(index), _cell(pain * height / 10)) for index, pain in pains.items()]
    canvas.line(points, "braille", palette.pain)
    canvas.marks([(column, row) for _, column, row in points], "●", palette.pain)
    if not points:
        canvas.say("no pain noted", frame, palette.axis)
    return [("● pain during", palette.pain), ("0 none, 10 worst imaginable", palette.axis)]


def _cell(row: float) -> int:
    # Halves are always rounded up: a pain of 1 must not be drawn as 0.
    return int(row + 0.5)
