"""Pain during, by exercise."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from backjournal.model.better import Better
from backjournal.model.exercises import Exercise
from backjournal.plan.history import noted_pain
from backjournal.plan.span import Span, span_of
from backjournal.trends.record import Record
from backjournal.trends.series import Series


@dataclass(frozen=True, slots=True)
class PainDuring:
    """An exercise, the times at which pain during it was noted, the oldest first, and their span: n is times."""

    exercise: Exercise
    times: tuple[tuple[date, float], ...]
    span: Span


def pain_during(record: Record, first: date, last: date) -> tuple[PainDuring, ...]:
    """Return the exercises with a noted pain during from first to last, by its mean: the highest first."""
    times: dict[str, list[tuple[date, float]]] = {}
    exercises: dict[str, Exercise] = {}
    for day, items in record.checklists.items():
        if first <= day <= last:
            for item in items:
                pain = noted_pain(item)
                if pain is not None:
                    exercises[item.exercise.id] = item.exercise
                    times.setdefault(item.exercise.id, []).append((day, float(pain)))
    found = [
        PainDuring(exercises[exercise_id], tuple(sorted(noted)), span)
        for exercise_id, noted in times.items()
        if (span := span_of([pain for _, pain in noted]))
    ]
    return tuple(sorted(found, key=lambda each: (-each.span.mean, each.exercise.name)))


def pain_series(exercise_id: str, times: Iterable[tuple[date, float]]) -> Series:
    """Return the pain during an exercise as a series: of several times on a day the mean."""
    days: dict[date, list[float]] = {}
    for day, pain in times:
        days.setdefault(day, []).append(pain)
    means = {day: sum(pains) / len(pains) for day, pains in days.items()}
    return Series(f"pain-during:{exercise_id}", "pain during", means, better=Better.LOWER)
