"""Measures and their values as text."""

from backjournal.model.measures import Measure, MeasureKind

EVERY_WORDS = {1: "every week", 2: "every 2 weeks", 4: "every 4 weeks", None: "never asked for"}
"""How often a measure is asked for as text, by its number of weeks."""


def value_text(measure: Measure, value: float, *, unit: bool = True) -> str:
    """Return a value with its unit, such as `4.3 points`, with the number of decimals of its measure.

    For holds and for measures that the person defined, trailing zeros are left out.
    """
    trimmed = measure.own or measure.kind is MeasureKind.HOLD
    number = f"{round(value, measure.decimals) + 0.0:g}" if trimmed else f"{value:.{measure.decimals}f}"
    return f"{number} {measure.unit}".rstrip() if unit else number


def range_words(measure: Measure) -> str:
    """Return the range and the better direction of a measure, such as `0 to 10 points, lower is better`."""
    low, unit = f"{measure.low:g}", measure.unit
    span = f"{unit} from {low} upwards" if measure.high is None else f"{low} to {measure.high:g} {unit}"
    return f"{span.strip()}, {measure.better} is better"
