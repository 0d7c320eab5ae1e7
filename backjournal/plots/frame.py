"""The frame of a chart: its size in cells, and which columns belong to which time."""

import math
from datetime import date

from backjournal.model.frozen import dataclass

NARROWEST, FEWEST_ROWS = 20, 6
"""The smallest width in cells, and the fewest rows between legend and axis, with which a chart is drawn."""

LOWEST = FEWEST_ROWS + 3
"""The fewest lines of a chart with its legend, its axis and its dates; with less room figures tell more."""

RULER = 4
"""The columns that the labels, of up to three characters, and the axis take."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The size of a chart in cells, and its slots: one for each time (a day, a week, …), as equally wide as possible.

    The slots are numbered from 0 on, from the left.
    """

    first_days: tuple[date, ...]
    """The first day of each slot, oldest first."""

    width: int
    height: int
    dated: bool = True
    """Whether there is a line of dates below the axis: of charts above each other, the lowest has it for all."""

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
    def is_drawable(self) -> bool:
        """Whether there are enough columns and rows for a drawing that shows what is there."""
        return self.width >= NARROWEST and self.rows >= FEWEST_ROWS

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
        if not self.first_days:
            return {}
        with_year = self.first_days[0].year != self.first_days[-1].year
        texts = [f"{day.day} {day:%b}{f' {day.year}' if with_year else ''}" for day in self.first_days]
        # The newest date is moved left to end with the chart: half of its length more than it takes.
        room = int(1.5 * max(map(len, texts)) + 2)
        return {self.column(index): texts[index] for index in range(len(texts) - 1, -1, -self._slots_of(room))}

    def _slots_of(self, columns: int) -> int:
        """Return how many neighbouring slots it takes to have at least so many columns, wherever they begin."""
        return -(-columns // int(self.slot)) if self.slot >= 1 else math.ceil(columns / self.slot)
