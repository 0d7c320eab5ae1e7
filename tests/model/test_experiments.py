"""Experiments: what can be one, its draw, its days, and which one a day tells of."""

from datetime import date, timedelta
from functools import partial
from itertools import groupby
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backjournal.model.experiments import (
    LENGTHS,
    Unit,
    check_units,
    current_experiment,
    draw_by_chance,
    experiment_on,
    told_on,
)
from tests.helpers.experiments import FIRST, ON_FIRST, experiment
from tests.helpers.values import refused

LAST = date(2026, 11, 15)


@given(st.integers(0, 40), st.randoms(use_true_random=False))
def test_a_draw_is_balanced_and_has_no_long_runs(pairs: int, random: Random) -> None:
    draw = draw_by_chance(2 * pairs, random)
    assert len(draw) == 2 * pairs
    assert all(one is not other for one, other in zip(draw[::2], draw[1::2], strict=True))
    assert max((len(list(run)) for _, run in groupby(draw)), default=0) <= 2


def test_chance_draws_both_orders_about_as_often_and_every_draw_sooner_or_later() -> None:
    firsts = draw_by_chance(2000, Random(1))[::2]
    assert 450 < sum(firsts) < 550
    random = Random(1)
    assert len({draw_by_chance(6, random) for _ in range(100)}) == 2**3
    assert draw_by_chance(28, Random("id1")) == draw_by_chance(28, Random("id1"))


@pytest.mark.parametrize("unit", Unit)
def test_only_even_lengths_within_the_limits_can_be_drawn(unit: Unit) -> None:
    length = LENGTHS[unit]
    accepted = range(length.fewest, length.most + 1, 2)
    assert length.usual in accepted
    for number in range(60):
        if number in accepted:
            check_units(unit, number)
        else:
            assert refused(partial(check_units, unit, number)).field == "length"


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"name": "  "}, "name", "say what you want to try"),
        ({"name": "h" * 81}, "name", "has 81 characters: 80 at most"),
        ({"value": "height"}, "value", "'height' is no number of the diary"),
        ({"value": "note"}, "value", "'note' is no number of the diary"),
        ({"draw": ON_FIRST * 6}, "length", "14 to 28 days, an even number"),
        ({"draw": (True,) * 13}, "length", "14 to 28 days, an even number"),
        ({"draw": (True, True, False, False) * 4}, "draw", "of each two days in a row one is with it"),
        ({"unit": Unit.WEEKS, "draw": ON_FIRST * 14}, "length", "6 to 26 weeks"),
        ({"first_day": date(26, 11, 2)}, "first_day", "check the year"),
        ({"first_day": date(2199, 12, 30)}, "first_day", "check the year"),
    ],
)
def test_what_cannot_be_an_experiment_is_refused(changes: dict[str, Any], field: str, message: str) -> None:
    error = refused(lambda: experiment(**changes))
    assert (error.field, message in str(error)) == (field, True)


def test_a_name_is_one_clean_line() -> None:
    assert experiment(name=" a walk\n at\x1b noon ").name == "a walk at noon"


def test_the_days_of_days_and_of_weeks() -> None:
    days, weeks = experiment(), experiment(6, unit=Unit.WEEKS)
    assert (days.days, days.last_day, weeks.days) == (14, LAST, 84)
    assert [days.with_it(FIRST + timedelta(days=number)) for number in range(4)] == [True, False, False, True]
    assert [weeks.with_it(FIRST + timedelta(days=number)) for number in (0, 6, 7, 20, 21)] == [
        *(True, True),
        *(False, False),
        True,
    ]
    assert days.judged_by.label == "pain"


@pytest.mark.parametrize(
    ("stopped", "until", "over_on_last", "covered"),
    [
        (None, LAST, False, {FIRST, LAST}),
        (date(2026, 11, 6), date(2026, 11, 5), True, {FIRST}),
        (FIRST, date(2026, 11, 1), True, set()),
        (date(2026, 12, 1), LAST, True, {FIRST, LAST}),
    ],
)
def test_a_stop_ends_it_the_day_before(
    stopped: date | None, until: date, over_on_last: bool, covered: set[date]
) -> None:
    stopped_one = experiment(stopped=stopped)
    assert stopped_one.counted_until == until
    assert stopped_one.is_over(LAST) is over_on_last
    assert stopped_one.is_over(LAST + timedelta(days=1))
    outside = (FIRST - timedelta(days=1), LAST + timedelta(days=1))
    assert {day for day in (FIRST, LAST, *outside) if stopped_one.covers(day)} == covered


def test_which_experiment_a_day_tells_of() -> None:
    older, newer = experiment(id="older"), experiment(id="newer", first_day=date(2026, 11, 23))
    both = (older, newer)
    assert current_experiment(both, LAST) is older
    assert current_experiment(both, date(2026, 11, 16)) is newer
    assert current_experiment([older], date(2026, 11, 16)) is None
    assert [experiment_on(both, day) for day in (FIRST, date(2026, 11, 20))] == [older, None]
    assert told_on(both, date(2026, 11, 20), date(2026, 11, 20)) is newer, "the next one begins soon"
    assert told_on(both, date(2026, 11, 20), date(2026, 11, 24)) is None, "a past day tells of its own only"
    assert told_on(both, FIRST, date(2026, 11, 24)) is older
    today = [LAST + timedelta(days=number) for number in range(9)]
    assert [told_on([older], day, day) for day in today] == [older] * 8 + [None], "for a week after its end"
    stopped = experiment(stopped=FIRST + timedelta(days=1))
    assert told_on([stopped], FIRST + timedelta(days=1), FIRST + timedelta(days=1)) is stopped
    assert told_on([experiment(stopped=FIRST)], FIRST, FIRST) is None, "stopped before it had a day"
