"""The calendar chart: weeks across, weekdays down, each day's value on a shade of the series' colour."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from backjournal.model.numbers import rounded
from backjournal.model.schedules import WEEKDAYS
from backjournal.plots.canvas import NARROWEST, RULER, Colour, Legend, Palette, legend_line
from backjournal.plots.colours import series_colour
from backjournal.plots.lettering import coloured, cut, labelled, on_colour, shade
from backjournal.trends.calendar import CalendarWeek, weekdays_of
from backjournal.trends.series import Series

LOWEST_CALENDAR = 9
"""The fewest lines: the legend, the months, and the seven weekdays."""

_WIDEST, _HIGHEST = 7, 4
"""The most columns and the most lines of a day."""

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
    """The value with the faintest colour: 0, or the lowest possible or shown one if that is below 0."""

    top: float
    """The value with the full colour: the end of the series' scale; without an end, the highest one shown."""

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

    def strength(self, value: float) -> float:
        """Return where a value lies between bottom and top, from 0 to 1."""
        height = self.top - self.bottom
        return max(0.0, min(1.0, (value - self.bottom) / height)) if height > 0 else 0

    def written(self, value: float) -> str:
        """Return the text of a value: in full, or as one digit, with X for ten.

        The digit is the value, with halves rounded up; with `in_tenths`, the full tenths of the way from bottom to top.
        """
        if self.in_full:
            return rounded(value)
        digit = int(self.strength(value) * 10 + _TOLERANCE) if self.in_tenths else int(value + 0.5)
        return "X" if digit >= 10 else f"{digit}"


def calendar_of(series: Series, weeks: Sequence[CalendarWeek], width: int) -> Calendar:
    """Return the calendar of a series, with the newest weeks that fit into the width."""
    shown = weeks[-max(1, width - RULER) :]
    day_width = max(1, min(_WIDEST, (width - RULER) // max(1, len(shown))))
    values = [value for week in shown for value in week.values.values() if value is not None]
    return Calendar(
        series=series,
        weeks=shown,
        left_out=len(weeks) - len(shown),
        width=width,
        day_width=day_width,
        values=values,
        bottom=min([0, series.low, *values]),
        top=max(values, default=10) if series.high is None else series.high,
        in_full=day_width >= _WIDE_ENOUGH and all(len(rounded(value)) < day_width for value in values),
    )


def calendar_chart(calendar: Calendar, height: int, palette: Palette, cursor: int | None = None) -> str:
    """Draw a calendar as coloured text of `height` lines, with an arrow at the week whose index is the cursor."""
    if calendar.width < NARROWEST or height < LOWEST_CALENDAR:
        return "\n" * max(0, height - 1)
    arrow = _middle(calendar, cursor) if cursor is not None and 0 <= cursor < len(calendar.weeks) else None
    # With 10 lines or more the arrow is below the days, else in the line of the months.
    below = height > LOWEST_CALENDAR
    months = labelled(_months(calendar), calendar.width)
    lines = [
        legend_line(_legend(calendar, palette), calendar.width),
        coloured(months, palette.axis) if below or arrow is None else _with_arrow(months, arrow, "▼", palette),
    ]
    days_high = min(_HIGHEST, max(1, (height - 3) // 7))
    for weekday in weekdays_of(calendar.weeks):
        lines += _weekday_lines(calendar, weekday, days_high, palette)
    if below:
        lines.append("" if arrow is None else _with_arrow("", arrow, "▲", palette))
    return "\n".join([*lines, *[""] * (height - len(lines))])


def _with_arrow(line: str, column: int, arrow: str, palette: Palette) -> str:
    before, after = line[:column].ljust(column), line[column + 1 :]
    return coloured(before, palette.axis) + coloured(arrow, palette.cursor) + coloured(after, palette.axis)


def _weekday_lines(calendar: Calendar, weekday: int, high: int, palette: Palette) -> list[str]:
    """Return the lines of a weekday; if they are three or more, the last is a gap."""
    colour = series_colour(calendar.series, palette)
    days = [week.on(weekday) for week in calendar.weeks]
    cells = [_cell(calendar, week, day, colour, palette) for week, day in zip(calendar.weeks, days, strict=True)]
    name = WEEKDAYS[weekday].capitalize() if days else ""
    written = coloured(name.ljust(RULER), palette.axis) + "".join(text for text, _ in cells)
    blank = " " * RULER + "".join(ground for _, ground in cells)
    painted = high - 1 if high > 2 else high
    return [written if row == (painted - 1) // 2 else blank if row < painted else "" for row in range(high)]


def _cell(calendar: Calendar, week: CalendarWeek, day: date, colour: Colour, palette: Palette) -> tuple[str, str]:
    """Return a day as text on its background and as the background alone; blank if it is not among the week's days."""
    wide = calendar.day_width
    painted = wide - 1 if wide > 2 else wide
    gap = " " * (wide - painted)
    if day not in week.values:
        return " " * wide, " " * wide
    value = week.values[day]
    if value is None:
        return coloured(_placed("·", painted), palette.axis) + gap, " " * wide
    ground = shade(colour, palette.ground, calendar.strength(value))
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


def _months(calendar: Calendar) -> dict[int, str]:
    """Return the names of the months by the column of their first week; if years change, January has its year."""
    ends = [week.first_day + timedelta(days=6) for week in calendar.weeks]
    begun = {
        calendar.reach(index)[0]: day
        for index, day in enumerate(ends)
        if not index or day.month != ends[index - 1].month
    }
    columns = list(begun)
    names = {column: f"{day:%b}" for column, day in begun.items()}
    # The first month may have begun before the window: if its name leaves no room for the next one, it is dropped.
    if len(columns) > 1 and columns[1] <= columns[0] + len(names[columns[0]]):
        del names[columns[0]]
    if len({day.year for day in ends}) > 1:
        for place, column in enumerate(columns):
            if begun[column].month == 1 and column in names:
                following = columns[place + 1] if place + 1 < len(columns) else calendar.width + 1
                _name_year(names, columns[place - 1] if place else None, column, begun[column], following)
    return names


def _name_year(names: dict[int, str], before: int | None, column: int, january: date, following: int) -> None:
    """Give a January its year; without room for both the year stands alone, and no month right before it.

    Otherwise `Dec 2027` would be read as one date.
    """
    both = f"{january:%b %Y}"
    if column + len(both) < following:
        names[column] = both
        return
    names[column] = str(january.year)
    if before is not None:
        names.pop(before, None)


def _legend(calendar: Calendar, palette: Palette) -> Legend:
    series, colour = calendar.series, series_colour(calendar.series, palette)
    if not calendar.values:
        return [(f"{cut(series.label, calendar.width - 15)}: nothing noted", palette.axis)]
    legend = [(cut(series.full_label, calendar.width), colour)]
    if not calendar.in_full and calendar.in_tenths:
        span = f"of {calendar.top:g}" if not calendar.bottom else f"from {calendar.bottom:g} to {calendar.top:g}"
        legend.append((f"in tenths {span}, X all", palette.axis))
    elif not calendar.in_full and max(calendar.values) >= 9.5:
        legend.append(("X is 10", palette.axis))
    legend.append(("· no value", palette.axis))
    # A narrow calendar has no room for the last parts of its legend: that weeks are left out comes first.
    if calendar.left_out:
        legend.insert(0, (f"newest {len(calendar.weeks)} weeks", palette.axis))
    return legend
