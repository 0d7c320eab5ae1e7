"""Practices: what was done of a prescription on a day."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from backjournal.model.dates import check_day
from backjournal.model.doses import Dose
from backjournal.model.errors import InvalidValue
from backjournal.model.numbers import MINUTES_OF_A_DAY
from backjournal.model.sets_done import SetDone, amount_of, share_of
from backjournal.model.text import NOTE_LENGTH, WORD_LENGTH, check_length, clean_line, clean_note


class Status(StrEnum):
    """How far the practice of one prescription on one day went."""

    DONE = "done"
    PARTIAL = "partial"
    SKIPPED = "skipped"


EXCUSES = ("flare-up", "illness", "pain", "rest", "travel")
"""Reasons that take a day out of the adherence: pausing with a reason is not failing."""

SKIP_REASONS = (*EXCUSES, "no time")

MOST = 1_200_000
"""The largest amount of a practice: the metres of the largest dose; `most_of` says it of a dose."""


@dataclass(frozen=True, slots=True)
class Practice:
    """What was done for one prescription on one day.

    `amount` counts the dose's unit (sets, minutes or metres); `sets` are those of the guided practice, one by one.
    """

    prescription_id: str
    day: date
    status: Status
    amount: int = 0
    pain_during: int | None = None
    reason: str = ""
    note: str = ""
    sets: tuple[SetDone, ...] = ()

    def __post_init__(self) -> None:
        """Clean the text and refuse a pain out of range or a skip without a reason.

        Raises:
            InvalidValue: a value is out of range or missing.
        """
        object.__setattr__(self, "reason", clean_line(self.reason)[:WORD_LENGTH].rstrip())
        object.__setattr__(self, "note", clean_note(self.note))
        check_length("note", "the note", self.note, NOTE_LENGTH)
        check_day("day", self.day)
        if self.pain_during is not None and not 0 <= self.pain_during <= 10:
            raise InvalidValue("pain_during", f"pain during: {self.pain_during} is not between 0 and 10")
        if not 0 <= self.amount <= MOST:
            raise InvalidValue("amount", f"amount: {self.amount} is not between 0 and {MOST}")
        if (self.status is Status.SKIPPED) != bool(self.reason):
            raise InvalidValue("reason", "a skipped exercise has a reason, and only a skipped one")

    @property
    def excused(self) -> bool:
        """Tell whether the skip leaves the adherence untouched."""
        return self.reason in EXCUSES


def most_of(dose: Dose) -> int:
    """Return the largest amount that a day of a dose may have, in its unit."""
    return {"min": MINUTES_OF_A_DAY, "m": MOST, "sets": 1000}[dose.unit]


def share_practised(dose: Dose, practice: Practice | None) -> float:
    """Return how much of a day's dose was practised, from 0 to 1."""
    if practice is None or practice.status is Status.SKIPPED:
        return 0.0
    if practice.status is Status.DONE:
        return 1.0
    return min(1.0, max(practice.amount / dose.target, share_of(dose, practice.sets)))


def practice_of(dose: Dose, prescription_id: str, day: date, amount: int) -> Practice | None:
    """Return the practice that an amount of a dose makes: done at the target, partial below, None at nothing."""
    if amount <= 0:
        return None
    status = Status.DONE if amount >= dose.target else Status.PARTIAL
    return Practice(prescription_id, day, status, amount)


def with_sets(
    dose: Dose, prescription_id: str, day: date, before: Practice | None, sets: tuple[SetDone, ...]
) -> Practice | None:
    """Return the practice with the sets of a guided practice added to what was done before it; None without any."""
    if not sets:
        return before
    nothing = Practice(prescription_id, day, Status.PARTIAL)
    earlier = before if before and before.status is not Status.SKIPPED else nothing
    all_sets = earlier.sets + sets
    # One side now and the other an hour later make a set that neither of the two has in full.
    amount = max(earlier.amount + amount_of(dose, sets), amount_of(dose, all_sets))
    amount = min(most_of(dose), amount)
    status = Status.DONE if amount >= dose.target else Status.PARTIAL
    return changed(before, Practice(prescription_id, day, status, amount, sets=all_sets))


def changed(before: Practice | None, after: Practice) -> Practice:
    """Return a practice with what the one before it told and it does not: its note, its pain unless skipped, its sets.

    Sets go when the amount is less than before: they would tell more than was done.
    """
    if before is None:
        return after
    pain = after.pain_during if after.pain_during is not None or after.status is Status.SKIPPED else before.pain_during
    kept = before.sets if after.status is not Status.SKIPPED and after.amount >= before.amount else ()
    return replace(after, pain_during=pain, note=after.note or before.note, sets=after.sets or kept)


def practice_label(exercise: str, day: date, status: Status | None) -> str:
    """Return the name under which a change of a practice is undone; without a status it is cleared.

    It reads well after `Undone: ` and after `Done again: `.
    """
    what = {Status.DONE: "tick", Status.PARTIAL: "partial tick", Status.SKIPPED: "skip", None: "clearing"}[status]
    return f"{what} of {exercise} on {day}"
