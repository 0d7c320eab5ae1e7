"""The chart of adherence by week: stacked bars of done, partial, excused and missed exercises."""

from collections.abc import Sequence

from backjournal.model.numbers import MISSING
from backjournal.plan.tally import Tally
from backjournal.plots.canvas import Canvas, Cell, Colour, Frame, Legend, Palette, drawn
from backjournal.plots.figures_below import write_figures
from backjournal.plots.weeks import joined_legend, weeks_frame, weeks_shown
from backjournal.trends.weeks import Week

_WIDEST_BAR = 9
"""Columns."""

_LOWEST_BAR = 3
"""The rows that the bars need before n, the second row of figures, gets one."""


def stacked_chart(weeks: Sequence[Week], width: int, height: int, palette: Palette, cursor: int | None = None) -> str:
    """Draw the outcomes of each week's exercises in per cent of those prescribed, as coloured text of `height` lines.

    Below the bars are the adherence in per cent, without the excused, and n, the number of exercises that it is a share
    of. If the weeks do not fit into the width, neighbours are merged. The cursor is the index of one of `weeks_shown`.
    """
    shown = weeks_shown(weeks, width)
    frame = weeks_frame(shown, width, height)
    return drawn(frame, palette, lambda canvas: _draw(canvas, shown, frame, palette, cursor))


def stacked_cells(tally: Tally, rows: int) -> tuple[int, int, int, int]:
    """Return how many of the rows done, partial, excused and missed get, as near to their shares as possible.

    With four rows or more, each that is not 0 gets at least one: a little must not look like nothing.
    """
    parts = (tally.done, tally.partial, tally.excused, tally.missed)
    if not tally.total:
        return 0, 0, 0, 0
    least = [1 if part and rows >= len(parts) else 0 for part in parts]
    exact = [part * rows / tally.total for part in parts]
    cells = [max(low, int(share)) for low, share in zip(least, exact, strict=True)]
    while sum(cells) != rows:
        step = 1 if sum(cells) < rows else -1
        may_change = [place for place, low in enumerate(least) if step > 0 or cells[place] > low]
        # The part that is farthest from its exact share, in the direction of the step.
        cells[max(may_change, key=lambda place: (exact[place] - cells[place]) * step)] += step
    return cells[0], cells[1], cells[2], cells[3]


def _draw(canvas: Canvas, weeks: Sequence[Week], frame: Frame, palette: Palette, cursor: int | None) -> Legend:
    _point_out(canvas, frame, cursor, palette.cursor)
    figures = dict(_figures(weeks)[: max(1, frame.rows - 1 - _LOWEST_BAR)])
    bottom = len(figures)
    # An odd number of rows has a middle one for 50 %; the top one is for the cursor.
    rows = max(frame.rows - bottom - 2, 1) // 2 * 2 + 1
    labelled = range(0, 101, 50) if rows > 2 else ()
    scale = {bottom + value * (rows - 1) / 100: f"{value}" for value in labelled}
    canvas.label_rows({**scale, **write_figures(canvas, frame, figures, palette)})
    marks = _marks(palette)
    for place, (mark, _, colour) in enumerate(marks):
        canvas.bars(_bars(weeks, frame, place, bottom, rows), mark, colour)
    if not any(week.tally.total for week in weeks):
        canvas.say("nothing counted", frame, palette.axis)
    legend = [(f"{mark} {word}", colour) for mark, word, colour in marks]
    return [*legend, *joined_legend(weeks, palette), ("% adherence, without excused", palette.axis)]


def _point_out(canvas: Canvas, frame: Frame, cursor: int | None, colour: Colour) -> None:
    """Draw the line of the cursor, and an arrow above its slot, because a bar hides the line."""
    canvas.point_out(cursor, frame, colour)
    if cursor is not None and 0 <= cursor < len(frame.first_days):
        canvas.marks([(frame.column(cursor), frame.rows - 1)], "▼", colour)


def _marks(palette: Palette) -> tuple[tuple[str, str, Colour], ...]:
    """Return mark, label and colour of a bar's parts, from the bottom; missed is the faintest, to be no reproach."""
    return (
        ("█", "done", palette.adherence),
        ("▓", "partial", palette.adherence),
        ("░", "excused", palette.mobility),
        ("·", "missed", palette.axis),
    )


def _figures(weeks: Sequence[Week]) -> list[tuple[str, list[str]]]:
    if not any(week.tally.total for week in weeks):
        return []
    shares = [week.adherence.share for week in weeks]
    percents = [MISSING if share is None else f"{share * 100:.0f}" for share in shares]
    return [("%", percents), ("n", [str(week.adherence.counted) for week in weeks])]


def _bars(weeks: Sequence[Week], frame: Frame, place: int, bottom: int, rows: int) -> dict[int, Cell]:
    beside = max(0, min(int(frame.slot) - 2, _WIDEST_BAR - 1)) // 2
    bars: dict[int, Cell] = {}
    for index, week in enumerate(weeks):
        cells = stacked_cells(week.tally, rows)
        low, high = bottom + sum(cells[:place]), bottom + sum(cells[: place + 1]) - 1
        if low <= high:
            middle = frame.column(index)
            bars |= dict.fromkeys(range(middle - beside, middle + beside + 1), (low, high))
    return bars
