"""Records written as signs, and random ones, for the tests of the trends; the last day is TODAY, a Saturday."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import zip_longest
from random import Random
from typing import Any

from hypothesis import strategies as st

from backjournal.library.measures import measure_library
from backjournal.model.flare_ups import FlareUp
from backjournal.model.measures import Measure, Result, Score
from backjournal.model.settings import Settings
from backjournal.model.weeks import WeekStarts
from backjournal.trends.diary_days import DiaryDay
from backjournal.trends.record import Record
from tests.helpers.values import TODAY, diary_day


def ago(days: int) -> date:
    """Return the day that lies a number of days before TODAY."""
    return TODAY - timedelta(days)


def diary(first: date, **signs: str) -> dict[date, DiaryDay]:
    """Return the days from the first on, with a row of signs for each value: a digit, X for 10, a dot for no value.

    A day with dots only has no check-in; a comma stands for a check-in without the value.
    """
    found = {}
    for number, of_day in enumerate(zip_longest(*signs.values(), fillvalue=".")):
        day = first + timedelta(number)
        if set(of_day) != {"."}:
            values: dict[str, Any] = {field: _value(sign) for field, sign in zip(signs, of_day, strict=True)}
            found[day] = diary_day(day, **values)
    return found


def measure(key: str, *parts: str) -> Measure:
    """Return the library's measure with a key, with own activities if they are given."""
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
    """Return a flare-up by its first and last day, as numbers of days before TODAY; None as the last is open."""
    return FlareUp(f"flare-up {first}", ago(first), None if last is None else ago(last))


LONG_AGO = (flare_up(1000, 999),)
"""The flare-ups of a journal that has begun long before what the tests look at."""


def random_record(seed: int) -> Record:
    """Make a small record: up to 16 weeks with gaps, a measure with parts and one without, flare-ups.

    Its values move between levels, so that every verdict occurs.
    """
    chance = Random(seed)
    activities, questions = measure("psfs", "lifting", "sitting", "stairs"), measure("peg-style")
    noted = [ago(days) for days in range(chance.randrange(112), -1, -1) if chance.random() < chance.choice((0.3, 0.9))]
    levels = [chance.randint(1, 8) for _ in range(5)]
    tested = chance.sample(range(112), chance.randrange(9)), chance.sample(range(112), chance.randrange(9))
    return Record(
        today=TODAY,
        settings=Settings(
            weeks=WeekStarts(chance.choice((0, 6))),
            baseline_from=chance.choice((None, None, ago(chance.randrange(112)))),
        ),
        diary={day: _random_day(chance, day, levels[day.month % 5]) for day in noted},
        flare_ups=_random_flare_ups(chance),
        measures=(activities, questions),
        results={
            **results(activities, {ago(days): [chance.randint(0, 10) for _ in range(3)] for days in tested[0]}),
            **results(questions, {ago(days): [chance.randint(0, 10) for _ in range(3)] for days in tested[1]}),
        },
    )


RANDOM_RECORDS = st.integers(0, 2**32).map(random_record)
"""Any small record."""


def _random_day(chance: Random, day: date, level: int) -> DiaryDay:
    means = [chance.choice((None, level - 0.5, level, level + 1, level + 1 / 3)) for _ in range(3)]
    return diary_day(day, pain=means[0], worst_pain=means[1], mobility=means[2])


def _random_flare_ups(chance: Random) -> tuple[FlareUp, ...]:
    """Make flare-ups that do not overlap, the oldest first; the last one may be open."""
    edges = sorted(chance.sample(range(200), chance.randrange(10)), reverse=True)
    ended = [flare_up(first, last) for first, last in zip(edges[::2], edges[1::2], strict=False)]
    return (*ended, flare_up(edges[-1])) if len(edges) % 2 else tuple(ended)


def _value(sign: str) -> float | None:
    return None if sign in ".," else 10.0 if sign == "X" else float(sign)
