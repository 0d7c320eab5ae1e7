"""The Weeks view: pain and mobility by week, drawn, as a table, in plain lines and as data for JSON."""

from dataclasses import asdict

from backjournal.model.dates import short_day
from backjournal.model.frozen import dataclass
from backjournal.model.numbers import MISSING, count, percent, rounded
from backjournal.plan.span import Span
from backjournal.plots.canvas import Palette
from backjournal.plots.week_frame import weeks_frame, weeks_shown
from backjournal.plots.weeks import weeks_chart
from backjournal.trends.plan_events import events_text
from backjournal.trends.record import Record
from backjournal.trends.weeks import Week, in_several_years, weeks
from backjournal.trends.window import Window
from backjournal.views.figures import OneTable, Slot


@dataclass(frozen=True, slots=True)
class WeeksGraph(OneTable):
    """The mean of each week with the range of its days, the flare-ups, and the changes of the plan."""

    weeks: tuple[Week, ...]
    """Oldest first."""

    @property
    def title(self) -> str:
        """The title of the graph."""
        return "Pain and mobility by week"

    def draw(self, width: int, height: int, palette: Palette, cursor: int | None = None) -> str:
        """Draw the graph as coloured text of `height` lines, with a mark at the slot of the cursor."""
        return weeks_chart(self.weeks, width, height, palette, cursor)

    def slots(self, width: int) -> tuple[Slot, ...]:
        """Return a slot for each week of a drawing of this width; if they are too many, neighbours share a slot."""
        shown = weeks_shown(self.weeks, width)
        frame, with_year = weeks_frame(shown, width, 0), in_several_years(shown)
        return tuple(
            Slot(*frame.reach(index), week_readout(week, with_year=with_year)) for index, week in enumerate(shown)
        )

    @property
    def header(self) -> tuple[str, ...]:
        """The column headings of the table."""
        return WEEK_HEADER

    def rows(self) -> list[tuple[str, ...]]:
        """Return a row for each week, oldest first; a missing value is a dash."""
        return [week_row(week) for week in self.weeks]

    def lines(self) -> list[str]:
        """Return a line for each week, worded for a screen reader."""
        return [week_line(week) for week in self.weeks]

    def data(self) -> list[dict[str, object]]:
        """Return an object for each week; a scale without values is None, `share` is the adherence from 0 to 1."""
        return [_week_data(week) for week in self.weeks]


def weeks_graph(record: Record, window: Window) -> WeeksGraph:
    """Return the graph of all whole weeks that overlap a window."""
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


WEEK_HEADER = (
    "week of",
    "pain",
    "best–worst",
    "n",
    "mobility",
    "n",
    "adherence",
    "n",
    "flare-up",
    "plan",
)
"""The headings of the cells of `week_row`.

Each n belongs to the figure before it: the number of days with a value, or for adherence the number of exercises, each
counted once a day without those excused. best–worst is the pain of the best and the worst day; flare-up is the number
of days in a flare-up.
"""


def week_row(week: Week) -> tuple[str, ...]:
    """Return the table row of a week, under `WEEK_HEADER`; a missing value is a dash, never 0."""
    return (
        week.first_day.isoformat(),
        *_pain_cells(week.pain),
        _mean_text(week.mobility),
        str(week.mobility.n if week.mobility else 0),
        percent(week.adherence.share) or MISSING,
        str(week.adherence.counted),
        str(week.flare_up_days),
        events_text(week.events) or MISSING,
    )


def week_line(week: Week) -> str:
    """Return a line with the figures of a week, worded for a screen reader."""
    noted = [_pain_text(week.pain), _mobility_text(week.mobility)] if week.check_ins else ["no check-ins"]
    return (
        f"{week_name(week)}: {', '.join([*noted, _adherence_text(week), *_flare_up_texts(week)])}{_changes_text(week)}"
    )


def week_readout(week: Week, *, with_year: bool = False) -> str:
    """Return the figures of a week as a short line: those that the drawing shows, then the adherence."""
    noted = (
        [_scale_readout("pain", week.pain), _scale_readout("mobility", week.mobility)]
        if week.check_ins
        else ["no check-ins"]
    )
    percents = percent(week.adherence.share)
    share = [f"adherence {percents} (n {week.adherence.counted})"] if percents else []
    events = [events_text(week.events)] if week.events else []
    return "  ".join([short_week_name(week, with_year=with_year), *noted, *_flare_up_texts(week), *events, *share])


def week_name(week: Week) -> str:
    """Return the name of a week, such as `Week of 2026-11-16`, or of several that are joined."""
    return f"Week of {week.first_day}" if week.length == 1 else f"{count(week.length, 'week')} from {week.first_day}"


def short_week_name(week: Week, *, with_year: bool = False) -> str:
    """Return the short name of a week, such as `week of 16 Nov`."""
    day = short_day(week.first_day, with_year=with_year)
    return f"week of {day}" if week.length == 1 else f"{count(week.length, 'week')} from {day}"


def _pain_text(span: Span | None) -> str:
    if span is None:
        return "pain not noted"
    range_of_days = f"{rounded(span.low)} to {rounded(span.high)}, " if span.n > 1 else ""
    return f"pain {span.mean:.1f} ({range_of_days}{count(span.n, 'day')})"


def _mobility_text(span: Span | None) -> str:
    return f"mobility {span.mean:.1f} ({count(span.n, 'day')})" if span else "mobility not noted"


def _scale_readout(scale: str, span: Span | None) -> str:
    if span is None:
        return f"{scale} not noted"
    best_to_worst = f"{rounded(span.low)}–{rounded(span.high)}, " if scale == "pain" and span.n > 1 else ""
    return f"{scale} {span.mean:.1f} ({best_to_worst}n {span.n})"


def _adherence_text(week: Week) -> str:
    if share := percent(week.adherence.share):
        return f"adherence {share} of {count(week.adherence.counted, 'exercise')}"
    return "all exercises excused" if week.adherence.excused else "no exercises to count"


def _flare_up_texts(week: Week) -> list[str]:
    return [f"flare-up {count(week.flare_up_days, 'day')}"] if week.flare_up_days else []


def _changes_text(week: Week) -> str:
    return f"; {events_text(week.events)}" if week.events else ""


def _pain_cells(span: Span | None) -> tuple[str, str, str]:
    if span is None:
        return MISSING, MISSING, "0"
    return _mean_text(span), f"{rounded(span.low)}–{rounded(span.high)}", str(span.n)


def _mean_text(span: Span | None) -> str:
    return f"{span.mean:.1f}" if span else MISSING
