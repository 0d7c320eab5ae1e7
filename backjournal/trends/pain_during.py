"""The pain during practice, by exercise."""

from collections.abc import Iterator
from datetime import date

from backjournal.model.better import Better
from backjournal.model.exercises import Exercise
from backjournal.model.frozen import dataclass
from backjournal.plan.checklist import ChecklistItem
from backjournal.plan.history import noted_pain
from backjournal.plan.span import Span, span_of
from backjournal.trends.record import Record
from backjournal.trends.series import Series


@dataclass(frozen=True, slots=True)
class PainDuring:
    """The pain during one exercise."""

    exercise: Exercise
    span: Span
    """The span of the pains, 0 to 10; `n` counts times, not days."""


def pain_during(record: Record, first: date, last: date) -> tuple[PainDuring, ...]:
    """Return the exercises with a noted pain from first to last, by mean pain, the highest first."""
    pains: dict[str, list[int]] = {}
    exercises: dict[str, Exercise] = {}
    for _, item, pain in _times(record, first, last):
        exercises[item.exercise.id] = item.exercise
        pains.setdefault(item.exercise.id, []).append(pain)
    found = [
        PainDuring(exercises[exercise_id], span)
        for exercise_id, own_pains in pains.items()
        if (span := span_of([float(pain) for pain in own_pains]))
    ]
    return tuple(sorted(found, key=lambda each: (-each.span.mean, each.exercise.name)))


def pain_series(record: Record, exercise_id: str, first: date, last: date) -> Series:
    """Return the pain during an exercise from first to last as a series; several times on a day are averaged."""
    days: dict[date, list[int]] = {}
    for day, item, pain in _times(record, first, last):
        if item.exercise.id == exercise_id:
            days.setdefault(day, []).append(pain)
    means = {day: sum(pains) / len(pains) for day, pains in days.items()}
    return Series(f"pain-during:{exercise_id}", "pain during", means, better=Better.LOWER)


def _times(record: Record, first: date, last: date) -> Iterator[tuple[date, ChecklistItem, int]]:
    """Yield each time from first to last at which the pain was noted, oldest first: the day, the item, the pain."""
    for day, items in record.checklists.items():
        if first <= day <= last:
            for item in items:
                pain = noted_pain(item)
                if pain is not None:
                    yield day, item, pain
