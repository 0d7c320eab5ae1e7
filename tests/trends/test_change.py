"""Whether a change is meaningful."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backjournal.model.better import Better
from backjournal.model.measures import Threshold, ThresholdKind
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
from tests.helpers.records import measure

FIVE_POINTS, TEN_POINTS = Threshold(points=5, share=0.3), Threshold(points=10, share=0.3)
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
        (FIVE_POINTS, 25 / 3, 2.5),
        (FIVE_POINTS, 8, 5),
        (FIVE_POINTS, 2, 5),
        (TEN_POINTS, 17, 5.1),
        (TEN_POINTS, 16, 10),
        (TEN_POINTS, 6, 10),
        (Threshold(points=0.5), 9, 0.5),
        (Threshold(share=0.3, share_at_least=1), 2, 1),
        (Threshold(share=0.3), 50, 15),
        (NO_THRESHOLD, 5, None),
    ],
)
def test_the_smaller_of_points_and_share_is_needed_but_no_share_of_a_step_or_of_under_half_the_points(
    threshold: Threshold, baseline: float, needed: float | None
) -> None:
    assert meaningful_points(threshold, baseline) == pytest.approx(needed)


@pytest.mark.parametrize(
    ("before", "after", "verdict"),
    [
        (6, 4, Verdict.IMPROVED),
        (6, 4.2, Verdict.IMPROVED),
        (6, 4.201, Verdict.BELOW),
        (4, 6, Verdict.WORSENED),
        (5, 3.5, Verdict.IMPROVED),
        (5, 3.501, Verdict.BELOW),
        (5, 6.5, Verdict.WORSENED),
        (5, 6.499, Verdict.BELOW),
        (10, 8, Verdict.IMPROVED),
        (10, 8.001, Verdict.BELOW),
        (1, 2, Verdict.WORSENED),
        (1, 1.9, Verdict.BELOW),
        (1, 0, Verdict.IMPROVED),
        (1, 0.5, Verdict.BELOW),
        (0, 2, Verdict.WORSENED),
        (0, 1, Verdict.WORSENED),
        (0, 0.9, Verdict.BELOW),
        (0, 0, Verdict.BELOW),
        (4, 4, Verdict.BELOW),
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
    assert verdict_of(6, 4.5, Better.HIGHER, points) is Verdict.BELOW


@pytest.mark.parametrize(("key", "before", "after"), [("odi", 6, 4), ("rmdq-24", 3, 2)])
def test_one_or_two_steps_from_a_low_baseline_of_a_long_scale_are_not_meaningful(
    key: str, before: int, after: int
) -> None:
    of = measure(key)
    assert verdict_of(before, after, of.better, of.threshold) is Verdict.BELOW
    assert verdict_of(20, 13, of.better, of.threshold) is Verdict.IMPROVED


def test_a_threshold_of_the_error_of_a_measure_makes_a_change_detectable_and_not_meaningful() -> None:
    error = Threshold(points=2, kind=ThresholdKind.MDC)
    assert verdict_of(4, 6, Better.HIGHER, error) is Verdict.MORE_THAN_ERROR_BETTER
    assert verdict_of(6, 4, Better.HIGHER, error) is Verdict.MORE_THAN_ERROR_WORSE
    assert verdict_of(6, 4.5, Better.HIGHER, error) is Verdict.BELOW
    own = Threshold(points=2, kind=ThresholdKind.OWN)
    assert verdict_of(4, 6, Better.HIGHER, own) is Verdict.IMPROVED


@pytest.mark.parametrize(
    ("after", "error", "verdict"),
    [
        (3.0, 1.0, Verdict.IMPROVED),
        (3.0, 1.001, Verdict.NOISE),
        (7.0, 1.0, Verdict.WORSENED),
        (7.0, 1.001, Verdict.NOISE),
        (3.6, 0.1, Verdict.BELOW),
        (3.6, 9.0, Verdict.BELOW),
        (3.0, 0.0, Verdict.IMPROVED),
        (3.0, None, Verdict.IMPROVED),
    ],
)
def test_a_change_counts_only_at_the_threshold_and_at_two_standard_errors(
    after: float, error: float | None, verdict: Verdict
) -> None:
    change = days_changed(Mean(9, 5.0), Mean(9, after), Better.LOWER, PAIN_THRESHOLD, error)
    assert change.verdict is verdict
    assert change.noise == (None if error is None else 2 * error)
    assert verdict.compared
    assert not days_changed(Mean(2, 5.0), Mean(9, after), Better.LOWER, PAIN_THRESHOLD, error).verdict.compared


def test_improvements_and_worsenings_are_known_as_such() -> None:
    assert [verdict.name for verdict in Verdict if verdict.improves] == ["IMPROVED", "MORE_THAN_ERROR_BETTER"]
    assert [verdict.name for verdict in Verdict if verdict.worsens] == ["WORSENED", "MORE_THAN_ERROR_WORSE"]


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
        "detectable improvement",
        "detectable worsening",
        "below the threshold",
        "could be noise",
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
        "below the threshold" if not enough else f"meaningful {'improvement' if for_better else 'worsening'}"
    )
