"""The flare-ups in figures: how many, how long, and how far apart."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from backjournal.model.flare_ups import FlareUp
from backjournal.model.frozen import dataclass

LATELY = timedelta(weeks=12)
"""The last 12 weeks, up to today."""


@dataclass(frozen=True, slots=True)
class FlareUpFigures:
    """The figures of the flare-ups up to today."""

    number: int = 0
    """How many flare-ups have begun."""

    lately: int = 0
    """How many of them began in the last 12 weeks."""

    length: float | None = None
    """The median length in days, both ends included, an ongoing one counted so far; None without a flare-up."""

    between: float | None = None
    """The median of the days from the last day of one to the first day of the next; None with fewer than two."""

    between_n: int = 0
    """How many such intervals there are."""

    since_last: int | None = None
    """The days since the last day of the latest; None if there was none, or one is ongoing."""

    goes_on_since: date | None = None
    """The first day of the ongoing flare-up; None if none is ongoing."""


def flare_up_figures(flare_ups: Iterable[FlareUp], today: date) -> FlareUpFigures:
    """Return the figures of the flare-ups that have begun by today; they do not overlap."""
    begun = sorted((each for each in flare_ups if each.first_day <= today), key=lambda each: each.first_day)
    if not begun:
        return FlareUpFigures()
    ends = [min(each.last_day or today, today) for each in begun]
    lengths = [(end - each.first_day).days + 1 for each, end in zip(begun, ends, strict=True)]
    between = [(after.first_day - (before.last_day or today)).days for before, after in pairwise(begun)]
    latest = begun[-1]
    ongoing = latest.last_day is None or latest.last_day > today
    return FlareUpFigures(
        number=len(begun),
        lately=sum(each.first_day > today - LATELY for each in begun),
        length=median(lengths),
        between=median(between) if between else None,
        between_n=len(between),
        since_last=None if ongoing else (today - ends[-1]).days,
        goes_on_since=latest.first_day if ongoing else None,
    )
