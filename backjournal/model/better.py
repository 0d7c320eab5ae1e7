"""The direction in which a value improves."""

from enum import StrEnum


class Better(StrEnum):
    """Whether lower or higher values are better."""

    LOWER = "lower"
    HIGHER = "higher"
