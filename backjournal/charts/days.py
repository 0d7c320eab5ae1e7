"""The chart of the days: pain and mobility, with their medians over a week."""

from collections.abc import Sequence

from backjournal.charts.canvas import RULER, Canvas, Frame, Legend, Palette, drawn, even_scale
from backjournal.trends.day_values import DayValues

_DAYS_A_COLUMN = 2


def days_chart(days: Sequence[DayValues], width: int, height: int, palette: Palette, cursor: int | None = None) -> str:
    """Draw pain and mobility by day, from 0 to 10, as coloured text of `height` lines."""
    shown = days_shown(days, width)
    frame = days_frame(shown, width, height)
    return drawn(frame, palette, lambda canvas: _draw(canvas, shown, frame, palette, cursor))


def days_shown(days: Sequence[DayValues], width: int) -> tuple[DayValues, ...]:
    """Return the last days for which a chart of that width has room: two in a column at most."""
    return tuple(days[-max(1, _DAYS_A_COLUMN * (width - RULER)) :])


def days_frame(days: Sequence[DayValues], width: int, height: int) -> Frame:
    """Return the cells of a chart of days."""
    return Frame(tuple(day.day for day in days), width, height, dated=True)


def _draw(canvas: Canvas, days: Sequence[DayValues], frame: Frame, palette: Palette, cursor: int | None) -> Legend:
    canvas.point_out(cursor, frame, palette.cursor)
    flared = [frame.column(index) for index, day in enumerate(days) if day.flare_up]
    bottom = 1 if flared and frame.rows > 3 else 0
    height, step = even_scale(frame.rows - 1 - bottom)
    canvas.label_rows({bottom + value * height / 10: f"{value}" for value in range(0, 11, step)})
    for scale, line, mark, colour in (("mobility", "·", "◆", palette.mobility), ("pain", "braille", "●", palette.pain)):
        medians = [
            (index, frame.column(index), bottom + day.medians[scale].value * height / 10)
            for index, day in enumerate(days)
            if scale in day.medians
        ]
        canvas.line(medians, line, colour)
        values = [
            (frame.column(index), round(bottom + day.values[scale] * height / 10))
            for index, day in enumerate(days)
            if scale in day.values
        ]
        canvas.marks(values, mark, colour)
    canvas.marks([(column, 0) for column in flared], "▲", palette.flare_up)
    return [("● pain", palette.pain), ("◆ mobility", palette.mobility)]
