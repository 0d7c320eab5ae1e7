"""How two series go together: Spearman's rank correlation, computed a second time, and its words."""

from datetime import timedelta
from math import sqrt
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backjournal.trends.pairs import Pairs, pairs, rank_correlation
from backjournal.trends.series import Series
from backjournal.views.compare import pairs_line
from tests.helpers.records import ago
from tests.helpers.values import TODAY

few_values = st.lists(st.tuples(st.integers(0, 10), st.integers(0, 4)), min_size=1, max_size=40)


def rank(values: list[int], of: int) -> float:
    return sum(value < of for value in values) + (sum(value == of for value in values) + 1) / 2


def spearman(xs: list[int], ys: list[int]) -> float | None:
    """Compute the rank correlation from its definition: the covariance of the ranks over their spreads."""
    ranks, others = [rank(xs, x) for x in xs], [rank(ys, y) for y in ys]
    middle = (len(xs) + 1) / 2
    spread, other_spread = (sum((each - middle) ** 2 for each in of) for of in (ranks, others))
    if not spread or not other_spread:
        return None
    together = sum((one - middle) * (other - middle) for one, other in zip(ranks, others, strict=True))
    return together / sqrt(spread * other_spread)


def made(*values: tuple[float, float], keys: tuple[str, str] = ("pain", "mood"), unit: str = "") -> Pairs:
    """Return the pairs of two series with values on the same days."""
    of, against = (
        Series(key, key, {ago(number): pair[place] for number, pair in enumerate(values)}, unit if place else "")
        for place, key in enumerate(keys)
    )
    return pairs(of, against, ago(400), TODAY)


@given(few_values)
def test_the_rank_correlation_is_that_of_its_definition(values: list[tuple[int, int]]) -> None:
    xs, ys = [x for x, _ in values], [y for _, y in values]
    expected = spearman(xs, ys)
    assert rank_correlation(xs, ys) == (None if expected is None else pytest.approx(expected))


def test_the_rank_correlation_of_a_worked_example() -> None:
    # IQ and hours of television of ten people (Wikipedia, Spearman's rank correlation coefficient): −29/165.
    iq, hours = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110], [7, 27, 2, 50, 28, 29, 20, 12, 6, 17]
    assert rank_correlation(iq, hours) == pytest.approx(-29 / 165)
    assert rank_correlation([1, 2, 3], [10, 100, 1000]) == pytest.approx(1)
    assert rank_correlation([], []) is None


def test_means_that_differ_in_the_last_binary_digit_are_ties() -> None:
    assert rank_correlation([0.1 + 0.2, 0.3, 0.3, 0.1], [1, 2, 3, 0]) == rank_correlation([3, 3, 3, 1], [1, 2, 3, 0])


def test_only_days_with_both_within_the_window_are_paired() -> None:
    of = Series("pain", "pain", {ago(number): float(number) for number in (30, 5, 4, 3)})
    against = Series("mood", "mood", {ago(number): 10.0 - number for number in (30, 6, 4, 3, 0)})
    found = pairs(of, against, ago(10), TODAY)
    assert [(pair.day, pair.of, pair.against) for pair in found.days] == [(ago(4), 4, 6), (ago(3), 3, 7)]


NOT_WHY = "; this does not say why."
FALLING = [(float(number), 20.0 - number) for number in range(20)]


@pytest.mark.parametrize(
    ("found", "line"),
    [
        (
            made(*FALLING, keys=("pain", "sleep"), unit="h"),
            f"On days with more sleep, pain tended to be lower (rank correlation −1.00, 20 days){NOT_WHY}",
        ),
        (
            made(*FALLING, keys=("pain", "medicines")),
            f"On days with more medicines, pain tended to be lower (rank correlation −1.00, 20 days){NOT_WHY}",
        ),
        (
            made(*((x, x) for x, _ in FALLING)),
            f"On days with higher mood, pain tended to be higher (rank correlation +1.00, 20 days){NOT_WHY}",
        ),
        (
            made(*((x % 2, x // 2 % 2) for x, _ in FALLING)),
            "Pain and mood did not clearly go together (rank correlation +0.00, 20 days).",
        ),
        (made(*FALLING[:6]), "Too few days with both pain and mood to say how they go together: 6 of at least 7."),
        (made(), "No day here has both pain and mood."),
        (
            made(*((4, x) for x, _ in FALLING[:9])),
            "Pain was the same on all 9 days with both: there is nothing to compare.",
        ),
        (
            made(*((x, 4) for x, _ in FALLING[:9])),
            "Mood was the same on all 9 days with both: there is nothing to compare.",
        ),
        (made(*FALLING, keys=("pain", "pain")), "This is pain against itself: choose another series."),
    ],
)
def test_the_words(found: Pairs, line: str) -> None:
    assert pairs_line(found) == line


def test_chance_is_clear_in_about_one_of_twenty() -> None:
    chance, clear = Random(7), 0
    for _ in range(400):
        values = [(chance.randint(0, 10), chance.randint(0, 10)) for _ in range(30)]
        clear += made(*values).clear
    assert 0.02 <= clear / 400 <= 0.08


@pytest.mark.parametrize(("days", "clear"), [(6, False), (7, True)])
def test_it_takes_seven_days(days: int, clear: bool) -> None:
    found = made(*FALLING[:days])
    assert found.clear is clear
    assert (found.rank_correlation is not None) is clear
    assert found.n == days
    assert found.days[-1].day - found.days[0].day == timedelta(days - 1)
