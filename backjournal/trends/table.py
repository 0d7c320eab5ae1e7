"""The weeks in words and figures: a table, and plain lines for a screen reader."""

from collections.abc import Sequence

from backjournal.model.numbers import count
from backjournal.trends.weeks import Span, Week

TABLE_HEADER = (
    "week of",
    "pain",
    "best–worst",
    "n",
    "mobility",
    "n",
    "adherence",
    "n",
    "flare-up",
)
"""The columns of `table_rows`. Each n belongs to the figure before it: the days with a value, and for the adherence the
exercises a day that it is a share of (excused ones left out); best–worst are days, flare-up is days of a flare-up."""

MISSING = "–"


def table_rows(weeks: Sequence[Week]) -> list[tuple[str, ...]]:
    """Return a row of text for each week, under `TABLE_HEADER`; what is missing is a dash, never 0."""
    return [
        (
            week.first_day.isoformat(),
            *_pain_cells(week.pain),
            _mean(week.mobility),
            str(week.mobility.n if week.mobility else 0),
            _percent(week) or MISSING,
            str(week.adherence.counted),
            str(week.flare_up_days),
        )
        for week in weeks
    ]


def plain_lines(weeks: Sequence[Week]) -> list[str]:
    """Return a sentence-like line for each week, such as a screen reader reads well."""
    return [f"{_name(week)}: {', '.join(_clauses(week))}" for week in weeks]


def _name(week: Week) -> str:
    return f"Week of {week.first_day}" if week.length == 1 else f"{count(week.length, 'week')} from {week.first_day}"


def _clauses(week: Week) -> list[str]:
    noted = [_pain(week.pain), _mobility(week.mobility)] if week.check_ins else ["no check-ins"]
    flare_up = [f"flare-up {count(week.flare_up_days, 'day')}"] if week.flare_up_days else []
    return [*noted, _adherence(week), *flare_up]


def _pain(span: Span | None) -> str:
    if span is None:
        return "pain not noted"
    range_of_days = f"{_short(span.low)} to {_short(span.high)}, " if span.n > 1 else ""
    return f"pain {span.mean:.1f} ({range_of_days}{count(span.n, 'day')})"


def _mobility(span: Span | None) -> str:
    return f"mobility {span.mean:.1f} ({count(span.n, 'day')})" if span else "mobility not noted"


def _adherence(week: Week) -> str:
    if percent := _percent(week):
        return f"adherence {percent} of {count(week.adherence.counted, 'exercise')}"
    return "all exercises excused" if week.adherence.excused else "no exercises to count"


def _pain_cells(span: Span | None) -> tuple[str, str, str]:
    if span is None:
        return MISSING, MISSING, "0"
    return _mean(span), f"{_short(span.low)}–{_short(span.high)}", str(span.n)


def _mean(span: Span | None) -> str:
    return f"{span.mean:.1f}" if span else MISSING


def _percent(week: Week) -> str:
    share = week.adherence.share
    return "" if share is None else f"{share * 100:.0f} %"


def _short(value: float) -> str:
    return f"{round(value, 1):g}"
