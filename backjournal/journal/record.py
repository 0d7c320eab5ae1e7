"""Reading the record of a journal, from which all trends are computed."""

from datetime import date

from backjournal.plan.adherence import adherence_by_day
from backjournal.store.store import Store
from backjournal.trends.record import Record


def journal_record(store: Store, today: date) -> Record:
    """Return the record of a journal up to today.

    It reads the whole history: an app calls it in a thread with a store of its own, and caches the record until the
    journal changes.

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
