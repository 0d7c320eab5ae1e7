"""The chart of adherence by week: a bar as high as the share that was practised."""

from collections.abc import Sequence

from backjournal.model.numbers import MISSING
from backjournal.plots.canvas import Canvas, Colour, Frame, Legend, Palette, drawn
from backjournal.plots.figures_below import write_figures
from backjournal.plots.weeks import joined_legend, weeks_frame, weeks_shown
from backjournal.trends.weeks import Week

_EIGHTHS = "▁▂▃▄▅▆▇█"
"""A cell that is filled from below, by one eighth to eight."""

_WIDEST_BAR = 9
"""Columns."""

_WORDS = {"exc": "excused", "mis": "missed"}
"""The rows of figures whose labels are explained above the chart."""

_LOWEST_BAR = 5
"""The rows that the bars need before the second row of figures gets one."""


def adherence_chart(weeks: Sequence[Week], width: int, height: int, palette: Palette, cursor: int | None = None) -> str:
    """Draw the adherence of each week in per cent, as coloured text of `height` lines.

    Below the bars are the adherence, n, how many exercises it is a share of, and how many were excused and missed. If
    the weeks do not fit into the width, neighbours are merged. The cursor is the index of one of `weeks_shown`.
    """
    shown = weeks_shown(weeks, width)
    frame = weeks_frame(shown, width, height)
    return drawn(frame, palette, lambda canvas: _draw(canvas, shown, frame, palette, cursor))


def bar_eighths(share: float, rows: int) -> int:
    """Return how many eighths of a cell a bar is high where all is `rows` cells; a little is not drawn as nothing."""
    eighths = int(share * rows * len(_EIGHTHS) + 0.5)
    return max(eighths, 1) if share else 0


def _draw(canvas: Canvas, weeks: Sequence[Week], frame: Frame, palette: Palette, cursor: int | None) -> Legend:
    _point_out(canvas, frame, cursor, palette.cursor)
    figures = dict(_figures(weeks)[: max(1, frame.rows - 1 - _LOWEST_BAR)])
    bottom = len(figures)
    rows = max(frame.rows - bottom - 1, 1)  # the top one is for the cursor
    # A label stands at the row that its value reaches into: that of 100 is the highest of the bars.
    labelled = (50, 100) if rows > 2 else (100,)
    scale: dict[float, str] = {bottom + max(0, round(value * rows / 100) - 1): f"{value}" for value in labelled}
    canvas.label_rows({**scale, **write_figures(canvas, frame, figures, palette)})
    for index, week in enumerate(weeks):
        share = week.adherence.share
        if share is not None:
            _draw_bar(canvas, _columns(frame, index), bottom, bar_eighths(share, rows), palette.adherence)
    if not any(week.tally.total for week in weeks):
        canvas.say("nothing counted", frame, palette.axis)
    return [
        ("█ practised ÷ prescribed", palette.adherence),
        *joined_legend(weeks, palette),
        *((f"{label} {word}", palette.axis) for label, word in _WORDS.items() if label in figures),
        ("without the excused", palette.axis),
    ]


def _draw_bar(canvas: Canvas, columns: range, bottom: int, eighths: int, colour: Colour) -> None:
    full, rest = divmod(eighths, len(_EIGHTHS))
    if full:
        canvas.bars(dict.fromkeys(columns, (bottom, bottom + full - 1)), _EIGHTHS[-1], colour)
    if rest:
        canvas.marks([(column, bottom + full) for column in columns], _EIGHTHS[rest - 1], colour)


def _columns(frame: Frame, index: int) -> range:
    beside = max(0, min(int(frame.slot) - 2, _WIDEST_BAR - 1)) // 2
    middle = frame.column(index)
    return range(middle - beside, middle + beside + 1)


def _point_out(canvas: Canvas, frame: Frame, cursor: int | None, colour: Colour) -> None:
    """Draw the line of the cursor, and an arrow above its slot, because a bar hides the line."""
    canvas.point_out(cursor, frame, colour)
    if cursor is not None and 0 <= cursor < len(frame.first_days):
        canvas.marks([(frame.column(cursor), frame.rows - 1)], "▼", colour)


def _figures(weeks: Sequence[Week]) -> list[tuple[str, list[str]]]:
    """Return the rows of figures, the most important first."""
    if not any(week.tally.total for week in weeks):
        return []
    shares = [week.adherence.share for week in weeks]
    return [
        ("%", [MISSING if share is None else f"{share * 100:.0f}" for share in shares]),
        ("n", [str(week.adherence.counted) for week in weeks]),
        ("exc", [str(week.tally.excused) for week in weeks]),
        ("mis", [str(week.tally.missed) for week in weeks]),
    ]
