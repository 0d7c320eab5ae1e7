"""The layout of the Goes-with view in the Trends pane."""

from textual.content import Content

from backjournal.model.text import sentence
from backjournal.trends.associations import Associations
from backjournal.tui.widgets.columns import fitted_table
from backjournal.views.associations import COULD_BE_CHANCE, STANDS_OUT, associations_lines, associations_table

_NARROWEST_NAME, _FIGURES_WIDTH = 30, 50
"""The fewest cells for the name of a factor, and the cells that the figures beside it take."""


def associations_content(result: Associations, width: int) -> Content:
    """Return the findings in two groups, those that stand out and those that could well be chance, then the method."""
    first, *others = associations_lines(result)
    header, rows = associations_table(result)
    parts = [Content.assemble(("What goes with better and worse days\n", "bold $text-primary"), first)]
    head, lines = fitted_table(
        header[:-1], [row[:-1] for row in rows], max(_NARROWEST_NAME, width - _FIGURES_WIDTH), width
    )
    for sign, verdict in (("✓", STANDS_OUT), ("·", COULD_BE_CHANCE)):
        found = [line for line, row in zip(lines, rows, strict=True) if row[-1] == verdict]
        if found:
            title = Content.styled(f"{sign} {sentence(verdict)}", "bold $text-primary")
            headings = Content.styled("\n".join(head), "$foreground-muted")
            parts.append(Content("\n").join([title, headings, *map(Content, found)]))
    parts += [Content.styled(line, "$foreground-muted") for line in others[len(rows) :]]
    return Content("\n\n").join(parts)
