"""The figures of the plan and the suggestions of another dose, computed from a store."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from backjournal.journal.standing import signs_that_stand
from backjournal.model.frozen import replace
from backjournal.model.prescriptions import Prescription
from backjournal.plan.history import days_by_exercise
from backjournal.plan.progress import Kind, Suggestion, asked_again, question_of, suggestion_of
from backjournal.store.store import Store

if TYPE_CHECKING:
    from backjournal.trends.plan_figures import PlanFigures

_SUGGESTIONS_LOOK_BACK = timedelta(weeks=26)
"""Long enough for seven practices of an exercise that is prescribed once a week, with pauses."""


def journal_figures(store: Store, today: date) -> "PlanFigures":
    """Return the figures of the plan and of its exercises; while a sign stands, none is ready for a larger dose.

    It reads the whole history: an app calls it in a thread with a store of its own.

    Raises:
        JournalError: the journal cannot be read.
    """
    # The suggestions, which every start and `today` compute, do without them.
    from backjournal.trends.plan_figures import figures_of

    prescriptions, limit = store.plan.prescriptions(), store.settings.get().pain_limit
    days = store.checklists(_plan_begins(prescriptions, today), today)
    figures = figures_of(days, prescriptions, store.diary.flare_ups(), today, limit)
    if not signs_that_stand(store, today):
        return figures
    return replace(figures, exercises={key: replace(each, readiness=None) for key, each in figures.exercises.items()})


def journal_suggestions(store: Store, today: date) -> dict[str, Suggestion]:
    """Return today's suggestions of another dose, by the exercise's id, without those that were refused recently.

    Raises:
        JournalError: the journal cannot be read.
    """
    limit, answers, flare_ups = store.settings.get().pain_limit, store.answers.all(), store.diary.flare_ups()
    first = max(store.plan.begins() or today, today - _SUGGESTIONS_LOOK_BACK)
    prescriptions = _of_exercises_in_force(store.plan.since(first), today)
    lately = days_by_exercise(store.checklists(first, today), prescriptions, today)
    pain = store.diary_days.values("pain", today - _SUGGESTIONS_LOOK_BACK, today)
    suggestions = {
        exercise_id: suggestion
        for exercise_id, own in lately.items()
        if asked_again(answers.get(question_of(exercise_id)), today)
        and (suggestion := suggestion_of(own, flare_ups, today, limit, pain))
    }
    if not signs_that_stand(store, today):
        return suggestions
    # Nobody is to do more while a sign stands that a doctor should look at.
    return {exercise_id: each for exercise_id, each in suggestions.items() if each.kind is not Kind.LARGER}


def _of_exercises_in_force(prescriptions: Iterable[Prescription], today: date) -> list[Prescription]:
    """Return all prescriptions of the exercises that are in force today: for the others nothing is suggested."""
    of_all = tuple(prescriptions)
    in_force = {each.exercise_id for each in of_all if each.in_force(today)}
    return [each for each in of_all if each.exercise_id in in_force]


def _plan_begins(prescriptions: Iterable[Prescription], today: date) -> date:
    return min((prescription.first_day for prescription in prescriptions), default=today)
