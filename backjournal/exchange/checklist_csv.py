"""The checklists as rows, and as CSV."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from backjournal.days import days_between
from backjournal.exchange.cells import Cell, csv_bytes
from backjournal.model.exercises import Exercise
from backjournal.model.prescriptions import Practice, Prescription
from backjournal.trends.checklist import ChecklistItem, checklist

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
)


def checklist_row(item: ChecklistItem, day: date, today: date) -> dict[str, Cell]:
    """Return an exercise of a day by column.

    What nobody practised is `missed`, or `open` while the day is not over. The amount counts sets or minutes,
    as the dose does, and is missing where nothing was done.
    """
    practice = item.practice
    nothing = "missed" if day < today else "open"
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
    }


def checklist_csv(
    first: date,
    last: date,
    today: date,
    exercises: Mapping[str, Exercise],
    prescriptions: Iterable[Prescription],
    practices: Iterable[Practice],
) -> bytes:
    """Return the checklists from first to last day as CSV, the oldest first; none after today.

    Today's exercises are in it once they were practised or skipped: until the day is over, nothing is missed.
    """
    rows = _rows(first, min(last, today), today, exercises, tuple(prescriptions), practices)
    return csv_bytes(CHECKLIST_COLUMNS, rows)


def _rows(
    first: date,
    last: date,
    today: date,
    exercises: Mapping[str, Exercise],
    prescriptions: tuple[Prescription, ...],
    practices: Iterable[Practice],
) -> Iterator[dict[str, Cell]]:
    by_day: dict[date, list[Practice]] = defaultdict(list)
    for practice in practices:
        by_day[practice.day].append(practice)
    for day in days_between(first, last):
        for item in checklist(day, exercises, prescriptions, by_day.get(day, ())):
            if item.practice or day < today:
                yield checklist_row(item, day, today)
