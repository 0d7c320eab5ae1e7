"""The chart of adherence by week: a bar as high as the share that was practised."""

from collections.abc import Mapping, Sequence

from backjournal.model.numbers import MISSING
from backjournal.plots.canvas import Canvas, Colour, Legend, Palette, drawn
from backjournal.plots.figures_below import write_figures
from backjournal.plots.frame import FEWEST_ROWS, Frame
from backjournal.plots.week_frame import joined_legend, weeks_frame, weeks_shown
from backjournal.trends.weeks import Week

_EIGHTHS = "▁▂▃▄▅▆▇█"
"""A cell that is filled from below, by one eighth to eight."""

_WIDEST_BAR = 9
"""Columns."""

_WORDS = {"exc": "excused", "mis": "missed"}
"""The rows of figures whose labels are explained above the chart."""

_LOWEST_WITH_STRIP = 24
"""The lines of a chart of which some can be given to a strip, so that what is above it stays high."""

_STRIP_FRAME = 5
"""The lines of a strip around its bars: the legend, the per cent, their n, the axis and the dates."""


def adherence_chart(weeks: Sequence[Week], width: int, height: int, palette: Palette, cursor: int | None = None) -> str:
    """Draw the adherence of each week in per cent, as coloured text of `height` lines.

    Below the bars are the adherence, n, how many exercises it is a share of, and how many were excused and missed. If
    the weeks do not fit into the width, neighbours are merged. The cursor is the index of one of `weeks_shown`; above
    the bars a row is kept for its arrow.
    """
    shown = weeks_shown(weeks, width)
    frame = weeks_frame(shown, width, height)
    figures = _figures(shown)[: max(0, frame.rows - 1 - FEWEST_ROWS)]
    rows = _even(frame.rows - 1 - len(figures))
    return drawn(frame, palette, lambda canvas: _draw(canvas, shown, frame, dict(figures), rows, palette, cursor))


def adherence_strip(shown: Sequence[Week], width: int, height: int, palette: Palette, cursor: int | None = None) -> str:
    """Draw the adherence of the weeks of the chart above it, as coloured text of `height` lines."""
    frame = weeks_frame(shown, width, height)
    figures = dict(_figures(shown)[:2])
    rows = frame.rows - len(figures)
    return drawn(frame, palette, lambda canvas: _draw(canvas, shown, frame, figures, rows, palette, cursor))


def strip_height(shown: Sequence[Week], height: int) -> int:
    """Return how many lines of a chart are for a strip of adherence; 0 without room, or if nothing was prescribed."""
    if height < _LOWEST_WITH_STRIP or not any(week.tally.total for week in shown):
        return 0
    return max(FEWEST_ROWS, _even(height // 3 - _STRIP_FRAME)) + _STRIP_FRAME


def share_figures(weeks: Sequence[Week]) -> Mapping[str, Sequence[str]]:
    """Return the per cent of each week and their n, by the labels of their rows below a chart with another n."""
    return {"%" if label == "%" else f"{label} %": texts for label, texts in _figures(weeks)[:2]}


def bar_eighths(share: float, rows: int) -> int:
    """Return how many eighths of a cell a bar is high where all is `rows` cells; a little is not drawn as nothing."""
    eighths = int(share * rows * len(_EIGHTHS) + 0.5)
    return max(eighths, 1) if share else 0


def _even(rows: int) -> int:
    """Return so many rows or one less: the half of them is the top of a row, at which the label of 50 stands."""
    return rows // 2 * 2


def _draw(
    canvas: Canvas,
    weeks: Sequence[Week],
    frame: Frame,
    figures: Mapping[str, Sequence[str]],
    rows: int,
    palette: Palette,
    cursor: int | None,
) -> Legend:
    canvas.point_out(cursor, frame, palette.cursor)
    if cursor is not None and 0 <= cursor < len(weeks) and len(figures) + rows < frame.rows:
        # A bar hides the line of the cursor.
        canvas.marks([(frame.column(cursor), frame.rows - 1)], "▼", palette.cursor)
    bottom = len(figures)
    # A label stands at the row that its value reaches into: that of 100 is the highest of the bars.
    scale: dict[float, str] = {bottom + value * rows // 100 - 1: f"{value}" for value in (50, 100)}
    canvas.label_rows({**scale, **write_figures(canvas, frame, figures, palette)})
    for index, week in enumerate(weeks):
        share = week.adherence.share
        if share is not None:
            colour = palette.cursor if index == cursor else palette.adherence
            _draw_bar(canvas, _columns(frame, index), bottom, bar_eighths(share, rows), colour)
    if not any(week.tally.total for week in weeks):
        canvas.say("nothing counted", frame, palette.axis)
    return [
        ("█ practised ÷ prescribed in %", palette.adherence),
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
