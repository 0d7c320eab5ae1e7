"""Checklists as rows and as CSV."""

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
    """Return an exercise of a day's checklist as a row, by column.

    Without a practice its status is `missed`, or `open` if the day is not over or the exercise was not due. The amount
    is in sets, minutes or metres, the unit of the dose, and None if nothing was done.
    """
    practice = item.practice
    status_without_practice = "missed" if day < today and item.due else "open"
    return {
        "day": day.isoformat(),
        "exercise": item.exercise.name,
        "category": item.exercise.category.value,
        "prescribed": str(item.prescription.dose),
        "status": practice.status.value if practice else status_without_practice,
        "amount": (practice.amount or None) if practice else None,
        "pain_during": practice.pain_during if practice else None,
        "reason": practice.reason if practice else "",
        "note": practice.note if practice else "",
        "sets": sets_text(practice.sets) if practice else "",
    }


def checklist_csv(days: Mapping[date, Checklist], today: date) -> bytes:
    """Return checklists as CSV, in the order of `days`, without days after today.

    Today's exercises are included only if they were practised or skipped: until the day is over, none is missed. An
    exercise without a practice is left out, too, on a day on which it was not due.
    """
    rows = (
        checklist_row(item, day, today)
        for day, items in days.items()
        if day <= today
        for item in items
        if item.practice or (item.due and day < today)
    )
    return csv_bytes(CHECKLIST_COLUMNS, rows)
