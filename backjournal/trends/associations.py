"""Associations: the pain on days with a factor compared with that on days without it.

Only what came before the pain can stand out. What was noted together with it may have been written because of it, and
is described without a verdict.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from statistics import fmean

from backjournal.model.dates import Days
from backjournal.model.frozen import dataclass, replace
from backjournal.trends.chance import (
    FALSE_FINDINGS,
    Difference,
    benjamini_hochberg,
    difference,
    errors_to_be_seen,
    errors_to_stand_out,
)
from backjournal.trends.change import Mean, mean_of
from backjournal.trends.factors import Factor, earlier_factors, noted_factors, pain_by_day
from backjournal.trends.record import Record
from backjournal.trends.same_days import Companion, with_companions

FEWEST_DAYS = 7
"""The fewest days with a factor, and the fewest without it, that can be compared: our own caution."""

MOST_DAYS = 52 * 7
"""Only this many of the newest days of a window are analysed: old associations say little about the present."""

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Contrast:
    """The mean pain, 0 to 10, on days with a factor and on days without it."""

    factor: Factor
    with_it: Mean
    without: Mean
    companions: tuple[Companion, ...] = ()
    """The factors of nearly the same days, which are not shown by themselves."""

    @property
    def points(self) -> float:
        """How much higher the mean is on the days with the factor."""
        return self.with_it.mean - self.without.mean


@dataclass(frozen=True, slots=True)
class Finding:
    """A factor that came before the pain, and how certain its difference in points is."""

    contrast: Contrast
    difference: Difference
    """Computed with all else being alike, so it may not equal that of the two means."""

    adjusted_p: float
    """The p of the difference, adjusted for the number of factors that were compared."""

    margin: float
    """How far the interval reaches to each side, in points; it leaves out 0 only for what stands out."""

    seen_from: float
    """The smallest true difference, in points, that would have stood out in four of five cases."""

    @property
    def stands_out(self) -> bool:
        """Whether chance alone would rarely give such a difference."""
        return self.adjusted_p <= FALSE_FINDINGS

    @property
    def low(self) -> float:
        """The lower end of the interval."""
        return self.difference.points - self.margin

    @property
    def high(self) -> float:
        """The upper end of the interval."""
        return self.difference.points + self.margin


@dataclass(frozen=True, slots=True)
class Associations:
    """The findings on the days from first to last, and what was noted together with the pain."""

    first: date
    last: date
    findings: tuple[Finding, ...] = ()
    """Sorted by p, the lowest first."""

    noted: tuple[Contrast, ...] = ()
    """The words that were noted on the same day as the pain, the largest difference first."""

    left_out: int = 0
    """How many factors were left out because too few days had them, or too few did not."""

    words_left_out: int = 0
    """The same of the words that were noted together with the pain."""

    weekly: int = 0
    """How many factors were left out because they come on the same days of every week."""

    @property
    def tried(self) -> int:
        """How many factors were compared, those of nearly the same days as one."""
        return len(self.findings)

    @property
    def standing_out(self) -> tuple[Finding, ...]:
        """The findings that stand out."""
        return tuple(finding for finding in self.findings if finding.stands_out)


def find_associations(record: Record, window: Days, go_on: Callable[[], bool] = lambda: True) -> Associations:
    """Compare the pain of days with and without each factor in the newest year of a window.

    `go_on` is called before each factor; once it returns False, the comparison stops, and its result is incomplete.
    """
    last = window[1]
    first = max(window[0], last - timedelta(days=MOST_DAYS - 1), min(record.diary, default=last))
    pain = pain_by_day(record, first, last)
    noted, words_left_out = _contrasts([_on(pain, factor) for factor in noted_factors(record, first, last)])
    # The day before is known as well, so that a bad day that goes on is not taken for an effect of what it held.
    followed = {day + _DAY: value for day, value in pain.items()}
    compared, left_out = _contrasts([_on(followed, factor) for factor in earlier_factors(record, first, last)])
    found, weekly = [], 0
    for contrast in compared:
        if not go_on():
            break
        of_factor = _difference(contrast.factor, followed)
        if of_factor is None:
            weekly += 1
        else:
            found.append((contrast, of_factor))
    noted.sort(key=lambda contrast: -abs(contrast.points))
    return Associations(first, last, _judged(found), tuple(noted), left_out, words_left_out, weekly)


def _on(days: Mapping[date, float], factor: Factor) -> Factor:
    """Return a factor on those of its days that have a pain to compare it with and are among the given ones."""
    return replace(
        factor, days={day: factor.days[day] for day in sorted(factor.days.keys() & factor.pain.keys() & days.keys())}
    )


def _contrasts(factors: list[Factor]) -> tuple[list[Contrast], int]:
    """Return the contrasts of the factors with enough days, and how many factors have too few."""
    enough = [
        factor for factor in factors if FEWEST_DAYS <= sum(factor.days.values()) <= len(factor.days) - FEWEST_DAYS
    ]
    contrasts = []
    for factor, companions in with_companions(enough):
        with_it, without = (
            mean_of([factor.pain[day] for day, has_it in factor.days.items() if has_it is side])
            for side in (True, False)
        )
        if with_it and without:
            contrasts.append(Contrast(factor, with_it, without, companions))
    return contrasts, len(factors) - len(enough)


def _difference(factor: Factor, followed: Mapping[date, float]) -> Difference | None:
    """Return the difference that a factor makes; None if it comes on the same days of every week.

    `followed` is the pain of the day before, by day: the difference has to be there with and without it taken into
    account, and the less certain one is returned.
    """
    usual = fmean(factor.days.values())
    known = [factor.days.get(day - _DAY, usual) for day in factor.days], [followed[day] for day in factor.days]
    with_it, pain = list(factor.days.values()), [factor.pain[day] for day in factor.days]
    weekdays = [day.weekday() for day in factor.days]
    plain, adjusted = (difference(with_it, pain, weekdays, *known[:number]) for number in (1, 2))
    if plain is None or adjusted is None:
        return None
    # Adjusted alone, what hurts on its own day and is over by the next would seem to do good on the day after.
    return max(plain, adjusted, key=lambda of_factor: of_factor.p)


def _judged(found: list[tuple[Contrast, Difference]]) -> tuple[Finding, ...]:
    """Return the findings, the least likely by chance first, each judged as one of so many."""
    adjusted = benjamini_hochberg([of_factor.p for _, of_factor in found])
    many = len(found), sum(p <= FALSE_FINDINGS for p in adjusted)
    findings = [
        Finding(
            contrast,
            of_factor,
            adjusted_p,
            errors_to_stand_out(*many) * of_factor.error,
            errors_to_be_seen(*many) * of_factor.error,
        )
        for (contrast, of_factor), adjusted_p in zip(found, adjusted, strict=True)
    ]
    return tuple(sorted(findings, key=lambda finding: finding.difference.p))
