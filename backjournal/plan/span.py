"""A span of values: how many there are, their mean, and how far they reach."""

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """The values of one scale over a stretch of days: n days, the mean of the day means, the lowest and highest day."""

    n: int
    mean: float
    low: float
    high: float


def span_of(values: Collection[float]) -> Span | None:
    """Return the number, mean, lowest and highest of values, None if there are none."""
    return Span(len(values), sum(values) / len(values), min(values), max(values)) if values else None
