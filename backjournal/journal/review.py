"""The review of a week where the journal and its figures meet: the week is read, and a note on it is written."""

from datetime import date

from backjournal.journal.record import journal_record
from backjournal.journal.signs import save_check_in
from backjournal.library.red_flags import RedFlag
from backjournal.model.check_ins import CheckIn
from backjournal.model.dates import short_day
from backjournal.model.errors import InvalidValue
from backjournal.model.text import clean_note
from backjournal.store.answers import REVIEW
from backjournal.store.store import Store
from backjournal.trends.review import Review, review_of


def journal_review(store: Store, day: date, today: date) -> Review:
    """Return the review of the week that a day lies in.

    Raises:
        JournalError: the journal cannot be read.
    """
    record = journal_record(store, today, store.settings.get().weeks.back(day, 1))
    return review_of(record, store.experiments.all(), day)


def note_review(store: Store, review: Review, typed: str) -> tuple[CheckIn, tuple[RedFlag, ...]]:
    """Write what the person wants to remember of a week as the note of a check-in of now.

    Return the check-in, and the red flags in its words, the most urgent first.

    Raises:
        InvalidValue: nothing was typed, or too much; its `field` is `note`.
        JournalError: the journal cannot be written.
    """
    words = clean_note(typed)
    if not words:
        raise InvalidValue("note", "there is nothing to note yet")
    note = f"{_beginning(review)}{words}"
    check_in = CheckIn(store.new_id(), store.clock.now(), store.today(), {}, (), note)
    return check_in, save_check_in(store, check_in)


def review_note(store: Store, review: Review) -> str:
    """Return what the person last noted on a week, without its beginning; empty if nothing.

    Raises:
        JournalError: the journal cannot be read.
    """
    begins = _beginning(review)
    notes = (check_in.note for check_in in store.diary.check_ins(first=review.week[0]))
    return next((note.removeprefix(begins) for note in notes if note.startswith(begins)), "")


def keep_reviewed(store: Store, today: date) -> None:
    """Remember that the week before was looked back at, so that it is not offered again; no undo takes that back.

    Raises:
        JournalError: the journal cannot be written.
    """
    store.answers.save(REVIEW, today)


def _beginning(review: Review) -> str:
    return f"Week of {short_day(review.week[0], with_year=True)}: "
