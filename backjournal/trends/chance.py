"""Chance: how certain a difference between days with and without a factor is.

Pain and factors come in runs of days, and both change slowly over the weeks: a test that shuffles the days would take
that for a finding. So each day is compared with the days around it, and the pain is then shifted against the factor by
every number of days: both keep their runs, and what they still have in common is due to chance. There are too few
shifts to count how many reach the observed difference, so their spread is used as its standard error. How often this
finds something where there is nothing, or something that is there, is printed by
`python -m tests.tools.null_journals`.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot, sqrt
from operator import mul
from statistics import NormalDist, fmean

CONFIDENCE = 0.95
"""The confidence level of an interval."""

AROUND = 14
"""With how many days before it, and as many after it, a day is compared; days without a value are skipped."""

_ZERO_ERROR = 1e-9


@dataclass(frozen=True, slots=True)
class Difference:
    """How much higher a value is on days with a factor than on days without it."""

    points: float
    low: float
    """The lower end of the 95 % confidence interval."""

    high: float
    """The upper end of the 95 % confidence interval."""

    p: float
    """The probability, from 0 to 1, that chance alone gives a difference at least as far from 0."""


def difference(with_it: Sequence[bool], values: Sequence[float]) -> Difference:
    """Return how much higher the values are on days with a factor than on days without it.

    Both sequences are in the order of the days, with at least one day of each kind.
    """
    factor, value = _local_deviations(with_it), _local_deviations(values)
    weight = _product(factor, factor)
    points = _product(factor, value) / weight
    shifted = deque(value)
    # Most of the time is spent here: hundreds of products of hundreds of days each.
    products = []
    for _ in value:
        products.append(_product(factor, shifted))
        shifted.rotate()
    error = hypot(*products) / sqrt(len(products)) / weight
    if error < _ZERO_ERROR:
        return Difference(0, 0, 0, 1)
    margin = NormalDist().inv_cdf((1 + CONFIDENCE) / 2) * error
    return Difference(points, points - margin, points + margin, 2 * NormalDist().cdf(-abs(points) / error))


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


def _local_deviations(values: Sequence[float]) -> list[float]:
    """Return the deviation of each value from the mean of the values around it, shifted so that their mean is 0."""
    around = (values[max(0, place - AROUND) : place + AROUND + 1] for place in range(len(values)))
    deviations = [value - fmean(near) for value, near in zip(values, around, strict=True)]
    mean = fmean(deviations)
    return [value - mean for value in deviations]


def _product(one: Sequence[float], other: Sequence[float] | deque[float]) -> float:
    return float(sum(map(mul, one, other)))
