"""A change as text: its means with their n, its size, and the meaningful change with its source."""

from backjournal.model.measures import Measure, Threshold
from backjournal.model.numbers import MISSING
from backjournal.trends.change import SMALLEST_STEP, Change, Mean, meaningful_points, reaches


def mean_text(mean: Mean | None) -> str:
    """Return a mean with its n, such as `5.8 (n 12)`; a dash without a mean."""
    return f"{mean.mean:.1f} (n {mean.n})" if mean else f"{MISSING} (n 0)"


def difference_text(change: Change) -> str:
    """Return the difference with its sign, also in per cent if the threshold has a share, such as `−1.9 (33 %)`."""
    if change.difference is None:
        return MISSING
    size = size_of(change)
    sign = "" if not float(size) else "+" if change.difference > 0 else "−"
    percent = percent_of(change)
    return f"{sign}{size} ({percent})" if percent else f"{sign}{size}"


def size_of(change: Change) -> str:
    """Return the size of a change without its sign; `0.0` if a mean is missing."""
    if change.before is None or change.difference is None:
        return "0.0"
    return _rounded(abs(change.difference), meaningful_points(change.threshold, change.before.mean), 1)


def percent_of(change: Change) -> str:
    """Return the size of a change in per cent of the mean before.

    Empty if the threshold has no share, if a mean is missing, or if the mean before is not above 0.
    """
    share, before = change.threshold.share, change.before
    if share is None or before is None or change.difference is None or before.mean <= 0:
        return ""
    return f"{_rounded(abs(change.difference) / before.mean * 100, share * 100, 0)} %"


def threshold_text(threshold: Threshold, unit: str) -> str:
    """Return the meaningful change, such as `2 points or 30 %, at least 1 point`; empty if no threshold is known."""
    points = "" if threshold.points is None else _amount(threshold.points, unit)
    if threshold.share is None:
        return points
    share = f"{threshold.share * 100:g} %, at least {_amount(SMALLEST_STEP, unit)}"
    return f"{points} or {share}" if points else share


def threshold_line(measure: Measure) -> str:
    """Return a sentence with the meaningful change of a measure and its source, or that no threshold is known."""
    threshold = measure.threshold
    text = threshold_text(threshold, measure.unit)
    if not text:
        return "No threshold is known: compare with yourself."
    of_part = f", of a single one {threshold.of_part:g}" if threshold.of_part is not None else ""
    return f"Meaningful change: {text}{of_part} ({threshold.source})."


def _amount(number: float, unit: str) -> str:
    return "1 point" if number == 1 and unit == "points" else f"{number:g} {unit}".rstrip()


def _rounded(number: float, needed: float | None, decimals: int) -> str:
    """Return a number with `decimals` decimals, or with up to two more if rounding would move it across `needed`."""
    for more in range(3):
        text = f"{number:.{decimals + more}f}"
        if needed is None or reaches(float(text), needed) is reaches(number, needed):
            break
    return text
