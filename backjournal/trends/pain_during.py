"""The pain during practice, by exercise."""

from collections.abc import Iterable
from datetime import date

from backjournal.model.better import Better
from backjournal.model.exercises import Exercise
from backjournal.model.frozen import dataclass
from backjournal.plan.history import noted_pain
from backjournal.plan.span import Span, span_of
from backjournal.trends.record import Record
from backjournal.trends.series import Series


@dataclass(frozen=True, slots=True)
class PainDuring:
    """The pain during one exercise."""

    exercise: Exercise
    times: tuple[tuple[date, float], ...]
    """The day and the pain, 0 to 10, of each time at which it was noted, oldest first."""

    span: Span
    """The span of these pains; `n` counts times, not days."""


def pain_during(record: Record, first: date, last: date) -> tuple[PainDuring, ...]:
    """Return the exercises with a noted pain from first to last, by mean pain, the highest first."""
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
        PainDuring(exercises[exercise_id], tuple(sorted(own_times)), span)
        for exercise_id, own_times in times.items()
        if (span := span_of([pain for _, pain in own_times]))
    ]
    return tuple(sorted(found, key=lambda each: (-each.span.mean, each.exercise.name)))


def pain_series(exercise_id: str, times: Iterable[tuple[date, float]]) -> Series:
    """Return the pain during an exercise as a series; several times on a day are averaged."""
    days: dict[date, list[float]] = {}
    for day, pain in times:
        days.setdefault(day, []).append(pain)
    means = {day: sum(pains) / len(pains) for day, pains in days.items()}
    return Series(f"pain-during:{exercise_id}", "pain during", means, better=Better.LOWER)
