"""The canvas of all charts: plotext's figure, with all places given in cells.

x counts the columns from the left, y the rows from the bottom. So charts above one another have a time in the same
columns, and a mark is always on its line.
"""

import re
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from backjournal.model.frozen import dataclass
from backjournal.plots.cells import cell_len
from backjournal.plots.frame import RULER, Frame

Colour = tuple[int, int, int]
"""Red, green and blue, each from 0 to 255."""

Cell = tuple[int, int]
"""Column and row; of a bar, its lowest and its highest row."""

Legend = list[tuple[str, Colour]]
"""Texts with their colours, the most important first."""

DOTS = "·"
"""The character of a line that can be told from a braille one without colours."""

CURSOR = "┃"
"""The character that a cursor is drawn with."""

_ONE_AT_A_TIME = threading.Lock()  # plotext has one figure for the whole program


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of the charts, which leave the terminal's background as it is."""

    pain: Colour
    mobility: Colour
    adherence: Colour
    flare_up: Colour
    axis: Colour
    event: Colour = (175, 120, 200)
    cursor: Colour = (200, 200, 200)
    ground: Colour = (0, 0, 0)
    """The background that is assumed where shades of a colour are mixed with it."""

    second_line: str = "braille"
    """What the second of two lines is drawn with; `DOTS` where no colour tells it from the first."""

    colour_system: str | None = "truecolor"
    """The colours that are shown, in Rich's words: `standard` or `windows` for 16, `256`, `truecolor`; None: none."""


class Canvas:
    """Draws on plotext's figure, in cells."""

    def __init__(self, frame: Frame, axis: Colour) -> None:
        import plotext

        self._plotext = plotext
        self._frame = frame
        # By default plotext clips to the size of the terminal, but the chart has a size of its own.
        plotext.terminal.limit(False, False)
        self._figure: Any = plotext.figure
        self._figure.clear()
        self._figure.plot_size(frame.width, frame.rows + 2)
        self._figure.canvas("default")
        self._figure.legend(False)
        self._figure.axes(pixel=plotext.pixel(axis))
        self._figure.axes(False, axis="both", side=1)
        if frame.two_scales:
            self._figure.axes(True, axis="y", side=1)
            self._figure.ruler("y", 1).lim(0, frame.rows - 1)
            self._figure.ruler("y", 1).ticks([])
        self._figure.ruler("both", "both").pixel(plotext.pixel(axis))
        self._figure.ruler("x").lim(0, frame.columns - 1)
        self._figure.ruler("y").lim(0, frame.rows - 1)
        dates = frame.dates()
        self._figure.ruler("x").ticks(list(dates), list(dates.values()))

    def lines(self) -> list[str]:
        """Return the lines of the drawing, with its axes: below an undated one are the ticks of its dates alone."""
        # plotext paints the background of the axes white, and no setting leaves it unpainted.
        lines = re.sub(r"\x1b\[48;[0-9;]*m", "", self._figure.build().string()).splitlines()
        return lines[: self._frame.height - 1]

    def label_rows(self, labels: Mapping[float, str]) -> None:
        """Write labels of up to three characters to the left of their rows."""
        self._figure.ruler("y").ticks(list(labels), [text.rjust(RULER - 1) for text in labels.values()])

    def label_rows_on_the_right(self, labels: Mapping[float, str]) -> None:
        """Write labels of up to three characters to the right of their rows, in a frame with two scales."""
        self._figure.ruler("y", 1).ticks(list(labels), [text.ljust(RULER - 1) for text in labels.values()])

    def label_columns(self, labels: Mapping[int, str]) -> None:
        """Write labels below their columns, in place of the frame's dates."""
        self._figure.ruler("x").ticks(list(labels), list(labels.values()))

    def line(self, points: Sequence[tuple[int, int, float]], mark: str, colour: Colour) -> None:
        """Draw a line through points (number of the slot, column, row); a missing slot breaks it."""
        signal = self._signal([(column, row) for _, column, row in points], mark, colour).lines()
        for position, (before, after) in enumerate(pairwise(points), start=1):
            signal.line(position, after[0] - before[0] == 1)
        self._figure.draw(signal)

    def marks(self, cells: Iterable[Cell], mark: str, colour: Colour) -> None:
        """Put a mark into each cell."""
        self._figure.draw(self._signal(sorted(cells), mark, colour))

    def write(self, row: int, texts: Mapping[int, str], colour: Colour) -> None:
        """Write texts into a row, each centred on its column."""
        cells: dict[str, list[Cell]] = {}
        for column, text in texts.items():
            start = max(0, min(column - len(text) // 2, self._frame.columns - len(text)))
            for place, letter in enumerate(text, start=start):
                cells.setdefault(letter, []).append((place, row))
        for letter, of_letter in cells.items():
            self.marks(of_letter, letter, colour)

    def bars(self, bars: Mapping[int, Cell], mark: str, colour: Colour) -> None:
        """Fill each column from its lowest row to its highest, both included."""
        high = self._signal([(column, top) for column, (_, top) in bars.items()], mark, colour)
        low = self._signal([(column, bottom) for column, (bottom, _) in bars.items()], mark, colour)
        self._figure.draw(high.density("full").fill(low))

    def point_out(self, index: int | None, frame: Frame, colour: Colour) -> None:
        """Draw the cursor at its slot, from bottom to top; whatever is drawn later covers it."""
        if index is not None and 0 <= index < len(frame.first_days):
            self.bars({frame.column(index): (0, frame.rows - 1)}, CURSOR, colour)

    def say(self, text: str, frame: Frame, colour: Colour) -> None:
        """Write a text in the middle; 16 cells fit into the narrowest canvas."""
        label = self._plotext.colorize(text, self._plotext.pixel(colour))
        self._figure.draw(self._figure.text(frame.columns // 2, frame.rows // 2, label, alignment="center"))

    def _signal(self, points: Sequence[tuple[float, float]], mark: str, colour: Colour) -> Any:
        marker = self._plotext.marker(mark, self._plotext.pixel(colour))
        return self._figure.signal([x for x, _ in points], [y for _, y in points], marker=marker)


def drawn(frame: Frame, palette: Palette, draw: Callable[[Canvas], Legend]) -> str:
    """Return what `draw` draws, below the legend that it returns, as coloured text of the frame's height."""
    if not frame.is_drawable:
        return "\n" * max(0, frame.height - 1)
    with _ONE_AT_A_TIME:
        canvas = Canvas(frame, palette.axis)
        legend = draw(canvas)
        body = canvas.lines()
    return "\n".join([legend_line(legend, frame.width), *body])


def even_scale(height: int) -> tuple[int, int]:
    """Return how many rows above 0 the value 10 is, and the step between labels, for evenly spaced labels."""
    for step, parts in ((2, 5), (5, 2)):
        even = height // parts * parts
        # Even labels are worth a few rows, but not more than a fifth of them.
        if even and height - even <= height / 5:
            return even, step
    return height, 10


def joined(points: Sequence[tuple[int, int, float]]) -> list[tuple[int, int, float]]:
    """Return the points (number of the slot, column, row) with a neighbour: a single one has its mark and no line."""
    numbers = {number for number, _, _ in points}
    return [point for point in points if numbers & {point[0] - 1, point[0] + 1}]


def plain(text: str) -> str:
    """Return a drawn chart without its colours."""
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def legend_line(legend: Legend, width: int) -> str:
    """Return the legend as a coloured line, without the parts for which there is no room."""
    written, used = "", 0
    for text, (red, green, blue) in legend:
        gap = "  " if written else ""
        if used + cell_len(gap + text) <= width:
            written += f"{gap}\x1b[38;2;{red};{green};{blue}m{text}\x1b[0m"
            used += cell_len(gap + text)
    return written
