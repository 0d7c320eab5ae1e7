"""Whether the day after a practice was worse than the days before."""

import pytest

from backjournal.plan.next_day_pain import is_worse_after
from tests.helpers.counting import day


@pytest.mark.parametrize(
    ("pains", "worse"),
    [
        # The eight days up to the day after: seven before it, the last of them the day of the practice.
        ("44444446", True),
        ("44444445", False),
        ("44444442", False),
        ("0000000X", True),
        (".....446", None),
        ("....4446", True),
        ("4444444.", None),
        # 6 lies less than 2 above a mean of 4.3.
        ("454....6", False),
    ],
)
def test_the_day_after_is_compared_with_the_mean_of_up_to_seven_days(pains: str, worse: bool | None) -> None:
    pain = {day(number): 10.0 if sign == "X" else float(sign) for number, sign in enumerate(pains) if sign != "."}
    assert is_worse_after(day(6), pain) is worse


def test_an_eighth_day_before_does_not_count() -> None:
    pain = {day(number): 4.0 for number in range(7)} | {day(-1): 10.0, day(7): 6.0}
    assert is_worse_after(day(6), pain) is True
