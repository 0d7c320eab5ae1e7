"""Adherence by week."""

from dataclasses import asdict, dataclass

from backjournal.plots.adherence import stacked_chart
from backjournal.plots.canvas import Palette
from backjournal.plots.weeks import weeks_frame, weeks_shown
from backjournal.trends.record import Record
from backjournal.trends.weeks import Week, in_several_years, weeks
from backjournal.trends.window import Window
from backjournal.views.adherence_table import ADHERENCE_HEADER, adherence_line, adherence_readout, adherence_row
from backjournal.views.graph import Slot


@dataclass(frozen=True, slots=True)
class AdherenceGraph:
    """What came of the exercises of each week: done, done in part, excused or missed."""

    weeks: tuple[Week, ...]

    @property
    def title(self) -> str:
        """What is shown, in a few words."""
        return "Adherence by week"

    def draw(self, width: int, height: int, palette: Palette, cursor: int | None = None) -> str:
        """Draw it as coloured text of `height` lines, with a mark at the slot of the cursor."""
        return stacked_chart(self.weeks, width, height, palette, cursor)

    def slots(self, width: int) -> tuple[Slot, ...]:
        """Return the weeks of a drawing of that width; as many joined as it asks for."""
        shown = weeks_shown(self.weeks, width)
        frame, with_year = weeks_frame(shown, width, 0), in_several_years(shown)
        return tuple(
            Slot(*frame.reach(index), adherence_readout(week, with_year=with_year)) for index, week in enumerate(shown)
        )

    @property
    def header(self) -> tuple[str, ...]:
        """The columns of `rows`."""
        return ADHERENCE_HEADER

    def rows(self) -> list[tuple[str, ...]]:
        """Return a row for each week, the oldest first; what is missing is a dash."""
        return [adherence_row(week) for week in self.weeks]

    def lines(self) -> list[str]:
        """Return a line for each week that a screen reader reads well."""
        return [adherence_line(week) for week in self.weeks]

    def data(self) -> list[dict[str, object]]:
        """Return an object for each week; `share` is the adherence from 0 to 1, None if nothing counts."""
        return [
            {
                "first_day": week.first_day.isoformat(),
                "last_day": week.last_day.isoformat(),
                **asdict(week.tally),
                "adherence": {**asdict(week.adherence), "share": week.adherence.share},
            }
            for week in self.weeks
        ]


def adherence_graph(record: Record, window: Window) -> AdherenceGraph:
    """Return the whole weeks that touch a window."""
    return AdherenceGraph(weeks(record, *window.days(record)))
