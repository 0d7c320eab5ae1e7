"""What all graphs have in common: for the app, the command line and a screen reader."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from backjournal.plots.canvas import Palette


@dataclass(frozen=True, slots=True)
class Slot:
    """The columns of a drawing, both included, that belong to one time, and what its figures are in a line."""

    first_column: int
    last_column: int
    told: str


class Graph(Protocol):
    """Figures that can be drawn; whichever way they are told, they are the same."""

    @property
    def title(self) -> str:
        """What is shown, in a few words."""

    def draw(self, width: int, height: int, palette: Palette, cursor: int | None = None) -> str:
        """Draw it as coloured text of `height` lines, with a mark at the slot of the cursor."""

    def slots(self, width: int) -> tuple[Slot, ...]:
        """Return the times of a drawing of that width, from the left: what a cursor goes through; none if it has none.

        Many are joined into fewer where the width asks for it.
        """

    @property
    def header(self) -> tuple[str, ...]:
        """The columns of `rows`."""

    def rows(self) -> list[tuple[str, ...]]:
        """Return the figures as a table, the oldest first; what is missing is a dash."""

    def lines(self) -> Sequence[str]:
        """Return the figures as lines that a screen reader reads well."""

    def data(self) -> object:
        """Return the figures as what JSON can hold: lists, mappings, text, numbers, None."""
