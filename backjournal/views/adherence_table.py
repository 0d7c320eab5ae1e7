"""The adherence of the weeks in words and figures: rows, plain lines, and a line for a cursor."""

from dataclasses import asdict

from backjournal.model.numbers import MISSING, percent
from backjournal.trends.weeks import Week
from backjournal.views.week_table import told_name, week_name

ADHERENCE_HEADER = ("week of", "adherence", "n", "done", "partial", "excused", "missed")
"""The columns of `adherence_row`. The adherence is a share of n exercises, each counted once a day, the excused left
out; a partial one counts its share. The others count exercises as well."""


def adherence_row(week: Week) -> tuple[str, ...]:
    """Return a row of text under `ADHERENCE_HEADER`; what is missing is a dash, never 0."""
    counts = [str(number) for number in asdict(week.tally).values()]
    return (week.first_day.isoformat(), percent(week.adherence.share) or MISSING, str(week.adherence.counted), *counts)


def adherence_line(week: Week) -> str:
    """Return a sentence-like line, such as a screen reader reads well."""
    return f"{week_name(week)}: {', '.join(_clauses(week))}"


def adherence_readout(week: Week, *, with_year: bool = False) -> str:
    """Return the figures of a week in one line."""
    return "  ".join([told_name(week, with_year=with_year), *_clauses(week)])


def _clauses(week: Week) -> list[str]:
    if not week.tally.total:
        return ["no exercises to count"]
    percents = percent(week.adherence.share)
    share = f"adherence {percents} (n {week.adherence.counted})" if percents else "all exercises excused"
    return [share, *(f"{name} {number}" for name, number in asdict(week.tally).items())]
