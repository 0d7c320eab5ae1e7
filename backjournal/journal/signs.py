"""The signs of a journal: noting them with a check-in, which of them stand, and what became of them."""

from collections.abc import Iterable
from datetime import date

from backjournal.library.own_words import signs_in
from backjournal.library.red_flags import RedFlag, red_flags
from backjournal.model.check_ins import CheckIn
from backjournal.plan.signs import GONE, NOTED, SEEN, StandingSign, question, standing_signs, stands
from backjournal.store.store import Store


def save_check_in(store: Store, check_in: CheckIn, before: CheckIn | None = None) -> tuple[RedFlag, ...]:
    """Write a check-in, note the signs in it, in one change, and return its red flags, the most urgent first.

    `before` is the check-in as it was, if it is changed: a sign that is no longer in it is no longer noted.

    Raises:
        JournalError: the journal cannot be written.
    """
    with store.changes.write(f"check-in of {check_in.day} {check_in.at:%H:%M}"):
        store.diary.save(check_in)
        _note_signs(store, before, check_in)
    return signs_in(check_in.marks, check_in.note)


def delete_check_in(store: Store, check_in: CheckIn) -> None:
    """Mark a check-in as deleted, in one change with the signs that were noted in it alone.

    Raises:
        JournalError: the journal cannot be written.
    """
    with store.changes.write(f"deletion of the check-in of {check_in.day} {check_in.at:%H:%M}"):
        store.diary.delete(check_in)
        _note_signs(store, check_in, None)


def journal_signs(store: Store, today: date) -> tuple[StandingSign, ...]:
    """Return the signs that stand today, the most urgent first.

    Raises:
        JournalError: the journal cannot be read.
    """
    ticked = store.diary.latest_symptoms([flag.word for flag in red_flags() if stands(flag)])
    return standing_signs(ticked, store.answers.all(), today)


def seen_by_doctor(store: Store, signs: Iterable[StandingSign], today: date) -> None:
    """Record that a doctor has looked at some signs.

    Raises:
        JournalError: the journal cannot be written.
    """
    _record(store, SEEN, signs, today)


def are_gone(store: Store, signs: Iterable[StandingSign], today: date) -> None:
    """Record that some signs are gone.

    Raises:
        JournalError: the journal cannot be written.
    """
    _record(store, GONE, signs, today)


def _record(store: Store, what: str, signs: Iterable[StandingSign], today: date) -> None:
    words = {SEEN: "a doctor has looked at", GONE: "gone:"}[what]
    found = tuple(signs)
    with store.changes.write(f"{words} {', '.join(sign.flag.word for sign in found)}"):
        for sign in found:
            store.answers.save(question(what, sign.flag), today)


def _note_signs(store: Store, before: CheckIn | None, after: CheckIn | None) -> None:
    """Note the signs that a change of a check-in adds, and look the others up in the rest of the diary."""
    was, now = _signs_of(before), _signs_of(after)
    moved = before is not None and after is not None and before.day != after.day
    for flag in [flag for flag in was if flag not in now or moved]:
        _save_noted(store, flag, _latest_day(store, flag))
    answers = store.answers.all()
    for flag in [flag for flag in now if flag not in was]:
        day = after.day if after else date.min
        noted = answers.get(question(NOTED, flag))
        # A check-in of an earlier day does not make a sign older than it is.
        _save_noted(store, flag, max(day, noted or day))
        for what in (SEEN, GONE):
            # Days are compared: an answer given earlier on the same day would hide a sign that comes back.
            if answers.get(question(what, flag)) == day:
                store.answers.delete(question(what, flag))


def _signs_of(check_in: CheckIn | None) -> tuple[RedFlag, ...]:
    return tuple(filter(stands, signs_in(check_in.marks, check_in.note))) if check_in else ()


def _latest_day(store: Store, flag: RedFlag) -> date | None:
    """Return the latest day with a sign in the diary, read from the newest check-in backwards; None without one."""
    return next((each.day for each in store.diary.check_ins() if flag in signs_in(each.marks, each.note)), None)


def _save_noted(store: Store, flag: RedFlag, day: date | None) -> None:
    if day:
        store.answers.save(question(NOTED, flag), day)
    else:
        store.answers.delete(question(NOTED, flag))
