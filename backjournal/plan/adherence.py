"""Adherence: practised ÷ prescribed, with excused days out of the denominator."""

from collections.abc import Iterable, Mapping
from datetime import date

from backjournal.model.frozen import dataclass
from backjournal.plan.checklist import Checklist, ChecklistItem


@dataclass(frozen=True, slots=True)
class Adherence:
    """How many exercises were prescribed, practised and excused, each counted once a day."""

    prescribed: int = 0
    """All that count, with the excused."""

    practised: float = 0.0
    """The sum of the shares: an exercise done in part counts by its share."""

    excused: int = 0

    @property
    def share(self) -> float | None:
        """Practised ÷ counted, from 0 to 1; None if nothing counts."""
        return self.practised / self.counted if self.counted > 0 else None

    @property
    def counted(self) -> int:
        """The denominator: the prescribed without the excused."""
        return self.prescribed - self.excused


def adherence_of(items: Iterable[ChecklistItem], *, day_is_over: bool = True) -> Adherence:
    """Return the adherence of one day's checklist; before the day is over, open exercises do not count."""
    counted = [item for item in items if (item.counts if item.practice else item.due and day_is_over)]
    return Adherence(
        prescribed=len(counted),
        practised=sum(item.share for item in counted),
        excused=sum(item.excused for item in counted),
    )


def adherence_by_day(days: Mapping[date, Checklist], today: date) -> dict[date, Adherence]:
    """Return the adherence of each day up to today."""
    known: dict[Adherence, Adherence] = {}  # years of days have few different ones
    found = ((day, adherence_of(items, day_is_over=day < today)) for day, items in days.items() if day <= today)
    return {day: known.setdefault(adherence, adherence) for day, adherence in found}


def summed(parts: Iterable[Adherence]) -> Adherence:
    """Return the adherence of several days together."""
    counted = tuple(parts)
    return Adherence(
        prescribed=sum(part.prescribed for part in counted),
        practised=sum(part.practised for part in counted),
        excused=sum(part.excused for part in counted),
    )
