"""The days of the diary, each with its check-ins combined."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from backjournal.model.marks import MarkKind


@dataclass(frozen=True, slots=True)
class DiaryDay:
    """A day with at least one check-in."""

    day: date
    check_ins: int = 1
    """How many check-ins the day has."""

    values: Mapping[str, float] = field(default_factory=dict)
    """By the names in `DIARY_VALUES`: the mean over the check-ins that have the value, for worst pain the highest;
    values that no check-in has are left out."""

    pain_since: Mapping[str, float] = field(default_factory=dict)
    """By the names of the values in hours: the mean pain of the check-ins from the last one on that has the value."""

    marks: frozenset[tuple[MarkKind, str]] = frozenset()
    """The marks of the day without amounts, as they were written."""

    medicines: int = 0
    """How many times a medicine was written down."""

    @property
    def pain(self) -> float | None:
        """The mean pain, from 0 (none) to 10 (worst imaginable); None if not noted."""
        return self.values.get("pain")
