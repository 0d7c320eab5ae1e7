"""The made-up person: what each day is like, numbered from the first."""

import math
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

DAYS = 26 * 7
"""How many days the made-up data have, today included."""

LAST = DAYS - 1
"""The number of today."""

FLARE_UP = range(101, 110)
HOLIDAY = range(136, 144)
"""Days without a word in the journal."""

_SAT_LONG, _SAT_LITTLE = 1.2, -0.3
"""What the trends are to find: worse days go with long sitting."""

_SATURDAY = 5
_SEED = 20


@dataclass(frozen=True, slots=True)
class Diarist:
    """The made-up person, from the first day of the journal on.

    What is practised is drawn apart from all else, so that another plan leaves the check-ins as they are.
    """

    first_day: date
    random: Random
    at_practice: Random

    def day(self, number: int) -> date:
        """Return the day of a number."""
        return self.first_day + timedelta(days=number)

    def ease(self, number: int) -> float:
        """Return how far the recovery has come, from 0 to 1: quicker at first."""
        return (1 - math.exp(-2.4 * number / DAYS)) / (1 - math.exp(-2.4))

    def pain(self, number: int) -> float:
        """Return the pain of a day: less and less, more after days at the desk, and much more in the flare-up."""
        desk = (0.3, 0.1, 0.3, 0.5, 0.2, -0.5, -0.6)[self.day(number).weekday()]
        flare = 3.4 - 0.25 * (number - FLARE_UP.start) if number in FLARE_UP else 0
        return 6.6 - 4.2 * self.ease(number) + desk + flare + self.random.gauss(0, 0.6)

    def sat_long(self, number: int) -> bool:
        """Tell whether it was a day of long sitting: some days at work are, seldom one at the weekend."""
        share = 0.35 if self.day(number).weekday() < _SATURDAY else 0.1
        return Random(f"long sitting {number}").random() < share  # noqa: S311 - made-up data, no secret

    def sitting(self, number: int) -> float:
        """Return by how much long sitting makes the pain higher after the practice, or its lack lower."""
        return _SAT_LONG if self.sat_long(number) else _SAT_LITTLE

    def chance(self, share: float) -> bool:
        """Tell whether something happens that happens this often."""
        return self.random.random() < share


def diarist_until(today: date) -> Diarist:
    """Return the person whose journal reaches up to today, the same each time."""
    at_practice = Random(_SEED + 1)  # noqa: S311 - made-up data, no secret
    return Diarist(today - timedelta(days=LAST), Random(_SEED), at_practice)  # noqa: S311


def scale(value: float) -> int:
    """Return the nearest number from 0 to 10."""
    return max(0, min(10, round(value)))
