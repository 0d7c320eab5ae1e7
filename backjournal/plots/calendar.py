"""The calendar chart: weeks across, weekdays down, each day's value on one of five shades of the series' colour."""

from collections.abc import Sequence
from datetime import date

from backjournal.model.dates import short_day
from backjournal.model.frozen import dataclass
from backjournal.model.numbers import rounded
from backjournal.model.schedules import WEEKDAYS
from backjournal.plots.canvas import Legend, Palette, legend_line, plain
from backjournal.plots.cells import cell_len
from backjournal.plots.colours import series_colour
from backjournal.plots.frame import LOWEST, NARROWEST, RULER
from backjournal.plots.lettering import coloured, cut, labelled, on_colour
from backjournal.plots.scale import end_above
from backjournal.plots.shades import STEPS, Ramp, shades
from backjournal.trends.calendar import CalendarWeek, weekdays_of
from backjournal.trends.series import Series

_WIDEST, _HIGHEST = 7, 4
"""The most columns and the most lines of a day."""

_ENDS = (5, 10, 15, 20, 25, 30, 40, 50, 75)
"""The ends, times a power of ten, of scales that have no end or an uneven one: the shades begin at whole numbers."""

_TOLERANCE = 1e-9  # without it, rounding errors could turn 0.7 of the way into 6 full tenths
_WIDE_ENOUGH = 5
"""The columns of a day with which its value is written in full; the last of them is a gap."""


@dataclass(frozen=True, slots=True, eq=False)
class Calendar:
    """The weeks of a series that fit into a width, and how the values of their days are written."""

    series: Series
    weeks: Sequence[CalendarWeek]
    """The weeks that fit, oldest first."""

    left_out: int
    """How many older weeks do not fit."""

    width: int
    """Columns of the whole drawing."""

    day_width: int
    """Columns of a day."""

    values: Sequence[float]
    """All values that are shown."""

    bottom: float
    """The value at which the first shade begins: 0, or the lowest possible or shown one if that is below 0."""

    top: float
    """The value at which the last shade ends: the end of the series' scale, or a round one above it or above all."""

    in_full: bool
    """Whether values are written in full; otherwise as one digit."""

    def reach(self, index: int) -> tuple[int, int]:
        """Return the first and the last column of a week, counted from the left edge of the drawing."""
        first = RULER + index * self.day_width
        return first, first + self.day_width - 1

    @property
    def in_tenths(self) -> bool:
        """Whether the digits are tenths of the scale, because the rounded values are not all single digits."""
        return self.top > 10 or self.bottom < 0

    @property
    def begins(self) -> tuple[float, ...]:
        """The values at which the shades begin."""
        return tuple(self.bottom + (self.top - self.bottom) * step / STEPS for step in range(STEPS))

    def step(self, value: float) -> int:
        """Return the shade of a value, from 0 on: the one of what is written of it."""
        written = round(value, 1) if self.in_full else value if self.in_tenths else int(value + 0.5)
        return max(0, min(STEPS - 1, int(self._part(written) * STEPS + _TOLERANCE)))

    def written(self, value: float) -> str:
        """Return the text of a value: in full, or as one digit, with X for ten.

        The digit is the value, with halves rounded up; with `in_tenths`, the full tenths of the way from bottom to top.
        """
        if self.in_full:
            return rounded(value)
        digit = int(self._part(value) * 10 + _TOLERANCE) if self.in_tenths else int(value + 0.5)
        return "X" if digit >= 10 else f"{digit}"

    def _part(self, value: float) -> float:
        return max(0.0, min(1.0, (value - self.bottom) / (self.top - self.bottom)))


def calendar_of(series: Series, weeks: Sequence[CalendarWeek], width: int) -> Calendar:
    """Return the calendar of a series, with the newest weeks that fit into the width."""
    shown = weeks[-max(1, width - RULER) :]
    day_width = max(1, min(_WIDEST, (width - RULER) // max(1, len(shown))))
    values = [value for week in shown for value in week.values.values() if value is not None]
    bottom = min([0, series.low, *values])
    height = (max(values, default=10) if series.high is None else series.high) - bottom
    return Calendar(
        series=series,
        weeks=shown,
        left_out=len(weeks) - len(shown),
        width=width,
        day_width=day_width,
        values=values,
        bottom=bottom,
        top=bottom + (height if series.high is not None and height % STEPS == 0 else end_above(height, _ENDS)),
        in_full=day_width >= _WIDE_ENOUGH and all(len(rounded(value)) < day_width for value in values),
    )


def calendar_chart(calendar: Calendar, height: int, palette: Palette, cursor: int | None = None) -> str:
    """Draw a calendar as coloured text of `height` lines, with an arrow at the week whose index is the cursor."""
    if calendar.width < NARROWEST or height < LOWEST:
        return "\n" * max(0, height - 1)
    arrow = _middle(calendar, cursor) if cursor is not None and 0 <= cursor < len(calendar.weeks) else None
    # With 10 lines or more the arrow is below the days, else in the line of the dates.
    below, dates, ramp = height > LOWEST, _dates(calendar), shades(series_colour(calendar.series, palette), palette)
    lines = [
        _legend_line(calendar, ramp, palette),
        coloured(dates, palette.axis) if below or arrow is None else _with_arrow(dates, arrow, "▼", palette),
    ]
    days_high = min(_HIGHEST, max(1, (height - 3) // 7))
    for weekday in weekdays_of(calendar.weeks):
        lines += _weekday_lines(calendar, weekday, days_high, ramp, palette)
    if below:
        lines.append("" if arrow is None else _with_arrow("", arrow, "▲", palette))
    return "\n".join([*lines, *[""] * (height - len(lines))])


def _with_arrow(line: str, column: int, arrow: str, palette: Palette) -> str:
    before, after = line[:column].ljust(column), line[column + 1 :]
    return coloured(before, palette.axis) + coloured(arrow, palette.cursor) + coloured(after, palette.axis)


def _weekday_lines(calendar: Calendar, weekday: int, high: int, ramp: Ramp, palette: Palette) -> list[str]:
    """Return the lines of a weekday; if they are three or more, the last is a gap."""
    days = [week.on(weekday) for week in calendar.weeks]
    cells = [_cell(calendar, week, day, ramp, palette) for week, day in zip(calendar.weeks, days, strict=True)]
    name = WEEKDAYS[weekday].capitalize() if days else ""
    written = coloured(name.ljust(RULER), palette.axis) + "".join(text for text, _ in cells)
    blank = " " * RULER + "".join(ground for _, ground in cells)
    painted = high - 1 if high > 2 else high
    return [written if row == (painted - 1) // 2 else blank if row < painted else "" for row in range(high)]


def _cell(calendar: Calendar, week: CalendarWeek, day: date, ramp: Ramp, palette: Palette) -> tuple[str, str]:
    """Return a day as text on its background and as the background alone; blank if it is not among the week's days."""
    wide = calendar.day_width
    painted = wide - 1 if wide > 2 else wide
    gap = " " * (wide - painted)
    if day not in week.values:
        return " " * wide, " " * wide
    value = week.values[day]
    if value is None:
        return coloured(_placed("·", painted), palette.axis) + gap, " " * wide
    ground = ramp[calendar.step(value)]
    return (
        on_colour(_placed(calendar.written(value), painted), ground) + gap,
        on_colour(" " * painted, ground) + gap,
    )


def _placed(text: str, width: int) -> str:
    """Return a text in the middle of a cell, or left of the middle if there is no exact one."""
    return text.rjust((width + len(text)) // 2).ljust(width)


def _middle(calendar: Calendar, index: int) -> int:
    first, last = calendar.reach(index)
    return first + (last - first - (last - first >= 2)) // 2


def _dates(calendar: Calendar) -> str:
    """Return the first days of the weeks above them: of the newest one that has room, and of every n-th before it."""
    days = [week.first_day for week in calendar.weeks]
    with_year = bool(days) and days[0].year != days[-1].year
    labels = {calendar.reach(index)[0]: short_day(day, with_year=with_year) for index, day in enumerate(days)}
    with_room = [column for column, label in labels.items() if column + len(label) <= calendar.width]
    apart = -(-(max(map(len, labels.values()), default=0) + 1) // calendar.day_width)
    return labelled({column: labels[column] for column in with_room[::-1][::apart]}, calendar.width)


def _legend_line(calendar: Calendar, ramp: Ramp, palette: Palette) -> str:
    """Return the series, from which value on each shade is, and what the digits and the dots mean."""
    series, colour, room = calendar.series, series_colour(calendar.series, palette), calendar.width
    if not calendar.values:
        return coloured(f"{cut(series.label, room - 15)}: nothing noted", palette.axis)
    # A narrow calendar has no room for the last parts of its legend: that weeks are left out comes first.
    first: Legend = [(f"newest {len(calendar.weeks)} weeks", palette.axis)] if calendar.left_out else []
    first.append((cut(series.full_label, room), colour))
    parts, key = [legend_line(first, room)], [f" {begin:g}+ " for begin in calendar.begins]
    used = cell_len(plain(parts[0]))
    if palette.colour_system and used + 2 + len("".join(key)) <= room:
        parts.append("".join(on_colour(text, ground) for text, ground in zip(key, ramp, strict=True)))
        used += 2 + len("".join(key))
    return "  ".join(filter(None, [*parts, legend_line(_remarks(calendar, palette), room - used - 2)]))


def _remarks(calendar: Calendar, palette: Palette) -> Legend:
    remarks = []
    if not calendar.in_full and calendar.in_tenths:
        span = f"of {calendar.top:g}" if not calendar.bottom else f"from {calendar.bottom:g} to {calendar.top:g}"
        remarks.append(f"in tenths {span}")
    if any(calendar.written(value) == "X" for value in calendar.values):
        remarks.append(f"X is {calendar.top:g}")
    return [(remark, palette.axis) for remark in (*remarks, "· no value")]
