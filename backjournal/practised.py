"""What came of the exercises of a journal, read from its store: histories, figures, suggestions of another dose."""

from datetime import date, timedelta

from backjournal.store.store import Store
from backjournal.trends.figures import PlanFigures, figures_of
from backjournal.trends.history import ExerciseHistory, histories
from backjournal.trends.progress import Suggestion, asked_again, question_of, suggestion_of

_SUGGESTIONS_LOOK_BACK = timedelta(weeks=26)
"""Long enough for seven times of what is asked for once a week, with pauses."""


def journal_histories(store: Store, today: date, first: date | None = None) -> dict[str, ExerciseHistory]:
    """Return the history of every exercise by its id, since a day, or since the plan began.

    Whole-history work: an app does it in a thread with a store of its own.

    Raises:
        JournalError: the journal cannot be read.
    """
    prescriptions = store.plan.prescriptions()
    begins = min((prescription.first_day for prescription in prescriptions), default=today)
    return histories(store.checklists(max(first or begins, begins), today), prescriptions, today)


def journal_figures(store: Store, today: date) -> PlanFigures:
    """Return the figures of the plan and of its exercises.

    Whole-history work: an app does it in a thread with a store of its own.

    Raises:
        JournalError: the journal cannot be read.
    """
    prescriptions, limit = store.plan.prescriptions(), store.settings.get().pain_limit
    begins = min((prescription.first_day for prescription in prescriptions), default=today)
    return figures_of(store.checklists(begins, today), prescriptions, store.diary.flare_ups(), today, limit)


def journal_suggestions(store: Store, today: date) -> dict[str, Suggestion]:
    """Return the other doses that may be suggested today, by the exercise's id; those refused lately are left out.

    Raises:
        JournalError: the journal cannot be read.
    """
    limit, answers = store.settings.get().pain_limit, store.answers.all()
    flare_ups = store.diary.flare_ups()
    return {
        exercise_id: suggestion
        for exercise_id, history in journal_histories(store, today, today - _SUGGESTIONS_LOOK_BACK).items()
        if asked_again(answers.get(question_of(exercise_id)), today)
        and (suggestion := suggestion_of(history, flare_ups, today, limit))
    }
