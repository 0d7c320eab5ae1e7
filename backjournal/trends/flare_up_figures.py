"""The flare-ups in figures: how many, how long, and how far apart."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from backjournal.model.flare_ups import FlareUp

LATELY = timedelta(weeks=12)
"""The last 12 weeks, up to today."""


@dataclass(frozen=True, slots=True)
class FlareUpFigures:
    """What the flare-ups up to today come to; `lately` counts those that began in the last 12 weeks.

    `length` is the median of all `number` of them in days, both ends included; one that goes on counts its days so
    far. `between` is the median of the `between_n` times from the last day of one to the first of the next, in days.
    `since_last` is the days since the last day of the latest; None if there was none, or one goes on.
    """

    number: int = 0
    lately: int = 0
    length: float | None = None
    between: float | None = None
    between_n: int = 0
    since_last: int | None = None
    goes_on_since: date | None = None


def flare_up_figures(flare_ups: Iterable[FlareUp], today: date) -> FlareUpFigures:
    """Return the figures of the flare-ups that have begun by today; they do not overlap."""
    begun = sorted((each for each in flare_ups if each.first_day <= today), key=lambda each: each.first_day)
    if not begun:
        return FlareUpFigures()
    ends = [min(each.last_day or today, today) for each in begun]
    lengths = [(end - each.first_day).days + 1 for each, end in zip(begun, ends, strict=True)]
    between = [(after.first_day - (before.last_day or today)).days for before, after in pairwise(begun)]
    latest = begun[-1]
    goes_on = latest.last_day is None or latest.last_day > today
    return FlareUpFigures(
        number=len(begun),
        lately=sum(each.first_day > today - LATELY for each in begun),
        length=median(lengths),
        between=median(between) if between else None,
        between_n=len(between),
        since_last=None if goes_on else (today - ends[-1]).days,
        goes_on_since=latest.first_day if goes_on else None,
    )
