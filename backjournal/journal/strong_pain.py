"""Whether the pain that was just noted, during a practice or in a check-in, is strong and to be answered at once."""

from datetime import date

from backjournal.model.check_ins import CheckIn
from backjournal.model.exercises import Exercise
from backjournal.model.flare_ups import flare_up_on
from backjournal.plan.signs import stands
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


def is_strong_news(store: Store, check_in: CheckIn, before: CheckIn | None = None) -> bool:
    """Return whether the pain of a check-in of today is strong, and nothing else answers it: no flare-up and no sign.

    `before` is the check-in as it was, if it is changed: what was strong before is no news.

    Raises:
        JournalError: the journal cannot be read.
    """
    limit, today = store.settings.get().pain_limit, store.today()
    strong = [each is not None and each.pain is not None and is_strong(each.pain, limit) for each in (check_in, before)]
    if strong != [True, False] or check_in.day != today or flare_up_on(store.diary.flare_ups(), today, today):
        return False
    from backjournal.library.own_words import signs_in

    return not any(map(stands, signs_in(check_in.marks, check_in.note)))
