"""The answer of an experiment: the difference, how far it can be told from chance, and what size could be seen.

Chance alone decided which of each two days or weeks in a row was with what was tried. So the difference is compared
with those that the other draws would have given, had the thing made no difference at all, or the same on every day
(a randomisation test, and the interval of all the differences that it does not refuse: Fisher 1935, Pitman 1937).
Nothing is assumed of how the days resemble each other. How often an interval excludes 0 where there is nothing, and how
often something that is there is seen, is printed by `python -m tests.tools.null_experiments`.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from math import inf, sqrt
from statistics import fmean

from backjournal.days import days_between
from backjournal.model.experiments import Experiment, Unit
from backjournal.model.frozen import dataclass
from backjournal.trends.change import FEWEST_DAYS, Mean, mean_of

CONFIDENCE = 0.95
"""The confidence level of the interval."""

FEWEST_PAIRS = 6
"""With fewer pairs no difference can be told from chance at 95 %: of 2⁵ = 32 draws the two farthest are 6 %."""

HISTORY = timedelta(weeks=26)
"""How far back the days go from which it is told what size of difference could be seen; our own rule of thumb."""

USUAL_STEP = {Unit.DAYS: 1.6, Unit.WEEKS: 1.2}
"""How far two days or weeks in a row lie apart on a 0–10 scale (root mean square) in made-up journals with a spread of
1.6 points, where each day resembles the one before by half; used until a journal has days of its own."""

_FEWEST_STEPS = 7
_TOLERANCE = 1e-9


@dataclass(frozen=True, slots=True)
class ExperimentAnswer:
    """What came of an experiment, counted as it was drawn: also the days on which the person did not keep to it."""

    with_it: Mean | None
    """The mean over the days with what was tried; None if none of them has a value."""

    without: Mean | None
    """The mean over the days without it; None if none of them has a value."""

    interval: tuple[float, float] | None
    """The 95 % interval of the difference; None if so few draws cannot tell any difference from chance."""

    p: float | None
    """The share of the draws that would give a difference at least as far from 0; None without a difference."""

    draws: int
    """How many draws were possible."""

    days: int
    """How many days count: those of whole pairs of days or weeks."""

    kept: int
    """On how many of them the person kept to the draw."""

    @property
    def difference(self) -> float | None:
        """The mean with it minus the mean without it; None if one of them is missing."""
        return self.with_it.mean - self.without.mean if self.with_it and self.without else None

    @property
    def is_clear(self) -> bool:
        """Whether the interval excludes 0."""
        return self.interval is not None and not self.interval[0] <= 0 <= self.interval[1]


@dataclass(frozen=True, slots=True)
class Tried:
    """An experiment with what is known of it."""

    experiment: Experiment
    noted: int
    """How many of its days up to today have the value that it is judged by."""

    answer: ExperimentAnswer | None = None
    """None before its end: a result that is looked at on the way is soon one of chance."""


@dataclass(frozen=True, slots=True)
class Reach:
    """What size of difference an experiment would see in about 3 of 4 cases."""

    pairs: int
    """How many pairs of days or weeks it has."""

    size: float | None
    """In the unit of the value; None if no difference could be told from chance, or too few days are noted."""

    of_own_days: bool = False
    """Whether it was computed from the journal's own days."""


@dataclass(frozen=True, slots=True)
class _Part:
    """The noted days of a day or week of the draw."""

    n: int
    total: float
    with_it: bool


def try_out(experiment: Experiment, values: Mapping[date, float], today: date) -> Tried:
    """Return an experiment with its answer, or without one before its end.

    `values` has the value that it is judged by, for each day that it tells of.
    """
    noted = sum(experiment.covers(day) and day <= today for day in values)
    return Tried(experiment, noted, answer_of(experiment, values) if experiment.is_over(today) else None)


def answer_of(experiment: Experiment, values: Mapping[date, float]) -> ExperimentAnswer:
    """Return what came of an experiment; a pair of days or weeks that a stop cut in two is left out."""
    pair = 2 * experiment.unit.days
    days_over = max(0, (experiment.counted_until - experiment.first_day).days + 1)
    days = days_over - days_over % pair
    counted = [experiment.first_day + timedelta(days=number) for number in range(days)]
    with_it, without = (
        mean_of([values[day] for day in counted if day in values and experiment.with_it(day) is side])
        for side in (True, False)
    )
    interval, p = _compare_draws(list(_parts(experiment, values, days))) if with_it and without else (None, None)
    kept = sum(day not in experiment.not_kept for day in counted)
    return ExperimentAnswer(with_it, without, interval, p, 2 ** (days // pair), days, kept)


def reach_of(values: Mapping[date, float], unit: Unit, length: int, today: date, *, is_scale: bool) -> Reach:
    """Return what size of difference an experiment of a length would see in about 3 of 4 cases.

    It is computed from how far two days or weeks in a row lay apart in the last 26 weeks. `is_scale` says whether the
    value is on a 0–10 scale, for which there is a usual size where too few days are noted.
    """
    pairs = length // 2
    if pairs < FEWEST_PAIRS:
        return Reach(pairs, None)
    steps = list(_steps(values, unit, today))
    own = len(steps) >= _FEWEST_STEPS
    if not own and not is_scale:
        return Reach(pairs, None)
    apart = sqrt(fmean(step**2 for step in steps)) if own else USUAL_STEP[unit]
    return Reach(pairs, _factor(pairs) * apart / sqrt(pairs), own)


def _factor(pairs: int) -> float:
    """Return how many standard errors of the mean of some pairs a difference needs to be seen in about 3 of 4 cases.

    With many pairs it is 1.96 + 0.84; with few the draws are few too. Fitted to made-up journals by ourselves.
    """
    return 2.8 + 10 / pairs


def _steps(values: Mapping[date, float], unit: Unit, today: date) -> Iterator[float]:
    """Yield how far each two days or weeks in a row lay apart."""
    means: list[float | None] = []
    begin = today - HISTORY
    for number in range(HISTORY.days // unit.days):
        first = begin + timedelta(days=number * unit.days)
        noted = [values[day] for day in days_between(first, first + timedelta(days=unit.days - 1)) if day in values]
        means.append(fmean(noted) if len(noted) >= min(FEWEST_DAYS, unit.days) else None)
    for one, other in pairwise(means):
        if one is not None and other is not None:
            yield other - one


def _parts(experiment: Experiment, values: Mapping[date, float], days: int) -> Iterator[_Part]:
    length = experiment.unit.days
    for number in range(0, days, length):
        first = experiment.first_day + timedelta(days=number)
        noted = [values[day] for day in days_between(first, first + timedelta(days=length - 1)) if day in values]
        yield _Part(len(noted), sum(noted), experiment.with_it(first))


def _compare_draws(parts: Sequence[_Part]) -> tuple[tuple[float, float] | None, float]:
    """Return the interval of the difference and its p, from all draws that were possible.

    Had the thing added δ on every day with it, another draw would have given the difference a − b·δ less than under
    δ itself. It is as far from δ as the real one for all δ between two ends, which always enclose the real difference:
    the interval holds each δ for which that is so in more than 5 % of the draws.
    """
    n, total = sum(part.n for part in parts), sum(part.total for part in parts)
    really = sum(part.n for part in parts if part.with_it)
    drawn = _difference(really, sum(part.total for part in parts if part.with_it), n, total)
    lows, highs, as_far = [], [], 0
    for side_n, side_total, side_really in _sides(parts):
        less, share = drawn, 1.0
        if 0 < side_n < n:
            less, share = _difference(side_n, side_total, n, total), _difference(side_n, side_really, n, really)
        as_far += abs(less) >= abs(drawn) - _TOLERANCE
        low, high = _ends(drawn, less, share)
        lows.append(low)
        highs.append(high)
    place = int((1 - CONFIDENCE) * len(lows) + _TOLERANCE)
    low, high = sorted(lows)[place], sorted(highs, reverse=True)[place]
    # Floating-point errors must not decide on which side of 0 an end lies.
    bounded = low > -inf and high < inf
    return (round(low, 9) + 0.0, round(high, 9) + 0.0) if bounded else None, as_far / len(lows)


def _sides(parts: Sequence[_Part]) -> list[tuple[int, float, int]]:
    """Return the side with what is tried for each draw: its days, their total, and how many were really with it.

    The first pair is drawn one way only: a draw turned round in every pair puts the same days on the other side, which
    gives the same ends.
    """
    # A tuple for each draw, as there are thousands of them.
    first, *others = [(part.n, part.total, part.n * part.with_it) for part in parts]
    sides = [first]
    for pair in zip(others[1::2], others[2::2], strict=True):
        sides = [(n + days, total + more, really + it) for n, total, really in sides for days, more, it in pair]
    return sides


def _difference(n: float, total: float, of_n: float, of_total: float) -> float:
    """Return the mean of some of the days minus the mean of the others."""
    return total / n - (of_total - total) / (of_n - n)


def _ends(drawn: float, less: float, share: float) -> tuple[float, float]:
    """Return between which differences a draw is at least as far from each of them as the real one."""
    if 1 - abs(share) < _TOLERANCE:
        return -inf, inf
    one, other = (drawn - less) / (1 - share), (drawn + less) / (1 + share)
    return min(one, other), max(one, other)
