"""Whether a change is meaningful: two means, the measure's threshold, one verdict."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from backjournal.model.better import Better
from backjournal.model.measures import Threshold

FEWEST_DAYS = 3
"""The fewest days of a window on which a value must be noted to be compared."""

PAIN_THRESHOLD = Threshold(points=2, share=0.3, source="Farrar 2001, Ostelo 2008")
"""The meaningful change of pain and of worst pain: 2 points or 30 %."""

SMALLEST_STEP = 1
"""One point, the smallest step of the scales: a person cannot note a smaller change."""

_TOLERANCE = 1e-9


class Verdict(StrEnum):
    """The verdict on a change."""

    IMPROVED = "meaningful improvement"
    WORSENED = "meaningful worsening"
    NOISE = "within noise"
    TOO_FEW = "too few days"
    TOO_FEW_RESULTS = "too few results"
    UNKNOWN = "no threshold is known"


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean and the number of values behind it."""

    n: int
    """How many days with a value, or how many results."""

    mean: float


@dataclass(frozen=True, slots=True)
class Change:
    """The change from one mean to a later one, with the verdict on it."""

    before: Mean | None
    """None without a value."""

    after: Mean | None
    """None without a value."""

    better: Better | None
    """None if neither direction is better."""

    threshold: Threshold
    verdict: Verdict

    @property
    def difference(self) -> float | None:
        """The mean after minus the mean before; None if one of them is missing."""
        return self.after.mean - self.before.mean if self.before and self.after else None


def mean_of(values: Collection[float]) -> Mean | None:
    """Return the mean of some values with their number; None if there are none."""
    return Mean(len(values), sum(values) / len(values)) if values else None


def days_changed(before: Mean | None, after: Mean | None, better: Better | None, threshold: Threshold) -> Change:
    """Return the change between two means of days; fewer than 3 days on either side are too few."""
    if before is None or after is None or min(before.n, after.n) < FEWEST_DAYS:
        return Change(before, after, better, threshold, Verdict.TOO_FEW)
    return Change(before, after, better, threshold, verdict_of(before.mean, after.mean, better, threshold))


def results_changed(before: Mean | None, after: Mean | None, better: Better | None, threshold: Threshold) -> Change:
    """Return the change between two means of results; one result on each side is enough."""
    if before is None or after is None:
        return Change(before, after, better, threshold, Verdict.TOO_FEW_RESULTS)
    return Change(before, after, better, threshold, verdict_of(before.mean, after.mean, better, threshold))


def verdict_of(before: float, after: float, better: Better | None, threshold: Threshold) -> Verdict:
    """Return the verdict on a change: at or past the threshold it is meaningful, in either direction."""
    needed = meaningful_points(threshold, before)
    if needed is None or better is None:
        return Verdict.UNKNOWN
    if not reaches(abs(after - before), needed):
        return Verdict.NOISE
    return Verdict.IMPROVED if (after < before) is (better is Better.LOWER) else Verdict.WORSENED


def reaches(change: float, needed: float) -> bool:
    """Return whether a change is at or past what is needed."""
    # Means carry floating-point errors, and a change of exactly the threshold must count.
    return change >= needed - _TOLERANCE


def meaningful_points(threshold: Threshold, baseline: float) -> float | None:
    """Return how many points of change are meaningful from a baseline; None if no threshold is known.

    This is the smaller of the threshold's points and its share of the baseline. The share is at least 1 point, the
    smallest step of the scales: from a baseline of 1 or 0, 30 % would be a change that nobody can note.
    """
    share = None if threshold.share is None else max(threshold.share * baseline, SMALLEST_STEP)
    known = [points for points in (threshold.points, share) if points is not None]
    return min(known, default=None)
