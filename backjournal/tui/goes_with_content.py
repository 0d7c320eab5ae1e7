"""What goes with better and worse days, as the Trends pane lays it out."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content

from backjournal.trends.goes_with import GoesWith
from backjournal.trends.goes_with_text import COULD_BE_CHANCE, STANDS_OUT, goes_with_lines, goes_with_table
from backjournal.tui.words import fitted

_WIDEST = 30


def goes_with_content(result: GoesWith) -> Content:
    """Return the findings in two groups, what stands out and what could well be chance, then how they came about."""
    first, *others = goes_with_lines(result)
    header, rows = goes_with_table(result)
    parts = [Content.assemble(("What goes with better and worse days\n", "bold $text-primary"), first)]
    widths = [min(_WIDEST, max(cell_len(row[place]) for row in (header, *rows))) for place in range(len(header) - 1)]
    for sign, verdict in (("✓", STANDS_OUT), ("·", COULD_BE_CHANCE)):
        found = [row for row in rows if row[-1] == verdict]
        if found:
            title = Content.styled(f"{sign} {verdict[:1].upper()}{verdict[1:]}", "bold $text-primary")
            names = Content.styled(_cells(header, widths), "$foreground-muted")
            parts.append(Content("\n").join([title, names, *(Content(_cells(row, widths)) for row in found)]))
    parts += [Content.styled(line, "$foreground-muted") for line in others[len(rows) :]]
    return Content("\n\n").join(parts)


def _cells(row: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(fitted(cell, width) for cell, width in zip(row, widths, strict=False)).rstrip()
