"""The chart of the adherence by week: what came of the exercises that were prescribed."""

from collections.abc import Sequence

from backjournal.charts.canvas import Canvas, Frame, Legend, Palette, drawn
from backjournal.charts.weekly import weekly_frame, weeks_shown
from backjournal.trends.tally import Tally
from backjournal.trends.weeks import Week

_WIDEST_BAR = 9


def stacked_chart(weeks: Sequence[Week], width: int, height: int, palette: Palette, cursor: int | None = None) -> str:
    """Draw the shares of what was done, done in part, excused and missed, as coloured text of `height` lines."""
    shown = weeks_shown(weeks, width)
    frame = weekly_frame(shown, width, height, dated=True)
    return drawn(frame, palette, lambda canvas: _draw(canvas, shown, frame, palette, cursor))


def stacked_cells(tally: Tally, rows: int) -> tuple[int, int, int, int]:
    """Share so many rows out to the parts of a tally, from the bottom: done, partial, excused, missed.

    What there is has a row at least, if there are enough of them.
    """
    parts = (tally.done, tally.partial, tally.excused, tally.missed)
    if not tally.total:
        return 0, 0, 0, 0
    least = [1 if part and rows >= len(parts) else 0 for part in parts]
    exact = [part * rows / tally.total for part in parts]
    cells = [max(low, int(share)) for low, share in zip(least, exact, strict=True)]
    while sum(cells) != rows:
        step = 1 if sum(cells) < rows else -1
        open_parts = [place for place in range(4) if step > 0 or cells[place] > least[place]]
        place = max(open_parts, key=lambda place: (exact[place] - cells[place]) * step)
        cells[place] += step
    return cells[0], cells[1], cells[2], cells[3]


def _draw(canvas: Canvas, weeks: Sequence[Week], frame: Frame, palette: Palette, cursor: int | None) -> Legend:
    canvas.point_out(cursor, frame, palette.cursor)
    rows = frame.rows
    canvas.label_rows({0: "0", rows - 1: "100"})
    marks = (("█", palette.adherence), ("▓", palette.adherence), ("░", palette.axis), ("·", palette.axis))
    for index, week in enumerate(weeks):
        bottom = 0
        middle = frame.column(index)
        beside = max(0, min(int(frame.slot) - 2, _WIDEST_BAR - 1)) // 2
        for cells, (mark, colour) in zip(stacked_cells(week.tally, rows), marks, strict=True):
            if cells:
                bar = (bottom, bottom + cells - 1)
                canvas.bars(dict.fromkeys(range(middle - beside, middle + beside + 1), bar), mark, colour)
            bottom += cells
    words = ("done", "partial", "excused", "missed")
    return [(f"{mark} {word}", colour) for (mark, colour), word in zip(marks, words, strict=True)]
