"""The charts of the weeks, drawn as text: the only import of plotext.

Everything is placed in cells: x counts the columns from the left, y the rows from the bottom. So both charts put a
week into the same columns, and a mark never lies beside its line.
"""

import re
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal, Self

from backjournal.trends.weeks import Span, Week, merged

Colour = tuple[int, int, int]
Cell = tuple[int, int]
Legend = list[tuple[str, Colour]]

NARROWEST, LOWEST = 20, 5
"""The smallest size, in cells, that a chart is drawn in; below it, its lines are blank."""

_RULER = 4  # the labels, up to 100, and the axis
_CELLS_A_WEEK = 2  # with fewer, the marks of neighbours run into each other
_WIDEST_BAR = 9
_EIGHTHS = " ▁▂▃▄▅▆▇"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ONE_AT_A_TIME = threading.Lock()  # plotext has one figure for the whole program


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of the charts, each red, green and blue from 0 to 255; the background is left as it is."""

    pain: Colour
    mobility: Colour
    adherence: Colour
    flare_up: Colour
    axis: Colour


def weekly_chart(weeks: Sequence[Week], width: int, height: int, palette: Palette) -> str:
    """Draw pain and mobility by week, from 0 to 10, as coloured text of `height` lines.

    Where the weeks are too many for the width, neighbours are joined, and the first line says how many.
    """
    frame = _Frame.of(weeks, width, height, dated=True)
    return _drawn(frame, palette, lambda canvas: _draw_scales(canvas, frame, palette))


def adherence_chart(weeks: Sequence[Week], width: int, height: int, palette: Palette) -> str:
    """Draw the adherence by week in per cent, each week in the same columns as in `weekly_chart`.

    A week with nothing to count is empty; one in which nothing was practised shows a 0.
    """
    frame = _Frame.of(weeks, width, height, dated=height > 6)
    return _drawn(frame, palette, lambda canvas: _draw_adherence(canvas, frame, palette))


def plain(text: str) -> str:
    """Return a drawn chart without its colours."""
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


@dataclass(frozen=True, slots=True)
class _Frame:
    """The weeks that are drawn, and the cells that they have."""

    weeks: tuple[Week, ...]
    width: int
    height: int
    dated: bool

    @classmethod
    def of(cls, weeks: Sequence[Week], width: int, height: int, *, dated: bool) -> Self:
        most = max(1, (width - _RULER) // _CELLS_A_WEEK)
        return cls(merged(weeks, most), width, height, dated)

    @property
    def columns(self) -> int:
        return self.width - _RULER

    @property
    def rows(self) -> int:
        # Above is the legend, below are the axis and its dates.
        return self.height - 2 - self.dated

    @property
    def slot(self) -> float:
        return self.columns / max(1, len(self.weeks))

    def column(self, index: int) -> int:
        return int((index + 0.5) * self.slot)

    def dates(self) -> dict[int, str]:
        """Return the columns under which a date is written, so that the newest week has one and none collide."""
        if not self.dated or not self.weeks:
            return {}
        first_days = [week.first_day for week in self.weeks]
        with_year = first_days[0].year != first_days[-1].year
        texts = [f"{day.day} {_MONTHS[day.month - 1]}{f' {day.year}' if with_year else ''}" for day in first_days]
        # The newest date is moved left to end with the chart: half of its length more than it takes.
        step = max(1, -(-int(1.5 * max(map(len, texts)) + 2) // max(1, int(self.slot))))
        return {self.column(index): texts[index] for index in range(len(texts) - 1, -1, -step)}


class _Canvas:
    """What is drawn on plotext's figure, in cells."""

    def __init__(self, frame: _Frame, axis: Colour) -> None:
        import plotext

        self._plotext = plotext
        # It would clip to the terminal, which is not what the chart has to fit.
        plotext.terminal.limit(False, False)
        self._figure: Any = plotext.figure
        self._figure.clear()
        self._figure.plot_size(frame.width, frame.height - 1)
        self._figure.canvas("default")
        self._figure.legend(False)
        self._figure.axes(pixel=plotext.pixel(axis))
        self._figure.axes(False, axis="both", side=1)
        self._figure.ruler("both", "both").pixel(plotext.pixel(axis))
        self._figure.ruler("x").lim(0, frame.columns - 1)
        self._figure.ruler("y").lim(0, frame.rows - 1)
        dates = frame.dates()
        self._figure.ruler("x").ticks(list(dates), list(dates.values()))

    def lines(self) -> list[str]:
        # It paints the axes' background white, and has no colour that leaves it alone.
        return re.sub(r"\x1b\[48;[0-9;]*m", "", self._figure.build().string()).splitlines()

    def label_rows(self, labels: Mapping[float, int]) -> None:
        self._figure.ruler("y").ticks(list(labels), [f"{value:3}" for value in labels.values()])

    def line(self, points: Sequence[tuple[int, int, float]], mark: str, colour: Colour) -> None:
        """Join points (number of the week, column, row); a week that is missing breaks the line."""
        signal = self._signal([(column, row) for _, column, row in points], mark, colour).lines()
        for position, (before, after) in enumerate(pairwise(points), start=1):
            signal.line(position, after[0] - before[0] == 1)
        self._figure.draw(signal)

    def marks(self, cells: Iterable[Cell], mark: str, colour: Colour) -> None:
        self._figure.draw(self._signal(sorted(cells), mark, colour))

    def bars(self, bars: Mapping[int, Cell], mark: str, colour: Colour) -> None:
        """Fill each column from one row to another, both included."""
        high = self._signal([(column, top) for column, (_, top) in bars.items()], mark, colour)
        low = self._signal([(column, bottom) for column, (bottom, _) in bars.items()], mark, colour)
        self._figure.draw(high.density("full").fill(low))

    def say(self, text: str, frame: _Frame, colour: Colour) -> None:
        """Write a text of up to 16 cells, the narrowest canvas, in the middle."""
        label = self._plotext.colorize(text, self._plotext.pixel(colour))
        self._figure.draw(self._figure.text(frame.columns // 2, frame.rows // 2, label, alignment="center"))

    def _signal(self, points: Sequence[tuple[float, float]], mark: str, colour: Colour) -> Any:
        marker = self._plotext.marker(mark, self._plotext.pixel(colour))
        return self._figure.signal([x for x, _ in points], [y for _, y in points], marker=marker)


def _drawn(frame: _Frame, palette: Palette, draw: Callable[[_Canvas], Legend]) -> str:
    if frame.width < NARROWEST or frame.height < LOWEST:
        return "\n" * max(0, frame.height - 1)
    with _ONE_AT_A_TIME:
        canvas = _Canvas(frame, palette.axis)
        legend = draw(canvas)
        body = canvas.lines()
    if frame.weeks and (joined := frame.weeks[-1].length) > 1:
        legend.insert(2, (f"each mark {joined} weeks", palette.axis))
    return "\n".join([_legend_line(legend, frame.width), *body])


def _legend_line(legend: Legend, width: int) -> str:
    """Write what the marks mean, without the parts for which there is no room."""
    written, used = "", 0
    for text, (red, green, blue) in legend:
        gap = "  " if written else ""
        if used + len(gap + text) <= width:
            written += f"{gap}\x1b[38;2;{red};{green};{blue}m{text}\x1b[0m"
            used += len(gap + text)
    return written


def _draw_scales(canvas: _Canvas, frame: _Frame, palette: Palette) -> Legend:
    flared = [frame.column(index) for index, week in enumerate(frame.weeks) if week.flare_up_days]
    # The bottom row belongs to the flare-ups, unless the scale needs every row.
    bottom = 1 if flared and frame.rows > 3 else 0
    height, step = _even_scale(frame.rows - 1 - bottom)

    def row(value: float) -> float:
        return bottom + value * height / 10

    canvas.label_rows({row(value): value for value in range(0, 11, step)})
    pain, mobility = _spans(frame, "pain"), _spans(frame, "mobility")
    canvas.bars(
        {frame.column(index): (round(row(span.low)), round(row(span.high))) for index, span in pain.items()},
        "│",
        palette.pain,
    )
    for spans, mark, colour in ((mobility, "·", palette.mobility), (pain, "braille", palette.pain)):
        canvas.line([(index, frame.column(index), row(span.mean)) for index, span in spans.items()], mark, colour)
    pain_cells, mobility_cells = (
        {(frame.column(index), round(row(span.mean))) for index, span in spans.items()} for spans in (pain, mobility)
    )
    both = pain_cells & mobility_cells
    canvas.marks(mobility_cells - both, "◆", palette.mobility)
    canvas.marks(pain_cells - both, "●", palette.pain)
    canvas.marks(both, "◈", palette.axis)
    canvas.marks([(column, 0) for column in flared], "▲", palette.flare_up)
    if not pain and not mobility:
        canvas.say("nothing noted", frame, palette.axis)
    # The narrower the chart, the more of the legend goes: the last first.
    legend = [("● pain", palette.pain), ("◆ mobility", palette.mobility)]
    legend += [("▲ flare-up", palette.flare_up)] if flared else []
    legend += [("◈ both", palette.axis)] if both else []
    return [*legend, ("│ best to worst day", palette.pain)]


def _even_scale(height: int) -> tuple[int, int]:
    """Return the rows that 0 to 10 take and the step of its labels, so that the labels stand evenly apart."""
    for step, parts in ((2, 5), (5, 2)):
        even = height // parts * parts
        # A few rows are worth it, on a low chart none is.
        if even and height - even <= height / 5:
            return even, step
    return height, 10


def _spans(frame: _Frame, scale: Literal["pain", "mobility"]) -> dict[int, Span]:
    spans: Iterable[Span | None] = (getattr(week, scale) for week in frame.weeks)
    return {index: span for index, span in enumerate(spans) if span is not None}


def _draw_adherence(canvas: _Canvas, frame: _Frame, palette: Palette) -> Legend:
    # An odd number of rows has a middle one for 50 %.
    rows = max(frame.rows - 1, 1) // 2 * 2 + 1
    canvas.label_rows({value * (rows - 1) / 100: value for value in range(0, 101, 50 if rows > 2 else 100)})
    shares = [week.adherence.share for week in frame.weeks]
    for index, share in enumerate(shares):
        if share is not None:
            _draw_share(canvas, frame, index, share, rows, palette.adherence)
    if all(share is None for share in shares):
        canvas.say("nothing counted", frame, palette.axis)
    legend = [("█ adherence in %", palette.adherence)]
    return legend + ([("0 nothing done", palette.adherence)] if 0 in shares else [])


def _draw_share(canvas: _Canvas, frame: _Frame, index: int, share: float, full: int, colour: Colour) -> None:
    middle = frame.column(index)
    if not share:
        canvas.marks([(middle, 0)], "0", colour)
        return
    beside = max(0, min(int(frame.slot) - 2, _WIDEST_BAR - 1)) // 2
    columns = range(middle - beside, middle + beside + 1)
    # At least an eighth of a row, so that a little does not look like nothing.
    rows, eighths = divmod(max(1, round(min(1.0, share) * full * 8)), 8)
    if rows:
        canvas.bars(dict.fromkeys(columns, (0, rows - 1)), "█", colour)
    if eighths:
        canvas.marks([(column, rows) for column in columns], _EIGHTHS[eighths], colour)
