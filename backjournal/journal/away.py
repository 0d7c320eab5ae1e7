"""The days away of a journal: the latest gap, whether it is to be asked about, and filling it in."""

from datetime import date, timedelta

from backjournal.model.numbers import count
from backjournal.model.practices import Practice
from backjournal.plan.away import FEWEST_DAYS, DayAnswers, Gap, filled_in, latest_gap
from backjournal.store.answers import AWAY
from backjournal.store.store import Store

LOOK_BACK = timedelta(weeks=4)
"""How far back a gap is looked for that is over already."""

_DAY = timedelta(days=1)
_SIX_DAYS = timedelta(days=6)


def offered_gap(store: Store, today: date) -> Gap | None:
    """Return the gap that ends yesterday, without the days that were asked about before; None if there is none.

    Raises:
        JournalError: the journal cannot be read.
    """
    begins = store.plan.begins()
    if begins is None:
        return None
    first = max(begins, _after_last_entry(store, today), store.answers.all().get(AWAY, date.min))
    if (today - first).days < FEWEST_DAYS:
        return None
    return latest_gap(store.checklists(first, today - _DAY))


def journal_gap(store: Store, today: date) -> Gap | None:
    """Return the gap that ends yesterday, else the latest of the last four weeks, whatever was answered about it.

    Raises:
        JournalError: the journal cannot be read.
    """
    begins = store.plan.begins()
    first = max(begins or today, min(_after_last_entry(store, today), today - LOOK_BACK))
    if first >= today:
        return None
    noted = {check_in.day for check_in in store.diary.check_ins(first, today - _DAY)}
    return latest_gap(store.checklists(first, today - _DAY), noted)


def fill_in(store: Store, answers: DayAnswers, today: date) -> tuple[Practice, ...]:
    """Write what was answered about days of a gap in one change, and return the practices; open days stay open.

    Raises:
        InvalidValue: an answer is none; its `field` is `reason`.
        JournalError: the journal cannot be written.
    """
    label = f"filling in of {count(len(answers), 'day')} without an entry" if answers else ""
    with store.changes.write(label):
        made = _made(store, answers) if answers else ()
        for practice in made:
            store.practices.save(practice, "")
        store.answers.save(AWAY, today)
    return made


def pass_over(store: Store, today: date) -> None:
    """Remember that the days up to today were asked about, and nothing was answered; no undo takes that back.

    Raises:
        JournalError: the journal cannot be written.
    """
    store.answers.save(AWAY, today)


def _made(store: Store, answers: DayAnswers) -> tuple[Practice, ...]:
    weeks = store.settings.get().weeks
    first, last = weeks.week_of(min(answers)), max(answers)
    exercises, prescriptions = store.plan.of_days(first, last + _SIX_DAYS)
    return filled_in(answers, exercises, prescriptions, store.practices.between(first, last), weeks)


def _after_last_entry(store: Store, today: date) -> date:
    """Return the day after the last one before today with an entry; `date.min` without any."""
    before = today - _DAY
    noted = store.diary.check_ins(last=before, limit=1)
    days = [*(check_in.day for check_in in noted), *filter(None, [store.practices.last_day(before)])]
    return max(days) + _DAY if days else date.min
