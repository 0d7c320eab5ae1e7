"""The charts of the weeks: pain and mobility, and under them the adherence."""

from collections.abc import Iterable, Sequence
from typing import Literal

from backjournal.charts.canvas import RULER, Canvas, Colour, Frame, Legend, Palette, drawn, even_scale
from backjournal.trends.weeks import Span, Week, merged

_CELLS_A_WEEK = 2  # with fewer, the marks of neighbours run into each other
_WIDEST_BAR = 9
_EIGHTHS = " ▁▂▃▄▅▆▇"


def weekly_chart(weeks: Sequence[Week], width: int, height: int, palette: Palette, cursor: int | None = None) -> str:
    """Draw pain and mobility by week, from 0 to 10, as coloured text of `height` lines.

    Where the weeks are too many for the width, neighbours are joined, and the first line says how many.
    """
    shown = weeks_shown(weeks, width)
    frame = weekly_frame(shown, width, height, dated=True)
    return drawn(frame, palette, lambda canvas: _draw_scales(canvas, shown, frame, palette, cursor))


def adherence_chart(weeks: Sequence[Week], width: int, height: int, palette: Palette) -> str:
    """Draw the adherence by week in per cent, each week in the same columns as in `weekly_chart`.

    A week with nothing to count is empty; one in which nothing was practised shows a 0.
    """
    shown = weeks_shown(weeks, width)
    frame = weekly_frame(shown, width, height, dated=height > 6)
    return drawn(frame, palette, lambda canvas: _draw_adherence(canvas, shown, frame, palette))


def weeks_shown(weeks: Sequence[Week], width: int) -> tuple[Week, ...]:
    """Return the weeks as a chart of that width takes them: one by one, or so many joined that they fit."""
    return merged(weeks, max(1, (width - RULER) // _CELLS_A_WEEK))


def weekly_frame(weeks: Sequence[Week], width: int, height: int, *, dated: bool) -> Frame:
    """Return the cells of a chart of weeks, joined as they are shown."""
    return Frame(tuple(week.first_day for week in weeks), width, height, dated)


def _with_length(legend: Legend, weeks: Sequence[Week], palette: Palette) -> Legend:
    if weeks and (joined := weeks[-1].length) > 1:
        legend.insert(2, (f"each mark {joined} weeks", palette.axis))
    return legend


def _draw_scales(canvas: Canvas, weeks: Sequence[Week], frame: Frame, palette: Palette, cursor: int | None) -> Legend:
    canvas.point_out(cursor, frame, palette.cursor)
    flared = [frame.column(index) for index, week in enumerate(weeks) if week.flare_up_days]
    # The bottom row belongs to the flare-ups, unless the scale needs every row.
    bottom = 1 if flared and frame.rows > 3 else 0
    height, step = even_scale(frame.rows - 1 - bottom)

    def row(value: float) -> float:
        return bottom + value * height / 10

    canvas.label_rows({row(value): f"{value}" for value in range(0, 11, step)})
    pain, mobility = _spans(weeks, "pain"), _spans(weeks, "mobility")
    canvas.bars(
        {frame.column(index): (round(row(span.low)), round(row(span.high))) for index, span in pain.items()},
        "│",
        palette.pain,
    )
    for spans, mark, colour in ((mobility, "·", palette.mobility), (pain, "braille", palette.pain)):
        canvas.line([(index, frame.column(index), row(span.mean)) for index, span in spans.items()], mark, colour)
    pain_cells, mobility_cells = (
        {(frame.column(index), round(row(span.mean))) for index, span in spans.items()} for spans in (pain, mobility)
    )
    both = pain_cells & mobility_cells
    canvas.marks(mobility_cells - both, "◆", palette.mobility)
    canvas.marks(pain_cells - both, "●", palette.pain)
    canvas.marks(both, "◈", palette.axis)
    canvas.marks([(column, 0) for column in flared], "▲", palette.flare_up)
    if not pain and not mobility:
        canvas.say("nothing noted", frame, palette.axis)
    # The narrower the chart, the more of the legend goes: the last first.
    legend = [("● pain", palette.pain), ("◆ mobility", palette.mobility)]
    legend += [("▲ flare-up", palette.flare_up)] if flared else []
    legend += [("◈ both", palette.axis)] if both else []
    return _with_length([*legend, ("│ best to worst day", palette.pain)], weeks, palette)


def _spans(weeks: Sequence[Week], scale: Literal["pain", "mobility"]) -> dict[int, Span]:
    spans: Iterable[Span | None] = (getattr(week, scale) for week in weeks)
    return {index: span for index, span in enumerate(spans) if span is not None}


def _draw_adherence(canvas: Canvas, weeks: Sequence[Week], frame: Frame, palette: Palette) -> Legend:
    # An odd number of rows has a middle one for 50 %.
    rows = max(frame.rows - 1, 1) // 2 * 2 + 1
    step = 50 if rows > 2 else 100
    canvas.label_rows({value * (rows - 1) / 100: f"{value}" for value in range(0, 101, step)})
    shares = [week.adherence.share for week in weeks]
    for index, share in enumerate(shares):
        if share is not None:
            _draw_share(canvas, frame, index, share, rows, palette.adherence)
    if all(share is None for share in shares):
        canvas.say("nothing counted", frame, palette.axis)
    legend = [("█ adherence in %", palette.adherence)]
    legend += [("0 nothing done", palette.adherence)] if 0 in shares else []
    return _with_length(legend, weeks, palette)


def _draw_share(canvas: Canvas, frame: Frame, index: int, share: float, full: int, colour: Colour) -> None:
    middle = frame.column(index)
    if not share:
        canvas.marks([(middle, 0)], "0", colour)
        return
    beside = max(0, min(int(frame.slot) - 2, _WIDEST_BAR - 1)) // 2
    columns = range(middle - beside, middle + beside + 1)
    # At least an eighth of a row, so that a little does not look like nothing.
    rows, eighths = divmod(max(1, round(min(1.0, share) * full * 8)), 8)
    if rows:
        canvas.bars(dict.fromkeys(columns, (0, rows - 1)), "█", colour)
    if eighths:
        canvas.marks([(column, rows) for column in columns], _EIGHTHS[eighths], colour)
