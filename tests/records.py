"""Records written as signs, for the tests of the trends, and random ones; the last day of all is TODAY, a Saturday."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import zip_longest
from typing import Any

from hypothesis import strategies as st

from backjournal.measure_library import measure_library
from backjournal.model.check_ins import FlareUp
from backjournal.model.measures import Measure, Result, Score
from backjournal.model.settings import Settings
from backjournal.trends.diary_days import DiaryDay
from backjournal.trends.record import Record
from tests.values import TODAY


def ago(days: int) -> date:
    """Return the day so many days before TODAY."""
    return TODAY - timedelta(days)


def diary(first: date, **signs: str) -> dict[date, DiaryDay]:
    """Return the days from the first on, by a row of signs for each value: a digit, X for 10, a dot for nothing.

    A day with dots only has no check-in; a comma is a day with a check-in that does not give the value.
    """
    found = {}
    for number, of_day in enumerate(zip_longest(*signs.values(), fillvalue=".")):
        day = first + timedelta(number)
        if set(of_day) != {"."}:
            values: dict[str, Any] = {field: _value(sign) for field, sign in zip(signs, of_day, strict=True)}
            found[day] = DiaryDay(day, **values)
    return found


def measure(key: str, *parts: str) -> Measure:
    """Return the measure that ships under a key, with activities of one's own if they are given."""
    shipped = next(each for each in measure_library() if each.id == key)
    return replace(shipped, parts=parts) if parts else shipped


def results(of: Measure, values: Mapping[date, float | Sequence[float]]) -> dict[str, tuple[Result, ...]]:
    """Return the results of a measure by day, as a record holds them: one value, or one for each part."""
    return {of.id: tuple(result(of, day, values[day]) for day in sorted(values))}


def result(of: Measure, day: date, values: float | Sequence[float]) -> Result:
    """Return a result of a day, a value for each part of the measure; one value is the same for all."""
    parts = of.parts or ("",)
    given = [values] * len(parts) if isinstance(values, int | float) else values
    scores = tuple(Score(value, part) for value, part in zip(given, parts, strict=True))
    return Result(f"{of.id} {day}", of.id, day, scores)


def flare_up(first: int, last: int | None = None) -> FlareUp:
    """Return a flare-up from so many days ago to so many days ago; None goes on."""
    return FlareUp(f"flare-up {first}", ago(first), None if last is None else ago(last))


_VALUE = st.none() | st.floats(0, 10, allow_nan=False).map(lambda value: round(value, 3))
_DAYS = st.builds(DiaryDay, st.just(TODAY), pain=_VALUE, worst_pain=_VALUE, mobility=_VALUE)


@st.composite
def random_records(draw: st.DrawFn) -> Record:
    """Make a small record: up to 12 weeks with gaps, a measure with its parts and one without, flare-ups."""
    noted = draw(st.dictionaries(st.integers(0, 83).map(ago), _DAYS, max_size=60))
    with_parts, whole = measure("psfs", "lifting", "sitting", "stairs"), measure("peg-style")
    scores = st.lists(st.integers(0, 10), min_size=3, max_size=3)
    days = st.dictionaries(st.integers(0, 83).map(ago), scores, max_size=8)
    return Record(
        today=TODAY,
        settings=Settings(
            week_starts_on=draw(st.sampled_from((0, 6))),
            baseline_from=draw(st.none() | st.integers(0, 83).map(ago)),
        ),
        diary={day: replace(noted[day], day=day) for day in sorted(noted)},
        flare_ups=draw(random_flare_ups()),
        measures=(with_parts, whole),
        results={**results(with_parts, draw(days)), **results(whole, draw(days))},
    )


@st.composite
def random_flare_ups(draw: st.DrawFn) -> tuple[FlareUp, ...]:
    """Make flare-ups that do not overlap, the oldest first; the last one may go on."""
    edges = sorted(draw(st.sets(st.integers(0, 200), max_size=10)), reverse=True)
    pairs = list(zip(edges[::2], edges[1::2], strict=False))
    ended = [flare_up(first, last) for first, last in pairs]
    return (*ended, flare_up(edges[-1])) if len(edges) % 2 else tuple(ended)


def _value(sign: str) -> float | None:
    return None if sign in ".," else 10.0 if sign == "X" else float(sign)
