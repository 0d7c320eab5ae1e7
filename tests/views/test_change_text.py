"""Changes and thresholds in words."""

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from backjournal.model.better import Better
from backjournal.model.measures import Threshold
from backjournal.trends.change import PAIN_THRESHOLD, Mean, days_changed, meaningful_points, reaches
from backjournal.views.change_figures import figures_of
from backjournal.views.change_text import difference_text, means_text, threshold_text


@pytest.mark.parametrize(
    ("before", "after", "size", "percent"),
    [
        (8.0, 6.04, "1.96", "24 %"),
        (8.0, 6.0, "2.0", "25 %"),
        (8.0, 6.06, "1.9", "24 %"),
        (5.0, 3.52, "1.48", "29.6 %"),
        (5.0, 3.5, "1.5", "30 %"),
        (5.0, 3.504, "1.496", "29.9 %"),
        (5.0, 4.98, "0.0", "0 %"),
        (0.0, 1.0, "1.0", ""),
        (0.0, 0.96, "0.96", ""),
    ],
)
def test_no_figure_is_rounded_across_the_threshold(before: float, after: float, size: str, percent: str) -> None:
    change = days_changed(Mean(9, before), Mean(9, after), Better.LOWER, PAIN_THRESHOLD)
    figures = figures_of(change)
    assert (figures.size, figures.percent) == (size, percent)


means, errors = st.floats(0, 100), st.none() | st.floats(0, 20)
thresholds = st.sampled_from([PAIN_THRESHOLD, Threshold(points=2), Threshold(share=0.3), Threshold()])


@given(means, means, thresholds, errors)
@example(6.34, 2.46, PAIN_THRESHOLD, None)
@example(1.74, 2.61, PAIN_THRESHOLD, None)
def test_what_is_shown_of_a_change_is_computed_from_the_means_that_are_shown(
    before: float, after: float, threshold: Threshold, error: float | None
) -> None:
    change = days_changed(Mean(9, before), Mean(9, after), Better.LOWER, threshold, error)
    first, last = (Decimal(text.removesuffix(" (n 9)")) for text in means_text(change))
    size, _, percent = difference_text(change).removesuffix(" %)").partition(" (")
    assert Decimal(size.replace("−", "-")) == last - first
    assert bool(percent) is (threshold.share is not None and first > 0)
    if percent:
        assert abs(Decimal(percent) - abs(last - first) / first * 100) <= Decimal("0.5001")
    points = meaningful_points(threshold, before)
    if points is not None and abs(abs(after - before) - points) > 0.002:
        assert reaches(float(abs(last - first)), points) is reaches(abs(after - before), points)


def test_a_change_has_its_sign() -> None:
    def words(before: float, after: float) -> str:
        return difference_text(days_changed(Mean(9, before), Mean(9, after), Better.LOWER, Threshold(points=2)))

    assert [words(5, 3), words(5, 6.5), words(5, 5), words(5, 4.99)] == ["−2.0", "+1.5", "0.0", "0.0"]


@pytest.mark.parametrize(
    ("threshold", "unit", "expected"),
    [
        (PAIN_THRESHOLD, "points", "2 points or 30 %, at least 1 point"),
        (Threshold(points=1), "points", "1 point"),
        (Threshold(points=4.5), "cm", "4.5 cm"),
        (Threshold(points=3), "", "3"),
        (Threshold(share=0.3, share_at_least=1), "points", "30 %, at least 1 point"),
        (
            Threshold(points=10, share=0.3),
            "points",
            "10 points or 30 %, by our own caution only where that is 5 points or more",
        ),
        (Threshold(share=0.3), "points", "30 %"),
        (Threshold(), "seconds", ""),
    ],
)
def test_a_threshold_in_words(threshold: Threshold, unit: str, expected: str) -> None:
    assert threshold_text(threshold, unit) == expected
