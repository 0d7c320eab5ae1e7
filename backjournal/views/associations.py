"""The Goes-with view: what is associated with better and worse days, its figures as tables and as data for JSON."""

from collections.abc import Callable

from backjournal.model.frozen import dataclass
from backjournal.model.numbers import signed
from backjournal.model.text import sentence
from backjournal.trends.associations import Associations, Contrast, Finding, find_associations
from backjournal.trends.factors import Factor
from backjournal.trends.record import Record
from backjournal.trends.window import Window
from backjournal.views.association_text import (
    NOTED_TOGETHER,
    OF_COMPARABLE_DAYS,
    associations_lines,
    factor_text,
    points_shown,
    verdict,
)
from backjournal.views.figures import Table

HEADER = ("Factor", "With (days)", "Without (days)", "Pain", "95 % interval", "Seen from", "Verdict")
"""The column headings of what came before: the mean pain with and without a factor, each with its days; how much more
pain there was on comparable days with it, with its interval; and from which difference on it would have been seen."""

NOTED_HEADER = ("Factor", "With (days)", "Without (days)", "Pain")
"""The column headings of what was noted together with the pain."""


@dataclass(frozen=True, slots=True)
class AssociationsFigures:
    """The differences in pain between days with and without a factor, the clearest first."""

    associations: Associations

    def lines(self) -> list[str]:
        """Return how many factors were tried, a sentence for each, and how they were computed."""
        return associations_lines(self.associations)

    def tables(self) -> list[Table]:
        """Return a table of what came before the pain, and one of what was noted together with it."""
        return associations_tables(self.associations)

    def data(self) -> dict[str, object]:
        """Return the findings as data for JSON."""
        return associations_data(self.associations)


def associations_figures(record: Record, window: Window, go_on: Callable[[], bool]) -> AssociationsFigures:
    """Return the associations on the days of a window up to today; incomplete once `go_on` returns False."""
    return AssociationsFigures(find_associations(record, window.past_days(record), go_on))


def associations_tables(result: Associations) -> list[Table]:
    """Return a table of what came before the pain, and one of what was noted together with it."""
    findings = [finding_row(finding) for finding in result.findings]
    noted = [contrast_row(contrast) for contrast in result.noted]
    return [
        Table(HEADER, findings, heading=f"Before the pain. {OF_COMPARABLE_DAYS}", by_time=False),
        Table(NOTED_HEADER, noted, heading=f"{sentence(NOTED_TOGETHER)}.", by_time=False),
    ]


def associations_data(result: Associations) -> dict[str, object]:
    """Return the findings, what was noted together with the pain, and how many factors were left out, for JSON."""
    return {
        "first": result.first.isoformat(),
        "last": result.last.isoformat(),
        "tried": result.tried,
        "left_out": result.left_out,
        "weekly": result.weekly,
        "findings": [_finding_data(finding) for finding in result.findings],
        "noted": [_contrast_data(contrast) for contrast in result.noted],
        "words_left_out": result.words_left_out,
    }


def finding_row(finding: Finding) -> tuple[str, ...]:
    """Return the row of a finding under `HEADER`."""
    return (
        *_cells(finding.contrast, finding.difference.points),
        f"{signed(finding.low, 1)} to {signed(finding.high, 1)}",
        f"{finding.seen_from:.1f}",
        verdict(finding),
    )


def contrast_row(contrast: Contrast) -> tuple[str, ...]:
    """Return the row of what was noted together with the pain, under `NOTED_HEADER`."""
    return _cells(contrast, points_shown(contrast))


def _cells(contrast: Contrast, points: float) -> tuple[str, ...]:
    also = "".join(
        f"; {factor_text(companion.factor)} ({companion.same} of {companion.either} days the same)"
        for companion in contrast.companions
    )
    return (
        factor_text(contrast.factor) + also,
        f"{contrast.with_it.mean:.1f} ({contrast.with_it.n})",
        f"{contrast.without.mean:.1f} ({contrast.without.n})",
        signed(points, 1),
    )


def _factor_data(factor: Factor) -> dict[str, object]:
    return {"factor": factor.kind.value, "word": factor.word, "median": factor.median}


def _contrast_data(contrast: Contrast) -> dict[str, object]:
    return {
        **_factor_data(contrast.factor),
        "with": {"days": contrast.with_it.n, "mean": contrast.with_it.mean},
        "without": {"days": contrast.without.n, "mean": contrast.without.mean},
        "same_days": [
            {**_factor_data(companion.factor), "same": companion.same, "either": companion.either}
            for companion in contrast.companions
        ],
    }


def _finding_data(finding: Finding) -> dict[str, object]:
    return {
        **_contrast_data(finding.contrast),
        "difference": finding.difference.points,
        "low": finding.low,
        "high": finding.high,
        "seen_from": finding.seen_from,
        "p": finding.difference.p,
        "adjusted_p": finding.adjusted_p,
        "stands_out": finding.stands_out,
    }
