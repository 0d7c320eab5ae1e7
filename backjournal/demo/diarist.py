"""The made-up person: the pain, the sitting and the recovery of each day; days are numbered from 0."""

import math
from datetime import date, timedelta
from random import Random

from backjournal.model.frozen import dataclass

DAYS = 26 * 7
"""Number of days of made-up data, today included."""

LAST = DAYS - 1
"""The number of today."""

FLARE_UP = range(101, 110)
"""The numbers of the days of the flare-up."""

HOLIDAY = range(136, 144)
"""The numbers of the days on which nothing is written into the journal."""

_SAT_LONG, _SAT_LITTLE = 1.2, -0.3
"""Points of pain added after long sitting and without it, so that the trends find the association."""

_SATURDAY = 5
_SEED = 20


@dataclass(frozen=True, slots=True)
class Diarist:
    """The made-up person, whose days are drawn at random with fixed seeds."""

    first_day: date
    random: Random
    """Draws the pain of the days and the check-ins."""

    at_practice: Random
    """Draws the practices, separately, so that a change of the plan leaves the check-ins as they are."""

    def day(self, number: int) -> date:
        """Return the date of the day `number`."""
        return self.first_day + timedelta(days=number)

    def ease(self, number: int) -> float:
        """Return how far the recovery has come, from 0 to 1: faster at first."""
        return (1 - math.exp(-2.4 * number / DAYS)) / (1 - math.exp(-2.4))

    def pain(self, number: int) -> float:
        """Draw the pain of a day: it falls over time, is higher on workdays, and much higher in the flare-up."""
        desk = (0.3, 0.1, 0.3, 0.5, 0.2, -0.5, -0.6)[self.day(number).weekday()]
        flare = 3.4 - 0.25 * (number - FLARE_UP.start) if number in FLARE_UP else 0
        return 6.6 - 4.2 * self.ease(number) + desk + flare + self.random.gauss(0, 0.6)

    def sat_long(self, number: int) -> bool:
        """Return whether it was a day of long sitting: some workdays are, few days of a weekend."""
        share = 0.35 if self.day(number).weekday() < _SATURDAY else 0.1
        return Random(f"long sitting {number}").random() < share  # noqa: S311 - made-up data, no secret

    def sitting(self, number: int) -> float:
        """Return the points of pain that long sitting adds to the check-ins of a day, or that its absence takes off."""
        return _SAT_LONG if self.sat_long(number) else _SAT_LITTLE

    def chance(self, share: float) -> bool:
        """Return True with a probability of `share`."""
        return self.random.random() < share


def diarist_until(today: date) -> Diarist:
    """Return the person whose journal ends today, with the same random numbers each time."""
    at_practice = Random(_SEED + 1)  # noqa: S311 - made-up data, no secret
    return Diarist(today - timedelta(days=LAST), Random(_SEED), at_practice)  # noqa: S311


def scale(value: float) -> int:
    """Return the nearest whole number from 0 to 10."""
    return max(0, min(10, round(value)))
