"""What Today offers now and then: to fill in days without an entry, and to look back at the week that is over."""

from datetime import date, timedelta

from backjournal.journal.away import offered_gap
from backjournal.model.dates import Days
from backjournal.plan.offers import Offers
from backjournal.store.answers import REVIEW
from backjournal.store.store import Store


def journal_offers(store: Store, today: date) -> Offers:
    """Return what is offered today.

    Raises:
        JournalError: the journal cannot be read.
    """
    return Offers(offered_gap(store, today), _offered_review(store, today))


def week_over(store: Store, today: date) -> Days:
    """Return the first and the last day of the latest week that is over.

    Raises:
        JournalError: the journal cannot be read.
    """
    weeks = store.settings.get().weeks
    return weeks.back(today, 1), weeks.week_of(today) - timedelta(days=1)


def has_entry(store: Store, first: date, last: date) -> bool:
    """Return whether anything was noted, ticked or skipped on one of the days.

    Raises:
        JournalError: the journal cannot be read.
    """
    practised = store.practices.last_day(last)
    return bool(store.diary.check_ins(first, last, limit=1)) or (practised is not None and practised >= first)


def _offered_review(store: Store, today: date) -> Days | None:
    first, last = week_over(store, today)
    if store.answers.all().get(REVIEW, date.min) > last:
        return None
    return (first, last) if has_entry(store, first, last) else None
