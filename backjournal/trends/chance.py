"""Chance: how certain a difference between days with and without a factor is.

A test that shuffles the days would take whatever changes slowly, with the weekday or from one day to the next for a
finding. So that is taken out of pain and factor first (`residuals.py`). The pain is then shifted against the factor by
every number of days: both keep what runs of days they still have, and what they have in common then is due to chance.
There are too few shifts to count how many reach the observed difference, so their spread is used as its standard error.
How often this finds something where there is nothing, or something that is there, is printed by
`python -m tests.tools.null_journals`.
"""

from collections import deque
from collections.abc import Sequence
from math import hypot, sqrt
from statistics import NormalDist

from backjournal.model.frozen import dataclass
from backjournal.trends.residuals import freedom, product, residuals

FALSE_FINDINGS = 0.05
"""The share of the findings that stand out which may be false (the false discovery rate)."""

SEEN = 0.8
"""In which share of cases a difference that could be seen would stand out: four of five, our own choice."""

_TOLD_BY_THE_REST = 0.1
"""If less than this share of a factor is left without weekday and day before, it cannot be told from them: our own
caution."""

_ZERO_ERROR = 1e-9
_NORMAL = NormalDist()


@dataclass(frozen=True, slots=True)
class Difference:
    """How much higher a value is on days with a factor than on days without it, all else being alike."""

    points: float
    error: float
    """The standard error in points; 0 if all values are alike."""

    @property
    def p(self) -> float:
        """The probability, from 0 to 1, that chance alone gives a difference at least as far from 0."""
        return 2 * _NORMAL.cdf(-abs(self.points) / self.error) if self.error else 1.0


def difference(
    with_it: Sequence[bool], values: Sequence[float], weekdays: Sequence[int], *known: Sequence[float]
) -> Difference | None:
    """Return how much higher the values are on days with a factor; None if the factor cannot be told from the rest.

    All sequences are in the order of the days, with at least one day of each kind. `known` is what the difference is
    not to come from, such as the values of the days before.
    """
    factor, value = residuals((with_it, values), weekdays, known)
    weight, days = product(factor, factor), len(with_it)
    if weight < _TOLD_BY_THE_REST * sum(with_it) * (days - sum(with_it)) / days:
        return None
    shifted = deque(value)
    # Most of the time is spent here: hundreds of products of hundreds of days each.
    products = []
    for _ in value:
        products.append(product(factor, shifted))
        shifted.rotate()
    error = hypot(*products) / sqrt(freedom(weekdays, len(known))) / weight
    return Difference(products[0] / weight, error) if error > _ZERO_ERROR else Difference(0, 0)


def benjamini_hochberg(chances: Sequence[float]) -> list[float]:
    """Return each p adjusted for the number of comparisons, in the order given.

    Of the findings whose adjusted p is 0.05 or less, at most 5 % are false on average (Benjamini and Hochberg 1995).
    """
    adjusted, least = [1.0] * len(chances), 1.0
    places = sorted(range(len(chances)), key=chances.__getitem__)
    for rank in range(len(places), 0, -1):
        least = min(least, chances[places[rank - 1]] * len(chances) / rank)
        adjusted[places[rank - 1]] = least
    return adjusted


def errors_to_stand_out(tried: int, found: int) -> float:
    """Return how many standard errors from 0 a difference stands out, of so many tried and found.

    An interval that reaches so far to each side misses the truth in at most 5 % of the findings that stand out (the
    false coverage rate: Benjamini and Yekutieli 2005), and it leaves out 0 for those alone. If none stands out, it
    reaches as far as the first to stand out would have to be.
    """
    return _NORMAL.inv_cdf(1 - FALSE_FINDINGS * max(found, 1) / tried / 2)


def errors_to_be_seen(tried: int, found: int) -> float:
    """Return how many standard errors from 0 a true difference must be to stand out in four of five cases."""
    return errors_to_stand_out(tried, found) + _NORMAL.inv_cdf(SEEN)
