"""What the diary tells of a day, its check-ins taken together."""

from dataclasses import dataclass
from datetime import date

from backjournal.model.check_ins import MarkKind


@dataclass(frozen=True, slots=True)
class DiaryDay:
    """A day with at least one check-in: the mean of each value over those that give it, None if none does.

    `worst_pain` is the highest of the day. `marks` are its words as they were written; `medicines` counts how often a
    medicine was written down.
    """

    day: date
    check_ins: int = 1
    pain: float | None = None
    worst_pain: float | None = None
    mobility: float | None = None
    stiffness_min: float | None = None
    sleep_hours: float | None = None
    mood: float | None = None
    confidence: float | None = None
    marks: frozenset[tuple[MarkKind, str]] = frozenset()
    medicines: int = 0
