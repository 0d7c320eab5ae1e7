"""What goes with better and worse days: the pain of days with a factor held against that of days without it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from backjournal.model.dates import Days
from backjournal.trends.chance import Difference, benjamini_hochberg, difference
from backjournal.trends.change import Mean, mean_of
from backjournal.trends.factors import Factor, factors
from backjournal.trends.record import Record

FEWEST_DAYS = 7
"""So many days with a factor, and as many without, are needed to compare them."""

MOST_DAYS = 52 * 7
"""The newest so many days of a window are looked at: what went with pain years ago tells little of now."""

FALSE_FINDINGS = 0.05
"""What share of the findings that stand out may be false."""


@dataclass(frozen=True, slots=True)
class Finding:
    """The mean pain of days with and without a factor, and by how much it differs, in points of 0–10.

    The difference is that of each day from the days around it: it may not be that of the two means. `adjusted_p` is its
    p with regard to how many factors were tried.
    """

    factor: Factor
    with_it: Mean
    without: Mean
    difference: Difference
    adjusted_p: float

    @property
    def stands_out(self) -> bool:
        """Tell whether it is more than chance would often give."""
        return self.adjusted_p <= FALSE_FINDINGS


@dataclass(frozen=True, slots=True)
class Associations:
    """What was found on the days from first to last, what stands out most first.

    `left_out` factors had too few days with or without them.
    """

    first: date
    last: date
    findings: tuple[Finding, ...] = ()
    left_out: int = 0

    @property
    def tried(self) -> int:
        """How many factors were compared."""
        return len(self.findings)

    @property
    def standing_out(self) -> tuple[Finding, ...]:
        """The findings that are more than chance would often give."""
        return tuple(finding for finding in self.findings if finding.stands_out)


def find_associations(record: Record, window: Days, go_on: Callable[[], bool] = lambda: True) -> Associations:
    """Compare the pain of days with and without each factor in the newest year of a window.

    It asks `go_on` before each factor, and stops when it no longer holds: what it returns then is not to be shown.
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
    """Return what is found of a factor, as if it were the only one; None if there are too few days to compare."""
    days = sorted(day for day in factor.days if day in pain)
    with_it = mean_of([pain[day] for day in days if factor.days[day]])
    without = mean_of([pain[day] for day in days if not factor.days[day]])
    if with_it is None or without is None or min(with_it.n, without.n) < FEWEST_DAYS:
        return None
    found = difference([factor.days[day] for day in days], [pain[day] for day in days])
    return Finding(factor, with_it, without, found, found.p)
