"""Check-ins: the entries of the diary, each made at one moment."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta, timezone
from types import MappingProxyType

from backjournal.model.dates import check_day
from backjournal.model.diary_values import diary_value
from backjournal.model.errors import InvalidValue
from backjournal.model.frozen import dataclass, field
from backjournal.model.marks import Mark, MarkKind
from backjournal.model.text import NOTE_LENGTH, check_length, clean_note


@dataclass(frozen=True, slots=True)
class CheckIn:
    """One entry of the diary, with at least one value, mark or note."""

    id: str
    at: datetime
    """When it was made: to the second, with the offset from UTC in whole minutes."""

    day: date
    """The journal day, which may differ from the calendar date of `at`."""

    values: Mapping[str, float] = field(default_factory=dict)
    """Numbers by their names in `DIARY_VALUES`; a value of None is dropped."""

    marks: tuple[Mark, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        """Clean the note and refuse values out of range, a worst pain below the pain, and an empty check-in.

        Raises:
            InvalidValue: a value is not accepted; `field` names it.
        """
        object.__setattr__(self, "note", clean_note(self.note))
        given = {name: value for name, value in self.values.items() if value is not None}
        object.__setattr__(self, "values", MappingProxyType(given))
        for name, value in given.items():
            diary_value(name).check(value)
        check_day("day", self.day)
        object.__setattr__(self, "at", _moment(self.at, self.day))
        if self.pain is not None and self.worst_pain is not None and self.worst_pain < self.pain:
            raise InvalidValue(
                "worst_pain", f"worst pain {self.worst_pain} is below pain {self.pain}: correct one of them"
            )
        check_length("note", "the note", self.note, NOTE_LENGTH)
        if not (self.values or self.marks or self.note):
            raise InvalidValue("pain", "nothing is filled in: give at least one value, mark or note")

    @property
    def pain(self) -> float | None:
        """The pain at that moment, from 0 (none) to 10 (worst imaginable)."""
        return self.values.get("pain")

    @property
    def worst_pain(self) -> float | None:
        """The worst pain of the day so far; never below the pain."""
        return self.values.get("worst_pain")

    @property
    def mobility(self) -> float | None:
        """The mobility, from 0 (cannot move) to 10 (moves freely)."""
        return self.values.get("mobility")

    def words(self, kind: MarkKind) -> tuple[str, ...]:
        """Return the marks of one kind as text, in the order given."""
        return tuple(str(mark) for mark in self.marks if mark.kind is kind)


def latest_value(check_ins: Iterable[CheckIn], name: str) -> float | None:
    """Return a value of the first check-in that has it, of check-ins with the newest first; None without any."""
    return next((check_in.values[name] for check_in in check_ins if name in check_in.values), None)


def latest_words(check_ins: Iterable[CheckIn], kind: MarkKind) -> tuple[str, ...]:
    """Return the words of one kind of the first check-in that has some, as `latest_value` does; empty without any."""
    return next((words for check_in in check_ins if (words := check_in.words(kind))), ())


def _moment(at: datetime, day: date) -> datetime:
    offset = at.utcoffset()
    if offset is None or offset % timedelta(minutes=1) or abs(offset) > timedelta(hours=18):
        raise InvalidValue("time", "a check-in needs a time with its offset from UTC, in whole minutes up to 18 hours")
    # A journal day extends into the next calendar date, and clocks set back at midnight lead into the previous one.
    if abs(at.date() - day) > timedelta(days=1):
        raise InvalidValue("time", f"{at:%Y-%m-%d %H:%M} does not lie in the day {day}: correct one of them")
    return at.replace(microsecond=0, tzinfo=timezone(offset))
