"""The chart of two series against each other: a mark for each day on which both have a value."""

from collections import Counter

from backjournal.model.numbers import count
from backjournal.plots.canvas import Canvas, Legend, Palette, drawn
from backjournal.plots.colours import colour_beside, series_colour
from backjournal.plots.frame import Frame
from backjournal.plots.lettering import cut
from backjournal.plots.scale import scale_of
from backjournal.trends.pairs import Pairs

ONE_DAY, MORE_DAYS = "●", "#"
"""The marks of one day and of ten or more days in one place; two to nine are marked by their number."""


def scatter_chart(pairs: Pairs, width: int, height: int, palette: Palette) -> str:
    """Draw the days as coloured text of `height` lines: the first series upwards, the second to the right."""
    frame = Frame((), width, height, dated=True)
    return drawn(frame, palette, lambda canvas: _draw(canvas, pairs, frame, palette))


def _draw(canvas: Canvas, pairs: Pairs, frame: Frame, palette: Palette) -> Legend:
    upwards = scale_of(pairs.of.low, pairs.of.high, (pair.of for pair in pairs.days))
    across = scale_of(pairs.against.low, pairs.against.high, (pair.against for pair in pairs.days))
    top, up_parts = upwards.fitted(frame.rows - 1)
    end, across_parts = across.fitted(frame.columns - 1)
    canvas.label_rows(upwards.labels(top, up_parts))
    canvas.label_columns({int(column): label for column, label in across.labels(end, across_parts).items()})
    days = Counter((across.cell(pair.against, end), upwards.cell(pair.of, top)) for pair in pairs.days)
    colour = series_colour(pairs.of, palette)
    for mark in {_mark(number) for number in days.values()}:
        canvas.marks([cell for cell, number in days.items() if _mark(number) == mark], mark, colour)
    if not pairs.n:
        canvas.say("no common day", frame, palette.axis)
    room = frame.width // 2 - 3
    legend = [
        (f"↑ {cut(pairs.of.full_label, room)}", colour),
        (f"→ {cut(pairs.against.full_label, room)}", colour_beside(colour, palette)),
        (count(pairs.n, "day"), palette.axis),
    ]
    if max(days.values(), default=0) > 1:
        more = f", {MORE_DAYS} more" if max(days.values()) > 9 else ""
        legend.append((f"{ONE_DAY} 1 day, 2–9 so many in one place{more}", palette.axis))
    return legend


def _mark(number: int) -> str:
    if number == 1:
        return ONE_DAY
    return str(number) if number < 10 else MORE_DAYS
