"""How often a difference would come about by chance: it is looked for in random halves of the weeks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf
from random import Random

MOST_SPLITS = 4999
"""So many random splits; where there are fewer of them than this, each is taken once."""

CONFIDENCE = 0.95

_BYTE = 8


@dataclass(frozen=True, slots=True)
class Spread:
    """How sure an effect is: its chance `p`, 0 to 1, and the interval from `low` to `high` at 95 %."""

    p: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Block:
    """The share of a block of days in a difference: `of` ÷ `by`, summed over all blocks, is the difference."""

    of: float
    by: float


def spread(blocks: Sequence[Block], seed: str) -> Spread:
    """Split the blocks into two heaps at random, again and again, and look at the difference in each heap.

    `p` is the share of splits whose heaps disagree in which way the difference goes. If nothing is behind it, a block
    is as likely to speak for it as against it, and this is what a test by random signs gives (Hartigan 1969, 'Using
    subsample values as typical values'); the interval has the differences that such a test would not refuse. The same
    seed gives the same splits.
    """
    total = Block(sum(block.of for block in blocks), sum(block.by for block in blocks))
    lows, highs, disagree, splits = [], [], 0, 0
    for heap in _heaps(blocks, seed):
        one, other = _ratio(heap), _ratio(Block(total.of - heap.of, total.by - heap.by))
        low, high = min(one[0], other[0]), max(one[1], other[1])
        lows.append(low)
        highs.append(high)
        disagree += low <= 0 <= high
        splits += 1
    outside = int((1 - CONFIDENCE) * splits)
    return Spread(disagree / splits, sorted(lows)[outside], sorted(highs, reverse=True)[outside])


def _ratio(heap: Block) -> tuple[float, float]:
    """Return the difference in a heap as an interval: without a day that tells anything it could be all."""
    return (heap.of / heap.by,) * 2 if heap.by > _NOTHING else (-inf, inf)


_NOTHING = 1e-9


def _heaps(blocks: Sequence[Block], seed: str) -> Iterator[Block]:
    """Give the sums of one heap of each split; the first split leaves a heap empty."""
    tables = [_sums(blocks[place : place + _BYTE]) for place in range(0, len(blocks), _BYTE)]
    count = 1 << len(blocks)
    random = Random(seed)  # noqa: S311 - no secret
    drawn = range(1, count) if count <= MOST_SPLITS else (random.getrandbits(len(blocks)) for _ in range(MOST_SPLITS))
    for chosen in (0, *drawn):
        parts = [table[byte] for table, byte in zip(tables, chosen.to_bytes(len(tables), "little"), strict=True)]
        yield Block(sum(part.of for part in parts), sum(part.by for part in parts))


def _sums(blocks: Sequence[Block]) -> list[Block]:
    """Return the sums of each choice of up to eight blocks."""
    sums = [Block(0, 0)]
    for block in blocks:
        sums += [Block(known.of + block.of, known.by + block.by) for known in sums]
    return sums


def benjamini_hochberg(chances: Sequence[float]) -> list[float]:
    """Return each p adjusted for all that were tried, in the order given (Benjamini and Hochberg 1995).

    Below 0.05 they hold at most 5 % false findings on average.
    """
    tried = len(chances)
    falling = sorted(range(tried), key=chances.__getitem__, reverse=True)
    adjusted = [1.0] * tried
    least = 1.0
    for place, index in enumerate(falling):
        least = min(least, chances[index] * tried / (tried - place))
        adjusted[index] = least
    return adjusted
