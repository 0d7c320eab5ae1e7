"""Strategies for any value of a journal that the model accepts, for property tests."""

from datetime import date, datetime, timedelta, timezone

from hypothesis import reject
from hypothesis import strategies as st

from backjournal.model.check_ins import CheckIn
from backjournal.model.dates import FIRST_DAY, LAST_DAY
from backjournal.model.diary_values import NUMBERS, DiaryValue, Kind
from backjournal.model.doses import Dose, Sides
from backjournal.model.errors import InvalidValue
from backjournal.model.marks import Mark, MarkKind
from backjournal.model.numbers import MINUTES_OF_A_DAY
from backjournal.model.schedules import Schedule
from backjournal.model.sets_done import SetDone
from tests.helpers.values import check_in_at
from tests.helpers.words import ANY_TEXT

_offsets = st.integers(-18 * 60, 18 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
_moments = st.builds(datetime.combine, st.dates(date(1899, 12, 31), date(2200, 1, 1)), st.times(timezones=_offsets))


def _numbers(value: DiaryValue) -> st.SearchStrategy[float]:
    # The worst pain is seldom below the pain then, which would be refused.
    low = 5 if value.name == "worst_pain" else 0
    return st.floats(low, value.high) if value.kind is Kind.HOURS else st.integers(low, value.high)


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
        return check_in_at(
            draw(st.uuids()).hex,
            at,
            at.date() + timedelta(days=draw(st.integers(-1, 1))),
            **{value.name: draw(st.none() | _numbers(value)) for value in NUMBERS},
            marks=tuple(draw(st.lists(marks(), max_size=5))),
            note=draw(ANY_TEXT),
        )
    except InvalidValue:
        reject()


@st.composite
def doses(draw: st.DrawFn) -> Dose:
    """Make any dose that the model accepts."""
    times, sides = draw(st.integers(1, 12)), draw(st.sampled_from(Sides))
    kind = draw(st.sampled_from(("minutes", "distance", "breaths", "repetitions")))
    if kind == "minutes":
        minutes = draw(st.integers(1, min(600, MINUTES_OF_A_DAY // times)))
        return Dose(minutes=minutes, times_a_day=times, sides=sides)
    if kind == "distance":
        return Dose(distance_m=draw(st.integers(1, 100_000)), times_a_day=times, sides=sides)
    sets, rest = draw(st.integers(1, 20)), draw(st.none() | st.integers(1, 600))
    if kind == "breaths":
        return Dose(sets, rest_seconds=rest, breaths=draw(st.integers(1, 100)), times_a_day=times, sides=sides)
    repetitions, hold = draw(st.none() | st.integers(1, 200)), draw(st.none() | st.integers(1, 600))
    return Dose(sets, repetitions or (None if hold else 1), hold, rest, times_a_day=times, sides=sides)


SCHEDULES = st.one_of(
    st.frozensets(st.integers(0, 6), min_size=1).map(Schedule),
    st.builds(Schedule, every=st.integers(1, 28)),
    st.builds(Schedule, times_a_week=st.integers(1, 6)),
)
"""Any schedule."""

SETS_DONE = st.builds(
    SetDone, st.integers(1, 9999), st.none() | st.integers(0, 24 * 60 * 60), st.sampled_from(("", "left", "right"))
)
"""Any set that was done."""

ANY_DAY = st.dates(FIRST_DAY, LAST_DAY)
"""Any day that a journal can hold."""
