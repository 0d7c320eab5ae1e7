"""Practices: what was done of one prescription on one day."""

from datetime import date
from enum import StrEnum

from backjournal.model.dates import check_day
from backjournal.model.doses import Dose
from backjournal.model.errors import InvalidValue
from backjournal.model.frozen import dataclass, replace
from backjournal.model.numbers import MINUTES_OF_A_DAY
from backjournal.model.sets_done import SetDone, amount_of, share_of
from backjournal.model.text import NOTE_LENGTH, WORD_LENGTH, check_length, clean_line, clean_note


class Status(StrEnum):
    """Whether the exercise was done in full, done in part, or skipped."""

    DONE = "done"
    PARTIAL = "partial"
    SKIPPED = "skipped"


PAIN = "pain"
"""The reason of a skip for pain, which the figures show apart from the other excuses."""

EXCUSES = ("flare-up", "illness", PAIN, "rest", "travel")
"""Reasons that excuse a skip, so that it does not count in adherence: pausing with a reason is not failing."""

SKIP_REASONS = (*EXCUSES, "no time")

MOST = 1_200_000
"""The largest amount that any practice may have, in metres; `most_of` returns the largest for one dose."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was done on one day, without the day and the prescription: years of practices have few different ones.

    Its fields are those of a practice.
    """

    status: Status
    amount: int = 0
    pain_during: int | None = None
    reason: str = ""
    note: str = ""
    sets: tuple[SetDone, ...] = ()

    @property
    def excused(self) -> bool:
        """Whether it was skipped for a reason that excuses it."""
        return self.reason in EXCUSES


@dataclass(frozen=True, slots=True)
class Practice:
    """What was done of one prescription on one day."""

    prescription_id: str
    day: date
    status: Status
    amount: int = 0
    """In the unit of the dose: sets, minutes or metres."""

    pain_during: int | None = None
    """The pain during the exercise, from 0 to 10; None if not noted."""

    reason: str = ""
    """Why it was skipped; empty unless the status is skipped."""

    note: str = ""
    sets: tuple[SetDone, ...] = ()
    """The sets of guided practice, one by one."""

    def __post_init__(self) -> None:
        """Clean the texts and refuse numbers out of range, or a skip without a reason.

        Raises:
            InvalidValue: a value is out of range or missing.
        """
        # Most have neither, and years of practices are read at once.
        if self.reason:
            object.__setattr__(self, "reason", clean_line(self.reason)[:WORD_LENGTH].rstrip())
        if self.note:
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
        """Whether it was skipped for a reason that excuses it."""
        return self.reason in EXCUSES

    @property
    def outcome(self) -> Outcome:
        """What was done, without the day and the prescription."""
        return Outcome(self.status, self.amount, self.pain_during, self.reason, self.note, self.sets)


def most_of(dose: Dose) -> int:
    """Return the largest amount that a practice of a dose may have, in the unit of the dose."""
    return {"min": MINUTES_OF_A_DAY, "m": MOST, "sets": 1000}[dose.unit]


def share_practised(dose: Dose, practice: Practice | Outcome | None) -> float:
    """Return the share of a day's dose that was practised, from 0 to 1."""
    if practice is None or practice.status is Status.SKIPPED:
        return 0.0
    if practice.status is Status.DONE:
        return 1.0
    return min(1.0, max(practice.amount / dose.target, share_of(dose, practice.sets)))


def practice_of(dose: Dose, prescription_id: str, day: date, amount: int) -> Practice | None:
    """Return the practice for an amount of a dose: done from the target on, partial below it, None for 0."""
    if amount <= 0:
        return None
    status = Status.DONE if amount >= dose.target else Status.PARTIAL
    return Practice(prescription_id, day, status, amount)


def with_sets(
    dose: Dose, prescription_id: str, day: date, before: Practice | None, sets: tuple[SetDone, ...]
) -> Practice | None:
    """Return the practice of a day with more sets of guided practice added; without any sets, `before` as it is."""
    if not sets:
        return before
    nothing = Practice(prescription_id, day, Status.PARTIAL)
    earlier = before if before and before.status is not Status.SKIPPED else nothing
    all_sets = earlier.sets + sets
    # The left side now and the right side an hour later make one full set, though neither is full by itself.
    amount = max(earlier.amount + amount_of(dose, sets), amount_of(dose, all_sets))
    amount = min(most_of(dose), amount)
    status = Status.DONE if amount >= dose.target else Status.PARTIAL
    return changed(before, Practice(prescription_id, day, status, amount, sets=all_sets))


def changed(before: Practice | Outcome | None, after: Practice) -> Practice:
    """Return a new practice of a day, completed with the note, pain and sets of the practice that it replaces.

    A skip takes over neither pain nor sets. The sets are also dropped when the amount gets smaller, as they would show
    more than was done.
    """
    if before is None:
        return after
    pain = after.pain_during if after.pain_during is not None or after.status is Status.SKIPPED else before.pain_during
    kept = before.sets if after.status is not Status.SKIPPED and after.amount >= before.amount else ()
    return replace(after, pain_during=pain, note=after.note or before.note, sets=after.sets or kept)


def practice_label(exercise: str, day: date, status: Status | None) -> str:
    """Return the name of a change to a practice, to follow `Undone: ` or `Done again: `; None is a cleared practice."""
    what = {Status.DONE: "tick", Status.PARTIAL: "partial tick", Status.SKIPPED: "skip", None: "clearing"}[status]
    return f"{what} of {exercise} on {day}"
