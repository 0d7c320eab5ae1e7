"""The days of the diary, each with its check-ins taken together."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from backjournal.model.marks import MarkKind


@dataclass(frozen=True, slots=True)
class DiaryDay:
    """A day with at least one check-in."""

    day: date
    check_ins: int = 1
    values: Mapping[str, float] = field(default_factory=dict)
    """By the names in the table of the diary's values: the mean of the check-ins that give it, of the worst pain the
    highest; without those that none gives."""

    marks: frozenset[tuple[MarkKind, str]] = frozenset()
    """The words of the day, as they were written."""

    medicines: int = 0
    """How often a medicine was written down."""

    @property
    def pain(self) -> float | None:
        """The mean pain, 0 none to 10 worst imaginable."""
        return self.values.get("pain")

    @property
    def mobility(self) -> float | None:
        """The mean mobility, 0 cannot move to 10 moves freely."""
        return self.values.get("mobility")
