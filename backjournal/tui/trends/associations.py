"""What goes with better and worse days, as the Trends pane lays it out."""

from textual.content import Content

from backjournal.model.text import sentence
from backjournal.trends.associations import Associations
from backjournal.tui.widgets.columns import fitted_table
from backjournal.views.associations import COULD_BE_CHANCE, STANDS_OUT, associations_lines, associations_table

_NARROWEST_NAME, _FIGURES = 30, 50
"""Cells that the name of a factor has at least, and those that the figures beside it take."""


def associations_content(result: Associations, width: int) -> Content:
    """Return the findings in two groups, what stands out and what could well be chance, then how they came about."""
    first, *others = associations_lines(result)
    header, rows = associations_table(result)
    parts = [Content.assemble(("What goes with better and worse days\n", "bold $text-primary"), first)]
    head, lines = fitted_table(header[:-1], [row[:-1] for row in rows], max(_NARROWEST_NAME, width - _FIGURES), width)
    for sign, verdict in (("✓", STANDS_OUT), ("·", COULD_BE_CHANCE)):
        found = [line for line, row in zip(lines, rows, strict=True) if row[-1] == verdict]
        if found:
            title = Content.styled(f"{sign} {sentence(verdict)}", "bold $text-primary")
            named = Content.styled("\n".join(head), "$foreground-muted")
            parts.append(Content("\n").join([title, named, *map(Content, found)]))
    parts += [Content.styled(line, "$foreground-muted") for line in others[len(rows) :]]
    return Content("\n\n").join(parts)
