"""The chart of pain and mobility by day, with their medians over a week."""

from collections.abc import Mapping, Sequence

from backjournal.plots.canvas import Canvas, Legend, Palette, drawn
from backjournal.plots.frame import NARROWEST, RULER, Frame
from backjournal.plots.pain_mobility import (
    PainAndMobility,
    draw_behind,
    draw_flare_ups,
    draw_lines,
    draw_marks,
    rows_of,
)
from backjournal.trends.day_values import SCALES_BY_DAY, DayValues

_DAYS_A_COLUMN = 2


def days_chart(days: Sequence[DayValues], width: int, height: int, palette: Palette, cursor: int | None = None) -> str:
    """Draw pain and mobility by day, from 0 to 10, as coloured text of `height` lines.

    If there are more days than columns, some share one. The cursor is the index of one of `days_shown`.
    """
    shown = days_shown(days, width)
    frame = days_frame(shown, width, height)
    return drawn(frame, palette, lambda canvas: _draw(canvas, shown, frame, palette, cursor, len(days)))


def days_shown(days: Sequence[DayValues], width: int) -> tuple[DayValues, ...]:
    """Return the newest days that fit into a chart of that width: at most two in a column."""
    return tuple(days[-_DAYS_A_COLUMN * (width - RULER) :]) if width >= NARROWEST else ()


def days_frame(shown: Sequence[DayValues], width: int, height: int) -> Frame:
    """Return the frame of a chart of days."""
    return Frame(tuple(day.day for day in shown), width, height, dated=True)


def _draw(
    canvas: Canvas, days: Sequence[DayValues], frame: Frame, palette: Palette, cursor: int | None, count: int
) -> Legend:
    flared = [index for index, day in enumerate(days) if day.flare_up]
    changed = [index for index, day in enumerate(days) if day.events]
    rows = rows_of(frame, flare_ups=bool(flared))
    canvas.label_rows(rows.labels())
    plan = draw_behind(canvas, frame, rows, changed, cursor, palette)
    draw_lines(canvas, frame, rows, _by_slot([_medians(day) for day in days]), palette)
    legend = draw_marks(canvas, frame, rows, _by_slot([day.values for day in days]), palette)
    flare_ups = draw_flare_ups(canvas, frame, rows, flared, palette)
    fewer = [(f"the last {len(days)} days", palette.axis)] if len(days) < count else []
    return [*legend[:2], *fewer, ("lines: 7-day medians", palette.axis), *flare_ups, *plan, *legend[2:]]


def _medians(day: DayValues) -> dict[str, float]:
    return {scale: median.value for scale, median in day.medians.items()}


def _by_slot(days: Sequence[Mapping[str, float]]) -> PainAndMobility:
    pain, mobility = ({index: day[scale] for index, day in enumerate(days) if scale in day} for scale in SCALES_BY_DAY)
    return pain, mobility
