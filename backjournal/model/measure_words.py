"""Measures and their values in words."""

from backjournal.model.measures import Measure, MeasureKind

EVERY_WORDS = {1: "every week", 2: "every 2 weeks", 4: "every 4 weeks", None: "never asked for"}
"""How often a measure is asked for, by its weeks."""


def value_text(measure: Measure, value: float, *, unit: bool = True) -> str:
    """Return a value as `4.3 points`, with the decimals of its measure; seconds and one's own with what they need."""
    as_needed = measure.own or measure.kind is MeasureKind.HOLD
    told = f"{round(value, measure.decimals) + 0.0:g}" if as_needed else f"{value:.{measure.decimals}f}"
    return f"{told} {measure.unit}".rstrip() if unit else told


def range_words(measure: Measure) -> str:
    """Return the range and which way is better, such as `0 to 10 points, lower is better`."""
    low, unit = f"{measure.low:g}", measure.unit
    span = f"{unit} from {low} upwards" if measure.high is None else f"{low} to {measure.high:g} {unit}"
    return f"{span.strip()}, {measure.better} is better"
