"""The drawings of the shipped exercises: their positions in plain characters, a file for each in the folder drawings.

All of them are drawn alike: the near side is the person's right one, so a figure lies on its back with the head at the
left, and on hands and knees or upright it looks to the right. Where a side is practised, it is the right one.
"""

from collections.abc import Sequence
from functools import cache
from itertools import zip_longest
from pathlib import Path

from backjournal.library.exercises import library
from backjournal.model.frozen import dataclass

MOST_ROWS = 17
"""As many rows as any drawing needs for both its positions, in one row or one below the other."""

_BETWEEN = "  "
_CAPTION = ": "
"""What a line begins with that names a position, above its drawing."""
_MIRRORED = str.maketrans("/\\()<>", "\\/)(><")


@dataclass(frozen=True, slots=True)
class Position:
    """A position of an exercise: the lines of its drawing, and the words above it."""

    caption: str
    lines: tuple[str, ...]

    @property
    def width(self) -> int:
        """How many columns it takes, with its caption."""
        return max(map(len, (self.caption, *self.lines)))

    @property
    def height(self) -> int:
        """How many rows it takes, with its caption."""
        return 1 + len(self.lines)

    def mirrored(self) -> "Position":
        """Return the same position of the other side."""
        width = max(map(len, self.lines))
        return Position(self.caption, tuple(line.ljust(width)[::-1].translate(_MIRRORED) for line in self.lines))


@cache
def positions(exercise_id: str) -> tuple[Position, ...]:
    """Return the start and the end of a shipped exercise, or nothing for one that has no drawing."""
    if exercise_id not in {entry.exercise.id for entry in library()}:
        return ()
    text = Path(__file__).with_name("drawings").joinpath(f"{exercise_id}.txt").read_text("utf-8")
    parts = text.removeprefix(_CAPTION).split(f"\n{_CAPTION}")
    return tuple(Position(caption, tuple(lines)) for caption, *lines in map(str.splitlines, parts))


def arranged(
    shown: Sequence[Position], width: int, height: int, present: int = 0, *, below: bool = False
) -> tuple[Position, ...]:
    """Return the positions as they fit: in one row, or one below the other, or only the present one, or none at all.

    With `below` they stand rather one below the other than in one row.
    """
    if not shown:
        return ()
    row, column = (_in_one_row(shown),), tuple(shown)
    for way in (column, row, (shown[present],)) if below else (row, column, (shown[present],)):
        if max(each.width for each in way) <= width and sum(each.height for each in way) <= height:
            return way
    return ()


def _in_one_row(shown: Sequence[Position]) -> Position:
    """Return the positions as one drawing, on one floor."""
    widths = [each.width for each in shown]
    rows = zip_longest(*(each.lines[::-1] for each in shown), fillvalue="")
    return Position(_row([each.caption for each in shown], widths), tuple(_row(row, widths) for row in rows)[::-1])


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    return _BETWEEN.join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()
