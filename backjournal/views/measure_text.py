"""The results of a measure against its baseline, in words."""

from backjournal.model.better import Better
from backjournal.model.measure_words import value_text
from backjournal.model.measures import Measure, Result
from backjournal.model.numbers import count
from backjournal.trends.change import Verdict
from backjournal.trends.measure_change import Measured
from backjournal.views.answer_text import COMPARE_WITH_YOURSELF
from backjournal.views.change_text import size_of, threshold_words


def measured_lines(measured: Measured) -> list[str]:
    """Return the baseline with its n, what would be a meaningful change, with its source, and what is left out."""
    measure, baseline = measured.measure, measured.baseline
    if not measure.id:
        return ["No outcome measure is chosen yet."]
    if baseline is None:
        lines = [f"{measure.name} has no result yet."]
    else:
        n = count(baseline.n, "result")
        lines = [f"Baseline {_mean_text(measured.measure, baseline.mean)} ({n}). {_meaningful(measured)}"]
    if measured.left_out:
        lines.append(f"Left out: {count(measured.left_out, 'result')} of former activities.")
    return lines


def result_words(measured: Measured, result: Result) -> str:
    """Return a result as its value and how it stands to the baseline."""
    value, change = value_text(measured.measure, result.value), measured.change_to(result)
    if measured.baseline is None or not float(size_of(change)):
        return f"{value}, as the baseline"
    side = "better" if measured.better_than_baseline(result) else "worse"
    size = f"{value}, {size_of(change)} {side} than the baseline"
    if change.verdict is Verdict.UNKNOWN:
        return size
    return f"{size}, {'within noise' if change.verdict is Verdict.NOISE else 'meaningful'}"


def _mean_text(measure: Measure, mean: float) -> str:
    """Return a mean as a value, with one decimal where it lies between the values that there can be."""
    is_value = abs(round(mean, measure.decimals) - mean) < 0.05
    return value_text(measure, mean) if is_value else f"{mean:.1f} {measure.unit}".rstrip()


def _meaningful(measured: Measured) -> str:
    measure, band = measured.measure, measured.band
    if band is None:
        return f"No threshold is known: {COMPARE_WITH_YOURSELF}."
    threshold = threshold_words(measure.threshold, measure.unit)
    # One decimal more than the values have, so that an end between two of them is not taken for one.
    low, high = (f"{round(value, measure.decimals + 1):g}" for value in band)
    below, above = ("better", "worse") if measure.better is Better.LOWER else ("worse", "better")
    ends = []
    if band[0] >= measure.low:
        ends.append(f"{below} at {low} or less")
    if measure.high is None or band[1] <= measure.high:
        ends.append(f"{above} at {high} or more")
    return f"Meaningful is {threshold} (source: {measure.threshold.source}): {', '.join(ends)}."
