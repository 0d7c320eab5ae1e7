"""Rows of figures below a drawing, each under its time: what a mean rests on, or what a bar comes to."""

from collections.abc import Mapping, Sequence

from backjournal.plots.canvas import Canvas, Frame, Palette


def write_figures(
    canvas: Canvas, frame: Frame, figures: Mapping[str, Sequence[str]], palette: Palette
) -> dict[float, str]:
    """Write figures into the lowest rows, one for each time, or every so many where they are too long.

    The first is the uppermost. Returns their labels by row.
    """
    longest = max((len(text) for texts in figures.values() for text in texts), default=0)
    rows = dict(enumerate(reversed(list(figures.items()))))
    for row, (_, texts) in rows.items():
        canvas.write(row, {frame.column(index): texts[index] for index in frame.with_room(longest)}, palette.axis)
    return {row: label for row, (label, _) in rows.items()}
