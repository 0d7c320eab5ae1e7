"""The interface of a view's figures: as lines, as tables and as data; those of a graph can also be drawn."""

from collections.abc import Sequence
from typing import Protocol

from backjournal.model.frozen import dataclass
from backjournal.plots.canvas import Palette
from backjournal.plots.frame import LOWEST, NARROWEST
from backjournal.views.figure_text import aligned


@dataclass(frozen=True, slots=True)
class Table:
    """Figures in rows and columns."""

    header: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    """Each has as many cells as the header; oldest first if the rows are times. A missing value is a dash."""

    heading: str = ""
    """The text above the table; empty if the view has only this one."""

    by_time: bool = True
    """Whether each row is a time, such as a day or a week."""


class Figures(Protocol):
    """The figures of a view; every form contains the same."""

    def lines(self) -> Sequence[str]:
        """Return the figures as lines worded for a screen reader."""

    def tables(self) -> Sequence[Table]:
        """Return the figures as tables: one, or several for a view with several comparisons."""

    def data(self) -> object:
        """Return the figures as data for JSON: lists, mappings, text, numbers and None."""


@dataclass(frozen=True, slots=True)
class Slot:
    """The columns of a drawing that belong to one time, with the figures of that time."""

    first_column: int
    """Counted from 0 at the left edge of the drawing."""

    last_column: int
    """Included."""

    readout: str
    """The figures in one line, shown while the cursor is at the slot."""


class Graph(Figures, Protocol):
    """Figures that can be drawn; a graph has exactly one table, which the pane shows beside it."""

    @property
    def title(self) -> str:
        """The title of the graph."""

    def draw(self, width: int, height: int, palette: Palette, cursor: int | None = None) -> str:
        """Draw the graph as coloured text of `height` lines of `width` cells.

        `cursor` is the index of the slot to mark; None for no mark.
        """

    def slots(self, width: int) -> tuple[Slot, ...]:
        """Return the slots of a drawing of this width, from left to right; empty for a graph without a cursor.

        If the width has no room for all times, neighbouring ones may share a slot.
        """

    @property
    def header(self) -> tuple[str, ...]:
        """The column headings of the table."""

    def rows(self) -> list[tuple[str, ...]]:
        """Return the rows of the table, oldest first if they are times; a missing value is a dash."""


def drawing(graph: Graph, width: int, height: int, palette: Palette, cursor: int | None = None) -> str:
    """Return a graph as coloured text of at most `height` lines: drawn, or where that would be too low its figures.

    Of the figures these are the newest that there is room for, and the first columns.
    """
    if height >= LOWEST or width < NARROWEST:
        return graph.draw(width, height, palette, cursor)
    (table,) = graph.tables()
    room = max(0, height - 1)
    rows = table.rows[-room:][::-1] if table.by_time else table.rows[:room]
    return "\n".join(aligned([table.header, *rows] if room else [], width))


class OneTable:
    """A mixin for graphs whose rows are times, and their only table."""

    __slots__ = ()

    def tables(self: Graph) -> Sequence[Table]:
        """Return the one table, whose rows are times."""
        return (Table(self.header, self.rows()),)
