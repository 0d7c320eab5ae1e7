"""Prescriptions: the exercises of the plan, each with a dose and a schedule."""

from collections.abc import Sequence
from datetime import date

from backjournal.model.dates import check_day
from backjournal.model.doses import Dose
from backjournal.model.errors import InvalidValue
from backjournal.model.frozen import dataclass
from backjournal.model.schedules import Schedule
from backjournal.model.text import NOTE_LENGTH, WORD_LENGTH, check_length, clean_line, clean_note


@dataclass(frozen=True, slots=True)
class Prescription:
    """An exercise with a dose and a schedule, from a first day to a last (both included)."""

    id: str
    exercise_id: str
    dose: Dose
    schedule: Schedule
    first_day: date
    last_day: date | None = None
    """None if it has no end."""

    position: int = 0
    """Its place in the plan within the category of its exercise."""

    note: str = ""
    """What the therapist said about it."""

    def __post_init__(self) -> None:
        """Clean the note and refuse a span that ends before it begins.

        Raises:
            InvalidValue: the last day lies before the first, a day is out of range, or the note is too long.
        """
        if self.note:
            object.__setattr__(self, "note", clean_note(self.note))
            check_length("note", "the note", self.note, NOTE_LENGTH)
        check_day("first_day", self.first_day)
        check_day("last_day", self.last_day)
        if self.last_day is not None and self.last_day < self.first_day:
            raise InvalidValue("last_day", f"the last day {self.last_day} lies before the first day {self.first_day}")

    def in_force(self, day: date) -> bool:
        """Return whether a day lies within the prescription, whatever its weekday."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)

    def asks_on(self, day: date) -> bool:
        """Return whether the schedule has a day for the exercise; a number of times a week has every day."""
        return self.in_force(day) and self.schedule.asks_on(day, self.first_day)

    def asked_among(self, days: Sequence[date]) -> Sequence[date]:
        """Return those of consecutive days for which `asks_on` is true, without asking for each."""
        if not days:
            return ()
        begin = max(0, (self.first_day - days[0]).days)
        end = (self.last_day - days[0]).days + 1 if self.last_day else len(days)
        return self.schedule.among(days[begin : max(0, end)], self.first_day)

    def overlaps(self, first_day: date, last_day: date | None) -> bool:
        """Return whether it shares a day with a span; without a last day, the span has no end."""
        return self.first_day <= (last_day or date.max) and first_day <= (self.last_day or date.max)


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """Facts about the plan as a whole: its aim, who prescribed it, and when."""

    aim: str = ""
    prescribed_by: str = ""
    prescribed_on: date | None = None

    def __post_init__(self) -> None:
        """Clean the texts and refuse one that is too long, or a day out of range.

        Raises:
            InvalidValue: a value is not accepted; `field` names it.
        """
        object.__setattr__(self, "aim", clean_note(self.aim))
        object.__setattr__(self, "prescribed_by", clean_line(self.prescribed_by))
        check_length("aim", "the aim", self.aim, NOTE_LENGTH)
        check_length("prescribed_by", "the name", self.prescribed_by, WORD_LENGTH)
        check_day("prescribed_on", self.prescribed_on)
