"""Values of a journal, valid as they are, for tests to start from."""

from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from typing import Any

from backjournal.library.exercises import LibraryExercise, library
from backjournal.model.check_ins import CheckIn, Mark, MarkKind
from backjournal.model.errors import InvalidValue

TODAY = date(2026, 11, 21)
AT_EIGHT = datetime(2026, 11, 21, 8, 0, tzinfo=timezone(timedelta(hours=1)))


def shipped(key: str) -> LibraryExercise:
    """Return the exercise of the library with this key."""
    return next(entry for entry in library() if entry.exercise.id == key)


BRIDGE, WALKING, BIRD_DOG = (shipped(key) for key in ("bridge", "walking", "bird-dog"))


def check_in(number: int = 1, **values: Any) -> CheckIn:
    """Return a check-in of its own id and minute, with pain 4 unless other values are given."""
    at = AT_EIGHT + timedelta(minutes=number)
    given: dict[str, Any] = {"id": f"c{number}", "at": at, "day": TODAY, **(values or {"pain": 4})}
    return CheckIn(**given)


def mark(kind: MarkKind, text: str) -> Mark:
    """Return the mark that a typed word makes."""
    return Mark.parse(kind, text)


def refused(make: Callable[[], object]) -> InvalidValue:
    """Return the refusal of a value that cannot be true: one plain line."""
    import pytest  # not for those who only want the values: a process of its own begins sooner without it

    with pytest.raises(InvalidValue) as refusal:
        make()
    assert str(refusal.value).isprintable()
    return refusal.value
