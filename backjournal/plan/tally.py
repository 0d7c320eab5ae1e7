"""The tally of the checklist: how many exercises were done, done in part, excused or missed."""

from collections.abc import Iterable

from backjournal.model.frozen import dataclass
from backjournal.model.practices import Status
from backjournal.plan.checklist import ChecklistItem


@dataclass(frozen=True, slots=True)
class Tally:
    """How many exercises were done, done in part, excused and missed, each counted once a day.

    Together these four are `Adherence.prescribed`.
    """

    done: int = 0
    partial: int = 0
    excused: int = 0
    missed: int = 0
    """Those due on a day that is over, and those skipped for a reason that does not excuse."""

    skipped_for_pain: int = 0
    """How many of the excused were skipped for pain."""

    @property
    def total(self) -> int:
        """How many there are, each counted once."""
        return self.done + self.partial + self.excused + self.missed


def tally_of(items: Iterable[ChecklistItem], *, day_is_over: bool = True) -> Tally:
    """Return the tally of one day's checklist; before the day is over, open exercises do not count."""
    done = partial = excused = missed = for_pain = 0
    for item in items:
        for_pain += item.skipped_for_pain
        status = item.practice.status if item.practice else None
        if status is Status.DONE:
            done += 1
        elif status is Status.PARTIAL:
            partial += 1
        elif item.excused:
            excused += 1
        elif item.due and (day_is_over or status is Status.SKIPPED):
            missed += 1
    return Tally(done, partial, excused, missed, for_pain)


def tallied(parts: Iterable[Tally]) -> Tally:
    """Return the tally of several days together."""
    counted = tuple(parts)
    return Tally(
        done=sum(part.done for part in counted),
        partial=sum(part.partial for part in counted),
        excused=sum(part.excused for part in counted),
        missed=sum(part.missed for part in counted),
        skipped_for_pain=sum(part.skipped_for_pain for part in counted),
    )
