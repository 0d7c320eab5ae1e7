"""The checklists as rows, and as CSV."""

from collections.abc import Mapping
from datetime import date

from backjournal.exchange.cells import Cell, csv_bytes
from backjournal.model.sets_done import sets_text
from backjournal.plan.checklist import Checklist, ChecklistItem

CHECKLIST_COLUMNS = (
    "day",
    "exercise",
    "category",
    "prescribed",
    "status",
    "amount",
    "pain_during",
    "reason",
    "note",
    "sets",
)


def checklist_row(item: ChecklistItem, day: date, today: date) -> dict[str, Cell]:
    """Return an exercise of a day by column.

    What nobody practised is `missed`, or `open` while the day is not over or not due. The amount counts sets, minutes
    or metres, as the dose does, and is missing where nothing was done.
    """
    practice = item.practice
    nothing = "missed" if day < today and item.due else "open"
    return {
        "day": day.isoformat(),
        "exercise": item.exercise.name,
        "category": item.exercise.category.value,
        "prescribed": str(item.prescription.dose),
        "status": practice.status.value if practice else nothing,
        "amount": (practice.amount or None) if practice else None,
        "pain_during": practice.pain_during if practice else None,
        "reason": practice.reason if practice else "",
        "note": practice.note if practice else "",
        "sets": sets_text(practice.sets) if practice else "",
    }


def checklist_csv(days: Mapping[date, Checklist], today: date) -> bytes:
    """Return the checklists of days as CSV, the oldest first; none after today.

    Today's exercises are in it once they were practised or skipped: until the day is over, nothing is missed. Neither
    is what is asked for so often a week, on a day that was not due.
    """
    rows = (
        checklist_row(item, day, today)
        for day, items in days.items()
        if day <= today
        for item in items
        if item.practice or (item.due and day < today)
    )
    return csv_bytes(CHECKLIST_COLUMNS, rows)
