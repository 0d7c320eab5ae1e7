"""Tables in plain text, with aligned columns and headings that may take several lines."""

import textwrap
from collections.abc import Sequence

from rich.cells import cell_len

from backjournal.tui.widgets.words import fitted

_GAP = "  "


def fitted_table(
    header: Sequence[str], rows: Sequence[Sequence[str]], widest: int, width: int
) -> tuple[list[str], list[str]]:
    """Return the lines of a table's header, and one line for each row.

    The header takes one line if `width` has room for it, otherwise the headings are wrapped. A cell wider than
    `widest` is cut. Both are counted in terminal cells.
    """
    widths = [_width(name, [row[column] for row in rows], widest) for column, name in enumerate(header)]
    in_one_line = [max(cells, cell_len(name)) for cells, name in zip(widths, header, strict=True)]
    if sum(in_one_line) + len(_GAP) * (len(header) - 1) <= width:
        widths = in_one_line
    names = [textwrap.wrap(name, cells) for name, cells in zip(header, widths, strict=True)]
    height = max(map(len, names), default=0)
    head = [_line([name[line] if line < len(name) else "" for name in names], widths) for line in range(height)]
    return head, [_line(row, widths) for row in rows]


def wrapped(text: str, width: int, indent: str = "") -> str:
    """Return a text wrapped to `width`, each line after the indent, which counts towards the width."""
    return textwrap.fill(text, max(width, len(indent) + 1), initial_indent=indent, subsequent_indent=indent)


def _width(name: str, cells: Sequence[str], widest: int) -> int:
    return max(min(widest, max(map(cell_len, cells), default=0)), max(map(cell_len, name.split()), default=0))


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return _GAP.join(fitted(cell, width) for cell, width in zip(cells, widths, strict=True)).rstrip()
