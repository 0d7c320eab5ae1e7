"""Schedules: on which days an exercise is due."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Self

from backjournal.model.dates import WEEKDAY_NAMES, weekday_of
from backjournal.model.errors import InvalidValue
from backjournal.model.frozen import dataclass
from backjournal.model.text import clean_line

WEEKDAYS = tuple(name[:3] for name in WEEKDAY_NAMES)
_ALL = frozenset(range(7))
_LONGEST_RHYTHM = 28


@dataclass(frozen=True, slots=True)
class Schedule:
    """The days on which a prescription asks for its exercise; daily by default.

    At most one of the three fields may differ from its default.
    """

    weekdays: frozenset[int] = _ALL
    """0 is Monday."""

    every: int = 1
    """The interval in days, 1 to 28, counted from the first day of the prescription."""

    times_a_week: int | None = None
    """1 to 6 times a week, on days that the person chooses; None if the days are fixed."""

    def __post_init__(self) -> None:
        """Refuse a schedule without a day, a mixture of kinds, and numbers out of range.

        Raises:
            InvalidValue: a number is out of range, or two fields exclude each other.
        """
        if not self.weekdays or not self.weekdays <= _ALL:
            raise InvalidValue("schedule", "choose at least one weekday")
        if not 1 <= self.every <= _LONGEST_RHYTHM:
            raise InvalidValue("schedule", f"every {self.every} days is not between 1 and {_LONGEST_RHYTHM}")
        if self.times_a_week is not None and not 1 <= self.times_a_week <= 6:
            raise InvalidValue("schedule", f"{self.times_a_week} a week is not between 1 and 6: 7 are daily")
        if (self.weekdays != _ALL) + (self.every != 1) + (self.times_a_week is not None) > 1:
            raise InvalidValue("schedule", "a schedule has weekdays, every so many days, or a number of times a week")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `daily`, `mon wed fri`, `mon-fri`, `every other day`, `every 3 days` or `3 a week`; inverse of `str`.

        Raises:
            InvalidValue: the text has none of these forms.
        """
        typed = " ".join(clean_line(text).lower().replace(",", " ").replace("–", "-").split())
        if typed in ("daily", "every day"):
            return cls()
        if match := re.fullmatch(r"every (other|second|third|[0-9]{1,3}) days?", typed):
            return cls(every={"other": 2, "second": 2, "third": 3}.get(match[1]) or int(match[1]))
        if match := re.fullmatch(r"(once|twice|[0-9]{1,2}) ?(?:x|×|times)? ?(?:a|per|/) ?week", typed):
            times = {"once": 1, "twice": 2}.get(match[1]) or int(match[1])
            return cls() if times == 7 else cls(times_a_week=times)
        return cls(_weekdays(typed))

    def asks_on(self, day: date, first_day: date) -> bool:
        """Return whether the exercise may be due on a day, in a prescription that begins on `first_day`."""
        return day.weekday() in self.weekdays and (day - first_day).days % self.every == 0

    def among(self, days: Sequence[date], first_day: date) -> Sequence[date]:
        """Return those of consecutive days for which `asks_on` is true."""
        if self.every > 1 and days:
            return days[(first_day - days[0]).days % self.every :: self.every]
        return days if self.weekdays == _ALL else [day for day in days if day.weekday() in self.weekdays]

    @property
    def longest_gap(self) -> int:
        """The most days that may pass from one time to the next, with none missed."""
        # A single time a week may be on the first day of one week and on the last of the next.
        return 13 if self.times_a_week else max(7 if self.weekdays != _ALL else 1, self.every)

    def __str__(self) -> str:
        if self.times_a_week:
            return f"{self.times_a_week} a week"
        if self.every > 1:
            return "every other day" if self.every == 2 else f"every {self.every} days"
        if len(self.weekdays) == 7:
            return "daily"
        runs: list[list[int]] = []
        for number in sorted(self.weekdays):
            if runs and runs[-1][-1] == number - 1:
                runs[-1].append(number)
            else:
                runs.append([number])
        return " ".join(
            f"{WEEKDAYS[run[0]]}-{WEEKDAYS[run[-1]]}" if len(run) > 2 else " ".join(WEEKDAYS[number] for number in run)
            for run in runs
        )


def _weekdays(typed: str) -> frozenset[int]:
    numbers: set[int] = set()
    for word in typed.split():
        first, _, last = word.partition("-")
        start, end = weekday_of(first), weekday_of(last or first)
        if start is None or end is None or start > end:
            what = f"'{word}' is no weekday" if word != typed else f"'{word}' is no schedule"
            raise InvalidValue("schedule", f"{what}: write daily, mon-fri, mon wed fri, every other day, or 3 a week")
        numbers.update(range(start, end + 1))
    return frozenset(numbers)
