"""Changes and thresholds in words."""

import pytest

from backjournal.model.better import Better
from backjournal.model.measures import Threshold
from backjournal.trends.change import PAIN_THRESHOLD, Mean, days_changed
from backjournal.views.change_text import difference_text, percent_of, size_of, threshold_text


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
    assert (size_of(change), percent_of(change)) == (size, percent)


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
