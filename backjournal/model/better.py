"""Which way is better."""

from enum import StrEnum


class Better(StrEnum):
    """Which way a value goes when it goes well."""

    LOWER = "lower"
    HIGHER = "higher"
