"""The Goes-with view: what is associated with better and worse days, in sentences, as a table and as data for JSON."""

from collections.abc import Callable
from dataclasses import dataclass

from backjournal.model.numbers import percent, signed
from backjournal.trends.associations import FEWEST_DAYS, Associations, Finding, find_associations
from backjournal.trends.chance import AROUND
from backjournal.trends.factors import Factor, FactorKind
from backjournal.trends.record import Record
from backjournal.trends.window import Window
from backjournal.views.figures import Table

HEADER = ("Factor", "With (days)", "Without (days)", "Difference", "95 % interval", "Verdict")
"""The column headings: the mean pain with and without a factor, each with its days, and the difference in points."""

STANDS_OUT, COULD_BE_CHANCE = "more than chance would often give", "could well be chance"

FOLLOWS_PAIN = (
    "A relief, a medicine or a location is often written down because there is pain: it says nothing of what helps."
)
"""Shown if a factor is of a kind that often follows the pain instead of preceding it."""

HOW = (
    f"Each day is held against the {AROUND} noted days before and after it, so that the slow course of the weeks does "
    "not count: the difference may not be that of the two means. How often chance alone gives as large a "
    "difference (p) is told by moving the pain along by every number of days. The more factors are tried, the clearer "
    "one must be to stand out (Benjamini and Hochberg 1995). What goes together need not come from one another."
)
"""How the findings were computed, and what they do not show."""

_FOLLOWING_PAIN = (FactorKind.RELIEF, FactorKind.LOCATION, FactorKind.MEDICINE)


@dataclass(frozen=True, slots=True)
class AssociationsFigures:
    """The differences in pain between days with and without a factor, the clearest first."""

    associations: Associations

    def lines(self) -> list[str]:
        """Return how many factors were tried, a sentence for each finding, and how they were computed."""
        return associations_lines(self.associations)

    def tables(self) -> list[Table]:
        """Return the one table, with a row for each finding."""
        header, rows = associations_table(self.associations)
        return [Table(header, rows, by_time=False)]

    def data(self) -> dict[str, object]:
        """Return the findings as data for JSON."""
        return associations_data(self.associations)


def associations_figures(record: Record, window: Window, go_on: Callable[[], bool]) -> AssociationsFigures:
    """Return the associations on the days of a window up to today; incomplete once `go_on` returns False."""
    first, last = window.days(record)
    return AssociationsFigures(find_associations(record, (first, min(last, record.today)), go_on))


def associations_lines(result: Associations) -> list[str]:
    """Return how many factors were tried, a sentence for each finding, clearest first, and how they were computed."""
    if not result.findings:
        return [f"Nothing can be compared yet: it takes {FEWEST_DAYS} days with a word and {FEWEST_DAYS} without it."]
    remarks = [FOLLOWS_PAIN] if any(finding.factor.kind in _FOLLOWING_PAIN for finding in result.findings) else []
    return [_summary(result), *map(finding_line, result.findings), *remarks, HOW]


def associations_table(result: Associations) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Return the header, and a row for each finding, the clearest first."""
    return HEADER, [_row(finding) for finding in result.findings]


def associations_data(result: Associations) -> dict[str, object]:
    """Return the findings, and how many factors were tried and left out, as data for JSON."""
    return {
        "first": result.first.isoformat(),
        "last": result.last.isoformat(),
        "tried": result.tried,
        "left_out": result.left_out,
        "findings": [_data(finding) for finding in result.findings],
    }


def finding_line(finding: Finding) -> str:
    """Return a finding as a sentence."""
    points, (with_it, without) = finding.difference.points, _days_texts(finding)
    compared = f"about as high on {with_it} as" if abs(points) < 0.05 else f"{_size_text(points)} on {with_it} than"
    means = f"means {finding.with_it.mean:.1f} and {finding.without.mean:.1f}"
    sentence = (
        f"Pain was {compared} on {without} (95 % interval {_interval_text(finding)}; {_p_text(finding)}; {means})"
    )
    return f"{sentence}: {_verdict(finding)}."


def factor_text(factor: Factor) -> str:
    """Return a factor as `long sitting (trigger)`, `day before: long sitting` or `sleep < 6.5 h`."""
    match factor.kind:
        case FactorKind.TRIGGER_BEFORE:
            return f"day before: {factor.word}"
        case FactorKind.SLEEP:
            return f"sleep < {_median_text(factor)}"
        case FactorKind.ADHERENCE_BEFORE:
            return f"day before: adherence < {_median_text(factor)}"
        case kind:
            return f"{factor.word} ({kind})"


def _summary(result: Associations) -> str:
    out = len(result.standing_out)
    factors = "1 factor was" if result.tried == 1 else f"{result.tried} factors were"
    stand = {0: "none stands out", 1: "1 stands out"}.get(out, f"{out} stand out")
    left_out = f"; {result.left_out} had fewer than {FEWEST_DAYS} days with or without" if result.left_out else ""
    return f"{factors} tried, {result.first} to {result.last}, each day against those around it: {stand}{left_out}."


def _days_texts(finding: Finding) -> tuple[str, str]:
    """Return what to call the days with a factor, and those without it, each with their number."""
    days, others, factor = f"{finding.with_it.n} days", finding.without.n, finding.factor
    match factor.kind:
        case FactorKind.TRIGGER:
            return f"the {days} with {factor.word}", f"the {others} without"
        case FactorKind.TRIGGER_BEFORE:
            return f"the {days} after one with {factor.word}", f"the {others} after one without"
        case FactorKind.SLEEP:
            return f"the {days} after sleep below {_median_text(factor)}, your median,", f"the {others} others"
        case FactorKind.ADHERENCE_BEFORE:
            below = f"adherence below {_median_text(factor)}, your median,"
            return f"the {days} after a day with {below}", f"the {others} others"
        case kind:
            return f"the {days} with {factor.word} ({kind})", f"the {others} without"


def _median_text(factor: Factor) -> str:
    median = factor.median or 0
    return f"{median:g} h" if factor.kind is FactorKind.SLEEP else percent(median)


def _interval_text(finding: Finding) -> str:
    low, high = round(finding.difference.low, 1), round(finding.difference.high, 1)
    if low < 0 < high:
        return f"{_size_text(low)} to {_size_text(high)}"
    near, far = sorted((low, high), key=abs)
    return f"{abs(near):.1f} to {_size_text(far)}"


def _size_text(points: float) -> str:
    return f"{abs(points):.1f} {'lower' if points < 0 else 'higher'}"


def _p_text(finding: Finding) -> str:
    p = finding.difference.p
    return "p below 0.001" if p < 0.001 else f"p {p:.3f}"


def _verdict(finding: Finding) -> str:
    return STANDS_OUT if finding.stands_out else COULD_BE_CHANCE


def _row(finding: Finding) -> tuple[str, ...]:
    difference = finding.difference
    return (
        factor_text(finding.factor),
        f"{finding.with_it.mean:.1f} ({finding.with_it.n})",
        f"{finding.without.mean:.1f} ({finding.without.n})",
        signed(difference.points, 1),
        f"{signed(difference.low, 1)} to {signed(difference.high, 1)}",
        _verdict(finding),
    )


def _data(finding: Finding) -> dict[str, object]:
    factor, difference = finding.factor, finding.difference
    return {
        "factor": factor.kind.value,
        "word": factor.word,
        "median": factor.median,
        "with": {"days": finding.with_it.n, "mean": finding.with_it.mean},
        "without": {"days": finding.without.n, "mean": finding.without.mean},
        "difference": difference.points,
        "low": difference.low,
        "high": difference.high,
        "p": difference.p,
        "adjusted_p": finding.adjusted_p,
        "stands_out": finding.stands_out,
    }
