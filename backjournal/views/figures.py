"""What every view computes: figures as lines, as tables and as data; those of a graph can be drawn as well."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from backjournal.plots.canvas import Palette


@dataclass(frozen=True, slots=True)
class Table:
    """Figures in rows and columns."""

    header: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    """As many cells as the header has; the oldest first where they are times. What is missing is a dash."""

    heading: str = ""
    """What stands over it, if the view has several tables."""

    by_time: bool = True
    """Whether the rows are times."""


class Figures(Protocol):
    """The figures of a view: the same in every form."""

    def lines(self) -> Sequence[str]:
        """Return them as lines that a screen reader reads well."""

    def tables(self) -> Sequence[Table]:
        """Return them as tables: one, but for a view of several comparisons."""

    def data(self) -> object:
        """Return them as what JSON can hold: lists, mappings, text, numbers, None."""


@dataclass(frozen=True, slots=True)
class Slot:
    """The columns of a drawing that belong to one time, and its figures."""

    first_column: int
    last_column: int
    """The last of its columns: both ends are included."""

    readout: str
    """The figures of the time in one line."""


class Graph(Figures, Protocol):
    """Figures that can be drawn."""

    @property
    def title(self) -> str:
        """What is shown, in a few words."""

    def draw(self, width: int, height: int, palette: Palette, cursor: int | None = None) -> str:
        """Draw it as coloured text of `height` lines of `width` cells, with a mark at the slot of the cursor."""

    def slots(self, width: int) -> tuple[Slot, ...]:
        """Return the times of a drawing of that width, from the left: what a cursor goes through; none if it has none.

        Several are joined into one where the width asks for it.
        """

    @property
    def header(self) -> tuple[str, ...]:
        """The columns of `rows`."""

    def rows(self) -> list[tuple[str, ...]]:
        """Return the rows of its table, the oldest first; what is missing is a dash."""


class OneTable:
    """Lets the rows of a graph be its one table."""

    __slots__ = ()

    def tables(self: Graph) -> Sequence[Table]:
        """Return the table."""
        return (Table(self.header, self.rows()),)
