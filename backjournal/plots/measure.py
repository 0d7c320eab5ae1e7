"""The chart of a measure: its results, its baseline, and the band in which a change is below the threshold."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from operator import itemgetter

from backjournal.model.measures import Result
from backjournal.plots.canvas import CURSOR, Canvas, Legend, Palette, drawn, joined
from backjournal.plots.frame import RULER, Frame
from backjournal.plots.scale import Scale, scale_of
from backjournal.trends.measure_change import MeasureChange
from backjournal.trends.periods import Period


def measure_frame(periods: Sequence[Period], width: int, height: int) -> Frame:
    """Return the frame of the chart of a measure."""
    return Frame(tuple(period.first_day for period in periods), width, height, dated=True)


def most_periods(width: int) -> int:
    """Return how many periods a chart of that width has room for."""
    return max(1, width - RULER)


def measure_chart(
    change: MeasureChange,
    periods: Sequence[Period],
    width: int,
    height: int,
    palette: Palette,
    cursor: date | None = None,
) -> str:
    """Draw each result on its day, as coloured text of `height` lines; the cursor is a day."""
    frame = measure_frame(periods, width, height)
    return drawn(frame, palette, lambda canvas: _draw(canvas, change, periods, frame, palette, cursor))


def _draw(
    canvas: Canvas,
    change: MeasureChange,
    periods: Sequence[Period],
    frame: Frame,
    palette: Palette,
    cursor: date | None,
) -> Legend:
    measure, baseline = change.measure, change.baseline
    results = change.within(periods[0].first_day, periods[-1].last_day) if periods else ()
    scale = _scale(change, results)
    last, parts = scale.fitted(frame.rows - 1)
    canvas.label_rows(scale.labels(last, parts))
    legend = [("● result", palette.event)]
    if change.band:
        filled = _draw_band(canvas, change.band, scale, last, frame, palette)
        legend += [("┄ threshold", palette.axis), *([("░ below it", palette.axis)] if filled else [])]
    if baseline:
        row = scale.cell(baseline.mean, last)
        canvas.marks([(column, row) for column in range(frame.columns)], "─", palette.axis)
        legend.append(("─ baseline", palette.axis))
    places = [(_column(result.day, periods, frame), result.value) for result in results]
    if cursor is not None:
        canvas.bars({_column(cursor, periods, frame): (0, frame.rows - 1)}, CURSOR, palette.cursor)
    # Results are weeks apart: the line joins them across the days between.
    turns = enumerate(_turns(places))
    line = [(number, column, scale.place(value, last)) for number, (column, value) in turns]
    canvas.line(joined(line), "braille", palette.event)
    canvas.marks({(column, scale.cell(value, last)) for column, value in places}, "●", palette.event)
    if not results:
        canvas.say("no result", frame, palette.axis)
    return [*legend, *([(f"{measure.better} is better", palette.axis)] if measure.id else [])]


def _turns(places: Iterable[tuple[int, float]]) -> Iterator[tuple[int, float]]:
    """Yield of each column the first, the lowest, the highest and the last value: the line through all looks alike."""
    for column, group in groupby(places, key=itemgetter(0)):
        values = [value for _, value in group]
        turns = (values[0], min(values), max(values), values[-1]) if len(values) > 4 else values
        yield from ((column, value) for value in turns)


def _draw_band(
    canvas: Canvas, band: tuple[float, float], scale: Scale, last: int, frame: Frame, palette: Palette
) -> bool:
    """Draw the ends of the band that are on the scale, fill the rows between, and return whether there are several."""
    columns = range(frame.columns)
    low, high = (scale.cell(value, last) for value in band)
    bottom, top = low + (band[0] >= scale.low), high - (band[1] <= scale.high)
    if bottom <= top:
        canvas.bars(dict.fromkeys(columns, (bottom, top)), "░", palette.axis)
    ends = [row for row, value in zip((low, high), band, strict=True) if scale.low <= value <= scale.high]
    canvas.marks([(column, row) for row in ends for column in columns], "┄", palette.axis)
    return bottom < top


def _scale(change: MeasureChange, results: Sequence[Result]) -> Scale:
    measure = change.measure
    values = [result.value for result in results]
    if change.baseline:
        values.append(change.baseline.mean)
    if change.band and measure.high is None:
        values.append(change.band[1])
    return scale_of(measure.low, measure.high, values)


def _column(day: date, periods: Sequence[Period], frame: Frame) -> int:
    """Return the column of a day: among the columns of its period, in proportion to its place in the period."""
    index = next(index for index, period in enumerate(periods) if period.first_day <= day <= period.last_day)
    first, last = frame.reach(index)
    period = periods[index]
    return first - RULER + (day - period.first_day).days * (last - first + 1) // period.days
