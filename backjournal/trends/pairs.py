"""Two series compared day by day: the days on which both have a value, and their rank correlation."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from math import sqrt
from statistics import correlation

from backjournal.model.frozen import dataclass
from backjournal.trends.series import Series

FEWEST_DAYS = 7
"""The fewest days on which both have a value for a rank correlation."""

_CLEARLY = 1.96


@dataclass(frozen=True, slots=True)
class Pair:
    """A day on which both series have a value."""

    day: date
    of: float
    """The value of the first series."""

    against: float
    """The value of the second series."""


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Two series with the days on which both have a value."""

    of: Series
    against: Series
    days: tuple[Pair, ...]
    """Oldest first."""

    rank_correlation: float | None
    """Spearman's, from -1 to 1; None with too few days, or if one series has the same value every day."""

    @property
    def n(self) -> int:
        """The number of days on which both have a value."""
        return len(self.days)

    @property
    def clear(self) -> bool:
        """Whether the rank correlation is farther from 0 than chance alone brings it in 19 of 20 cases.

        It is compared with its standard error if the series are unrelated, 1/√(n−1) (Kendall and Gibbons, Rank
        Correlation Methods). Neighbouring days resemble each other, so this is rather too generous than too strict.
        """
        return self.rank_correlation is not None and abs(self.rank_correlation) * sqrt(self.n - 1) >= _CLEARLY


def pairs(of: Series, against: Series, first: date, last: date) -> Pairs:
    """Return the days from first to last on which both series have a value."""
    others = against.between(first, last)
    both = sorted((day, value) for day, value in of.between(first, last).items() if day in others)
    days = tuple(Pair(day, value, others[day]) for day, value in both)
    enough = days if len(days) >= FEWEST_DAYS else ()
    return Pairs(of, against, days, rank_correlation([pair.of for pair in enough], [pair.against for pair in enough]))


def rank_correlation(xs: Sequence[float], ys: Sequence[float]) -> float | None:
    """Return Spearman's rank correlation of two sequences of equal length; None if one has only equal values."""
    # Means that should be equal may differ by floating-point errors.
    ranks, others = (_ranks([round(value, 9) for value in values]) for values in (xs, ys))
    if len(set(ranks)) < 2 or len(set(others)) < 2:
        return None
    return correlation(ranks, others)


def _ranks(values: Sequence[float]) -> list[float]:
    """Return the rank of each value; equal values get the mean of their ranks."""
    ranks, below = {}, 0
    for value, equal in sorted(Counter(values).items()):
        ranks[value] = below + (equal + 1) / 2
        below += equal
    return [ranks[value] for value in values]
