"""The signs of a journal: noting them with a check-in, which of them stand, and what became of them."""

from collections.abc import Iterable
from datetime import date

from backjournal.library.red_flags import RedFlag
from backjournal.model.check_ins import CheckIn
from backjournal.model.dates import long_day
from backjournal.model.marks import MarkKind
from backjournal.model.text import NOTE_LENGTH
from backjournal.plan.signs import GONE, SEEN, StandingSign, question, standing_signs, stands
from backjournal.store.store import Store

_NOTED_DAILY = (MarkKind.LOCATION, MarkKind.TRIGGER)


def save_check_in(store: Store, check_in: CheckIn, before: CheckIn | None = None) -> tuple[RedFlag, ...]:
    """Write a check-in and return its red flags, the most urgent first; they stand again, whatever was answered before.

    `before` is the check-in as it was, if it is changed: with the same words, what was answered about them stays, and
    what does not stand because of it is not returned. A place or a trigger that is noted day after day does not undo
    that a doctor has looked at it.

    Raises:
        JournalError: the journal cannot be written.
    """
    from backjournal.library.own_words import signs_in

    flags = signs_in(check_in.marks, check_in.note)
    same_words = before is not None and (before.marks, before.note) == (check_in.marks, check_in.note)
    with store.changes.write(store.diary.label_of(check_in)):
        store.diary.save(check_in)
        if not same_words:
            anew = signs_in([mark for mark in check_in.marks if mark.kind not in _NOTED_DAILY], check_in.note)
            _take_back_answers(store, filter(stands, anew), SEEN, GONE)
            _take_back_answers(store, filter(stands, flags), GONE)
    if not same_words:
        return flags
    standing = {sign.flag for sign in journal_signs(store, store.today())}
    return tuple(flag for flag in flags if flag in standing or not stands(flag))


def note_signs_of(store: Store, what: str, day: date, *typed: str) -> tuple[RedFlag, ...]:
    """Write the signs in what was typed about a practice or a result into the diary, where they stand; return them.

    `typed` is the reason and the note as far as the person gave them now: a note that is only kept raises nothing, and
    the same words given once more do. `what` is the name of the exercise or of the measure.

    Raises:
        JournalError: the journal cannot be written.
    """
    from backjournal.library.own_words import signs_in

    words = "; ".join(filter(None, typed))
    flags = tuple(filter(stands, signs_in((), words)))
    if flags:
        note = f"{what}, {long_day(day)}: {words}"
        # Rather the end of the words, which may hold the sign, than the heading before them.
        fits = note if len(note) <= NOTE_LENGTH else words[:NOTE_LENGTH]
        save_check_in(store, CheckIn(store.new_id(), store.clock.now(), store.today(), {}, (), fits))
    return flags


def journal_signs(store: Store, today: date) -> tuple[StandingSign, ...]:
    """Return the signs that stand today, the most urgent first.

    Raises:
        JournalError: the journal cannot be read.
    """
    return standing_signs(store.diary.latest_signs(), store.answers.all(), today)


def ended_text(store: Store, before: Iterable[StandingSign], today: date) -> str:
    """Return what to tell of signs that stood `before` and stand no more; an empty text if there are none.

    Raises:
        JournalError: the journal cannot be read.
    """
    now, noted = {sign.flag for sign in journal_signs(store, today)}, store.diary.latest_signs()
    ended = [sign.flag.word for sign in before if sign.flag not in now]
    unnoted = ", ".join(word for word in ended if word not in noted)
    answered = ", ".join(word for word in ended if word in noted)
    said = (
        f"No check-in mentions it any more, so its reminder ends: {unnoted}." if unnoted else "",
        f"What you answered about it before counts again, so its reminder ends: {answered}." if answered else "",
    )
    return " ".join(filter(None, said))


def returned_text(store: Store, before: Iterable[StandingSign], today: date) -> str:
    """Return what to tell of signs that stand now and did not stand `before`; an empty text if there are none.

    Raises:
        JournalError: the journal cannot be read.
    """
    known = {sign.flag for sign in before}
    words = ", ".join(sign.flag.word for sign in journal_signs(store, today) if sign.flag not in known)
    return f"This counts again, and should not wait: {words}." if words else ""


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


def _take_back_answers(store: Store, flags: Iterable[RedFlag], *answers: str) -> None:
    """Forget what was answered about signs that are noted anew.

    Days are not compared: a clock in another time zone, or a day that is filled in later, would hide a sign.
    """
    for flag in flags:
        for what in answers:
            store.answers.delete(question(what, flag))
