"""The Adherence view: adherence by week, drawn, as a table, in plain lines and as data for JSON."""

from dataclasses import asdict

from backjournal.model.frozen import dataclass
from backjournal.model.numbers import MISSING, percent
from backjournal.plots.adherence import adherence_chart
from backjournal.plots.canvas import Palette
from backjournal.plots.week_frame import weeks_frame, weeks_shown
from backjournal.trends.record import Record
from backjournal.trends.weeks import Week, in_several_years, weeks
from backjournal.trends.window import Window
from backjournal.views.figures import OneTable, Slot
from backjournal.views.weeks import short_week_name, week_name


@dataclass(frozen=True, slots=True)
class AdherenceGraph(OneTable):
    """How many exercises of each week were done, done in part, excused or missed."""

    weeks: tuple[Week, ...]
    """Oldest first."""

    @property
    def title(self) -> str:
        """The title of the graph."""
        return "Adherence by week"

    def draw(self, width: int, height: int, palette: Palette, cursor: int | None = None) -> str:
        """Draw the graph as coloured text of `height` lines, with a mark at the slot of the cursor."""
        return adherence_chart(self.weeks, width, height, palette, cursor)

    def slots(self, width: int) -> tuple[Slot, ...]:
        """Return a slot for each week of a drawing of this width; if they are too many, neighbours share a slot."""
        shown = weeks_shown(self.weeks, width)
        frame, with_year = weeks_frame(shown, width, 0), in_several_years(shown)
        return tuple(
            Slot(*frame.reach(index), adherence_readout(week, with_year=with_year)) for index, week in enumerate(shown)
        )

    @property
    def header(self) -> tuple[str, ...]:
        """The column headings of the table."""
        return ADHERENCE_HEADER

    def rows(self) -> list[tuple[str, ...]]:
        """Return a row for each week, oldest first; a missing value is a dash."""
        return [adherence_row(week) for week in self.weeks]

    def lines(self) -> list[str]:
        """Return a line for each week, worded for a screen reader."""
        return [adherence_line(week) for week in self.weeks]

    def data(self) -> list[dict[str, object]]:
        """Return an object for each week; `share` is the adherence from 0 to 1, None if no exercise counts."""
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
    """Return the graph of all whole weeks that overlap a window."""
    return AdherenceGraph(weeks(record, *window.days(record)))


ADHERENCE_HEADER = ("week of", "adherence", "n", "done", "partial", "excused", "for pain", "missed")
"""The headings of the cells of `adherence_row`. Adherence is a share of n exercises, each counted once a day, without
those excused; a partial one counts by its share. The other columns are numbers of exercises, counted likewise; those
skipped for pain are among the excused."""


def adherence_row(week: Week) -> tuple[str, ...]:
    """Return the table row of a week, under `ADHERENCE_HEADER`; a missing value is a dash, never 0."""
    tally = week.tally
    counts = (tally.done, tally.partial, tally.excused, tally.skipped_for_pain, tally.missed)
    share = percent(week.adherence.share) or MISSING
    return (week.first_day.isoformat(), share, str(week.adherence.counted), *map(str, counts))


def adherence_line(week: Week) -> str:
    """Return a line with the figures of a week, worded for a screen reader."""
    return f"{week_name(week)}: {', '.join(_clauses(week))}"


def adherence_readout(week: Week, *, with_year: bool = False) -> str:
    """Return the figures of a week as a short line."""
    return "  ".join([short_week_name(week, with_year=with_year), *_clauses(week)])


def _clauses(week: Week) -> list[str]:
    if not week.tally.total:
        return ["no exercises to count"]
    percents = percent(week.adherence.share)
    share = f"adherence {percents} (n {week.adherence.counted})" if percents else "all exercises excused"
    tally = week.tally
    for_pain = f" ({tally.skipped_for_pain} skipped for pain)" if tally.skipped_for_pain else ""
    return [
        share,
        f"done {tally.done}",
        f"partial {tally.partial}",
        f"excused {tally.excused}{for_pain}",
        f"missed {tally.missed}",
    ]
