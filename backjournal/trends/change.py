"""Whether a change is meaningful: two means, the measure's threshold, one verdict."""

from collections.abc import Collection
from enum import StrEnum

from backjournal.model.better import Better
from backjournal.model.frozen import dataclass
from backjournal.model.measures import Threshold, ThresholdKind

FEWEST_DAYS = 3
"""The fewest days of a window on which a value must be noted to be compared."""

PAIN_THRESHOLD = Threshold(points=2, share=0.3, share_at_least=1, source="Farrar 2001, Ostelo 2008")
"""The meaningful change of pain and of worst pain: 2 points or 30 %.

The share is at least 1 point, the smallest step of the scale: from a baseline of 1 or 0, 30 % would be a change that
nobody can note.
"""

ERRORS_NEEDED = 2
"""How many standard errors of the difference a change must be at least, to be clearly outside of the noise."""

_TOLERANCE = 1e-9


class Verdict(StrEnum):
    """The verdict on a change."""

    IMPROVED = "meaningful improvement"
    WORSENED = "meaningful worsening"
    MORE_THAN_ERROR_BETTER = "detectable improvement"
    """The threshold is that of the error of the measure (MDC)."""

    MORE_THAN_ERROR_WORSE = "detectable worsening"
    BELOW = "below the threshold"
    NOISE = "could be noise"
    """At or past the threshold, but within the noise of the values themselves."""

    TOO_FEW = "too few days"
    TOO_FEW_RESULTS = "too few results"
    UNKNOWN = "no threshold is known"

    @property
    def improves(self) -> bool:
        """Whether the change is an improvement that counts."""
        return self in (Verdict.IMPROVED, Verdict.MORE_THAN_ERROR_BETTER)

    @property
    def worsens(self) -> bool:
        """Whether the change is a worsening that counts."""
        return self in (Verdict.WORSENED, Verdict.MORE_THAN_ERROR_WORSE)

    @property
    def compared(self) -> bool:
        """Whether the change was compared with a threshold."""
        return self.improves or self.worsens or self in (Verdict.BELOW, Verdict.NOISE)


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
    error: float | None = None
    """The standard error of the difference; None with fewer than 3 values on a side."""

    @property
    def noise(self) -> float | None:
        """Two standard errors: a difference must be at least as large to be clearly outside of the noise."""
        return None if self.error is None else ERRORS_NEEDED * self.error

    @property
    def difference(self) -> float | None:
        """The mean after minus the mean before; None if one of them is missing."""
        return self.after.mean - self.before.mean if self.before and self.after else None


def mean_of(values: Collection[float]) -> Mean | None:
    """Return the mean of some values with their number; None if there are none."""
    return Mean(len(values), sum(values) / len(values)) if values else None


def days_changed(
    before: Mean | None, after: Mean | None, better: Better | None, threshold: Threshold, error: float | None = None
) -> Change:
    """Return the change between two means of days; fewer than 3 days on either side are too few."""
    if before is None or after is None or min(before.n, after.n) < FEWEST_DAYS:
        return Change(before, after, better, threshold, Verdict.TOO_FEW)
    return results_changed(before, after, better, threshold, error)


def results_changed(
    before: Mean | None, after: Mean | None, better: Better | None, threshold: Threshold, error: float | None = None
) -> Change:
    """Return the change between two means of results; one result on each side is enough."""
    if before is None or after is None:
        return Change(before, after, better, threshold, Verdict.TOO_FEW_RESULTS)
    return Change(
        before, after, better, threshold, verdict_of(before.mean, after.mean, better, threshold, error), error
    )


def verdict_of(
    before: float, after: float, better: Better | None, threshold: Threshold, error: float | None = None
) -> Verdict:
    """Return the verdict on a change.

    Two conditions must hold in either direction: the change is at or past the threshold, and it is at least two
    standard errors. Without an `error`, as between single results, only the threshold counts.
    """
    needed = meaningful_points(threshold, before)
    if needed is None or better is None:
        return Verdict.UNKNOWN
    change = abs(after - before)
    if not reaches(change, needed):
        return Verdict.BELOW
    if error is not None and not reaches(change, ERRORS_NEEDED * error):
        return Verdict.NOISE
    improved, of_error = (after < before) is (better is Better.LOWER), threshold.kind is ThresholdKind.MDC
    if improved:
        return Verdict.MORE_THAN_ERROR_BETTER if of_error else Verdict.IMPROVED
    return Verdict.MORE_THAN_ERROR_WORSE if of_error else Verdict.WORSENED


def reaches(change: float, needed: float) -> bool:
    """Return whether a change is at or past what is needed."""
    # Means carry floating-point errors, and a change of exactly the threshold must count.
    return change >= needed - _TOLERANCE


def meaningful_points(threshold: Threshold, baseline: float) -> float | None:
    """Return how many points of change the threshold asks for from a baseline; None if no threshold is known.

    This is the smaller of the threshold's points and its share of the baseline, as far as the share is valid.
    """
    known = [points for points in (threshold.points, _share_points(threshold, baseline)) if points is not None]
    return min(known, default=None)


def _share_points(threshold: Threshold, baseline: float) -> float | None:
    if threshold.share is None:
        return None
    points = threshold.share * baseline
    if threshold.share_at_least is not None:
        return max(points, threshold.share_at_least)
    return points if threshold.points is None or reaches(points, threshold.points / 2) else None
