"""The answer of an experiment, each figure computed a second time by its definition."""

import itertools
from datetime import date, timedelta
from random import Random
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backjournal.model.experiments import Experiment, Unit, draw_by_chance
from backjournal.trends.change import Mean
from backjournal.trends.experiment import FEWEST_PAIRS, Reach, answer_of, reach_of, try_out
from tests.helpers.experiments import FIRST, experiment
from tests.tools.null_experiments import is_clear, told, told_is_seen

VALUES = st.dictionaries(st.integers(0, 41), st.integers(0, 20).map(lambda half: half / 2))


def days_of(values: dict[int, float]) -> dict[date, float]:
    return {FIRST + timedelta(days=number): value for number, value in values.items()}


def every_draw(of: Experiment) -> list[tuple[bool, ...]]:
    orders = ((True, False), (False, True))
    return [sum(chosen, ()) for chosen in itertools.product(orders, repeat=len(of.draw) // 2)]


def chance_of(of: Experiment, values: dict[date, float], effect: float) -> float:
    """Return the share of all draws at least as far from an effect as the real one, with every draw written out."""
    length = of.unit.days
    place = {day: (day - of.first_day).days // length for day in values}
    without = {day: value - effect * of.draw[place[day]] for day, value in values.items()}

    def apart(draw: tuple[bool, ...]) -> float:
        sides: tuple[list[float], list[float]] = ([], [])
        for day, value in without.items():
            sides[draw[place[day]]].append(value)
        return abs(fmean(sides[1]) - fmean(sides[0])) if all(sides) else float("inf")

    real = apart(of.draw)
    draws = every_draw(of)
    return sum(apart(draw) >= real - 1e-9 for draw in draws) / len(draws)


def test_a_week_of_pairs_by_hand() -> None:
    # With it first, second, first …; each pair differs by 2.
    of = experiment()
    pain = {number: 3.0 if of.draw[number] else 5.0 for number in range(14)}
    answer = answer_of(of, days_of(pain))
    assert (answer.with_it, answer.without, answer.difference) == (Mean(7, 3), Mean(7, 5), -2)
    assert (answer.draws, answer.p) == (128, 2 / 128), "only the real draw and the one turned round are as far"
    assert answer.interval == (-2, -2), "every pair says the same"
    assert answer.is_clear
    assert (answer.days, answer.kept) == (14, 14)


def test_missing_stays_missing_and_the_day_counts_on_its_own_side() -> None:
    of = experiment(not_kept=frozenset({FIRST, FIRST - timedelta(days=3)}))
    answer = answer_of(of, days_of({0: 4, 1: 6, 2: 7, 40: 1, -1: 9}))
    assert (answer.with_it, answer.without) == (Mean(1, 4), Mean(2, 6.5))
    assert answer.kept == 13, "the day outside of it is no day of it"
    assert not answer.is_clear


@pytest.mark.parametrize("side", [True, False])
def test_a_side_without_a_value_has_no_difference(side: bool) -> None:
    of = experiment()
    answer = answer_of(of, days_of({number: 4 for number in range(14) if of.draw[number] is side}))
    assert (answer.difference, answer.interval, answer.p) == (None, None, None)
    assert [mean is None for mean in (answer.with_it, answer.without)] == [not side, side]


@given(VALUES, st.integers(0, 1000), st.sampled_from([(Unit.DAYS, 14), (Unit.WEEKS, 6), (Unit.WEEKS, 12)]))
def test_the_figures_are_those_of_every_draw_written_out(
    values: dict[int, float], seed: int, length: tuple[Unit, int]
) -> None:
    unit, number = length
    of = Experiment("e1", "heat", "pain", unit, FIRST, draw_by_chance(number, Random(seed)))
    noted = {day: value for day, value in days_of(values).items() if of.covers(day)}
    answer = answer_of(of, noted)
    if answer.difference is None or answer.p is None:
        return
    assert answer.p == pytest.approx(chance_of(of, noted, 0))
    assert answer.p >= 2 / answer.draws
    if answer.interval is None:
        assert min(chance_of(of, noted, answer.difference + side * 1000) for side in (-1, 1)) > 0.05
        return
    low, high = answer.interval
    assert low - 1e-6 <= answer.difference <= high + 1e-6, "the interval holds the difference"
    assert answer.is_clear is (answer.p <= 0.05)
    for end, out in ((low, -0.01), (high, 0.01)):
        assert chance_of(of, noted, end - out * 1e-4) > 0.05, "what the interval holds is not refused"
        assert chance_of(of, noted, end + out) <= 0.05, "what lies outside is"


@pytest.mark.parametrize("pairs", range(3, 9))
def test_fewer_than_six_pairs_never_tell_from_chance(pairs: int) -> None:
    of = experiment(pairs, unit=Unit.WEEKS)
    values = {FIRST + timedelta(days=number): 10.0 * of.draw[number // 7] for number in range(of.days)}
    answer = answer_of(of, values)
    assert answer.is_clear is (answer.interval is not None) is (pairs >= FEWEST_PAIRS)
    assert answer.p == 2 / 2**pairs


def test_a_stop_leaves_out_what_it_cut_in_two() -> None:
    days = experiment(stopped=FIRST + timedelta(days=5))
    answer = answer_of(days, days_of(dict.fromkeys(range(14), 4)))
    assert (answer.days, answer.draws, answer.with_it, answer.without) == (4, 4, Mean(2, 4), Mean(2, 4))
    weeks = experiment(6, unit=Unit.WEEKS, stopped=FIRST + timedelta(days=27))
    assert answer_of(weeks, days_of(dict.fromkeys(range(84), 4))).days == 14
    at_once = answer_of(experiment(stopped=FIRST), days_of({0: 4}))
    assert (at_once.days, at_once.difference, at_once.draws) == (0, None, 1)


def test_no_answer_before_the_end() -> None:
    of, values = experiment(), days_of(dict.fromkeys(range(-2, 20), 4))
    during = try_out(of, values, FIRST + timedelta(days=4))
    assert (during.answer, during.noted) == (None, 5)
    assert try_out(of, values, of.last_day).answer is None
    after = try_out(of, values, of.last_day + timedelta(days=1))
    assert (after.answer, after.noted) == (answer_of(of, values), 14)


def test_adding_to_all_days_changes_nothing_and_a_shift_of_one_side_shifts_the_interval() -> None:
    random, of = Random(2), experiment(14)
    values = days_of({number: random.gauss(5, 2) for number in range(28)})
    answer = answer_of(of, values)
    raised = answer_of(of, {day: value + 3 for day, value in values.items()})
    helped = answer_of(of, {day: value - 2 * of.with_it(day) for day, value in values.items()})
    assert answer.interval is not None
    assert raised.interval == pytest.approx(answer.interval)
    assert helped.interval == pytest.approx([end - 2 for end in answer.interval])


def test_the_size_that_is_told_follows_from_the_days_so_far() -> None:
    today = FIRST
    values = {today - timedelta(days=number): float(4 + 2 * (number % 2)) for number in range(1, 60)}
    found = reach_of(values, Unit.DAYS, 28, today, is_scale=True)
    # Two days in a row lie 2 apart: (2.8 + 10 / 14) × 2 / √14.
    assert found.size == pytest.approx((2.8 + 10 / 14) * 2 / 14**0.5)
    assert (found.pairs, found.of_own_days) == (14, True)
    shorter = reach_of(values, Unit.DAYS, 14, today, is_scale=True)
    assert shorter.size is not None
    assert found.size is not None
    assert shorter.size > found.size
    old = {day - timedelta(days=400): value for day, value in values.items()}
    assert reach_of(old, Unit.DAYS, 28, today, is_scale=True).of_own_days is False


def test_weeks_are_compared_by_their_means_of_three_days_or_more() -> None:
    today = FIRST
    begin = today - timedelta(weeks=26)
    values = {
        begin + timedelta(weeks=week, days=day): float(3 + week % 2 + day) for week in range(26) for day in range(3)
    }
    found = reach_of(values, Unit.WEEKS, 12, today, is_scale=False)
    assert found.size == pytest.approx((2.8 + 10 / 6) / 6**0.5)
    assert found.of_own_days
    fewer = {day: value for day, value in values.items() if (day - begin).days % 7 < 2}
    assert reach_of(fewer, Unit.WEEKS, 12, today, is_scale=False) == Reach(6, None)


@pytest.mark.parametrize(
    ("unit", "length", "is_scale", "known"),
    [
        (Unit.DAYS, 28, True, True),
        (Unit.DAYS, 28, False, False),
        (Unit.WEEKS, 12, True, True),
        (Unit.WEEKS, 10, True, False),
    ],
)
def test_without_days_of_its_own_only_scales_have_a_usual_size(
    unit: Unit, length: int, is_scale: bool, known: bool
) -> None:
    found = reach_of({}, unit, length, FIRST, is_scale=is_scale)
    assert (found.size is not None, found.of_own_days) == (known, False)


@pytest.mark.slow
@pytest.mark.parametrize("likeness", [0.0, 0.5, 0.8])
def test_chance_is_seldom_taken_for_a_difference_and_what_is_told_is_mostly_seen(likeness: float) -> None:
    lengths = ((Unit.DAYS, 14), (Unit.WEEKS, 12))
    false = sum(is_clear(unit, length, likeness, 0, seed) for unit, length in lengths for seed in range(200))
    assert false / 400 <= 0.05
    seen = sum(told_is_seen(unit, length, likeness, seed) for unit, length in lengths for seed in range(100))
    assert 0.55 <= seen / 200 <= 0.95
    assert told(Unit.WEEKS, 6, likeness, 1) is None
