"""How an exercise stands on a day, for a row of signs."""

from enum import StrEnum

from backjournal.model.practices import Status
from backjournal.plan.checklist import ChecklistItem


class Standing(StrEnum):
    """What is to be said of an exercise on a day."""

    DONE = "done"
    PARTIAL = "partial"
    SKIPPED = "skipped"
    OPEN = "open"
    MISSED = "missed"
    NOT_ASKED = "not asked"


_OF_STATUS = {
    Status.DONE: Standing.DONE,
    Status.PARTIAL: Standing.PARTIAL,
    Status.SKIPPED: Standing.SKIPPED,
}


def standing_of(item: ChecklistItem | None, *, day_is_over: bool) -> Standing:
    """Return how an exercise stands on a day; without an item it was not asked for.

    What is open when the day is over was missed if it was due; of so often a week, a day to spare was not asked for.
    """
    if item is None:
        return Standing.NOT_ASKED
    if item.practice is not None:
        return _OF_STATUS[item.practice.status]
    if not day_is_over:
        return Standing.OPEN
    return Standing.MISSED if item.due else Standing.NOT_ASKED
