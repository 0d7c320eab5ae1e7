"""The chart of one or two curves over time, each on its own scale."""

from collections.abc import Sequence, Sized

from backjournal.model.frozen import dataclass
from backjournal.plan.span import Span
from backjournal.plots.canvas import Canvas, Cell, Colour, Legend, Palette, drawn, joined
from backjournal.plots.figures_below import write_figures
from backjournal.plots.frame import RULER, Frame
from backjournal.plots.lettering import cut
from backjournal.plots.scale import LOWEST_SCALE, Scale, scale_of
from backjournal.trends.periods import Period
from backjournal.trends.series import Series

FIRST, SECOND, BOTH = "●", "◆", "◈"
"""The marks of the first and of the second curve, and of both in one place."""

_NARROWEST_WITH_TWO = 28
"""The smallest width, in cells, with a second scale."""


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """The means of a series over periods."""

    series: Series
    spans: Sequence[Span | None]
    """One for each period; None where the series has no value."""

    colour: Colour
    mark: str = FIRST
    with_range: bool = False
    """Whether the lowest and the highest value of each period are drawn as well."""

    @property
    def given(self) -> dict[int, Span]:
        """The spans that are not None, by the number of the period, from 0."""
        return {index: span for index, span in enumerate(self.spans) if span is not None}

    @property
    def scale(self) -> Scale:
        """The scale on which the curve is drawn."""
        values = [value for span in self.given.values() for value in (span.low, span.high)]
        return scale_of(self.series.low, self.series.high, values)


def most_periods(width: int) -> tuple[int, int]:
    """Return how many days and how many weeks fit into a chart of that width: a day takes one column, a week two."""
    columns = width - 2 * RULER
    return max(1, columns), max(1, columns // 2)


def curves_frame(periods: Sequence[Period], curves: int, width: int, height: int = 0, *, dated: bool = True) -> Frame:
    """Return the frame of a chart of one or two curves; a second scale is labelled if there is room.

    Its columns do not depend on the height.
    """
    two_scales = curves > 1 and width >= _NARROWEST_WITH_TWO
    return Frame(tuple(period.first_day for period in periods), width, height, dated, two_scales)


def curves_chart(
    curves: Sequence[Curve],
    periods: Sequence[Period],
    width: int,
    height: int,
    palette: Palette,
    cursor: int | None = None,
) -> str:
    """Draw one or two curves as coloured text of `height` lines.

    A period without a value breaks a curve. Two curves by day go up and down so often that each has a chart for itself,
    the first one above, if there is room. Otherwise the first is drawn on the left scale, the second on the right.
    """
    by_day = all(period.days == 1 for period in periods)
    # As high as each other without the dates, which stand once below both.
    upper = (height - 1) // 2
    charts = [(curves, height, True)]
    if len(curves) > 1 and by_day and curves_frame(periods, 2, width, upper, dated=False).is_drawable:
        charts = [(curves[:1], upper, False), (curves[1:], height - upper, True)]
    return "\n".join(
        _chart(shown, periods, curves_frame(periods, len(curves), width, high, dated=dated), palette, cursor)
        for shown, high, dated in charts
    )


def _chart(
    curves: Sequence[Curve], periods: Sequence[Period], frame: Frame, palette: Palette, cursor: int | None
) -> str:
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
    ns = dict(_ns(curves, periods)[: max(0, frame.rows - 1 - LOWEST_SCALE)])
    below = write_figures(canvas, frame, ns, palette)
    lines = ("braille", palette.second_line)
    cells = [_draw_curve(canvas, curve, lines[number], frame, below) for number, curve in enumerate(curves)]
    for number, curve in enumerate(curves):
        labels = _labels(curve, frame, len(below))
        if not number:
            canvas.label_rows({**labels, **below})
        if frame.two_scales and curve is curves[-1]:
            canvas.label_rows_on_the_right(labels)
    both = cells[0] & cells[1] if len(cells) > 1 else set()
    for curve, of_curve in zip(curves, cells, strict=True):
        canvas.marks(of_curve - both, curve.mark, curve.colour)
    canvas.marks(both, BOTH, palette.axis)
    if not any(cells):
        canvas.say("nothing noted", frame, palette.axis)
    return _legend(curves, periods, frame, palette, together=bool(both))


def _legend(
    curves: Sequence[Curve], periods: Sequence[Period], frame: Frame, palette: Palette, *, together: bool
) -> Legend:
    room = frame.width // len(curves) - 3
    legend = [(f"{curve.mark} {cut(curve.series.full_label, room)}", curve.colour) for curve in curves]
    legend += [(f"{BOTH} both", palette.axis)] if together else []
    longest = max((period.days for period in periods), default=1)
    resolution = "day by day" if longest == 1 else "means by week" if longest <= 7 else f"means of {longest // 7} weeks"
    legend.append((resolution, palette.axis))
    ranged = [curve for curve in curves if curve.with_range]
    legend += [("│ lowest to highest", curve.colour) for curve in ranged if longest > 1]
    return legend


def _ns(curves: Sequence[Curve], periods: Sequence[Period]) -> list[tuple[str, list[str]]]:
    """Return n, the days with a value, for each period, by curve if they differ; empty if each period is a day."""
    if all(period.days == 1 for period in periods) or not any(curve.given for curve in curves):
        return []
    ns = [[str(span.n if span else 0) for span in curve.spans] for curve in curves]
    if all(of_curve == ns[0] for of_curve in ns):
        return [("n", ns[0])]
    return [(f"n {curve.mark}", of_curve) for curve, of_curve in zip(curves, ns, strict=True)]


def _labels(curve: Curve, frame: Frame, bottom: int) -> dict[float, str]:
    """Return the labels of the scale of a curve that is drawn above so many rows."""
    return {bottom + row: text for row, text in curve.scale.labels(*_fitted(curve, frame, bottom)).items()}


def _fitted(curve: Curve, frame: Frame, bottom: int) -> tuple[int, int]:
    return curve.scale.fitted(frame.rows - 1 - bottom)


def _draw_curve(canvas: Canvas, curve: Curve, line: str, frame: Frame, below: Sized) -> set[Cell]:
    """Draw the line of a curve above the rows below it, and return the cells of its marks."""
    scale, spans, bottom = curve.scale, curve.given, len(below)
    last, _ = _fitted(curve, frame, bottom)
    if curve.with_range:
        bars = {
            frame.column(index): (bottom + scale.cell(span.low, last), bottom + scale.cell(span.high, last))
            for index, span in spans.items()
        }
        canvas.bars(bars, "│", curve.colour)
    cells = {index: (frame.column(index), bottom + scale.cell(span.mean, last)) for index, span in spans.items()}
    points = [(index, column, bottom + scale.place(spans[index].mean, last)) for index, (column, _) in cells.items()]
    canvas.line(joined(points), line, curve.colour)
    return set(cells.values())
