"""The days on which a flare-up was ongoing."""

from collections.abc import Iterable
from datetime import date

from backjournal.days import days_between
from backjournal.model.flare_ups import FlareUp


def flare_up_days(flare_ups: Iterable[FlareUp], first: date, last: date) -> frozenset[date]:
    """Return the days from first to last that belong to a flare-up; an ongoing one reaches to the last day."""
    return frozenset(
        day
        for flare_up in flare_ups
        for day in days_between(max(first, flare_up.first_day), min(last, flare_up.last_day or last))
    )
