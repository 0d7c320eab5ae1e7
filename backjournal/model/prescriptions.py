"""Prescriptions, and what was practised of them."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Self

from backjournal.model.dates import WEEKDAY_NAMES, check_day, weekday_of
from backjournal.model.errors import InvalidValue
from backjournal.model.exercises import Dose
from backjournal.model.numbers import MINUTES_OF_A_DAY
from backjournal.model.text import WORD_LENGTH, clean_line, clean_note

WEEKDAYS = tuple(name[:3] for name in WEEKDAY_NAMES)


@dataclass(frozen=True, slots=True)
class Schedule:
    """The weekdays that a prescription asks for; 0 is Monday."""

    weekdays: frozenset[int] = frozenset(range(7))

    def __post_init__(self) -> None:
        """Refuse a schedule without a day.

        Raises:
            InvalidValue: no weekday is chosen, or one does not exist.
        """
        if not self.weekdays or not self.weekdays <= set(range(7)):
            raise InvalidValue("schedule", "choose at least one weekday")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `daily` or weekdays such as `mon wed fri` or `mon-fri`; the opposite of `str`.

        Raises:
            InvalidValue: a word is no weekday.
        """
        words = text.lower().replace(",", " ").replace("–", "-").split()
        if words == ["daily"]:
            return cls()
        try:
            return cls(frozenset(number for word in words for number in _weekdays(word)))
        except ValueError:
            raise InvalidValue(
                "schedule", f"'{clean_line(text)}' is no schedule: write daily, mon-fri, or mon wed fri"
            ) from None

    def asks_on(self, day: date) -> bool:
        """Tell whether the exercise is due on a day."""
        return day.weekday() in self.weekdays

    def __str__(self) -> str:
        if len(self.weekdays) == 7:
            return "daily"
        runs: list[list[int]] = []
        for number in sorted(self.weekdays):
            if runs and runs[-1][-1] == number - 1:
                runs[-1].append(number)
            else:
                runs.append([number])
        return " ".join(
            f"{WEEKDAYS[run[0]]}-{WEEKDAYS[run[-1]]}" if len(run) > 2 else " ".join(WEEKDAYS[number] for number in run)
            for run in runs
        )


def _weekdays(word: str) -> range:
    """Return the weekdays of `mon` or `mon-fri`; ValueError if it is neither."""
    first, _, last = word.partition("-")
    start, end = weekday_of(first), weekday_of(last or first)
    if start is None or end is None or start > end:
        raise ValueError(word)
    return range(start, end + 1)


@dataclass(frozen=True, slots=True)
class Prescription:
    """An exercise with a dose and a schedule, from a first day to a last (both included).

    `position` orders the plan within its category.
    """

    id: str
    exercise_id: str
    dose: Dose
    schedule: Schedule
    first_day: date
    last_day: date | None = None
    position: int = 0

    def __post_init__(self) -> None:
        """Refuse a span that ends before it begins.

        Raises:
            InvalidValue: the last day lies before the first, or a day is out of range.
        """
        check_day("first_day", self.first_day)
        check_day("last_day", self.last_day)
        if self.last_day is not None and self.last_day < self.first_day:
            raise InvalidValue("last_day", f"the last day {self.last_day} lies before the first day {self.first_day}")

    def in_force(self, day: date) -> bool:
        """Tell whether a day lies within the prescription, whatever its weekday."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)

    def asks_on(self, day: date) -> bool:
        """Tell whether the prescription asks for the exercise on a day."""
        return self.in_force(day) and self.schedule.asks_on(day)


class Status(StrEnum):
    """How far the practice of one prescription on one day went."""

    DONE = "done"
    PARTIAL = "partial"
    SKIPPED = "skipped"


EXCUSES = ("flare-up", "illness", "pain", "rest", "travel")
"""Reasons that take a day out of the adherence: pausing with a reason is not failing."""

SKIP_REASONS = (*EXCUSES, "no time")

MOST = MINUTES_OF_A_DAY
"""The largest amount of a practice, in minutes or in sets."""


@dataclass(frozen=True, slots=True)
class Practice:
    """What was done for one prescription on one day; `amount` counts the dose's unit (sets or minutes)."""

    prescription_id: str
    day: date
    status: Status
    amount: int = 0
    pain_during: int | None = None
    reason: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        """Clean the text and refuse a pain out of range or a skip without a reason.

        Raises:
            InvalidValue: a value is out of range or missing.
        """
        object.__setattr__(self, "reason", clean_line(self.reason)[:WORD_LENGTH].rstrip())
        object.__setattr__(self, "note", clean_note(self.note))
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


def practice_of(dose: Dose, prescription_id: str, day: date, amount: int) -> Practice | None:
    """Return the practice that an amount of a dose makes: done at the target, partial below, None at nothing."""
    if amount <= 0:
        return None
    status = Status.DONE if amount >= dose.target else Status.PARTIAL
    return Practice(prescription_id, day, status, amount)


def changed(before: Practice | None, after: Practice) -> Practice:
    """Return a practice with what the one before it told and it does not: its note, and its pain unless skipped."""
    if before is None:
        return after
    pain = after.pain_during if after.pain_during is not None or after.status is Status.SKIPPED else before.pain_during
    return replace(after, pain_during=pain, note=after.note or before.note)


def practice_label(exercise: str, day: date, status: Status | None) -> str:
    """Return the name under which a change of a practice is undone; without a status it is cleared.

    It reads well after `Undone: ` and after `Done again: `.
    """
    what = {Status.DONE: "tick", Status.PARTIAL: "partial tick", Status.SKIPPED: "skip", None: "clearing"}[status]
    return f"{what} of {exercise} on {day}"
