"""The canvas of all charts: plotext's figure, with all places given in cells.

x counts the columns from the left, y the rows from the bottom. So charts above one another have a time in the same
columns, and a mark is always on its line.
"""

import math
import re
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from backjournal.model.frozen import dataclass
from backjournal.plots.cells import cell_len

Colour = tuple[int, int, int]
"""Red, green and blue, each from 0 to 255."""

Cell = tuple[int, int]
"""Column and row; of a bar, its lowest and its highest row."""

Legend = list[tuple[str, Colour]]
"""Texts with their colours, the most important first."""

NARROWEST, LOWEST = 20, 5
"""The smallest width and height, in cells, in which a chart is drawn; in a smaller one its lines are blank."""

RULER = 4
"""The columns that the labels, of up to three characters, and the axis take."""

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


@dataclass(frozen=True, slots=True)
class Frame:
    """The size of a chart in cells, and its slots: one for each time (a day, a week, …), as equally wide as possible.

    The slots are numbered from 0 on, from the left.
    """

    first_days: tuple[date, ...]
    """The first day of each slot, oldest first."""

    width: int
    height: int
    dated: bool
    """Whether there is a line of dates below the axis."""

    two_scales: bool = False
    """Whether there is room for the labels of a second scale on the right."""

    @property
    def columns(self) -> int:
        """How many columns the drawing has."""
        return self.width - RULER * (1 + self.two_scales)

    @property
    def rows(self) -> int:
        """How many rows the drawing has, without the legend, the axis and its dates."""
        return self.height - 2 - self.dated

    @property
    def slot(self) -> float:
        """How many columns a slot has; a fraction if they cannot be shared out evenly."""
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
        """Return the slots, newest first, below which texts of `length` cells have room: all, or every n-th."""
        # At the left and right end a text may be moved by half of its length.
        return range(len(self.first_days) - 1, -1, -self._slots_of(length + 1 + length // 2))

    def dates(self) -> dict[int, str]:
        """Return the dates below the axis by their columns; the newest slot always has one, and none overlap."""
        if not self.dated or not self.first_days:
            return {}
        with_year = self.first_days[0].year != self.first_days[-1].year
        texts = [f"{day.day} {day:%b}{f' {day.year}' if with_year else ''}" for day in self.first_days]
        # The newest date is moved left to end with the chart: half of its length more than it takes.
        room = int(1.5 * max(map(len, texts)) + 2)
        return {self.column(index): texts[index] for index in range(len(texts) - 1, -1, -self._slots_of(room))}

    def _slots_of(self, columns: int) -> int:
        """Return how many neighbouring slots it takes to have at least so many columns, wherever they begin."""
        return -(-columns // int(self.slot)) if self.slot >= 1 else math.ceil(columns / self.slot)


class Canvas:
    """Draws on plotext's figure, in cells."""

    def __init__(self, frame: Frame, axis: Colour) -> None:
        import plotext

        self._plotext = plotext
        self._columns = frame.columns
        # By default plotext clips to the size of the terminal, but the chart has a size of its own.
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
        """Return the lines of the drawing, with its axes."""
        # plotext paints the background of the axes white, and no setting leaves it unpainted.
        return re.sub(r"\x1b\[48;[0-9;]*m", "", self._figure.build().string()).splitlines()

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
            start = max(0, min(column - len(text) // 2, self._columns - len(text)))
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
    if frame.width < NARROWEST or frame.height < LOWEST:
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
