"""Valid values of a journal for tests to start from."""

from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from typing import Any

from backjournal.library.exercises import LibraryExercise, library
from backjournal.model.check_ins import CheckIn
from backjournal.model.diary_values import HOURS
from backjournal.model.errors import InvalidValue
from backjournal.model.marks import Mark, MarkKind
from backjournal.trends.diary_days import DiaryDay, Taken

TODAY = date(2026, 11, 21)
AT_EIGHT = datetime(2026, 11, 21, 8, 0, tzinfo=timezone(timedelta(hours=1)))


def shipped(key: str) -> LibraryExercise:
    """Return the exercise of the library with this key."""
    return next(entry for entry in library() if entry.exercise.id == key)


BRIDGE, WALKING, BIRD_DOG = (shipped(key) for key in ("bridge", "walking", "bird-dog"))


def check_in(number: int = 1, **values: Any) -> CheckIn:
    """Return a check-in with an id and a minute by its number, with pain 4 unless other values are given."""
    at = AT_EIGHT + timedelta(minutes=number)
    given = values or {"pain": 4}
    return check_in_at(given.pop("id", f"c{number}"), given.pop("at", at), given.pop("day", TODAY), **given)


def check_in_at(row_id: str, at: datetime, day: date, **values: Any) -> CheckIn:
    """Return a check-in of a moment; `values` may hold marks and a note beside the numbers."""
    marks, note = values.pop("marks", ()), values.pop("note", "")
    return CheckIn(row_id, at, day, values, marks, note)


def diary_day(day: date, check_ins: int = 1, **values: Any) -> DiaryDay:
    """Return a day of the diary by its means; values of None are left out, and its pain came after its hours.

    `medicines` is how many doses of one.
    """
    rest = {name: values.pop(name) for name in ("marks", "taken") if name in values}
    if times := values.pop("medicines", 0):
        rest["taken"] = (Taken("ibuprofen", times, times),)
    given = {name: value for name, value in values.items() if value is not None}
    since = {value.name: given["pain"] for value in HOURS if value.name in given and "pain" in given}
    return DiaryDay(day, check_ins, given, since, **rest)


def mark(kind: MarkKind, text: str) -> Mark:
    """Return the mark that a typed word makes."""
    return Mark.parse(kind, text)


def refused(make: Callable[[], object]) -> InvalidValue:
    """Return the refusal that `make` raises, and check that it is one plain line."""
    import pytest  # here, as a process that needs only the values starts faster without it

    with pytest.raises(InvalidValue) as refusal:
        make()
    assert str(refusal.value).isprintable()
    return refusal.value
