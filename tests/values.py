"""Values of a journal, valid as they are, for tests to start from."""

from datetime import date, datetime, timedelta, timezone
from typing import Any

from hypothesis import reject
from hypothesis import strategies as st

from backjournal.library import LibraryExercise, library
from backjournal.model.check_ins import CheckIn, Mark, MarkKind
from backjournal.model.errors import InvalidValue
from tests.words import ANY_TEXT

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


_offsets = st.integers(-18 * 60, 18 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
_moments = st.builds(datetime.combine, st.dates(date(1899, 12, 31), date(2200, 1, 1)), st.times(timezones=_offsets))
_scale = st.none() | st.integers(0, 10)


@st.composite
def marks(draw: st.DrawFn) -> Mark:
    """Make any mark that the model accepts."""
    try:
        return Mark(draw(st.sampled_from(MarkKind)), draw(ANY_TEXT), draw(ANY_TEXT))
    except InvalidValue:
        reject()


@st.composite
def check_ins(draw: st.DrawFn) -> CheckIn:
    """Make any check-in that the model accepts."""
    at = draw(_moments)
    try:
        return CheckIn(
            id=draw(st.uuids()).hex,
            at=at,
            day=at.date() + timedelta(days=draw(st.integers(-1, 1))),
            pain=draw(_scale),
            worst_pain=draw(st.none() | st.integers(5, 10)),
            mobility=draw(_scale),
            stiffness_min=draw(st.none() | st.integers(0, 1440)),
            sleep_hours=draw(st.none() | st.floats(0, 24)),
            mood=draw(_scale),
            marks=tuple(draw(st.lists(marks(), max_size=5))),
            note=draw(ANY_TEXT),
        )
    except InvalidValue:
        reject()
