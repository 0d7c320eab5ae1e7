"""Whether the pain that was just noted during a practice is strong, and whether it was so the time before."""

from datetime import date

from backjournal.model.exercises import Exercise
from backjournal.plan.strong_pain import StrongPain, is_strong
from backjournal.store.store import Store


def strong_pain(store: Store, exercise: Exercise, day: date, pain: int | None) -> StrongPain | None:
    """Return what to say about the pain, 0 to 10, during an exercise on a day; None if it is not strong or not noted.

    The time before is the latest earlier day with a noted pain, under any prescription of the exercise.

    Raises:
        JournalError: the journal cannot be read.
    """
    limit = store.settings.get().pain_limit
    if pain is None or not is_strong(pain, limit):
        return None
    ids = [each.id for each in store.plan.prescriptions() if each.exercise_id == exercise.id]
    before = store.practices.latest_pain(ids, day)
    again = before if before and is_strong(before[1], limit) else None
    return StrongPain(exercise, pain, limit, day == store.today(), again)
