"""What chance gives: how sure a difference between days with and without something is.

Pain and what goes with it come in runs, and both change slowly over the weeks: a test that deals the days out at random
takes that for a finding. So each day is held against the days around it, and the pain is then moved along against the
factor by every number of days: each row keeps its runs, and only chance can be left of what they have in common. There
are too few such moves to count how many go as far as the difference does; their spread tells it. How often this finds
something where there is nothing, and something that is there, is printed by `python -m tests.tools.null_journals`.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot, sqrt
from operator import mul
from statistics import NormalDist, fmean

CONFIDENCE = 0.95

AROUND = 14
"""How many days before, and as many after, a day is held against; days without a value are passed over."""

_NOTHING = 1e-9


@dataclass(frozen=True, slots=True)
class Difference:
    """How much higher a value is on days with a factor, from `low` to `high` at 95 %.

    `p`, 0 to 1, is how often chance gives one as far from 0 as this, or further.
    """

    points: float
    low: float
    high: float
    p: float


def difference(with_it: Sequence[bool], values: Sequence[float]) -> Difference:
    """Return by how much the values of days with something differ, with some of both; both as the days go."""
    factor, value = _apart(with_it), _apart(values)
    weight = _product(factor, factor)
    points = _product(factor, value) / weight
    moved = deque(value)
    # Hundreds of products of hundreds of days each: this is what the time goes into.
    shares = []
    for _ in value:
        shares.append(_product(factor, moved))
        moved.rotate()
    error = hypot(*shares) / sqrt(len(shares)) / weight
    if error < _NOTHING:
        return Difference(0, 0, 0, 1)
    reach = NormalDist().inv_cdf((1 + CONFIDENCE) / 2) * error
    return Difference(points, points - reach, points + reach, 2 * NormalDist().cdf(-abs(points) / error))


def benjamini_hochberg(chances: Sequence[float]) -> list[float]:
    """Return each p adjusted for how many were tried, in the order given.

    Of those that are 0.05 or less, at most 5 % are false findings on average (Benjamini and Hochberg 1995).
    """
    adjusted, least = [1.0] * len(chances), 1.0
    places = sorted(range(len(chances)), key=chances.__getitem__)
    for rank in range(len(places), 0, -1):
        least = min(least, chances[places[rank - 1]] * len(chances) / rank)
        adjusted[places[rank - 1]] = least
    return adjusted


def _apart(values: Sequence[float]) -> list[float]:
    """Return how far each value lies from the mean of those around it; all together they are around 0."""
    around = (values[max(0, place - AROUND) : place + AROUND + 1] for place in range(len(values)))
    apart = [value - fmean(near) for value, near in zip(values, around, strict=True)]
    middle = fmean(apart)
    return [value - middle for value in apart]


def _product(one: Sequence[float], other: Sequence[float] | deque[float]) -> float:
    return float(sum(map(mul, one, other)))
