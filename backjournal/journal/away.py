"""The days away of a journal: the latest gap, whether it is to be asked about, and filling it in."""

from collections.abc import Collection
from datetime import date, timedelta

from backjournal.model.numbers import count
from backjournal.model.practices import Practice
from backjournal.plan.away import FEWEST_DAYS, DayAnswers, Gap, filled_in, latest_gap
from backjournal.store.answers import AWAY, AWAY_IN_PART
from backjournal.store.store import Store

LOOK_BACK = timedelta(weeks=4)
"""How far back a gap is looked for that is over already."""

_DAY = timedelta(days=1)
_SIX_DAYS = timedelta(days=6)


def offered_gap(store: Store, today: date) -> Gap | None:
    """Return the gap that ends yesterday, without the days that were asked about before; None if there is none.

    On a day on which some days of a gap were filled in, those that are left are offered, whatever lies after them.

    Raises:
        JournalError: the journal cannot be read.
    """
    begins = store.plan.begins()
    if begins is None:
        return None
    answers = store.answers.all()
    goes_on = answers.get(AWAY_IN_PART) == today
    first = max(begins, answers.get(AWAY, date.min), date.min if goes_on else _after_last_entry(store, today))
    if (today - first).days < FEWEST_DAYS:
        return None
    return latest_gap(store.checklists(first, today - _DAY), _noted(store, first, today) if goes_on else ())


def journal_gap(store: Store, today: date) -> Gap | None:
    """Return the gap that ends yesterday, else the latest of the last four weeks, whatever was answered about it.

    Raises:
        JournalError: the journal cannot be read.
    """
    begins = store.plan.begins()
    first = max(begins or today, min(_after_last_entry(store, today), today - LOOK_BACK))
    if first >= today:
        return None
    return latest_gap(store.checklists(first, today - _DAY), _noted(store, first, today))


def fill_in(
    store: Store, gap: Gap, answers: DayAnswers, today: date, left_open: Collection[date] = ()
) -> tuple[Practice, ...]:
    """Write what was answered about days of a gap in one change, and return the practices; open days stay open.

    Those that nobody said to leave open may be asked about again, for the rest of the day.

    Raises:
        InvalidValue: an answer is none; its `field` is `reason`.
        JournalError: the journal cannot be written.
    """
    label = f"filling in of {count(len(answers), 'day')} without an entry" if answers else ""
    with store.changes.write(label):
        made = _made(store, answers) if answers else ()
        for practice in made:
            store.practices.save(practice, "")
        if answers and set(gap.days) - set(answers) - set(left_open):
            store.answers.save(AWAY, max(gap.first_day, store.answers.all().get(AWAY, date.min)))
            store.answers.save(AWAY_IN_PART, today)
        else:
            pass_over(store, gap)
    return made


def pass_over(store: Store, gap: Gap) -> None:
    """Remember that the days of a gap were asked about; without a labelled change around it no undo takes that back.

    Raises:
        JournalError: the journal cannot be written.
    """
    store.answers.save(AWAY, max(gap.last_day + _DAY, store.answers.all().get(AWAY, date.min)))


def _made(store: Store, answers: DayAnswers) -> tuple[Practice, ...]:
    weeks = store.settings.get().weeks
    first, last = weeks.week_of(min(answers)), max(answers)
    exercises, prescriptions = store.plan.of_days(first, last + _SIX_DAYS)
    return filled_in(answers, exercises, prescriptions, store.practices.between(first, last), weeks)


def _noted(store: Store, first: date, today: date) -> set[date]:
    return {check_in.day for check_in in store.diary.check_ins(first, today - _DAY)}


def _after_last_entry(store: Store, today: date) -> date:
    """Return the day after the last one before today with an entry; `date.min` without any."""
    before = today - _DAY
    noted = store.diary.check_ins(last=before, limit=1)
    days = [*(check_in.day for check_in in noted), *filter(None, [store.practices.last_day(before)])]
    return max(days) + _DAY if days else date.min
