"""The figures of the plan and of each of its exercises: adherence, score and streak."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta

from backjournal.model.flare_ups import FlareUp
from backjournal.model.frozen import dataclass
from backjournal.model.prescriptions import Prescription
from backjournal.plan.adherence import Adherence, adherence_by_day, summed
from backjournal.plan.checklist import Checklist
from backjournal.plan.history import DAYS_SHOWN, ExerciseHistory, histories
from backjournal.plan.progress import Readiness, readiness
from backjournal.plan.score import score_of
from backjournal.plan.streak import Streak, streak_of
from backjournal.trends.record import Record


@dataclass(frozen=True, slots=True)
class ExerciseFigures:
    """The figures of one exercise."""

    whole: ExerciseHistory
    """Since it was first prescribed."""

    lately: ExerciseHistory
    """In the last four weeks."""

    readiness: Readiness | None
    """None if no larger dose would be suggested."""


# Compared by identity: comparing years of history day by day would take longer than showing them again.
@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PlanFigures:
    """The figures of the whole plan."""

    exercises: Mapping[str, ExerciseFigures]
    """By the id of the exercise."""

    adherence: Adherence
    """Of the last four weeks."""

    score: float | None
    """From 0 to 1, over all days of the plan; None if no day counted."""

    streak: Streak
    """Over all days of the plan."""


def record_figures(record: Record) -> PlanFigures:
    """Return the figures of the plan of a record."""
    limit = record.settings.pain_limit
    return figures_of(record.checklists, record.prescriptions, record.flare_ups, record.today, limit)


def figures_of(
    days: Mapping[date, Checklist],
    prescriptions: Collection[Prescription],
    flare_ups: Collection[FlareUp],
    today: date,
    pain_limit: int,
) -> PlanFigures:
    """Return the figures of the plan up to today.

    `days` are the checklists of all days from the first of the plan; `pain_limit` is for the pain during, 0 to 10.
    """
    last_days = {day: items for day, items in days.items() if day > today - timedelta(days=DAYS_SHOWN)}
    adherence, lately = adherence_by_day(last_days, today), histories(last_days, prescriptions, today)
    return PlanFigures(
        exercises={
            exercise_id: ExerciseFigures(whole, lately[exercise_id], readiness(whole, flare_ups, today, pain_limit))
            for exercise_id, whole in histories(days, prescriptions, today).items()
        },
        adherence=summed(adherence.values()),
        score=score_of(days, prescriptions, today),
        streak=streak_of(days, today),
    )
