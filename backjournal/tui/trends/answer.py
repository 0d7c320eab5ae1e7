"""The layout of the Answer view in the Trends pane."""

from rich.cells import cell_len
from textual.content import Content

from backjournal.trends.answer import Answer
from backjournal.trends.change import Verdict
from backjournal.tui.widgets.columns import fitted_table, wrapped
from backjournal.views.answer_text import (
    BY_KEY,
    AnswerRow,
    AnswerTable,
    answer_tables,
    flare_up_line,
    remark_line,
    worsened_line,
)

_GOOD, _BAD = "bold $text-success", "bold $text-error"
_SIGNS = {
    Verdict.IMPROVED: ("✓", _GOOD),
    Verdict.WORSENED: ("✗", _BAD),
    Verdict.MORE_THAN_ERROR_BETTER: ("✓", _GOOD),
    Verdict.MORE_THAN_ERROR_WORSE: ("✗", _BAD),
    Verdict.BELOW: ("≈", "bold"),
    Verdict.NOISE: ("≈", "bold"),
}
"""The sign before a verdict, with its style; any other verdict has a dot."""

_COLUMNS = 4
"""How many cells of a row are shown in columns: subject, mean before, mean after, change."""

_FIGURES_WIDTH, _VERDICT_WIDTH = 44, 26
"""The cells of the terminal that the figures and the verdict take."""

_NARROWEST_NAME, _WIDEST_NAME = 26, 44
"""The fewest and the most cells for the name of a subject; the most, so that the figures are not far from it."""


def answer_content(answer: Answer, width: int) -> Content:
    """Return the answer as text of `width` cells: the changes in two tables, the flare-ups, and a remark.

    A change has below it what the verdict rests on: the threshold with its source, and the noise.
    """
    parts = [_table(table, width) for table in answer_tables(answer, BY_KEY)]
    parts += [Content.styled(line, "bold $text-error") for line in [worsened_line(answer)] if line]
    parts.append(_section("Flare-ups", flare_up_line(answer.flare_ups)))
    if answer.remark:
        parts.append(_section("In the course of time", remark_line(answer.remark)))
    return Content("\n\n").join(parts)


def _section(title: str, text: str) -> Content:
    return Content.assemble((f"{title}\n", "bold $text-primary"), text)


def _table(table: AnswerTable, width: int) -> Content:
    names = max(_NARROWEST_NAME, width - _FIGURES_WIDTH)
    if names >= _NARROWEST_NAME + _VERDICT_WIDTH:
        names -= _VERDICT_WIDTH
    cells = [row.cells[:_COLUMNS] for row in table.rows]
    head, rows = fitted_table(table.header[:_COLUMNS], cells, min(names, _WIDEST_NAME), width)
    lines = [Content.styled(table.title, "bold $text-primary"), _muted(table.days)]
    lines += map(_muted, head)
    widest = max(map(cell_len, [*head, *rows]))
    for figures, row in zip(rows, table.rows, strict=True):
        verdict_content = _verdict(row)
        has_room = widest + 2 + verdict_content.cell_length <= width
        lines += (
            [Content.assemble(figures.ljust(widest), "  ", verdict_content)]
            if has_room
            else [Content(figures), Content.assemble("  ", verdict_content)]
        )
        if row.reason:
            lines.append(_muted(wrapped(row.reason, width, "  ")))
    lines += [_muted(table.note)] if table.note else []
    return Content("\n").join(lines)


def _verdict(row: AnswerRow) -> Content:
    sign, style = _SIGNS.get(row.verdict, ("·", "$foreground-muted"))
    return Content.styled(f"{sign} {row.words}", style)


def _muted(text: str) -> Content:
    return Content.styled(text, "$foreground-muted")
