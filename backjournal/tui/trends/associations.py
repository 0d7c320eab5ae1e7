"""The layout of the Goes-with view in the Trends pane."""

from collections.abc import Sequence

from textual.content import Content

from backjournal.model.text import sentence
from backjournal.trends.associations import Associations, Contrast
from backjournal.tui.widgets.columns import fitted_table, wrapped
from backjournal.views.association_text import (
    COULD_BE_CHANCE,
    HOW,
    MAY_FOLLOW_PAIN,
    OF_COMPARABLE_DAYS,
    STANDS_OUT,
    companion_texts,
    factor_text,
    noted_summary,
    summary,
)
from backjournal.views.associations import HEADER, NOTED_HEADER, contrast_row, finding_row

_NARROWEST_NAME, _FIGURES_WIDTH = 28, 50
"""The fewest cells for the name of a factor, and the cells that the figures beside it take."""


def associations_content(result: Associations, width: int) -> Content:
    """Return what stands out, what could well be chance, what was noted together with the pain, and the method."""
    first, *others = summary(result)
    parts = [Content.assemble(("What goes with better and worse days\n", "bold $text-primary"), first)]
    parts += [Content.styled(line, "$foreground-muted") for line in others]
    for sign, verdict, stands_out in (("✓", STANDS_OUT, True), ("·", COULD_BE_CHANCE, False)):
        found = [finding for finding in result.findings if finding.stands_out is stands_out]
        rows = [finding_row(finding)[:-1] for finding in found]
        title = f"{sign} {sentence(verdict)}"
        parts += _table(title, HEADER[:-1], rows, [each.contrast for each in found], width, OF_COMPARABLE_DAYS)
    parts += _table(noted_summary(result), NOTED_HEADER, list(map(contrast_row, result.noted)), result.noted, width)
    remarks = [*([MAY_FOLLOW_PAIN] if result.noted else []), *([HOW] if result.findings else [])]
    parts += [Content.styled(remark, "$foreground-muted") for remark in remarks]
    return Content("\n\n").join(parts)


def _table(
    title: str,
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    contrasts: Sequence[Contrast],
    width: int,
    note: str = "",
) -> list[Content]:
    """Return a table with its title and note, and below a row those of nearly the same days; empty without rows."""
    if not rows:
        return []
    named = [(factor_text(contrast.factor), *row[1:]) for contrast, row in zip(contrasts, rows, strict=True)]
    head, lines = fitted_table(header, named, max(_NARROWEST_NAME, width - _FIGURES_WIDTH), width)
    shown = [Content.styled(title, "bold $text-primary")]
    shown += [Content.styled("\n".join([*([note] if note else []), *head]), "$foreground-muted")]
    for line, contrast in zip(lines, contrasts, strict=True):
        shown.append(Content(line))
        shown += [Content.styled(wrapped(text, width, "  "), "$foreground-muted") for text in companion_texts(contrast)]
    return [Content("\n").join(shown)]
