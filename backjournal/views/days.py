"""The Days view: pain and mobility by day, drawn, as a table, in plain lines and as data for JSON."""

from dataclasses import asdict
from datetime import timedelta

from backjournal.model.dates import short_day
from backjournal.model.frozen import dataclass
from backjournal.model.numbers import MISSING, count, rounded
from backjournal.plots.canvas import Palette
from backjournal.plots.days import days_chart, days_frame, days_shown
from backjournal.plots.lettering import with_text
from backjournal.trends.day_values import SCALES_BY_DAY, DayValues, day_values
from backjournal.trends.record import Record
from backjournal.trends.window import Window
from backjournal.views.figures import OneTable, Slot

WEEKS_BY_DAY = 12
"""The longest window, in weeks, whose days can be told apart in a drawing."""


@dataclass(frozen=True, slots=True)
class DaysGraph(OneTable):
    """The values of each day with their 7-day medians, the flare-ups, and the changes of the plan."""

    days: tuple[DayValues, ...]
    """Oldest first."""

    shortened: bool = False
    """Whether only the last 12 weeks of a longer window are shown."""

    @property
    def title(self) -> str:
        """The title of the graph."""
        return f"Pain and mobility by day{f', the last {WEEKS_BY_DAY} weeks' if self.shortened else ''}"

    def draw(self, width: int, height: int, palette: Palette, cursor: int | None = None) -> str:
        """Draw the graph as coloured text of `height` lines, with a mark at the slot of the cursor."""
        remarks = [f"By day: the last {WEEKS_BY_DAY} weeks of the range."] if self.shortened else []
        return with_text(lambda high: days_chart(self.days, width, high, palette, cursor), remarks, width, height)

    def slots(self, width: int) -> tuple[Slot, ...]:
        """Return a slot for each day of a drawing of this width; without room for all days, the last ones."""
        shown = days_shown(self.days, width)
        frame = days_frame(shown, width, 0)
        return tuple(Slot(*frame.reach(index), day_readout(day)) for index, day in enumerate(shown))

    @property
    def header(self) -> tuple[str, ...]:
        """The column headings of the table."""
        return DAY_HEADER

    def rows(self) -> list[tuple[str, ...]]:
        """Return a row for each day, oldest first; a missing value is a dash."""
        return [day_row(day) for day in self.days]

    def lines(self) -> list[str]:
        """Return a line for each day, worded for a screen reader."""
        return [day_line(day) for day in self.days]

    def data(self) -> list[dict[str, object]]:
        """Return an object for each day; a missing value or median is None."""
        return [_day_data(day) for day in self.days]


def days_graph(record: Record, window: Window) -> DaysGraph:
    """Return the graph of the days of a window up to today; of a window longer than 12 weeks, the last 12."""
    first, last = window.past_days(record)
    earliest = last - timedelta(weeks=WEEKS_BY_DAY) + timedelta(days=1)
    shortened = (last - first).days >= 7 * WEEKS_BY_DAY
    return DaysGraph(day_values(record, max(first, earliest) if shortened else first, last), shortened)


def _day_data(day: DayValues) -> dict[str, object]:
    return {
        "day": day.day.isoformat(),
        "check_ins": day.check_ins,
        "pain": day.values.get("pain"),
        "mobility": day.values.get("mobility"),
        "medians": {scale: asdict(median) for scale, median in day.medians.items()},
        "flare_up": day.flare_up,
        "plan": [event.what for event in day.events],
    }


DAY_HEADER = ("day", "check-ins", "pain", "median", "n", "mobility", "median", "n", "flare-up", "plan")
"""The headings of the cells of `day_row`. A value is the mean of the day's check-ins; a median is that of the 7 days
that end on the day, which has a value itself, and n is the number of these days that have one."""


def day_row(day: DayValues) -> tuple[str, ...]:
    """Return the table row of a day, under `DAY_HEADER`; a missing value is a dash, never 0."""
    cells = [cell for scale in SCALES_BY_DAY for cell in _scale_cells(day, scale)]
    flare_up = "yes" if day.flare_up else MISSING
    return (day.day.isoformat(), str(day.check_ins), *cells, flare_up, _plan_text(day) or MISSING)


def day_line(day: DayValues) -> str:
    """Return a line with the values of a day, worded for a screen reader."""
    values = [_value_text(day, scale) for scale in SCALES_BY_DAY] if day.check_ins else ["no check-ins"]
    medians = [_median_text(day, scale) for scale in SCALES_BY_DAY if scale in day.medians]
    flare_up = ["flare-up"] if day.flare_up else []
    return f"{day.day:%a} {day.day.isoformat()}: {', '.join([*values, *medians, *flare_up, *_events(day)])}"


def day_readout(day: DayValues) -> str:
    """Return the figures of a day as a short line: those that the chart shows, then the changes of the plan."""
    values = [_value_readout(day, scale) for scale in SCALES_BY_DAY] if day.check_ins else ["no check-ins"]
    flare_up = ["flare-up"] if day.flare_up else []
    return "  ".join([f"{day.day:%a} {short_day(day.day)}", *values, *flare_up, *_events(day)])


def _scale_cells(day: DayValues, scale: str) -> tuple[str, str, str]:
    value, median = day.values.get(scale), day.medians.get(scale)
    of_week = (rounded(median.value), str(median.n)) if median else (MISSING, MISSING)
    return (rounded(value), *of_week)


def _value_text(day: DayValues, scale: str) -> str:
    value = day.values.get(scale)
    return f"{scale} not noted" if value is None else f"{scale} {rounded(value)}"


def _median_text(day: DayValues, scale: str) -> str:
    median = day.medians[scale]
    return f"7-day median of {scale} {rounded(median.value)} ({count(median.n, 'day')})"


def _value_readout(day: DayValues, scale: str) -> str:
    median = day.medians.get(scale)
    of_week = f" (median {rounded(median.value)}, n {median.n})" if median else ""
    return f"{_value_text(day, scale)}{of_week}"


def _events(day: DayValues) -> list[str]:
    return [event.what for event in day.events]


def _plan_text(day: DayValues) -> str:
    return "; ".join(_events(day))
