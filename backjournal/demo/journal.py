"""The made-up journal as a whole: the plan, each day's practices and check-ins, the flare-up, and the results."""

from datetime import date

from backjournal.demo.check_ins import check_ins
from backjournal.demo.diarist import DAYS, FLARE_UP, HOLIDAY, diarist_until
from backjournal.demo.measures import measure_all
from backjournal.demo.plan import prescribe_plan
from backjournal.demo.practices import practice_of_item
from backjournal.store.store import Store


def make_demo(store: Store, today: date) -> None:
    """Fill an empty journal with 26 weeks up to today, the same each time, in one change that cannot be undone.

    Raises:
        JournalError: the journal cannot be written.
    """
    diarist = diarist_until(today)
    with store.changes.write(""):
        prescribe_plan(store, diarist.first_day)
        store.diary.start_flare_up(diarist.day(FLARE_UP.start))
        store.diary.end_flare_up(diarist.day(FLARE_UP.stop - 1))
        lists = store.checklists(diarist.first_day, today)
        for number in (number for number in range(DAYS) if number not in HOLIDAY):
            pain = diarist.pain(number)
            for item in lists[diarist.day(number)]:
                practice = practice_of_item(diarist, number, item, pain)
                if practice is not None:
                    store.practices.save(practice, "made up")
            for check_in in check_ins(diarist, number, pain, store):
                store.diary.save(check_in)
        measure_all(store, diarist)
