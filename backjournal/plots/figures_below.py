"""Rows of figures below a chart, each below its slot, such as the n of a mean or the per cent of a bar."""

from collections.abc import Mapping, Sequence

from backjournal.plots.canvas import Canvas, Palette
from backjournal.plots.frame import Frame


def write_figures(
    canvas: Canvas, frame: Frame, figures: Mapping[str, Sequence[str]], palette: Palette
) -> dict[float, str]:
    """Write figures into the lowest rows, and return the labels of these rows.

    `figures` holds a text for each slot, by the label of its row, the uppermost row first. If the texts are too long
    for the slots, only every so many are written.
    """
    longest = max((len(text) for texts in figures.values() for text in texts), default=0)
    rows = dict(enumerate(reversed(list(figures.items()))))
    for row, (_, texts) in rows.items():
        canvas.write(row, {frame.column(index): texts[index] for index in frame.with_room(longest)}, palette.axis)
    return {row: label for row, (label, _) in rows.items()}
