"""A span of values: how many there are, their mean, and how far they reach."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """The values of one scale over a stretch of days: n days, the mean of the day means, the lowest and highest day."""

    n: int
    mean: float
    low: float
    high: float
