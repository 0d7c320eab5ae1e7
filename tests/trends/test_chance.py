"""The statistics of chance, each figure computed a second time, by its definition or in another way."""

import math
from random import Random
from statistics import fmean

import pytest

from backjournal.trends.chance import AROUND, Difference, benjamini_hochberg, difference

FACTOR = [True, False, False, True, True, False, True, False]
PAIN = [6.0, 3, 4, 7, 5, 2, 6, 4]
PUBLISHED = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344]
PUBLISHED += [0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0]
"""The 15 p-values of the article's example (Benjamini and Hochberg 1995): at 5 % it keeps the first four."""


def computed_again(with_it: list[bool], values: list[float]) -> Difference:
    """Return the difference from the equations solved for it, and its error from every shift written out."""
    places = range(len(values))

    def apart(row: list[float]) -> list[float]:
        near = [[row[other] for other in places if abs(other - place) <= AROUND] for place in places]
        less = [row[place] - fmean(near[place]) for place in places]
        return [each - fmean(less) for each in less]

    factor, value = apart([float(each) for each in with_it]), apart(values)
    weight = math.fsum(each**2 for each in factor)
    slopes = [
        math.fsum(factor[(place + move) % len(values)] * value[place] for place in places) / weight for move in places
    ]
    error = math.sqrt(fmean(slope**2 for slope in slopes))
    p = math.erfc(abs(slopes[0]) / error / math.sqrt(2))
    return Difference(slopes[0], slopes[0] - 1.959964 * error, slopes[0] + 1.959964 * error, p)


def drawn(seed: int, days: int) -> tuple[list[bool], list[float]]:
    random = Random(seed)
    with_it = [True, False, *(random.random() < 0.3 for _ in range(days - 2))]
    return with_it, [float(random.randint(0, 10)) for _ in range(days)]


@pytest.mark.parametrize(("seed", "days"), [(1, 14), (2, 29), (3, 30), (4, 63), (5, 200)])
def test_the_figures_are_those_of_a_second_computation(seed: int, days: int) -> None:
    found, again = difference(*drawn(seed, days)), computed_again(*drawn(seed, days))
    assert found.points == pytest.approx(again.points)
    assert (found.low, found.high) == pytest.approx((again.low, again.high), abs=1e-5)
    assert found.p == pytest.approx(again.p)


def test_few_days_by_hand() -> None:
    # Every day is near every other, so this is the difference of the means: 6, 7, 5, 6 against 3, 4, 2, 4.
    found = difference(FACTOR, PAIN)
    assert found.points == pytest.approx(6 - 3.25)
    # The pain moved by 0 to 7 days: half of what the four days with it have above the mean of all, 4.625 each.
    moved = [2.75, -0.75, -0.25, -0.25, 0.25, 0.75, -0.25, -2.25]
    assert sum(each**2 for each in moved) / 8 == 1.75
    assert (found.low, found.high) == pytest.approx((2.75 - 1.96 * 1.75**0.5, 2.75 + 1.96 * 1.75**0.5), abs=1e-3)
    assert found.p == pytest.approx(0.0376, abs=1e-4), "2.079 standard errors in a table of the normal distribution"


def test_turned_round_it_is_the_same_the_other_way() -> None:
    with_it, pain = drawn(1, 60)
    found, fallen = difference(with_it, pain), difference(with_it, [10 - each for each in pain])
    assert (fallen.points, fallen.low, fallen.high) == pytest.approx((-found.points, -found.high, -found.low))
    assert fallen.p == pytest.approx(found.p)


def test_the_interval_leaves_out_0_where_p_is_below_5_percent() -> None:
    found = [
        difference(with_it, [each + 2 * has for has, each in zip(with_it, pain, strict=True)])
        for with_it, pain in (drawn(seed, 40) for seed in range(40))
    ]
    assert {each.p < 0.05 for each in found} == {True, False}
    assert all((each.p < 0.05) is not (each.low < 0 < each.high) for each in found)


def test_equal_values_have_no_difference() -> None:
    assert difference(FACTOR * 5, [4.1] * 40) == Difference(0, 0, 0, 1)


def test_a_slow_course_does_not_count() -> None:
    random = Random(1)
    with_it = [random.random() < 0.8 - 0.6 * day / 182 for day in range(182)]
    pain = [8 - 6 * day / 182 for day in range(182)]
    means = [fmean(value for value, has in zip(pain, with_it, strict=True) if has is of) for of in (True, False)]
    assert means[0] - means[1] > 1, "the plain means are far apart"
    assert abs(difference(with_it, pain).points) < 0.1


def test_what_comes_round_every_week_need_not_be_more_than_chance() -> None:
    weekly = [day % 7 == 5 for day in range(84)]
    assert difference(weekly, [4.0 + 3 * has for has in weekly]).p > 0.01, "moved by a week it is the same again"


def test_runs_of_days_are_less_sure_than_as_many_single_days() -> None:
    random = Random(1)
    singles = [random.random() < 1 / 8 for _ in range(160)]
    runs = [day // 10 % 8 == 3 for day in range(160)]
    # Pain goes up and down in runs, too.
    pain = [4.0 + (day // 10 % 3) + has for day, has in enumerate(runs)]
    lone = [4.0 + (day // 10 % 3) + has for day, has in enumerate(singles)]
    assert difference(runs, pain).p > 0.05 > difference(singles, lone).p


def test_the_adjusted_p_of_the_published_example() -> None:
    adjusted = benjamini_hochberg(PUBLISHED)
    assert [round(each, 4) for each in adjusted[:5]] == [0.0015, 0.003, 0.0095, 0.0356, 0.0603]
    assert sum(each <= 0.05 for each in adjusted) == 4


@pytest.mark.parametrize("seed", range(20))
def test_the_adjusted_p_keeps_what_the_steps_of_the_article_keep(seed: int) -> None:
    random = Random(seed)
    chances = [random.random() ** 3 for _ in range(random.randrange(1, 12))]
    adjusted = benjamini_hochberg(chances)
    for level in (0.01, 0.05, 0.2, 0.5):
        # The largest k whose p lies at or below k/m of the level, and all that are as small.
        kept = [p for rank, p in enumerate(sorted(chances), 1) if p <= level * rank / len(chances)]
        assert [each <= level for each in adjusted] == [bool(kept) and p <= kept[-1] for p in chances]


def test_nothing_tried_is_nothing_adjusted() -> None:
    assert benjamini_hochberg([]) == []
    assert benjamini_hochberg([0.04]) == [0.04]
