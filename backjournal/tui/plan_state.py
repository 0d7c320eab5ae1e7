"""What the Plan pane and the page of an exercise show, read from the store."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from backjournal.days import days_between
from backjournal.model.exercises import Exercise
from backjournal.model.prescriptions import PlanFacts
from backjournal.store.store import Store
from backjournal.trends.adherence import Adherence, adherence_by_day, summed
from backjournal.trends.checklist import Checklist
from backjournal.trends.history import DAYS_SHOWN, ExerciseHistory, histories, history_of
from backjournal.trends.plan import PlanEntry
from backjournal.trends.progress import Readiness, readiness
from backjournal.trends.score import plan_score
from backjournal.trends.standing import Standing
from backjournal.trends.streak import Streak, streak_of
from backjournal.trends.weeks import Span


@dataclass(frozen=True, slots=True)
class PlanState:
    """The prescriptions in force today or later, in the order of the plan, and what is said of the plan."""

    today: date
    entries: tuple[PlanEntry, ...] = ()
    facts: PlanFacts = field(default_factory=PlanFacts)


@dataclass(frozen=True, slots=True)
class ExerciseFigures:
    """What came of an exercise: all but the score, which is over all its days, is of the last four weeks."""

    last_days: tuple[Standing, ...]
    adherence: Adherence
    pain_during: Span | None
    score: float | None


@dataclass(frozen=True, slots=True)
class PlanFigures:
    """What came of the plan: the adherence is of the last four weeks, score and streak are over all its days."""

    exercises: Mapping[str, ExerciseFigures]
    adherence: Adherence
    score: float | None
    streak: Streak


@dataclass(frozen=True, slots=True)
class ExerciseState:
    """All about one exercise, for its page; `readiness` is None where no larger dose would be suggested."""

    exercise: Exercise
    history: ExerciseHistory
    readiness: Readiness | None
    pain_limit: int


def read_plan(store: Store, today: date) -> PlanState:
    """Return what the Plan pane shows at once, by category and within it in the order of the plan."""
    return PlanState(today, store.plan.entries(today), store.plan.facts())


def read_plan_figures(store: Store, today: date) -> PlanFigures:
    """Return the figures of the plan; whole-history work, for a thread with its own store."""
    days, prescriptions = _all_days(store, today), store.plan.prescriptions()
    last_days = {day: days[day] for day in days_between(today - timedelta(DAYS_SHOWN - 1), today) if day in days}
    whole, lately = histories(days, prescriptions, today), histories(last_days, prescriptions, today)
    adherence = adherence_by_day(days, today)
    return PlanFigures(
        exercises={
            exercise_id: ExerciseFigures(late.last_days, late.adherence, late.pain_during, whole[exercise_id].score)
            for exercise_id, late in lately.items()
        },
        adherence=summed(adherence[day] for day in last_days),
        score=plan_score(adherence.values()),
        streak=streak_of(days, today),
    )


def read_exercise(store: Store, exercise: Exercise, today: date) -> ExerciseState:
    """Return all about one exercise; whole-history work, for a thread with its own store."""
    history = history_of(_all_days(store, today), store.plan.prescriptions(), exercise.id, today)
    limit = store.settings.get().pain_limit
    return ExerciseState(exercise, history, readiness(history, store.diary.flare_ups(), today, limit), limit)


def _all_days(store: Store, today: date) -> dict[date, Checklist]:
    begins = min((prescription.first_day for prescription in store.plan.prescriptions()), default=today)
    return store.checklists(begins, today)
