"""The chart of pain during: a line for each exercise, with its lowest, mean and highest pain."""

from collections.abc import Sequence

from backjournal.plots.canvas import Legend, Palette, legend_line
from backjournal.plots.cells import cell_len, set_cell_size
from backjournal.plots.frame import LOWEST, NARROWEST
from backjournal.plots.lettering import coloured, cut, labelled
from backjournal.plots.scale import Scale
from backjournal.trends.pain_during import PainDuring

_SCALE = Scale(0, 10)
_FIGURES = 11
"""The columns of a mean and its n, with the gap between them and the name."""

_NARROWEST_WITH_SCALE = 40
_SHORTEST_SCALE = 21


def pain_during_chart(exercises: Sequence[PainDuring], width: int, height: int, palette: Palette) -> str:
    """Draw the exercises, in the order given, as coloured text of `height` lines: as many as fit.

    A narrow chart has figures and no bars.
    """
    if width < NARROWEST or height < LOWEST:
        return "\n" * max(0, height - 1)
    with_scale = width >= _NARROWEST_WITH_SCALE
    shown = exercises[: height - (3 if with_scale else 1)]
    lines = [legend_line(_legend(len(shown), len(exercises), palette, with_scale=with_scale), width)]
    room = width - _FIGURES - (_SHORTEST_SCALE + 2 if with_scale else 0)
    name_width = min(max((cell_len(each.exercise.name) for each in shown), default=0), room)
    beside = name_width + _FIGURES + 1
    end, parts = _SCALE.fitted(width - beside - 2)
    between = [""] if height - len(lines) - 2 >= 2 * len(shown) else []
    for number, each in enumerate(shown):
        lines += between if number else []
        name = set_cell_size(cut(each.exercise.name, name_width), name_width)
        figures = f"{name} {each.span.mean:5.1f}{each.span.n:5}"
        lines.append(coloured(f"{figures} │" if with_scale else figures, palette.axis))
        lines[-1] += coloured(_bar(each, end) if with_scale else "", palette.pain)
    if with_scale and shown:
        labels = _SCALE.labels(end, parts)
        ticks = "".join("┬" if column in labels else "─" for column in range(end + 1))
        below = {beside + 1 + int(column) - len(label) // 2: label for column, label in labels.items()}
        lines += [coloured(" " * beside + "└" + ticks, palette.axis), coloured(labelled(below, width), palette.axis)]
    return "\n".join([*lines, *[""] * (height - len(lines))])


def _bar(each: PainDuring, end: int) -> str:
    low, mean, high = (_SCALE.cell(value, end) for value in (each.span.low, each.span.mean, each.span.high))
    bar = {low: "├", high: "┤", mean: "●"}
    return " " * low + "".join(bar.get(column, "─") for column in range(low, high + 1))


def _legend(shown: int, known: int, palette: Palette, *, with_scale: bool) -> Legend:
    if not known:
        return [("no pain noted", palette.axis)]
    legend: Legend = [("mean, n", palette.axis)]
    if with_scale:
        legend = [("● mean pain during, n times", palette.pain), ("├─┤ lowest to highest", palette.pain)]
    if shown < known:
        legend.insert(0, (f"{shown} of {known}", palette.axis))
    return legend
