"""The statistics of chance, each figure computed a second time, by its definition or in another way."""

import math
from random import Random
from statistics import NormalDist, fmean

import pytest

from backjournal.trends.chance import (
    Difference,
    benjamini_hochberg,
    difference,
    errors_to_be_seen,
    errors_to_stand_out,
)
from backjournal.trends.residuals import AROUND

PUBLISHED = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344]
PUBLISHED += [0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0]
"""The 15 p-values of the article's example (Benjamini and Hochberg 1995): at 5 % it keeps the first four."""

Rows = list[list[float]]


def solved(rows: Rows, wanted: list[float]) -> list[float]:
    """Solve linear equations by Gauss and Jordan."""
    table = [[*row, value] for row, value in zip(rows, wanted, strict=True)]
    for place in range(len(table)):
        pivot = max(range(place, len(table)), key=lambda row: abs(table[row][place]))
        table[place], table[pivot] = table[pivot], table[place]
        table[place] = [each / table[place][place] for each in table[place]]
        for row in range(len(table)):
            if row != place:
                share = table[row][place]
                table[row] = [a - share * b for a, b in zip(table[row], table[place], strict=True)]
    return [row[-1] for row in table]


def slope(of: list[float], columns: Rows) -> float:
    """Return the coefficient of the first column in a least-squares fit with all columns at once."""
    rows = [[math.fsum(a * b for a, b in zip(one, other, strict=True)) for other in columns] for one in columns]
    return solved(rows, [math.fsum(a * b for a, b in zip(one, of, strict=True)) for one in columns])[0]


def drawn(seed: int, days: int) -> tuple[list[bool], list[float], list[int]]:
    random = Random(seed)
    with_it = [True, False, *(random.random() < 0.3 for _ in range(days - 2))]
    return with_it, [float(random.randint(0, 10)) for _ in range(days)], [day % 7 for day in range(days)]


def told(found: Difference | None) -> Difference:
    assert found is not None
    return found


@pytest.mark.parametrize(("seed", "days"), [(2, 29), (3, 30), (4, 63), (5, 200)])
def test_the_points_are_those_of_one_fit_with_all_columns(seed: int, days: int) -> None:
    with_it, pain, weekdays = drawn(seed, days)
    before = [pain[-1], *pain[:-1]]
    had = [float(each) for each in (with_it[-1], *with_it[:-1])]
    dummies = [[float(weekday == each) for weekday in weekdays] for each in range(7)]

    def apart(row: list[float]) -> list[float]:
        return [each - fmean(row[max(0, place - AROUND) : place + AROUND + 1]) for place, each in enumerate(row)]

    columns = [apart([float(each) for each in with_it]), apart(before), apart(had), *dummies]
    found = told(difference(with_it, pain, weekdays, before, had))
    assert found.points == pytest.approx(slope(apart(pain), columns))


def test_turned_round_it_is_the_same_the_other_way() -> None:
    with_it, pain, weekdays = drawn(1, 60)
    found = told(difference(with_it, pain, weekdays))
    fallen = told(difference(with_it, [10 - each for each in pain], weekdays))
    assert (fallen.points, fallen.error) == pytest.approx((-found.points, found.error))
    assert fallen.p == pytest.approx(found.p)


def test_the_error_is_that_of_independent_days() -> None:
    """On independent days it is the textbook's: the spread of the differences over many drawings."""
    found = [told(difference(*drawn(seed, 120))) for seed in range(150)]
    spread = math.sqrt(fmean(each.points**2 for each in found))
    assert fmean(each.error for each in found) == pytest.approx(spread, rel=0.15)
    assert sum(each.p < 0.05 for each in found) <= 15, "5 % of 150 are 7.5"


def test_equal_values_have_no_difference() -> None:
    with_it, _, weekdays = drawn(1, 40)
    assert difference(with_it, [4.1] * 40, weekdays) == Difference(0, 0)
    assert Difference(0, 0).p == 1


def test_a_slow_course_does_not_count() -> None:
    random = Random(1)
    with_it = [random.random() < 0.8 - 0.6 * day / 182 for day in range(182)]
    pain = [8 - 6 * day / 182 for day in range(182)]
    means = [fmean(value for value, has in zip(pain, with_it, strict=True) if has is of) for of in (True, False)]
    assert means[0] - means[1] > 1, "the plain means are far apart"
    assert abs(told(difference(with_it, pain, [day % 7 for day in range(182)])).points) < 0.1


def test_the_rhythm_of_the_week_does_not_count() -> None:
    random = Random(1)
    weekdays = [day % 7 for day in range(182)]
    with_it = [random.random() < (0.9 if weekday == 2 else 0.1) for weekday in weekdays]
    pain = [4.0 + 3 * (weekday == 2) + random.gauss(0, 0.5) for weekday in weekdays]
    means = [fmean(value for value, has in zip(pain, with_it, strict=True) if has is of) for of in (True, False)]
    assert means[0] - means[1] > 1, "the plain means are far apart"
    assert abs(told(difference(with_it, pain, weekdays)).points) < 0.3
    assert difference([weekday == 2 for weekday in weekdays], pain, weekdays) is None, "nothing but the weekday"


def test_a_bad_day_that_goes_on_does_not_count() -> None:
    random = Random(1)
    before, pain, with_it = [], [], []
    now = 0.0
    for _ in range(182):
        before.append(now)
        with_it.append(random.random() < (0.8 if now > 0.5 else 0.1))
        now = 0.8 * now + random.gauss(0, 0.8)
        pain.append(now)
    weekdays = [day % 7 for day in range(182)]
    assert told(difference(with_it, pain, weekdays)).p < 0.05
    assert told(difference(with_it, pain, weekdays, before)).p > 0.05


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


@pytest.mark.parametrize(("tried", "found", "level"), [(1, 0, 0.95), (1, 1, 0.95), (20, 4, 0.99), (10, 0, 0.995)])
def test_an_interval_is_as_wide_as_the_selection_asks_for(tried: int, found: int, level: float) -> None:
    far = errors_to_stand_out(tried, found)
    assert NormalDist().cdf(far) - NormalDist().cdf(-far) == pytest.approx(level)
    assert NormalDist().cdf(errors_to_be_seen(tried, found) - far) == pytest.approx(0.8)


@pytest.mark.parametrize("seed", range(20))
def test_the_intervals_leave_out_0_for_those_alone_that_stand_out(seed: int) -> None:
    random = Random(seed)
    found = [Difference(random.gauss(0, 2.5), 1) for _ in range(12)]
    adjusted = benjamini_hochberg([each.p for each in found])
    far = errors_to_stand_out(12, sum(each <= 0.05 for each in adjusted))
    assert [abs(each.points) > far for each in found] == [each <= 0.05 for each in adjusted]
