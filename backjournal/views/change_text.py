"""A change as text: its means with their n, its size, and the meaningful change with its source."""

from collections.abc import Sequence

from backjournal.model.dates import Days
from backjournal.model.measures import Measure, Threshold, ThresholdKind
from backjournal.model.numbers import MISSING
from backjournal.model.text import sentence
from backjournal.trends.change import Change, reaches
from backjournal.views.change_figures import figures_of

_CHANGE_NAMES = {ThresholdKind.MIC: "meaningful", ThresholdKind.MDC: "detectable", ThresholdKind.OWN: "meaningful"}
_MEANINGS = {
    ThresholdKind.MIC: "people call it worthwhile",
    ThresholdKind.MDC: "above the error of the measure",
    ThresholdKind.OWN: "",
}


def means_text(change: Change) -> tuple[str, str]:
    """Return the means before and after with their n, such as `5.8 (n 12)`; a dash without a mean."""
    figures = figures_of(change)
    n_before, n_after = (mean.n if mean else 0 for mean in (change.before, change.after))
    return f"{figures.before} (n {n_before})", f"{figures.after} (n {n_after})"


def difference_text(change: Change) -> str:
    """Return the difference with its sign, also in per cent if the threshold has a share, such as `−1.9 (33 %)`."""
    if change.difference is None:
        return MISSING
    figures = figures_of(change)
    sign = "+" if figures.difference > 0 else "−" if figures.difference else ""
    return f"{sign}{figures.size} ({figures.percent})" if figures.percent else f"{sign}{figures.size}"


def noise_text(change: Change) -> str:
    """Return the noise of a change, such as `±1.1`; a dash if it is not known."""
    noise, size = change.noise, abs(figures_of(change).difference)
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
