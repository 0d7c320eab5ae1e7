"""Two series day by day: the days on which both have a value, and how far the two go together."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import sqrt
from statistics import correlation

from backjournal.trends.series import Series

FEWEST_DAYS = 7
"""With fewer days on which both have a value, how they go together is not told."""

_CLEARLY = 1.96


@dataclass(frozen=True, slots=True)
class Pair:
    """A day on which both series have a value."""

    day: date
    of: float
    against: float


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """The days of two series on which both have a value, the oldest first.

    `rank_correlation` is Spearman's, -1 to 1; None with too few days, or where one series is the same every day.
    """

    of: Series
    against: Series
    days: tuple[Pair, ...]
    rank_correlation: float | None

    @property
    def n(self) -> int:
        """On how many days both have a value."""
        return len(self.days)

    @property
    def clear(self) -> bool:
        """Tell whether the rank correlation is farther from 0 than chance brings it 19 times of 20.

        By its standard error without any relation, 1/√(n−1) (Kendall and Gibbons, Rank Correlation Methods). Days next
        to each other resemble each other, so that this is rather too generous than too strict.
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
    """Return Spearman's rank correlation of as many values each; None if either are all the same."""
    # Means that ought to be the same may differ in the last binary digit.
    ranks, others = (_ranks([round(value, 9) for value in values]) for values in (xs, ys))
    if len(set(ranks)) < 2 or len(set(others)) < 2:
        return None
    return correlation(ranks, others)


def _ranks(values: Sequence[float]) -> list[float]:
    """Return the rank of each value, of equal ones the mean of their ranks."""
    ranks, below = {}, 0
    for value, equal in sorted(Counter(values).items()):
        ranks[value] = below + (equal + 1) / 2
        below += equal
    return [ranks[value] for value in values]
