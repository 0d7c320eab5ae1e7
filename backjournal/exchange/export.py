"""The exports by name, read from the journal."""

from datetime import date

from backjournal.exchange.checklist_csv import checklist_csv
from backjournal.exchange.diary_csv import diary_csv
from backjournal.store.store import Store

KINDS = ("diary", "checklist")


def export_csv(store: Store, kind: str, since: date | None = None, until: date | None = None) -> bytes:
    """Return the diary or the checklist as CSV, from a day to a day, both included; None means the whole journal.

    Raises:
        JournalError: the journal cannot be read.
    """
    if kind == "diary":
        return diary_csv(store.diary.check_ins(since or date.min, until or date.max))
    today, prescriptions = store.today(), store.plan.prescriptions()
    first = since or min((prescription.first_day for prescription in prescriptions), default=today)
    last = min(until or today, today)
    practices = store.practices.between(first, last) if first <= last else ()
    return checklist_csv(first, last, today, store.plan.exercises(), prescriptions, practices)
