"""The status of an exercise on a day, which a row of days shows as a sign."""

from enum import StrEnum

from backjournal.model.practices import Status
from backjournal.plan.checklist import ChecklistItem


class DayStatus(StrEnum):
    """The status of an exercise on a day."""

    DONE = "done"
    PARTIAL = "partial"
    SKIPPED = "skipped"
    OPEN = "open"
    """Not practised yet, on a day that is not over."""

    MISSED = "missed"
    NOT_ASKED = "not asked"
    """Not on the checklist, or not due on that day."""


_OF_STATUS = {
    Status.DONE: DayStatus.DONE,
    Status.PARTIAL: DayStatus.PARTIAL,
    Status.SKIPPED: DayStatus.SKIPPED,
}


def day_status_of(item: ChecklistItem | None, *, day_is_over: bool) -> DayStatus:
    """Return the status of an exercise on a day, given its item of the checklist, if it has one.

    An exercise without a practice is missed once the day is over, but only if it was due: with a number of times a
    week, a day that the week has to spare is not due.
    """
    if item is None:
        return DayStatus.NOT_ASKED
    if item.practice is not None:
        return _OF_STATUS[item.practice.status]
    if not day_is_over:
        return DayStatus.OPEN
    return DayStatus.MISSED if item.due else DayStatus.NOT_ASKED
