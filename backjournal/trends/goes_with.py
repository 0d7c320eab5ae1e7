"""What goes with better and worse days: the pain of days with a factor against that of days without it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from statistics import fmean

from backjournal.trends.change import Mean
from backjournal.trends.factors import Factor, FactorKind, factors
from backjournal.trends.record import Record
from backjournal.trends.resampling import Block, benjamini_hochberg, spread

FEWEST_DAYS = 7
"""So many days with a factor, and so many without it, are needed to compare them."""

FALSE_FINDINGS = 0.05
"""The share of findings that may be false: above it, it could well be chance."""

AROUND = 14
"""How many noted days before and after a day it is compared with: the slow course of the weeks does not count."""

_MOST_BLOCKS = 32


@dataclass(frozen=True, slots=True)
class Finding:
    """The mean pain of days with and without a factor, and the difference that the factor goes with.

    The difference is that of days from the days around them, so it may not be that of the two means. It lies between
    `low` and `high` with 95 %; `p` is the chance of a difference like it if nothing is behind it, and `adjusted_p` the
    same where so many factors were tried.
    """

    kind: FactorKind
    word: str
    with_it: Mean
    without: Mean
    difference: float
    low: float
    high: float
    p: float
    adjusted_p: float = 1.0
    median: float | None = None

    @property
    def stands_out(self) -> bool:
        """Tell whether it is more than chance would often give."""
        return self.adjusted_p <= FALSE_FINDINGS


@dataclass(frozen=True, slots=True)
class GoesWith:
    """What was found from the first to the last day: what stands out first, then by the chance.

    `left_out` factors had fewer than 7 days with or without them.
    """

    first: date
    last: date
    findings: tuple[Finding, ...] = ()
    left_out: int = 0

    @property
    def tried(self) -> int:
        """How many factors were compared."""
        return len(self.findings)


def goes_with(record: Record, window: tuple[date, date], go_on: Callable[[], bool] = lambda: True) -> GoesWith:
    """Compare the pain of days with and without each factor; when `go_on` no longer holds, stop and leave the rest."""
    first, last = window
    pain = {day: noted.pain for day, noted in record.diary.items() if noted.pain is not None and first <= day <= last}
    findings, left_out = [], 0
    for factor in factors(record, first, last):
        if not go_on():
            break
        finding = _finding(factor, pain)
        if finding is None:
            left_out += 1
        else:
            findings.append(finding)
    adjusted = benjamini_hochberg([finding.p for finding in findings])
    judged = [replace(finding, adjusted_p=p) for finding, p in zip(findings, adjusted, strict=True)]
    judged.sort(key=lambda finding: (finding.adjusted_p, finding.p, -abs(finding.difference)))
    return GoesWith(first, last, tuple(judged), left_out)


def _finding(factor: Factor, pain: Mapping[date, float]) -> Finding | None:
    """Return what was found of a factor, None if there are too few days with or without it."""
    days = [day for day in sorted(factor.days) if day in pain]
    with_it = [pain[day] for day in days if factor.days[day]]
    without = [pain[day] for day in days if not factor.days[day]]
    if min(len(with_it), len(without)) < FEWEST_DAYS:
        return None
    blocks = _blocks(days, factor.days, pain)
    difference = sum(block.of for block in blocks) / sum(block.by for block in blocks)
    found = spread(blocks, f"{factor.kind} {factor.word}")
    return Finding(
        factor.kind,
        factor.word,
        Mean(len(with_it), fmean(with_it)),
        Mean(len(without), fmean(without)),
        difference,
        found.low,
        found.high,
        found.p,
        median=factor.median,
    )


def _blocks(days: Sequence[date], has_it: Mapping[date, bool], pain: Mapping[date, float]) -> list[Block]:
    """Return what each block of whole weeks says of the difference, at most so many that a split is quick."""
    factor_apart = _apart([float(has_it[day]) for day in days])
    pain_apart = _apart([pain[day] for day in days])
    weeks = (days[-1] - days[0]).days // 7 + 1
    length = 7 * -(-weeks // _MOST_BLOCKS)
    blocks: dict[int, Block] = {}
    for day, of_factor, of_pain in zip(days, factor_apart, pain_apart, strict=True):
        place = (day - days[0]).days // length
        before = blocks.get(place, Block(0, 0))
        blocks[place] = Block(before.of + of_factor * of_pain, before.by + of_factor**2)
    return list(blocks.values())


def _apart(values: Sequence[float]) -> list[float]:
    """Return how far each value lies from the mean of the values around it."""
    around = (values[max(0, place - AROUND) : place + AROUND + 1] for place in range(len(values)))
    return [value - sum(near) / len(near) for value, near in zip(values, around, strict=True)]
