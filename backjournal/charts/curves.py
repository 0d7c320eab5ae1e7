"""The chart of one or two curves over time, each on its own scale."""

from collections.abc import Sequence
from dataclasses import dataclass

from backjournal.charts.canvas import RULER, Canvas, Colour, Frame, Legend, Palette, drawn
from backjournal.charts.lettering import cut
from backjournal.charts.scale import Scale, scale_of
from backjournal.plan.span import Span
from backjournal.trends.periods import Period
from backjournal.trends.series import Series

MARKS, BOTH = ("●", "◆"), "◈"
"""The marks of the first and of the second curve, and of both in one place."""

_LINES = ("braille", "·")
_NARROWEST_WITH_TWO = 28


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """The means of a series over periods, None where it has no value; `with_range` shows the lowest and the highest."""

    series: Series
    spans: Sequence[Span | None]
    colour: Colour
    with_range: bool = False

    @property
    def given(self) -> dict[int, Span]:
        """The spans that there are, by the number of the period."""
        return {index: span for index, span in enumerate(self.spans) if span is not None}

    @property
    def scale(self) -> Scale:
        """The scale on which it is drawn."""
        values = [value for span in self.given.values() for value in (span.low, span.high)]
        return scale_of(self.series.low, self.series.high, values)


def most_periods(width: int) -> tuple[int, int]:
    """Return how many days, and how many weeks, a chart of that width has room for: a week has two columns."""
    columns = width - 2 * RULER
    return max(1, columns), max(1, columns // 2)


def curves_frame(periods: Sequence[Period], curves: int, width: int, height: int) -> Frame:
    """Return the cells of a chart of one or two curves; a second scale is labelled where there is room."""
    two_scales = curves > 1 and width >= _NARROWEST_WITH_TWO
    return Frame(tuple(period.first_day for period in periods), width, height, dated=True, two_scales=two_scales)


def curves_chart(
    curves: Sequence[Curve],
    periods: Sequence[Period],
    width: int,
    height: int,
    palette: Palette,
    cursor: int | None = None,
) -> str:
    """Draw one or two curves as coloured text of `height` lines: the first on the left scale, the second on the right.

    A period without a value breaks the curve.
    """
    frame = curves_frame(periods, len(curves), width, height)
    return drawn(frame, palette, lambda canvas: _draw(canvas, curves, periods, frame, palette, cursor))


def _draw(
    canvas: Canvas,
    curves: Sequence[Curve],
    periods: Sequence[Period],
    frame: Frame,
    palette: Palette,
    cursor: int | None,
) -> Legend:
    canvas.point_out(cursor, frame, palette.cursor)
    cells = [_draw_curve(canvas, curve, number, frame) for number, curve in enumerate(curves)]
    both = cells[0] & cells[1] if len(cells) > 1 else set()
    for mark, curve, of_curve in zip(MARKS, curves, cells, strict=False):
        canvas.marks(of_curve - both, mark, curve.colour)
    canvas.marks(both, BOTH, palette.axis)
    if not any(cells):
        canvas.say("nothing noted", frame, palette.axis)
    return _legend(curves, periods, frame, palette, together=bool(both))


def _legend(
    curves: Sequence[Curve], periods: Sequence[Period], frame: Frame, palette: Palette, *, together: bool
) -> Legend:
    room = frame.width // len(curves) - 3
    legend = [
        (f"{mark} {cut(curve.series.named, room)}", curve.colour) for mark, curve in zip(MARKS, curves, strict=False)
    ]
    legend += [(f"{BOTH} both", palette.axis)] if together else []
    longest = max((period.days for period in periods), default=1)
    if longest > 1:
        legend.append(("means by week" if longest <= 7 else f"means of {longest // 7} weeks", palette.axis))
    ranged = [curve for curve in curves if curve.with_range]
    legend += [("│ lowest to highest", curve.colour) for curve in ranged if longest > 1]
    return legend


def _draw_curve(canvas: Canvas, curve: Curve, number: int, frame: Frame) -> set[tuple[int, int]]:
    """Draw the scale and the line of a curve, and return the cells of its marks."""
    scale, spans = curve.scale, curve.given
    last, parts = scale.fitted(frame.rows - 1)
    if not number:
        canvas.label_rows(scale.labels(last, parts))
    elif frame.two_scales:
        canvas.label_rows_on_the_right(scale.labels(last, parts))
    if curve.with_range:
        bars = {
            frame.column(index): (scale.cell(span.low, last), scale.cell(span.high, last))
            for index, span in spans.items()
        }
        canvas.bars(bars, "│", curve.colour)
    cells = {index: (frame.column(index), scale.cell(span.mean, last)) for index, span in spans.items()}
    points = [(index, column, scale.place(spans[index].mean, last)) for index, (column, _) in cells.items()]
    canvas.line(points, _LINES[number], curve.colour)
    return set(cells.values())
