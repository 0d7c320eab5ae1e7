"""A span of values: their number, mean and range."""

from collections.abc import Collection

from backjournal.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """The number, mean, lowest and highest of some values, usually one for each day."""

    n: int
    """How many values there are, at least 1."""

    mean: float
    low: float
    high: float


def span_of(values: Collection[float]) -> Span | None:
    """Return the span of some values; None if there are none."""
    return Span(len(values), sum(values) / len(values), min(values), max(values)) if values else None
