"""Joining neighbouring days or weeks into blocks, so that no more remain than a drawing has room for."""


def block_size(number: int, most: int) -> int:
    """Return how many items a block needs, so that so many items make at most `most` (1 or more) blocks."""
    return max(1, -(-number // most))


def blocks(number: int, size: int) -> list[slice]:
    """Return slices that divide so many items, the oldest first, into blocks of equal size.

    The newest block is always whole; the oldest may have fewer items.
    """
    return [slice(max(0, end - size), end) for end in reversed(range(number, 0, -size))]
