"""The noise of a comparison: how far two means of a person's days differ by chance alone."""

from collections.abc import Sequence
from itertools import pairwise
from math import sqrt

FEWEST_VALUES = 3
"""The fewest values on each side from which noise can be estimated."""

MOST_LIKENESS = 0.95
"""The highest likeness of neighbouring days that is assumed: beyond it a few weeks say nothing about their noise."""


def standard_error(before: Sequence[float], after: Sequence[float]) -> float | None:
    """Return the standard error of the difference between the means of two rows of values, oldest first.

    None with fewer than 3 values on a side. Days resemble their neighbours, so that n days count as only n / k
    independent ones, with k = (1 + r) / (1 - r) for a likeness r between each value and the next (first-order
    autoregression; Bayley and Hammersley 1946, J R Stat Soc Suppl 8: 184). Both rows together give r and the scatter,
    each measured around its own mean. The number of days of the scatter is smaller by the same k.
    """
    number = len(before) + len(after)
    if min(len(before), len(after)) < FEWEST_VALUES:
        return None
    rows = [_around_mean(row) for row in (before, after)]
    scatter = sum(value * value for row in rows for value in row)
    likeness = _likeness(rows, scatter)
    count_as_one = (1 + likeness) / (1 - likeness)
    variance = scatter / max(number - 2 * count_as_one, 1)
    return sqrt(variance * count_as_one * (1 / len(before) + 1 / len(after)))


def _likeness(rows: Sequence[Sequence[float]], scatter: float) -> float:
    """Return the autocorrelation of values with the next ones, from 0 to `MOST_LIKENESS`.

    Around their own mean, n values show it too small by about (1 + 3 r) / n (Kendall 1954, Biometrika 41: 403), and two
    rows with together n values by twice as much; this is taken back. Up to 6 values cannot show it at all.
    """
    number = sum(map(len, rows))
    if not scatter:
        return 0
    if number <= 6:
        return MOST_LIKENESS
    products = [first * second for row in rows for first, second in pairwise(row)]
    shown = (sum(products) / len(products)) / (scatter / number)
    return min(max((shown + 2 / number) / (1 - 6 / number), 0), MOST_LIKENESS)


def _around_mean(row: Sequence[float]) -> list[float]:
    mean = sum(row) / len(row)
    return [value - mean for value in row]
