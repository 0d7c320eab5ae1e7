"""The chart of pain and mobility by week."""

from collections.abc import Sequence

from backjournal.plan.span import Span
from backjournal.plots.canvas import NARROWEST, RULER, Canvas, Frame, Legend, Palette, drawn
from backjournal.plots.figures_below import write_figures
from backjournal.plots.pain_mobility import Rows, draw_behind, draw_flare_ups, draw_lines, draw_marks, rows_of
from backjournal.trends.weeks import Week, merged

_CELLS_A_WEEK = 2  # with fewer, the marks of neighbours run into each other


def weeks_chart(weeks: Sequence[Week], width: int, height: int, palette: Palette, cursor: int | None = None) -> str:
    """Draw pain and mobility by week, from 0 to 10, as coloured text of `height` lines.

    If the weeks do not fit into the width, neighbours are merged, and the first line says how many. The cursor is the
    index of one of `weeks_shown`.
    """
    shown = weeks_shown(weeks, width)
    frame = weeks_frame(shown, width, height)
    return drawn(frame, palette, lambda canvas: _draw(canvas, shown, frame, palette, cursor))


def weeks_shown(weeks: Sequence[Week], width: int) -> tuple[Week, ...]:
    """Return the weeks of a chart of that width: single ones, or as many neighbours merged as it takes to fit."""
    return merged(weeks, (width - RULER) // _CELLS_A_WEEK) if width >= NARROWEST else ()


def weeks_frame(shown: Sequence[Week], width: int, height: int) -> Frame:
    """Return the frame of a chart of the weeks that `weeks_shown` returns."""
    return Frame(tuple(week.first_day for week in shown), width, height, dated=True)


def joined_legend(shown: Sequence[Week], palette: Palette) -> Legend:
    """Return the legend of how many weeks each mark merges; empty if it is one."""
    joined = shown[-1].length if shown else 1
    return [(f"each mark {joined} weeks", palette.axis)] if joined > 1 else []


def _draw(canvas: Canvas, weeks: Sequence[Week], frame: Frame, palette: Palette, cursor: int | None) -> Legend:
    pain, mobility = _spans(weeks, "pain"), _spans(weeks, "mobility")
    flared = [index for index, week in enumerate(weeks) if week.flare_up_days]
    changed = [index for index, week in enumerate(weeks) if week.events]
    ns = _ns(weeks) if pain or mobility else {}
    rows = rows_of(frame, flare_ups=bool(flared), ns=len(ns))
    plan = draw_behind(canvas, frame, rows, changed, cursor, palette)
    canvas.bars(
        {frame.column(index): (rows.cell(span.low), rows.cell(span.high)) for index, span in pain.items()},
        "│",
        palette.pain,
    )
    means = _means(pain), _means(mobility)
    draw_lines(canvas, frame, rows, means, palette)
    legend = draw_marks(canvas, frame, rows, means, palette)
    flare_ups = draw_flare_ups(canvas, frame, rows, flared, palette)
    _draw_ns(canvas, frame, rows, ns, palette)
    # A narrow chart has no room for the last parts of its legend: the order is that of importance.
    joined, best_to_worst = joined_legend(weeks, palette), ("│ best to worst day", palette.pain)
    return [*legend[:2], *joined, *flare_ups, *plan, *legend[2:], best_to_worst]


def _draw_ns(canvas: Canvas, frame: Frame, rows: Rows, ns: dict[str, list[str]], palette: Palette) -> None:
    shown = dict([*ns.items()][: rows.ns])
    canvas.label_rows({**rows.labels(), **write_figures(canvas, frame, shown, palette)})


def _ns(weeks: Sequence[Week]) -> dict[str, list[str]]:
    """Return n, the days with a value, of each week by label; pain and mobility have one each if they differ."""
    spans = [week.pain for week in weeks], [week.mobility for week in weeks]
    pain, mobility = ([str(span.n if span else 0) for span in of_scale] for of_scale in spans)
    return {"n": pain} if pain == mobility else {"n ●": pain, "n ◆": mobility}


def _means(spans: dict[int, Span]) -> dict[int, float]:
    return {index: span.mean for index, span in spans.items()}


def _spans(weeks: Sequence[Week], scale: str) -> dict[int, Span]:
    return {index: week.spans[scale] for index, week in enumerate(weeks) if scale in week.spans}
