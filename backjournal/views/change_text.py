"""A change as text: its means with their n, its size, and the meaningful change with its source."""

from collections.abc import Sequence

from backjournal.model.dates import Days
from backjournal.model.measures import Measure, Threshold, ThresholdKind
from backjournal.model.numbers import MISSING
from backjournal.model.text import sentence
from backjournal.trends.change import Change, Mean, meaningful_points, reaches

_CHANGE_NAMES = {ThresholdKind.MIC: "meaningful", ThresholdKind.MDC: "detectable", ThresholdKind.OWN: "meaningful"}
_MEANINGS = {
    ThresholdKind.MIC: "people call it worthwhile",
    ThresholdKind.MDC: "above the error of the measure",
    ThresholdKind.OWN: "",
}


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


def noise_text(change: Change) -> str:
    """Return the noise of a change, such as `±1.1`; a dash if it is not known."""
    noise, size = change.noise, float(size_of(change))
    if noise is None:
        return MISSING
    outside = reaches(abs(change.difference or 0), noise)
    # As many decimals as it takes for the printed figures to say the same as the verdict.
    texts = (f"{noise:.{decimals}f}" for decimals in (1, 2, 3))
    return f"±{next((text for text in texts if reaches(size, float(text)) is outside), f'{noise:.1f}')}"


def change_name(threshold: Threshold) -> str:
    """Return what a change at or past a threshold is called: meaningful, or detectable."""
    return _CHANGE_NAMES[threshold.kind]


def threshold_reason(threshold: Threshold, unit: str) -> str:
    """Return a threshold: `the threshold is 2 points (above the error of the measure; source: Stratford's form)`."""
    meaning = [*filter(None, [_MEANINGS[threshold.kind]]), f"source: {threshold.source}"]
    return f"the threshold is {threshold_text(threshold, unit)} ({'; '.join(meaning)})"


def days_text(weeks: Sequence[Days]) -> str:
    """Return the days of some weeks; two weeks of which the second begins on the day after the first are one range."""
    if len(weeks) == 2 and (weeks[1][0] - weeks[0][1]).days == 1:
        weeks = [(weeks[0][0], weeks[1][1])]
    return " and ".join(f"{first} to {last}" for first, last in weeks)


def threshold_text(threshold: Threshold, unit: str) -> str:
    """Return the change that a threshold asks for, such as `2 points or 30 %, at least 1 point`; empty without one."""
    points = "" if threshold.points is None else _amount(threshold.points, unit)
    if threshold.share is None:
        return points
    share = f"{threshold.share * 100:g} %"
    if threshold.share_at_least is not None:
        share += f", at least {_amount(threshold.share_at_least, unit)}"
    elif threshold.points is not None:
        share += f", by our own caution only where that is {_amount(threshold.points / 2, unit)} or more"
    return f"{points} or {share}" if points else share


def threshold_line(measure: Measure) -> str:
    """Return a sentence with the threshold of a measure, its meaning and its source, or that none is known."""
    threshold = measure.threshold
    text = threshold_text(threshold, measure.unit)
    if not text:
        return "No threshold is known: compare with yourself."
    of_part = f", of a single one {threshold.of_part:g}" if threshold.of_part is not None else ""
    meaning = "; ".join(filter(None, [_MEANINGS[threshold.kind], threshold.source]))
    return f"{sentence(change_name(threshold))} change: {text}{of_part} ({meaning}). {threshold.beside}".rstrip()


def _amount(number: float, unit: str) -> str:
    return "1 point" if number == 1 and unit == "points" else f"{number:g} {unit}".rstrip()


def _rounded(number: float, needed: float | None, decimals: int) -> str:
    """Return a number with `decimals` decimals, or with up to two more if rounding would move it across `needed`."""
    for more in range(3):
        text = f"{number:.{decimals + more}f}"
        if needed is None or reaches(float(text), needed) is reaches(number, needed):
            break
    return text
