"""Whether a change is meaningful: two means, the measure's threshold, one verdict."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from backjournal.model.better import Better
from backjournal.model.measures import Threshold

FEWEST_DAYS = 3
"""On how many days of a window a value must be noted to be compared."""

PAIN_THRESHOLD = Threshold(points=2, share=0.3, source="Farrar 2001, Ostelo 2008")
"""What change of pain is meaningful, of the pain of a day and of its worst: 2 points or 30 %."""

SMALLEST_STEP = 1
"""One point: a share of the baseline below it is no step that a person could note on the scales."""

_TOLERANCE = 1e-9


class Verdict(StrEnum):
    """What is to be said of a change."""

    IMPROVED = "meaningful improvement"
    WORSENED = "meaningful worsening"
    NOISE = "within noise"
    TOO_FEW = "too few days"
    TOO_FEW_RESULTS = "too few results"
    UNKNOWN = "no threshold is known"


@dataclass(frozen=True, slots=True)
class Mean:
    """The mean of n days that have a value, or of n results."""

    n: int
    mean: float


@dataclass(frozen=True, slots=True)
class Change:
    """From the mean before to the mean after; None where there is no value. `better` None is neither way."""

    before: Mean | None
    after: Mean | None
    better: Better | None
    threshold: Threshold
    verdict: Verdict

    @property
    def difference(self) -> float | None:
        """How much the mean after lies above the one before; below 0 it fell."""
        return self.after.mean - self.before.mean if self.before and self.after else None


def mean_of(values: Collection[float]) -> Mean | None:
    """Return the mean of values with their number, None if there are none."""
    return Mean(len(values), sum(values) / len(values)) if values else None


def days_changed(before: Mean | None, after: Mean | None, better: Better | None, threshold: Threshold) -> Change:
    """Return the change between two means of days; with fewer than 3 days on either side there are too few."""
    if before is None or after is None or min(before.n, after.n) < FEWEST_DAYS:
        return Change(before, after, better, threshold, Verdict.TOO_FEW)
    return Change(before, after, better, threshold, verdict_of(before.mean, after.mean, better, threshold))


def results_changed(before: Mean | None, after: Mean | None, better: Better | None, threshold: Threshold) -> Change:
    """Return the change between two means of results; one result on each side is enough."""
    if before is None or after is None:
        return Change(before, after, better, threshold, Verdict.TOO_FEW_RESULTS)
    return Change(before, after, better, threshold, verdict_of(before.mean, after.mean, better, threshold))


def verdict_of(before: float, after: float, better: Better | None, threshold: Threshold) -> Verdict:
    """Return the verdict on a change: at or past the threshold it is meaningful, for better and for worse alike."""
    needed = meaningful_points(threshold, before)
    if needed is None or better is None:
        return Verdict.UNKNOWN
    if not reaches(abs(after - before), needed):
        return Verdict.NOISE
    return Verdict.IMPROVED if (after < before) is (better is Better.LOWER) else Verdict.WORSENED


def reaches(change: float, needed: float) -> bool:
    """Tell whether a change is at or past what is needed."""
    # Means of whole numbers carry the errors of binary fractions: exactly the threshold counts.
    return change >= needed - _TOLERANCE


def meaningful_points(threshold: Threshold, baseline: float) -> float | None:
    """Return how many points of change are meaningful from a baseline; None if no threshold is known.

    The smaller of the threshold's points and its share of the baseline; the share never counts less than 1 point, the
    smallest step of the scales: from a baseline of 1 or 0, 30 % would be a change that nobody can note.
    """
    share = None if threshold.share is None else max(threshold.share * baseline, SMALLEST_STEP)
    known = [points for points in (threshold.points, share) if points is not None]
    return min(known, default=None)
