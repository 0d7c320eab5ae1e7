"""The checklists of years in little memory."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from backjournal.model.practices import Outcome, Practice
from backjournal.plan.checklist import Checklist, ChecklistItem


def shared(days: Mapping[date, Checklist]) -> dict[date, Checklist]:
    """Return checklists with the outcomes of their practices: equal items are one object, and so are equal lists.

    Years of days have few different ones.
    """
    outcomes: dict[Any, Outcome] = {}
    items: dict[Any, ChecklistItem] = {}
    lists: dict[tuple[int, ...], Checklist] = {}

    def outcome_of(done: Practice | Outcome) -> Outcome:
        # Looked up by what it consists of, as making one takes longer.
        parts = done.status, done.amount, done.pain_during, done.reason, done.note, done.sets
        return outcomes.get(parts) or outcomes.setdefault(parts, Outcome(*parts))

    def one(item: ChecklistItem) -> ChecklistItem:
        outcome = outcome_of(item.practice) if item.practice else None
        key = item.prescription.id, id(outcome), item.left, item.due
        if key not in items:
            items[key] = ChecklistItem(item.exercise, item.prescription, outcome, item.left, item.due)
        return items[key]

    def one_list(listed: Checklist) -> Checklist:
        same = tuple([one(item) for item in listed])
        return lists.setdefault(tuple(map(id, same)), same)

    return {day: one_list(listed) for day, listed in days.items()}
