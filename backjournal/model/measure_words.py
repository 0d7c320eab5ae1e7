"""Measures and their values in words."""

from backjournal.model.measures import Measure, Threshold

EVERY_WORDS = {1: "every week", 2: "every 2 weeks", 4: "every 4 weeks", None: "never asked for"}
"""How often a measure is asked for, by its weeks."""


def value_text(measure: Measure, value: float, *, unit: bool = True) -> str:
    """Return a value as `4.3 points`, with the decimals of its measure."""
    told = f"{value:.{measure.decimals}f}"
    return f"{told} {measure.unit}".rstrip() if unit else told


def range_words(measure: Measure) -> str:
    """Return the range and which way is better, such as `0 to 10 points, lower is better`."""
    high = "upwards" if measure.high is None else f"to {measure.high:g}"
    span = f"{measure.low:g} {high}"
    return f"{span} {measure.unit}".rstrip() + f", {measure.better} is better"


def threshold_words(measure: Measure) -> str:
    """Return what counts as a meaningful change, with its source; that there is no known threshold if there is none."""
    threshold = measure.threshold
    if threshold.points is None and threshold.share is None:
        return "No threshold is known: compare with yourself."
    change = " or ".join(_changes(threshold, measure.unit))
    of_part = f", {threshold.of_part:g} for a single one" if threshold.of_part is not None else ""
    source = f" ({threshold.source})" if threshold.source else ""
    return f"Meaningful change: {change}{of_part}{source}."


def _changes(threshold: Threshold, unit: str) -> list[str]:
    points = f"{threshold.points:g} {unit}".rstrip() if threshold.points is not None else ""
    share = f"{threshold.share * 100:.0f} %" if threshold.share is not None else ""
    return [change for change in (points, share) if change]
