"""Numbers as people read them."""

import pytest

from backjournal.model.numbers import percent


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (None, ""),
        (0.0, "0 %"),
        (0.001, "1 %"),
        (0.666, "67 %"),
        (0.999, "99 %"),
        (1.0, "100 %"),
        # Years of whole days that are summed.
        (1 - 1e-12, "100 %"),
    ],
)
def test_a_share_is_0_or_100_per_cent_only_for_nothing_and_all(share: float | None, text: str) -> None:
    assert percent(share) == text
