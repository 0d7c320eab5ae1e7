"""The record of a journal, read from its store, for all trends."""

from datetime import date

from backjournal.plan.adherence import adherence_by_day
from backjournal.store.store import Store
from backjournal.trends.record import Record


def journal_record(store: Store, today: date) -> Record:
    """Return the record of a journal up to today.

    Whole-history work: an app does it in a thread with a store of its own, and keeps it until the journal changes.

    Raises:
        JournalError: the journal cannot be read.
    """
    prescriptions = store.plan.prescriptions()
    begin = min((prescription.first_day for prescription in prescriptions), default=today)
    checklists = store.checklists(begin, today) if prescriptions else {}
    return Record(
        today=today,
        settings=store.settings.get(),
        diary=store.diary_days.all(),
        flare_ups=store.diary.flare_ups(),
        exercises=store.plan.exercises(),
        prescriptions=prescriptions,
        checklists=checklists,
        adherence=adherence_by_day(checklists, today),
        measures=store.measures.chosen(),
        results=store.measures.results_by_measure(),
    )
