"""Residuals: what is left of the values of many days once the slow course, the week and the day before are taken out.

Pain and whatever goes with it change over the weeks, come round with the weekdays, and go on from one day to the next.
Two values that share any of that seem to belong together, though neither has to do with the other.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from operator import mul
from statistics import fmean

AROUND = 14
"""With how many days before it, and as many after it, a day is compared; days without a value are skipped."""

_ZERO = 1e-9


def residuals(
    series: Iterable[Sequence[float]], weekdays: Sequence[int], known: Iterable[Sequence[float]]
) -> list[list[float]]:
    """Return what is left of each series without the slow course, the mean of its weekday, and its share of the known.

    All sequences are in the order of the days. The mean of what is left is 0.
    """
    left = [_apart(values, weekdays) for values in series]
    taken: list[list[float]] = []
    for values in known:
        other = _apart(values, weekdays)
        for before in taken:
            other = _without(other, before)
        taken.append(other)
    for other in taken:
        left = [_without(values, other) for values in left]
    return left


def freedom(weekdays: Sequence[int], known: int) -> float:
    """Return how many values could still vary freely after `residuals` with a number of `known` series."""
    number = len(weekdays)
    slow_course = sum(1 / (end - begin) for begin, end in _around(number))
    return number - slow_course - (len(set(weekdays)) - 1) - known


def product(one: Iterable[float], other: Iterable[float]) -> float:
    """Return the sum of the products of two series, day by day."""
    return float(sum(map(mul, one, other)))


def _apart(values: Sequence[float], weekdays: Sequence[int]) -> list[float]:
    """Return the deviation of each value from those around it, with the mean of each weekday moved to 0."""
    sums = list(accumulate(values, initial=0.0))
    deviations = [
        value - (sums[end] - sums[begin]) / (end - begin)
        for value, (begin, end) in zip(values, _around(len(values)), strict=True)
    ]
    by_weekday = defaultdict(list)
    for weekday, deviation in zip(weekdays, deviations, strict=True):
        by_weekday[weekday].append(deviation)
    means = {weekday: fmean(several) for weekday, several in by_weekday.items()}
    return [deviation - means[weekday] for weekday, deviation in zip(weekdays, deviations, strict=True)]


def _around(days: int) -> Iterator[tuple[int, int]]:
    """Yield the place of the first day around each day, and that after the last."""
    return ((max(0, place - AROUND), min(days, place + AROUND + 1)) for place in range(days))


def _without(values: Sequence[float], known: Sequence[float]) -> list[float]:
    """Return the values without what a line through the known values tells of them (least squares)."""
    weight = product(known, known)
    slope = product(values, known) / weight if weight > _ZERO else 0
    return [value - slope * other for value, other in zip(values, known, strict=True)]
