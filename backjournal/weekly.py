"""The weeks of a journal, read from its store."""

from datetime import date

from backjournal.recorded import journal_record
from backjournal.store.store import Store
from backjournal.trends.weeks import Week, weeks
from backjournal.trends.window import Window


def journal_weeks(store: Store, weeks_shown: int | None, last: date, today: date) -> tuple[Week, ...]:
    """Return so many weeks up to that of `last`, oldest first; None is everything since `earliest_day`.

    Whole-history work: an app does it in a thread with a store of its own.

    Raises:
        JournalError: the journal cannot be read.
    """
    record = journal_record(store, today)
    return weeks(record, *Window(weeks_shown, last).days(record))


def earliest_day(store: Store) -> date | None:
    """Return the first day with a check-in, a prescription or a flare-up; None if the journal holds none of them.

    Raises:
        JournalError: the journal cannot be read.
    """
    return journal_record(store, store.today()).earliest
