"""The answer as the Trends pane lays it out."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content

from backjournal.trends.answer import Answer
from backjournal.trends.answer_text import AnswerTable, answer_tables, flare_up_line, remark_line, worsened_line
from backjournal.trends.change import Verdict
from backjournal.tui.words import fitted

SIGNS = {Verdict.IMPROVED: "✓", Verdict.WORSENED: "✗", Verdict.NOISE: "≈"}
"""The sign before a verdict; the others have a dot."""

_STYLES = {Verdict.IMPROVED: "bold $text-success", Verdict.WORSENED: "bold $text-error", Verdict.NOISE: "bold"}
_FIGURES = 4
_WIDEST = 26


def answer_content(answer: Answer) -> Content:
    """Return the answer: the change of each subject with its verdict, and below each the threshold and its source."""
    parts = [_table(table) for table in answer_tables(answer)]
    parts += [Content.styled(line, "bold $text-error") for line in [worsened_line(answer)] if line]
    parts.append(_section("Flare-ups", flare_up_line(answer.flare_ups)))
    if answer.remark:
        parts.append(_section("In the course of time", remark_line(answer.remark)))
    return Content("\n\n").join(parts)


def _section(title: str, told: str) -> Content:
    return Content.assemble((f"{title}\n", "bold $text-primary"), told)


def _table(table: AnswerTable) -> Content:
    widths = _widths([table.header, *table.rows])
    lines = [Content.assemble((table.title, "bold $text-primary")), Content.styled(table.days, "$foreground-muted")]
    lines.append(Content.styled(_figures(table.header, widths), "$foreground-muted"))
    for row in table.rows:
        lines += _row(row, widths)
    lines += [Content.styled(table.note, "$foreground-muted")] if table.note else []
    return Content("\n").join(lines)


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    return [min(_WIDEST, max(cell_len(row[place]) for row in rows)) for place in range(_FIGURES)]


def _figures(row: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(fitted(cell, width) for cell, width in zip(row, widths, strict=False))


def _row(row: Sequence[str], widths: Sequence[int]) -> list[Content]:
    *_, verdict, threshold, source = row
    sign, style = SIGNS.get(Verdict(verdict), "·"), _STYLES.get(Verdict(verdict), "$foreground-muted")
    told = f"  {threshold}; source: {source}" if source else f"  {threshold}"
    return [
        Content.assemble(_figures(row, widths), (f"  {sign} {verdict}", style)),
        Content.styled(told, "$foreground-muted"),
    ]
