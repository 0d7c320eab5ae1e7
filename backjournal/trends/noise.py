"""The noise of a comparison: how far two means of a person's values differ by chance alone."""

from collections.abc import Sequence
from itertools import pairwise
from math import sqrt

FEWEST_VALUES = 3
"""The fewest values on each side from which noise can be estimated."""

MOST_LIKENESS = 0.9
"""The highest likeness of neighbouring days that is assumed: beyond it a few weeks say nothing about their noise."""

_FEWEST_FREE = 0.25
"""The share of the values that counts as free at least; with fewer the scatter would be a guess without an end."""


def standard_error_of_days(before: Sequence[float], after: Sequence[float]) -> float | None:
    """Return the standard error of the difference between the means of two rows of days, oldest first.

    None with fewer than 3 days on a side. Days resemble their neighbours, so that n days count as only n / k
    independent ones, with k = (1 + r) / (1 - r) for a likeness r between each value and the next noted one
    (first-order autoregression; Bayley and Hammersley 1946, J R Stat Soc Suppl 8: 184). Both rows together give r and
    the scatter, each measured around its own mean. How often chance passes all the same is measured by
    tests/tools/null_changes.
    """
    if min(len(before), len(after)) < FEWEST_VALUES:
        return None
    rows = [_around_mean(row) for row in (before, after)]
    likeness = _likeness(rows)
    return _error(rows, (1 + likeness) / (1 - likeness))


def standard_error_of_results(before: Sequence[float], after: Sequence[float]) -> float | None:
    """Return the standard error of the difference between the means of two rows of results.

    None with fewer than 3 results on a side. Results are a week or more apart, and count as independent.
    """
    if min(len(before), len(after)) < FEWEST_VALUES:
        return None
    return _error([_around_mean(row) for row in (before, after)], 1)


def _error(rows: Sequence[Sequence[float]], count_as_one: float) -> float:
    """Return the standard error if so many values count as a single independent one."""
    number = sum(map(len, rows))
    free = max(number - len(rows) * count_as_one, _FEWEST_FREE * number)
    return sqrt(_squares(rows) / free * count_as_one * sum(1 / len(row) for row in rows))


def _likeness(rows: Sequence[Sequence[float]]) -> float:
    """Return the autocorrelation of values with the next ones, from 0 to `MOST_LIKENESS`.

    Around their own mean, n values show it too small by about (1 + 3 r) / n (Kendall 1954, Biometrika 41: 403). With
    (1 + 4 r) / n, on the side of caution, two rows with together n values get back twice as much. Up to 8 values
    cannot show it at all.
    """
    number, squares = sum(map(len, rows)), _squares(rows)
    if not squares:
        return 0
    if number <= 8:
        return MOST_LIKENESS
    products = [first * second for row in rows for first, second in pairwise(row)]
    shown = (sum(products) / len(products)) / (squares / number)
    return min(max((shown + 2 / number) / (1 - 8 / number), 0), MOST_LIKENESS)


def _squares(rows: Sequence[Sequence[float]]) -> float:
    return sum(value * value for row in rows for value in row)


def _around_mean(row: Sequence[float]) -> list[float]:
    mean = sum(row) / len(row)
    return [value - mean for value in row]
