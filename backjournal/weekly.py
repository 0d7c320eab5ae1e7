"""The weeks of a journal, read from its store."""

from datetime import date

from backjournal.store.store import Store
from backjournal.trends.adherence import adherence_by_day
from backjournal.trends.weeks import Week, span_of_range, weeks


def journal_weeks(store: Store, weeks_shown: int | None, last: date, today: date) -> tuple[Week, ...]:
    """Return so many weeks up to that of `last`, oldest first; None is everything since `earliest_day`.

    Whole-history work: an app does it in a thread with a store of its own.

    Raises:
        JournalError: the journal cannot be read.
    """
    week_starts_on = store.settings.get().week_starts_on
    earliest = earliest_day(store) if weeks_shown is None else None
    first, end = span_of_range(weeks_shown, last, earliest, week_starts_on)
    adherence = adherence_by_day(store.checklists(first, min(end, today)), today)
    check_ins, flare_ups = store.diary.check_ins(first, end), store.diary.flare_ups()
    return weeks(first, end, today, week_starts_on, check_ins, flare_ups, adherence)


def earliest_day(store: Store) -> date | None:
    """Return the first day with a check-in, a prescription or a flare-up; None if the journal holds none of them.

    Raises:
        JournalError: the journal cannot be read.
    """
    first_check_in = store.diary.first_day()
    days = [first_check_in] if first_check_in else []
    days += [prescription.first_day for prescription in store.plan.prescriptions()]
    days += [flare_up.first_day for flare_up in store.diary.flare_ups()]
    return min(days, default=None)
