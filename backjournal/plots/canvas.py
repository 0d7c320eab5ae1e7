"""What all charts are drawn on: plotext's figure, in cells.

Everything is placed in cells: x counts the columns from the left, y the rows from the bottom. So charts under one
another put a time into the same columns, and a mark never lies beside its line.
"""

import math
import re
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from backjournal.plots.cells import cell_len

Colour = tuple[int, int, int]
Cell = tuple[int, int]
Legend = list[tuple[str, Colour]]

NARROWEST, LOWEST = 20, 5
"""The smallest size, in cells, that a chart is drawn in; below it, its lines are blank."""

RULER = 4
"""The columns of the labels, of up to three characters, and of the axis."""

CURSOR = "┃"
"""What a cursor is drawn with."""

_ONE_AT_A_TIME = threading.Lock()  # plotext has one figure for the whole program


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of the charts, each red, green and blue from 0 to 255.

    The background is left as it is; `ground` is what it is taken for where a shade lies on it.
    """

    pain: Colour
    mobility: Colour
    adherence: Colour
    flare_up: Colour
    axis: Colour
    event: Colour = (175, 120, 200)
    cursor: Colour = (200, 200, 200)
    ground: Colour = (0, 0, 0)


@dataclass(frozen=True, slots=True)
class Frame:
    """The cells of a chart, and the slots that its times have in them, each named by its first day.

    `two_scales` leaves room for labels on the right as well.
    """

    first_days: tuple[date, ...]
    width: int
    height: int
    dated: bool
    two_scales: bool = False

    @property
    def columns(self) -> int:
        """How many columns the drawing has."""
        return self.width - RULER * (1 + self.two_scales)

    @property
    def rows(self) -> int:
        """How many rows the drawing has: above is the legend, below are the axis and its dates."""
        return self.height - 2 - self.dated

    @property
    def slot(self) -> float:
        """How many columns a time has."""
        return self.columns / max(1, len(self.first_days))

    def column(self, index: int) -> int:
        """Return the middle column of a slot."""
        return min(int((index + 0.5) * self.slot), self._span(index)[1])

    def edge(self, index: int) -> int:
        """Return the first column of a slot."""
        return self._span(index)[0]

    def reach(self, index: int) -> tuple[int, int]:
        """Return the first and the last column of a slot, counted from the left edge of the drawing."""
        first, last = self._span(index)
        return RULER + first, RULER + last

    def _span(self, index: int) -> tuple[int, int]:
        first, following = (place * self.columns // max(1, len(self.first_days)) for place in (index, index + 1))
        return first, max(first, following - 1)

    def with_room(self, length: int) -> range:
        """Return the slots under which a text of so many cells has room: all, or every so many, the newest always."""
        # At the left and right end a text may be moved by half of its length.
        return range(len(self.first_days) - 1, -1, -self._slots_of(length + 1 + length // 2))

    def dates(self) -> dict[int, str]:
        """Return the columns under which a date is written, so that the newest has one and none collide."""
        if not self.dated or not self.first_days:
            return {}
        with_year = self.first_days[0].year != self.first_days[-1].year
        texts = [f"{day.day} {day:%b}{f' {day.year}' if with_year else ''}" for day in self.first_days]
        # The newest date is moved left to end with the chart: half of its length more than it takes.
        room = int(1.5 * max(map(len, texts)) + 2)
        return {self.column(index): texts[index] for index in range(len(texts) - 1, -1, -self._slots_of(room))}

    def _slots_of(self, columns: int) -> int:
        """Return how many slots have at least so many columns, wherever they lie."""
        return -(-columns // int(self.slot)) if self.slot >= 1 else math.ceil(columns / self.slot)


class Canvas:
    """What is drawn on plotext's figure, in cells."""

    def __init__(self, frame: Frame, axis: Colour) -> None:
        import plotext

        self._plotext = plotext
        self._columns = frame.columns
        # It would clip to the terminal, which is not what the chart has to fit.
        plotext.terminal.limit(False, False)
        self._figure: Any = plotext.figure
        self._figure.clear()
        self._figure.plot_size(frame.width, frame.height - 1)
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
        """Return what was drawn, with the axes."""
        # It paints the axes' background white, and has no colour that leaves it alone.
        return re.sub(r"\x1b\[48;[0-9;]*m", "", self._figure.build().string()).splitlines()

    def label_rows(self, labels: Mapping[float, str]) -> None:
        """Write labels of up to three characters before their rows."""
        self._figure.ruler("y").ticks(list(labels), [text.rjust(RULER - 1) for text in labels.values()])

    def label_rows_on_the_right(self, labels: Mapping[float, str]) -> None:
        """Write labels of up to three characters behind their rows, on a frame with two scales."""
        self._figure.ruler("y", 1).ticks(list(labels), [text.ljust(RULER - 1) for text in labels.values()])

    def label_columns(self, labels: Mapping[int, str]) -> None:
        """Write labels under their columns, instead of the dates of the frame."""
        self._figure.ruler("x").ticks(list(labels), list(labels.values()))

    def line(self, points: Sequence[tuple[int, int, float]], mark: str, colour: Colour) -> None:
        """Join points (number of the slot, column, row); a slot that is missing breaks the line."""
        signal = self._signal([(column, row) for _, column, row in points], mark, colour).lines()
        for position, (before, after) in enumerate(pairwise(points), start=1):
            signal.line(position, after[0] - before[0] == 1)
        self._figure.draw(signal)

    def marks(self, cells: Iterable[Cell], mark: str, colour: Colour) -> None:
        """Put a mark into each cell."""
        self._figure.draw(self._signal(sorted(cells), mark, colour))

    def write(self, row: int, texts: Mapping[int, str], colour: Colour) -> None:
        """Write a text around each column of a row."""
        cells: dict[str, list[Cell]] = {}
        for column, text in texts.items():
            start = max(0, min(column - len(text) // 2, self._columns - len(text)))
            for place, letter in enumerate(text, start=start):
                cells.setdefault(letter, []).append((place, row))
        for letter, of_letter in cells.items():
            self.marks(of_letter, letter, colour)

    def bars(self, bars: Mapping[int, Cell], mark: str, colour: Colour) -> None:
        """Fill each column from one row to another, both included."""
        high = self._signal([(column, top) for column, (_, top) in bars.items()], mark, colour)
        low = self._signal([(column, bottom) for column, (bottom, _) in bars.items()], mark, colour)
        self._figure.draw(high.density("full").fill(low))

    def point_out(self, index: int | None, frame: Frame, colour: Colour) -> None:
        """Mark the slot at which the cursor is, from bottom to top; what is drawn later stands before it."""
        if index is not None and 0 <= index < len(frame.first_days):
            self.bars({frame.column(index): (0, frame.rows - 1)}, CURSOR, colour)

    def say(self, text: str, frame: Frame, colour: Colour) -> None:
        """Write a text of up to 16 cells, the narrowest canvas, in the middle."""
        label = self._plotext.colorize(text, self._plotext.pixel(colour))
        self._figure.draw(self._figure.text(frame.columns // 2, frame.rows // 2, label, alignment="center"))

    def _signal(self, points: Sequence[tuple[float, float]], mark: str, colour: Colour) -> Any:
        marker = self._plotext.marker(mark, self._plotext.pixel(colour))
        return self._figure.signal([x for x, _ in points], [y for _, y in points], marker=marker)


def drawn(frame: Frame, palette: Palette, draw: Callable[[Canvas], Legend]) -> str:
    """Return what `draw` draws under the legend that it returns, as coloured text of the frame's height."""
    if frame.width < NARROWEST or frame.height < LOWEST:
        return "\n" * max(0, frame.height - 1)
    with _ONE_AT_A_TIME:
        canvas = Canvas(frame, palette.axis)
        legend = draw(canvas)
        body = canvas.lines()
    return "\n".join([legend_line(legend, frame.width), *body])


def even_scale(height: int) -> tuple[int, int]:
    """Return the rows that 0 to 10 take and the step of its labels, so that the labels stand evenly apart."""
    for step, parts in ((2, 5), (5, 2)):
        even = height // parts * parts
        # A few rows are worth it, on a low chart none is.
        if even and height - even <= height / 5:
            return even, step
    return height, 10


def joined(points: Sequence[tuple[int, int, float]]) -> list[tuple[int, int, float]]:
    """Return the points (number of the slot, column, row) with a neighbour: one by itself is no line, but its mark."""
    numbers = {number for number, _, _ in points}
    return [point for point in points if numbers & {point[0] - 1, point[0] + 1}]


def plain(text: str) -> str:
    """Return a drawn chart without its colours."""
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def legend_line(legend: Legend, width: int) -> str:
    """Return what the marks mean, without the parts for which there is no room."""
    written, used = "", 0
    for text, (red, green, blue) in legend:
        gap = "  " if written else ""
        if used + cell_len(gap + text) <= width:
            written += f"{gap}\x1b[38;2;{red};{green};{blue}m{text}\x1b[0m"
            used += cell_len(gap + text)
    return written
