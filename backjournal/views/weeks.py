"""Pain and mobility by week."""

from dataclasses import asdict, dataclass

from backjournal.plots.canvas import Palette
from backjournal.plots.weeks import weeks_chart, weeks_frame, weeks_shown
from backjournal.trends.record import Record
from backjournal.trends.weeks import Week, in_several_years, weeks
from backjournal.trends.window import Window
from backjournal.views.graph import Slot
from backjournal.views.week_table import WEEK_HEADER, week_line, week_readout, week_row


@dataclass(frozen=True, slots=True)
class WeeksGraph:
    """The mean of each week with the range of its days, the flare-ups, and where the plan changed."""

    weeks: tuple[Week, ...]

    @property
    def title(self) -> str:
        """What is shown, in a few words."""
        return "Pain and mobility by week"

    def draw(self, width: int, height: int, palette: Palette, cursor: int | None = None) -> str:
        """Draw it as coloured text of `height` lines, with a mark at the slot of the cursor."""
        return weeks_chart(self.weeks, width, height, palette, cursor)

    def slots(self, width: int) -> tuple[Slot, ...]:
        """Return the weeks of a drawing of that width; as many joined as it asks for."""
        shown = weeks_shown(self.weeks, width)
        frame, with_year = weeks_frame(shown, width, 0), in_several_years(shown)
        return tuple(
            Slot(*frame.reach(index), week_readout(week, with_year=with_year)) for index, week in enumerate(shown)
        )

    @property
    def header(self) -> tuple[str, ...]:
        """The columns of `rows`."""
        return WEEK_HEADER

    def rows(self) -> list[tuple[str, ...]]:
        """Return a row for each week, the oldest first; what is missing is a dash."""
        return [week_row(week) for week in self.weeks]

    def lines(self) -> list[str]:
        """Return a line for each week that a screen reader reads well."""
        return [week_line(week) for week in self.weeks]

    def data(self) -> list[dict[str, object]]:
        """Return an object for each week; a scale without values is None, `share` is the adherence from 0 to 1."""
        return [_week_data(week) for week in self.weeks]


def weeks_graph(record: Record, window: Window) -> WeeksGraph:
    """Return the whole weeks that touch a window."""
    return WeeksGraph(weeks(record, *window.days(record)))


def _week_data(week: Week) -> dict[str, object]:
    spans = {scale: asdict(span) for scale, span in week.spans.items()}
    return {
        "first_day": week.first_day.isoformat(),
        "last_day": week.last_day.isoformat(),
        "check_ins": week.check_ins,
        "pain": spans.get("pain"),
        "mobility": spans.get("mobility"),
        "flare_up_days": week.flare_up_days,
        "adherence": {**asdict(week.adherence), "share": week.adherence.share},
        "worst_pain": spans.get("worst_pain"),
        "confidence": spans.get("confidence"),
        "exercises": asdict(week.tally),
        "plan": [{"day": event.day.isoformat(), "what": event.what} for event in week.events],
    }
