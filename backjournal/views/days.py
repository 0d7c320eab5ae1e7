"""Pain and mobility by day."""

from dataclasses import asdict, dataclass
from datetime import timedelta

from backjournal.plots.canvas import Palette
from backjournal.plots.days import days_chart, days_frame, days_shown
from backjournal.plots.lettering import with_text
from backjournal.trends.day_values import DayValues, day_values
from backjournal.trends.record import Record
from backjournal.trends.window import Window
from backjournal.views.day_table import DAY_HEADER, day_line, day_readout, day_row
from backjournal.views.graph import Slot

WEEKS_BY_DAY = 12
"""The longest window, in weeks, whose days can be told apart."""


@dataclass(frozen=True, slots=True)
class DaysGraph:
    """Each day's values with their 7-day medians, the flare-ups, and where the plan changed."""

    days: tuple[DayValues, ...]
    shortened: bool = False

    @property
    def title(self) -> str:
        """What is shown, in a few words."""
        return f"Pain and mobility by day{f', the last {WEEKS_BY_DAY} weeks' if self.shortened else ''}"

    def draw(self, width: int, height: int, palette: Palette, cursor: int | None = None) -> str:
        """Draw it as coloured text of `height` lines, with a mark at the slot of the cursor."""
        told = [f"By day: the last {WEEKS_BY_DAY} weeks of the range."] if self.shortened else []
        return with_text(lambda high: days_chart(self.days, width, high, palette, cursor), told, width, height)

    def slots(self, width: int) -> tuple[Slot, ...]:
        """Return the days of a drawing of that width: where there is no room for all, the last ones."""
        shown = days_shown(self.days, width)
        frame = days_frame(shown, width, 0)
        return tuple(Slot(*frame.reach(index), day_readout(day)) for index, day in enumerate(shown))

    @property
    def header(self) -> tuple[str, ...]:
        """The columns of `rows`."""
        return DAY_HEADER

    def rows(self) -> list[tuple[str, ...]]:
        """Return a row for each day, the oldest first; what is missing is a dash."""
        return [day_row(day) for day in self.days]

    def lines(self) -> list[str]:
        """Return a line for each day that a screen reader reads well."""
        return [day_line(day) for day in self.days]

    def data(self) -> list[dict[str, object]]:
        """Return an object for each day; a value or a median that is missing is None."""
        return [_day_data(day) for day in self.days]


def days_graph(record: Record, window: Window) -> DaysGraph:
    """Return the days of a window up to today; of a longer one than 12 weeks the last 12 weeks."""
    first, last = window.days(record)
    end = min(last, record.today)
    earliest = end - timedelta(weeks=WEEKS_BY_DAY) + timedelta(days=1)
    shortened = (last - first).days >= 7 * WEEKS_BY_DAY
    return DaysGraph(day_values(record, max(first, earliest) if shortened else first, end), shortened)


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
