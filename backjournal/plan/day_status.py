"""The status of an exercise on a day, and of the day as a whole, which a row of days shows as a sign."""

from collections.abc import Sequence
from enum import StrEnum

from backjournal.model.practices import Status
from backjournal.plan.checklist import ChecklistItem
from backjournal.plan.day_progress import progress_of


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


def status_of_day(items: Sequence[ChecklistItem], *, day_is_over: bool) -> DayStatus:
    """Return the status of a day as a whole: done if all that it asks for is done in full.

    It is skipped if all that it asks for is excused, and missed if nothing was practised and nothing is left.
    """
    progress = progress_of(items)
    if progress.all_done:
        return DayStatus.DONE
    if any(item.practised for item in items):
        return DayStatus.PARTIAL
    if not progress.asked:
        return DayStatus.SKIPPED if progress.excused else DayStatus.NOT_ASKED
    return DayStatus.MISSED if day_is_over or not progress.left else DayStatus.OPEN
