"""How far a day has come: how many of its exercises are done; every fraction and every bar of a day is made of it."""

from collections.abc import Iterable

from backjournal.model.frozen import dataclass
from backjournal.model.numbers import count
from backjournal.model.practices import Status
from backjournal.plan.checklist import ChecklistItem


@dataclass(frozen=True, slots=True)
class DayProgress:
    """How many of the exercises of a day are done, and what the others are; each is counted once.

    It counts as adherence does: what is excused, and what the week leaves free, is nothing that the day asks for.
    """

    done: int = 0
    partial: int = 0
    skipped: int = 0
    """Those skipped for a reason that does not excuse."""

    still_open: int = 0
    excused: int = 0

    @property
    def asked(self) -> int:
        """How many the day asks for: the denominator of adherence."""
        return self.done + self.partial + self.skipped + self.still_open

    @property
    def left(self) -> int:
        """How many are open or done in part; what was skipped is not left."""
        return self.still_open + self.partial

    @property
    def all_done(self) -> bool:
        """Whether all that the day asks for is done in full, and it asks for something."""
        return 0 < self.done == self.asked

    def text(self, what: str = "") -> str:
        """Return it in words, such as `3 of 7 done, 1 in part, 1 excused`; `what` is counted, such as exercises."""

        def counted(number: int) -> str:
            return count(number, what) if what else f"{number}"

        if not self.asked:
            return f"all {counted(self.excused)} excused" if self.excused else "nothing due"
        partial = f", {self.partial} in part" if self.partial else ""
        excused = f", {self.excused} excused" if self.excused else ""
        return f"{self.done} of {counted(self.asked)} done{partial}{excused}"


def progress_of(items: Iterable[ChecklistItem]) -> DayProgress:
    """Return how far a day has come, from its checklist."""
    done = partial = skipped = still_open = excused = 0
    for item in items:
        if not item.counts:
            continue
        if item.excused:
            excused += 1
        elif item.practised:
            whole = item.extra or (item.practice is not None and item.practice.status is Status.DONE)
            done, partial = done + whole, partial + (not whole)
        elif item.practice and item.practice.status is Status.SKIPPED:
            skipped += 1
        else:
            still_open += 1
    return DayProgress(done, partial, skipped, still_open, excused)
