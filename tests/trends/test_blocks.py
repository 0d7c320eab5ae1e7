"""Joining neighbouring days or weeks into equal blocks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backjournal.trends.blocks import block_size, blocks


@pytest.mark.parametrize(
    ("number", "size", "expected"),
    [
        (0, 1, []),
        (3, 1, [(0, 1), (1, 2), (2, 3)]),
        (4, 2, [(0, 2), (2, 4)]),
        (5, 2, [(0, 1), (1, 3), (3, 5)]),
        (2, 3, [(0, 2)]),
    ],
)
def test_the_newest_block_is_whole(number: int, size: int, expected: list[tuple[int, int]]) -> None:
    assert [(block.start, block.stop) for block in blocks(number, size)] == expected


@given(st.integers(0, 600), st.integers(1, 200))
def test_every_item_is_in_one_block_and_there_are_no_more_blocks_than_asked_for(number: int, most: int) -> None:
    size = block_size(number, most)
    found = blocks(number, size)
    assert [place for block in found for place in range(number)[block]] == list(range(number))
    assert len(found) <= most
    assert size == 1 or len(blocks(number, size - 1)) > most, "no more are joined than needed"
