"""The days of the diary, each with its check-ins combined."""

from collections.abc import Mapping
from datetime import date

from backjournal.model.frozen import dataclass, field
from backjournal.model.marks import MarkKind

UNCLEAR = "unclear doses"
"""The unit of a medicine whose amount was not written down, or is not clearly one number: they are counted."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What was written down of one medicine on a day, in one unit."""

    medicine: str
    times: int
    """How many times it was written down."""

    amount: float
    """All amounts together."""

    unit: str = UNCLEAR


@dataclass(frozen=True, slots=True)
class DiaryDay:
    """A day with at least one check-in."""

    day: date
    check_ins: int = 1
    """How many check-ins the day has."""

    values: Mapping[str, float] = field(default_factory=dict)
    """By the names in `DIARY_VALUES`: the mean over the check-ins that have the value, for some the highest; values
    that no check-in has are left out. Worst pain is at least the highest pain, if it was noted at all."""

    pain_since: Mapping[str, float] = field(default_factory=dict)
    """By the names of the values in hours: the mean pain of the check-ins from the last one on that has the value."""

    marks: frozenset[tuple[MarkKind, str]] = frozenset()
    """The marks of the day without amounts, as they were written."""

    taken: tuple[Taken, ...] = ()
    """The medicines that were written down."""

    @property
    def medicines(self) -> int:
        """How many times a medicine was written down."""
        return sum(taken.times for taken in self.taken)

    @property
    def pain(self) -> float | None:
        """The mean pain, from 0 (none) to 10 (worst imaginable); None if not noted."""
        return self.values.get("pain")
