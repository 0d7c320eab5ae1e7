"""The chart of the weeks: pain and mobility, and beneath them in the same columns the adherence."""

from collections.abc import Mapping, Sequence

from backjournal.plan.span import Span
from backjournal.plots.adherence import adherence_strip, share_figures, strip_height
from backjournal.plots.canvas import Canvas, Legend, Palette, drawn
from backjournal.plots.figures_below import write_figures
from backjournal.plots.frame import Frame
from backjournal.plots.pain_mobility import draw_behind, draw_flare_ups, draw_lines, draw_marks, rows_of
from backjournal.plots.week_frame import joined_legend, weeks_frame, weeks_shown
from backjournal.trends.weeks import Week

Figures = Mapping[str, Sequence[str]]
"""A figure for each week, by the label of their row."""

_MOST_CHANGED = 3
"""Of so many slots at most one has a line for a changed plan, if each slot is several weeks."""


def weeks_chart(weeks: Sequence[Week], width: int, height: int, palette: Palette, cursor: int | None = None) -> str:
    """Draw pain and mobility by week, from 0 to 10, as coloured text of `height` lines.

    The adherence is drawn beneath if the chart stays high enough, else it is among the figures below. If the weeks do
    not fit into the width, neighbours are merged, and the first line says how many. The cursor is the index of one of
    `weeks_shown`.
    """
    shown = weeks_shown(weeks, width)
    beneath = strip_height(shown, height)
    frame = weeks_frame(shown, width, height - beneath, dated=not beneath)
    figures = _ns(shown) if beneath else {**_ns(shown), **share_figures(shown)}
    chart = drawn(frame, palette, lambda canvas: _draw(canvas, shown, frame, figures, palette, cursor))
    return f"{chart}\n{adherence_strip(shown, width, beneath, palette, cursor)}" if beneath else chart


def _draw(
    canvas: Canvas, weeks: Sequence[Week], frame: Frame, figures: Figures, palette: Palette, cursor: int | None
) -> Legend:
    pain, mobility = _spans(weeks, "pain"), _spans(weeks, "mobility")
    flared = [index for index, week in enumerate(weeks) if week.flare_up_days]
    rows = rows_of(frame, flare_ups=bool(flared), figures=len(figures))
    plan = draw_behind(canvas, frame, rows, _changed(weeks), cursor, palette)
    canvas.bars(
        {frame.column(index): (rows.cell(span.low), rows.cell(span.high)) for index, span in pain.items()},
        "│",
        palette.pain,
    )
    means = _means(pain), _means(mobility)
    draw_lines(canvas, frame, rows, means, palette, marked=True)
    legend = draw_marks(canvas, frame, rows, means, palette)
    flare_ups = draw_flare_ups(canvas, frame, rows, flared, palette)
    written = dict([*figures.items()][: rows.figures])
    canvas.label_rows({**rows.labels(), **write_figures(canvas, frame, written, palette)})
    shares: Legend = [("% adherence", palette.axis)] if "%" in written else []
    # A narrow chart has no room for the last parts of its legend: the order is that of importance.
    joined, best_to_worst = joined_legend(weeks, palette), ("│ best to worst day", palette.pain)
    return [*legend[:2], *joined, *shares, *flare_ups, *plan, *legend[2:], best_to_worst]


def _changed(weeks: Sequence[Week]) -> list[int]:
    """Return the numbers of the slots in which the plan changed; none if most of the joined weeks have changes."""
    changed = [index for index, week in enumerate(weeks) if week.events]
    tells_nothing = any(week.length > 1 for week in weeks) and len(changed) > len(weeks) / _MOST_CHANGED
    return [] if tells_nothing else changed


def _ns(weeks: Sequence[Week]) -> Figures:
    """Return n, the days with a value, of each week by label; pain and mobility have one each if they differ."""
    spans = [week.pain for week in weeks], [week.mobility for week in weeks]
    pain, mobility = ([str(span.n if span else 0) for span in of_scale] for of_scale in spans)
    if not any(week.pain or week.mobility for week in weeks):
        return {}
    return {"n": pain} if pain == mobility else {"n ●": pain, "n ◆": mobility}


def _means(spans: dict[int, Span]) -> dict[int, float]:
    return {index: span.mean for index, span in spans.items()}


def _spans(weeks: Sequence[Week], scale: str) -> dict[int, Span]:
    return {index: week.spans[scale] for index, week in enumerate(weeks) if scale in week.spans}
