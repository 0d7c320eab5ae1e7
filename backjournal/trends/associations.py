"""Associations: the pain on days with a factor compared with that on days without it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from backjournal.model.dates import Days
from backjournal.trends.chance import Difference, benjamini_hochberg, difference
from backjournal.trends.change import Mean, mean_of
from backjournal.trends.factors import Factor, factors
from backjournal.trends.record import Record

FEWEST_DAYS = 7
"""The fewest days with a factor, and the fewest without it, that can be compared."""

MOST_DAYS = 52 * 7
"""Only this many of the newest days of a window are analysed: old associations say little about the present."""

FALSE_FINDINGS = 0.05
"""The share of the findings that stand out which may be false (the false discovery rate)."""


@dataclass(frozen=True, slots=True)
class Finding:
    """The mean pain, 0 to 10, on days with and without a factor, and their difference in points."""

    factor: Factor
    with_it: Mean
    without: Mean
    difference: Difference
    """Computed from each day's difference from the days around it, so it may not equal that of the two means."""

    adjusted_p: float
    """The p of the difference, adjusted for the number of factors that were compared."""

    @property
    def stands_out(self) -> bool:
        """Whether chance alone would rarely give such a difference."""
        return self.adjusted_p <= FALSE_FINDINGS


@dataclass(frozen=True, slots=True)
class Associations:
    """The findings on the days from first to last."""

    first: date
    last: date
    findings: tuple[Finding, ...] = ()
    """Sorted by p, the lowest first."""

    left_out: int = 0
    """How many factors were left out because too few days had them, or too few did not."""

    @property
    def tried(self) -> int:
        """How many factors were compared."""
        return len(self.findings)

    @property
    def standing_out(self) -> tuple[Finding, ...]:
        """The findings that stand out."""
        return tuple(finding for finding in self.findings if finding.stands_out)


def find_associations(record: Record, window: Days, go_on: Callable[[], bool] = lambda: True) -> Associations:
    """Compare the pain of days with and without each factor in the newest year of a window.

    `go_on` is called before each factor; once it returns False, the comparison stops, and its result is incomplete.
    """
    last = window[1]
    first = max(window[0], last - timedelta(days=MOST_DAYS - 1))
    pain = {day: noted.pain for day, noted in record.diary.items() if first <= day <= last and noted.pain is not None}
    findings, left_out = [], 0
    for factor in factors(record, first, last):
        if not go_on():
            break
        finding = _finding(factor, pain)
        if finding is None:
            left_out += 1
        else:
            findings.append(finding)
    adjusted = benjamini_hochberg([finding.difference.p for finding in findings])
    judged = [replace(finding, adjusted_p=p) for finding, p in zip(findings, adjusted, strict=True)]
    judged.sort(key=lambda finding: finding.difference.p)
    return Associations(first, last, tuple(judged), left_out)


def _finding(factor: Factor, pain: Mapping[date, float]) -> Finding | None:
    """Return the finding for a factor with p not yet adjusted; None if there are too few days to compare."""
    days = sorted(day for day in factor.days if day in pain)
    with_it = mean_of([pain[day] for day in days if factor.days[day]])
    without = mean_of([pain[day] for day in days if not factor.days[day]])
    if with_it is None or without is None or min(with_it.n, without.n) < FEWEST_DAYS:
        return None
    found = difference([factor.days[day] for day in days], [pain[day] for day in days])
    return Finding(factor, with_it, without, found, found.p)
