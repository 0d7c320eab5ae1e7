"""The pain on the day after a practice, against the days before: our own caution, for which no source is known."""

from collections.abc import Mapping
from datetime import date, timedelta
from math import fsum

RISE = 2
"""How much more pain, 0 to 10, than the mean of the days before is a worse day (Farrar 2001: 2 points matter)."""

DAYS_BEFORE = 7
"""How many days before the day after are looked at, the day of the practice included."""

DAYS_NEEDED = 3
"""How many of these days need a noted pain."""


def is_worse_after(practised: date, pain: Mapping[date, float]) -> bool | None:
    """Return whether the day after a practice was worse than the days before; None if too little was noted.

    `pain` is the mean pain of each day with one, 0 to 10.
    """
    after = pain.get(practised + timedelta(days=1))
    days = (practised - timedelta(days=number) for number in range(DAYS_BEFORE))
    before = [pain[day] for day in days if day in pain]
    if after is None or len(before) < DAYS_NEEDED:
        return None
    return after - fsum(before) / len(before) >= RISE
