"""Whether a change is meaningful."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backjournal.model.better import Better
from backjournal.model.measures import Threshold
from backjournal.trends.change import (
    PAIN_THRESHOLD,
    Mean,
    Verdict,
    days_changed,
    mean_of,
    meaningful_points,
    results_changed,
    verdict_of,
)

FIVE_POINTS = Threshold(points=5, share=0.3)
NO_THRESHOLD = Threshold()


@pytest.mark.parametrize(
    ("threshold", "baseline", "needed"),
    [
        (PAIN_THRESHOLD, 10, 2),
        (PAIN_THRESHOLD, 20 / 3, 2),
        (PAIN_THRESHOLD, 6, 1.8),
        (PAIN_THRESHOLD, 5, 1.5),
        (PAIN_THRESHOLD, 10 / 3, 1),
        (PAIN_THRESHOLD, 1, 1),
        (PAIN_THRESHOLD, 0, 1),
        (FIVE_POINTS, 24, 5),
        (FIVE_POINTS, 10, 3),
        (FIVE_POINTS, 2, 1),
        (Threshold(points=0.5), 9, 0.5),
        (Threshold(share=0.3), 50, 15),
        (NO_THRESHOLD, 5, None),
    ],
)
def test_the_smaller_of_points_and_share_is_needed_but_never_less_than_a_step_of_the_scale(
    threshold: Threshold, baseline: float, needed: float | None
) -> None:
    assert meaningful_points(threshold, baseline) == pytest.approx(needed)


@pytest.mark.parametrize(
    ("before", "after", "verdict"),
    [
        (6, 4, Verdict.IMPROVED),
        (6, 4.2, Verdict.IMPROVED),
        (6, 4.201, Verdict.NOISE),
        (4, 6, Verdict.WORSENED),
        (5, 3.5, Verdict.IMPROVED),
        (5, 3.501, Verdict.NOISE),
        (5, 6.5, Verdict.WORSENED),
        (5, 6.499, Verdict.NOISE),
        (10, 8, Verdict.IMPROVED),
        (10, 8.001, Verdict.NOISE),
        (1, 2, Verdict.WORSENED),
        (1, 1.9, Verdict.NOISE),
        (1, 0, Verdict.IMPROVED),
        (1, 0.5, Verdict.NOISE),
        (0, 2, Verdict.WORSENED),
        (0, 1, Verdict.WORSENED),
        (0, 0.9, Verdict.NOISE),
        (0, 0, Verdict.NOISE),
        (4, 4, Verdict.NOISE),
    ],
)
def test_pain_has_changed_at_two_points_or_a_share_for_better_and_for_worse(
    before: float, after: float, verdict: Verdict
) -> None:
    assert verdict_of(before, after, Better.LOWER, PAIN_THRESHOLD) is verdict


def test_exactly_the_threshold_counts_although_binary_fractions_are_inexact() -> None:
    # 0.3 − (0.1 + 0.2) is not 0, and 1.3 − 0.3 is below 1, in binary fractions.
    assert verdict_of(1.3, 0.1 + 0.2, Better.LOWER, Threshold(points=1)) is Verdict.IMPROVED
    assert verdict_of(5.9, 3.9, Better.LOWER, Threshold(points=2)) is Verdict.IMPROVED
    assert verdict_of(17.7, 13.2, Better.LOWER, Threshold(points=4.5)) is Verdict.IMPROVED


def test_higher_is_better_where_it_is() -> None:
    points = Threshold(points=2)
    assert verdict_of(4, 6, Better.HIGHER, points) is Verdict.IMPROVED
    assert verdict_of(6, 4, Better.HIGHER, points) is Verdict.WORSENED
    assert verdict_of(6, 4.5, Better.HIGHER, points) is Verdict.NOISE


def test_without_a_threshold_or_a_direction_nothing_is_judged() -> None:
    assert verdict_of(0, 10, Better.HIGHER, NO_THRESHOLD) is Verdict.UNKNOWN
    assert verdict_of(0, 10, None, PAIN_THRESHOLD) is Verdict.UNKNOWN


@pytest.mark.parametrize("fewest", [Mean(2, 8), None])
def test_fewer_than_three_days_on_either_side_are_too_few(fewest: Mean | None) -> None:
    enough = Mean(3, 2)
    for before, after in ((fewest, enough), (enough, fewest), (fewest, fewest)):
        change = days_changed(before, after, Better.LOWER, PAIN_THRESHOLD)
        assert (change.before, change.after, change.verdict) == (before, after, Verdict.TOO_FEW)
    assert days_changed(Mean(3, 8), enough, Better.LOWER, PAIN_THRESHOLD).verdict is Verdict.IMPROVED
    assert days_changed(fewest, enough, None, NO_THRESHOLD).verdict is Verdict.TOO_FEW


def test_one_result_on_each_side_is_enough() -> None:
    one = Mean(1, 8)
    assert results_changed(one, Mean(1, 2), Better.LOWER, PAIN_THRESHOLD).verdict is Verdict.IMPROVED
    assert results_changed(one, None, Better.LOWER, PAIN_THRESHOLD).verdict is Verdict.TOO_FEW_RESULTS
    assert results_changed(None, one, Better.LOWER, PAIN_THRESHOLD).verdict is Verdict.TOO_FEW_RESULTS


def test_the_words_of_the_verdicts() -> None:
    assert [str(verdict) for verdict in Verdict] == [
        "meaningful improvement",
        "meaningful worsening",
        "within noise",
        "too few days",
        "too few results",
        "no threshold is known",
    ]


def test_a_mean_has_its_number_and_nothing_has_none() -> None:
    assert mean_of([4, 5, 9]) == Mean(3, 6)
    assert mean_of([0]) == Mean(1, 0)
    assert mean_of([]) is None


@given(
    st.lists(st.integers(0, 10), min_size=1, max_size=28),
    st.lists(st.integers(0, 10), min_size=1, max_size=28),
    st.sampled_from(Better),
)
def test_any_means_get_the_verdict_that_exact_fractions_give(
    before: list[int], after: list[int], better: Better
) -> None:
    first, second = Fraction(sum(before), len(before)), Fraction(sum(after), len(after))
    moved = second - first
    enough = abs(moved) >= 2 or (abs(moved) >= first * Fraction(3, 10) and abs(moved) >= 1)
    for_better = moved > 0 if better is Better.HIGHER else moved < 0
    verdict = verdict_of(sum(before) / len(before), sum(after) / len(after), better, PAIN_THRESHOLD)
    assert verdict.value == (
        "within noise" if not enough else f"meaningful {'improvement' if for_better else 'worsening'}"
    )
