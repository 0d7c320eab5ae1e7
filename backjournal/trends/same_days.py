"""Factors of nearly the same days, which the pain cannot tell apart: they are one finding, not two."""

from collections.abc import Iterable
from datetime import date
from math import sqrt

from backjournal.model.frozen import dataclass
from backjournal.trends.factors import Factor

NEARLY_THE_SAME = 0.8
"""The least correlation (phi) of two factors of nearly the same days: our own rule of thumb."""


@dataclass(frozen=True, slots=True)
class Companion:
    """A factor of nearly the same days as another one."""

    factor: Factor
    same: int
    """How many days have both."""

    either: int
    """How many days have one of the two, or both."""


@dataclass(frozen=True, slots=True)
class _Days:
    """A factor with its days as sets, which are quick to compare."""

    factor: Factor
    all: frozenset[date]
    with_it: frozenset[date]


def with_companions(factors: Iterable[Factor]) -> list[tuple[Factor, tuple[Companion, ...]]]:
    """Return the factors, those of nearly the same days as one with more days as its companions."""
    kept: list[tuple[_Days, list[Companion]]] = []
    for days in sorted(map(_days_of, factors), key=lambda days: -len(days.with_it)):
        for other, companions in kept:
            if companion := _companion(other, days):
                companions.append(companion)
                break
        else:
            kept.append((days, []))
    return [(days.factor, tuple(companions)) for days, companions in kept]


def _days_of(factor: Factor) -> _Days:
    return _Days(factor, frozenset(factor.days), frozenset(day for day, has_it in factor.days.items() if has_it))


def _companion(one: _Days, other: _Days) -> Companion | None:
    days = one.all & other.all
    of_one, of_other, same = (len(each & days) for each in (one.with_it, other.with_it, one.with_it & other.with_it))
    spread = of_one * (len(days) - of_one) * of_other * (len(days) - of_other)
    if spread == 0 or len(days) * same - of_one * of_other < NEARLY_THE_SAME * sqrt(spread):
        return None
    return Companion(other.factor, same, of_one + of_other - same)
