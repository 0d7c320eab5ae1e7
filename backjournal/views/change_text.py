"""A change in words: its means with their n, how large it is, and what would be meaningful, with the source."""

from backjournal.model.measures import Measure, Threshold
from backjournal.model.numbers import MISSING
from backjournal.trends.change import SMALLEST_STEP, Change, Mean, meaningful_points, reaches


def mean_text(mean: Mean | None) -> str:
    """Return a mean with its n: `5.8 (n 12)`."""
    return f"{mean.mean:.1f} (n {mean.n})" if mean else f"{MISSING} (n 0)"


def difference_text(change: Change) -> str:
    """Return a change with its sign, and in per cent where its threshold is a share: `−1.9 (33 %)`."""
    if change.difference is None:
        return MISSING
    size = size_of(change)
    sign = "" if not float(size) else "+" if change.difference > 0 else "−"
    percent = percent_of(change)
    return f"{sign}{size} ({percent})" if percent else f"{sign}{size}"


def size_of(change: Change) -> str:
    """Return how large a change is, without its sign; 0.0 if there is none to tell."""
    if change.before is None or change.difference is None:
        return "0.0"
    return _rounded(abs(change.difference), meaningful_points(change.threshold, change.before.mean), 1)


def percent_of(change: Change) -> str:
    """Return how large a change is as a share of the mean before; empty where the threshold knows no share."""
    share, before = change.threshold.share, change.before
    if share is None or before is None or change.difference is None or before.mean <= 0:
        return ""
    return f"{_rounded(abs(change.difference) / before.mean * 100, share * 100, 0)} %"


def threshold_text(threshold: Threshold, unit: str) -> str:
    """Return what change is meaningful: `2 points or 30 %, at least 1 point`; empty if no threshold is known."""
    points = "" if threshold.points is None else _amount(threshold.points, unit)
    if threshold.share is None:
        return points
    share = f"{threshold.share * 100:g} %, at least {_amount(SMALLEST_STEP, unit)}"
    return f"{points} or {share}" if points else share


def threshold_line(measure: Measure) -> str:
    """Return what change of a measure is meaningful, with its source, or that no threshold is known."""
    threshold = measure.threshold
    words = threshold_text(threshold, measure.unit)
    if not words:
        return "No threshold is known: compare with yourself."
    of_part = f", of a single one {threshold.of_part:g}" if threshold.of_part is not None else ""
    return f"Meaningful change: {words}{of_part} ({threshold.source})."


def _amount(number: float, unit: str) -> str:
    return "1 point" if number == 1 and unit == "points" else f"{number:g} {unit}".rstrip()


def _rounded(number: float, needed: float | None, decimals: int) -> str:
    """Return a number with so many decimals, or up to two more if it would be rounded across what is needed."""
    for more in range(3):
        text = f"{number:.{decimals + more}f}"
        if needed is None or reaches(float(text), needed) is reaches(number, needed):
            break
    return text
