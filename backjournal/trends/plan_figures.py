"""The figures of the plan: what came of it, and of each of its exercises."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from backjournal.model.flare_ups import FlareUp
from backjournal.model.prescriptions import Prescription
from backjournal.plan.adherence import Adherence, adherence_by_day, summed
from backjournal.plan.checklist import Checklist
from backjournal.plan.history import DAYS_SHOWN, ExerciseHistory, histories
from backjournal.plan.progress import Readiness, readiness
from backjournal.plan.score import plan_score
from backjournal.plan.streak import Streak, streak_of
from backjournal.trends.record import Record


@dataclass(frozen=True, slots=True)
class ExerciseFigures:
    """What came of an exercise: since it was first prescribed (`whole`), and in the last four weeks (`lately`).

    `readiness` is None where no larger dose would be suggested.
    """

    whole: ExerciseHistory
    lately: ExerciseHistory
    readiness: Readiness | None


# Compared by identity: to compare years of history day by day would cost more than to show them again.
@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PlanFigures:
    """What came of the plan: the adherence is of the last four weeks, score and streak are over all its days."""

    exercises: Mapping[str, ExerciseFigures]
    adherence: Adherence
    score: float | None
    streak: Streak


def record_figures(record: Record) -> PlanFigures:
    """Return the figures of a record."""
    limit = record.settings.pain_limit
    return figures_of(record.checklists, record.prescriptions, record.flare_ups, record.today, limit)


def figures_of(
    days: Mapping[date, Checklist],
    prescriptions: Collection[Prescription],
    flare_ups: Collection[FlareUp],
    today: date,
    pain_limit: int,
) -> PlanFigures:
    """Return the figures up to today, those of the exercises by their ids.

    The checklists are those of all days from the first of the plan; the limit is that of pain during, 0–10.
    """
    last_days = {day: items for day, items in days.items() if day > today - timedelta(days=DAYS_SHOWN)}
    adherence, lately = adherence_by_day(days, today), histories(last_days, prescriptions, today)
    return PlanFigures(
        exercises={
            exercise_id: ExerciseFigures(whole, lately[exercise_id], readiness(whole, flare_ups, today, pain_limit))
            for exercise_id, whole in histories(days, prescriptions, today).items()
        },
        adherence=summed(adherence[day] for day in last_days if day <= today),
        score=plan_score(adherence.values()),
        streak=streak_of(days, today),
    )
