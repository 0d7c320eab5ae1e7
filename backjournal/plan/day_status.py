"""How an exercise stands on a day, for a row of signs."""

from enum import StrEnum

from backjournal.model.practices import Status
from backjournal.plan.checklist import ChecklistItem


class DayStatus(StrEnum):
    """What is to be said of an exercise on a day."""

    DONE = "done"
    PARTIAL = "partial"
    SKIPPED = "skipped"
    OPEN = "open"
    MISSED = "missed"
    NOT_ASKED = "not asked"


_OF_STATUS = {
    Status.DONE: DayStatus.DONE,
    Status.PARTIAL: DayStatus.PARTIAL,
    Status.SKIPPED: DayStatus.SKIPPED,
}


def day_status_of(item: ChecklistItem | None, *, day_is_over: bool) -> DayStatus:
    """Return how an exercise stands on a day; without an item it was not asked for.

    What is open when the day is over was missed if it was due; of so often a week, a day to spare was not asked for.
    """
    if item is None:
        return DayStatus.NOT_ASKED
    if item.practice is not None:
        return _OF_STATUS[item.practice.status]
    if not day_is_over:
        return DayStatus.OPEN
    return DayStatus.MISSED if item.due else DayStatus.NOT_ASKED
