"""Check-ins, their marks, and flare-ups."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from enum import StrEnum
from typing import Self

from backjournal.model.dates import check_day
from backjournal.model.errors import InvalidValue
from backjournal.model.numbers import MINUTES_OF_A_DAY
from backjournal.model.text import NOTE_LENGTH, WORD_LENGTH, check_length, clean_line, clean_note, split_words


class MarkKind(StrEnum):
    """What a mark tells."""

    LOCATION = "location"
    QUALITY = "quality"
    TRIGGER = "trigger"
    RELIEF = "relief"
    MEDICINE = "medicine"
    SYMPTOM = "symptom"


@dataclass(frozen=True, slots=True)
class Mark:
    """A word on a check-in, with an amount where it has one (`ibuprofen`, `400 mg`)."""

    kind: MarkKind
    word: str
    amount: str = ""

    def __post_init__(self) -> None:
        """Clean the text and refuse a word that is missing or too long.

        Raises:
            InvalidValue: the word is empty or longer than 80 characters.
        """
        object.__setattr__(self, "word", clean_line(self.word))
        object.__setattr__(self, "amount", clean_line(self.amount))
        if not 1 <= len(self.word) <= WORD_LENGTH or len(self.amount) > WORD_LENGTH:
            raise InvalidValue(self.kind, f"{self.kind}: a word has 1 to {WORD_LENGTH} characters")

    @classmethod
    def parse(cls, kind: MarkKind, text: str) -> Self:
        """Read a word as typed; of a medicine, what begins with a digit is the amount; the opposite of `str`."""
        words = clean_line(text).split()
        cut = next((index for index, word in enumerate(words) if index and word[0].isdigit()), len(words))
        if kind is not MarkKind.MEDICINE:
            cut = len(words)
        return cls(kind, " ".join(words[:cut]), " ".join(words[cut:]))

    def __str__(self) -> str:
        return f"{self.word} {self.amount}".rstrip()


def parse_marks(kind: MarkKind, text: str) -> tuple[Mark, ...]:
    """Read the words of one field, separated by commas or semicolons."""
    return tuple(Mark.parse(kind, word) for word in split_words(text))


VALUES = {
    "pain": "pain",
    "worst_pain": "worst pain",
    "mobility": "mobility",
    "stiffness_min": "stiffness",
    "sleep_hours": "sleep",
    "mood": "mood",
    "confidence": "confidence",
}
"""The labels of a check-in's values by field, in the order shown."""

SCALES = {field: VALUES[field] for field in ("pain", "worst_pain", "mobility", "mood", "confidence")}
"""The 0–10 scales of a check-in by field. Pain: 0 none, 10 worst imaginable. Mobility: 0 cannot move, 10 moves
freely. Mood: 0 very low, 10 very good. Confidence to move: 0 none, 10 full."""


@dataclass(frozen=True, slots=True)
class CheckIn:
    """A moment in the diary; every value may be missing, but not all of them.

    `at` is the true moment, to the second, with its offset from UTC in whole minutes; `day` is the journal day.
    Stiffness is in minutes (0–1440), sleep in hours (0–24), the scales are 0–10.
    """

    id: str
    at: datetime
    day: date
    pain: int | None = None
    worst_pain: int | None = None
    mobility: int | None = None
    stiffness_min: int | None = None
    sleep_hours: float | None = None
    mood: int | None = None
    confidence: int | None = None
    marks: tuple[Mark, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        """Clean the note and refuse values out of range, a contradiction, and a check-in without anything.

        Raises:
            InvalidValue: a value cannot be taken; its `field` says which.
        """
        object.__setattr__(self, "note", clean_note(self.note))
        for field, label in SCALES.items():
            _check(field, label, getattr(self, field), 10)
        _check("stiffness_min", VALUES["stiffness_min"], self.stiffness_min, MINUTES_OF_A_DAY)
        _check("sleep_hours", VALUES["sleep_hours"], self.sleep_hours, 24)
        check_day("day", self.day)
        object.__setattr__(self, "at", _moment(self.at, self.day))
        if self.pain is not None and self.worst_pain is not None and self.worst_pain < self.pain:
            raise InvalidValue(
                "worst_pain", f"worst pain {self.worst_pain} is below pain {self.pain}: correct one of them"
            )
        check_length("note", "the note", self.note, NOTE_LENGTH)
        if not self.tells_something():
            raise InvalidValue("pain", "nothing is filled in: give at least one value, mark or note")

    def tells_something(self) -> bool:
        """Tell whether at least one value, mark or note is given."""
        return bool(self.marks or self.note) or any(getattr(self, field) is not None for field in VALUES)

    def words(self, kind: MarkKind) -> tuple[str, ...]:
        """Return the marks of one kind as text, in the order given."""
        return tuple(str(mark) for mark in self.marks if mark.kind is kind)


@dataclass(frozen=True, slots=True)
class FlareUp:
    """An episode that the person declares, first day to last day; without a last day it goes on.

    A worsening, hours to weeks long, that is hard to tolerate and generally affects usual activities or
    emotions (Costa 2019): declared, never computed from a score.
    """

    id: str
    first_day: date
    last_day: date | None = None

    def __post_init__(self) -> None:
        """Refuse an episode that ends before it begins.

        Raises:
            InvalidValue: the last day lies before the first, or a day is out of range.
        """
        check_day("first_day", self.first_day)
        check_day("last_day", self.last_day)
        if self.last_day is not None and self.last_day < self.first_day:
            raise InvalidValue(
                "last_day", f"the flare-up's last day {self.last_day} lies before its first {self.first_day}"
            )

    def covers(self, day: date, today: date) -> bool:
        """Tell whether a day belongs to the episode; one that goes on reaches to today."""
        return self.first_day <= day <= (self.last_day or max(today, self.first_day))

    def overlaps(self, other: "FlareUp") -> bool:
        """Tell whether the two share a day; one that goes on reaches into the future."""
        starts_before_end = self.first_day <= (other.last_day or date.max)
        return starts_before_end and other.first_day <= (self.last_day or date.max)


def _check(field: str, label: str, value: float | None, high: int) -> None:
    if value is not None and not 0 <= value <= high:
        raise InvalidValue(field, f"{label}: {value:g} is not between 0 and {high}")


def _moment(at: datetime, day: date) -> datetime:
    offset = at.utcoffset()
    if offset is None or offset % timedelta(minutes=1) or abs(offset) > timedelta(hours=18):
        raise InvalidValue("time", "a check-in needs a time with its offset from UTC, in whole minutes up to 18 hours")
    # A journal day reaches into the next calendar date, and clocks set back at midnight lead into the one before.
    if abs(at.date() - day) > timedelta(days=1):
        raise InvalidValue("time", f"{at:%Y-%m-%d %H:%M} does not lie in the day {day}: correct one of them")
    return at.replace(microsecond=0, tzinfo=timezone(offset))
