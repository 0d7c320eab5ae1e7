"""The noise of a comparison, and how often chance passes for a change."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backjournal.trends.noise import standard_error_of_days, standard_error_of_results
from tests.tools.null_changes import Course, Rates, Sort, null_journal, rates

JOURNALS = 140
"""Of each sort: twenty that end on each weekday."""


def test_fewer_than_three_values_on_a_side_have_no_noise() -> None:
    assert standard_error_of_days([1, 2], [3, 4, 5, 6, 7, 8]) is None
    assert standard_error_of_days([1, 2, 3, 4, 5, 6], [3, 4]) is None
    assert standard_error_of_days([], []) is None


def test_values_that_do_not_differ_have_none() -> None:
    assert standard_error_of_days([5, 5, 5], [3, 3, 3, 3]) == 0


def test_days_that_do_not_resemble_each_other_count_in_full() -> None:
    # Neighbours are opposite: the likeness is 0, so it is the standard error of independent values.
    before, after = [4.0, 6.0] * 5, [2.0, 4.0] * 8
    variance = 26 / (26 - 2)
    assert standard_error_of_days(before, after) == pytest.approx(math.sqrt(variance * (1 / 10 + 1 / 16)))


def test_days_that_resemble_their_neighbours_have_more_noise_with_the_same_scatter() -> None:
    mixed, slow = [3.0, 6.0, 3.0, 6.0] * 4, [3.0, 3.0, 6.0, 6.0] * 4
    slower = [3.0] * 4 + [6.0] * 4 + [3.0] * 4 + [6.0] * 4
    errors = [standard_error_of_days(row, row) or 0 for row in (mixed, slow, slower)]
    assert errors == sorted(errors)
    assert errors[2] > 2 * errors[0]


def test_six_values_cannot_show_how_alike_neighbours_are_and_have_the_most_noise() -> None:
    # k is (1 + 0.9) / (1 - 0.9) = 19, and of the six values a quarter counts as free.
    assert standard_error_of_days([4, 5, 6], [1, 2, 3]) == pytest.approx(math.sqrt(4 / 1.5 * 19 * 2 / 3))


def test_results_are_weeks_apart_and_count_in_full() -> None:
    assert standard_error_of_results([4, 5, 6], [1, 2, 3]) == pytest.approx(math.sqrt(4 / 4 * 2 / 3))
    assert standard_error_of_results([4, 5], [1, 2, 3]) is None


def test_noise_stays_on_the_scale_even_where_it_can_hardly_be_told() -> None:
    error = standard_error_of_days([3] * 7 + [7] * 7, [2] * 14 + [5] * 14)
    assert error is not None
    assert 2 < error < 5


@given(st.lists(st.integers(0, 10), min_size=3, max_size=28), st.lists(st.integers(0, 10), min_size=3, max_size=28))
def test_noise_grows_with_the_scale_and_does_not_depend_on_the_level(before: list[int], after: list[int]) -> None:
    error = standard_error_of_days(before, after)
    assert error is not None
    assert standard_error_of_days(after, before) == pytest.approx(error)
    assert standard_error_of_days([value + 7 for value in before], after) == pytest.approx(error)
    tenfold = standard_error_of_days([value * 10 for value in before], [value * 10 for value in after])
    assert tenfold == pytest.approx(error * 10)


@pytest.mark.parametrize("days", [17, 56])
@pytest.mark.parametrize("likeness", [0, 0.5, 0.8])
def test_hardly_any_journal_in_which_nothing_changes_gets_a_verdict(days: int, likeness: float) -> None:
    # 5 % in each direction would be 7 of 140 journals; without the second condition there are up to 35.
    found = rates(Sort(days, likeness), JOURNALS)
    assert max(*found.start, *found.lately) <= 0.08


def test_a_fall_of_two_points_is_mostly_found() -> None:
    found = rates(Sort(56, 0.5, Course.STEP), JOURNALS)
    assert found.either[0] >= 0.65
    assert max(found.start[1], found.lately[1]) == 0


def test_journals_are_made_alike_each_time_and_as_they_are_said_to_be() -> None:
    sort = Sort(182, 0.5)
    first, again, other = (null_journal(sort, seed) for seed in (3, 3, 4))
    assert first.diary == again.diary != other.diary
    pains = [day.values["pain"] for seed in range(30) for day in null_journal(sort, seed).diary.values()]
    mean = sum(pains) / len(pains)
    assert mean == pytest.approx(4, abs=0.2)
    assert math.sqrt(sum((pain - mean) ** 2 for pain in pains) / len(pains)) == pytest.approx(1.6, abs=0.15)
    assert len(first.diary) == 182
    assert 70 <= len(null_journal(Sort(182, 0.5, noted=0.5), 1).diary) <= 110
    assert rates(Sort(17, 0), 1) == Rates((0, 0), (0, 0), (0, 0))
