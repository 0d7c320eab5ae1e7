"""The line at the end of a day: only once nothing is left, only with something to say, and only what is true."""

from collections.abc import Mapping, Sequence

import pytest

from backjournal.model.check_ins import CheckIn
from backjournal.model.practices import Practice
from backjournal.plan.day_end import day_end
from tests.helpers.values import check_in
from tests.plan.test_day_progress import DONE, item, partial, skipped

PAIN_4 = (check_in(pain=4),)
BOTH = (check_in(2, mobility=6), check_in(1, pain=4, mobility=5))


@pytest.mark.parametrize(
    ("items", "check_ins", "before", "said"),
    [
        ([DONE, DONE], PAIN_4, {"pain": 5}, "All 2 done · pain 4 after 5 yesterday"),
        ([DONE, DONE], PAIN_4, {"pain": 3}, "All 2 done · pain 4 after 3 yesterday"),
        ([DONE, skipped("rest")], PAIN_4, {"pain": 5}, "All done, 1 excused · pain 4 after 5 yesterday"),
        ([DONE, skipped("rain")], PAIN_4, {"pain": 5}, "1 of 2 done, nothing is left · pain 4 after 5 yesterday"),
        ([DONE], BOTH, {"pain": 4, "mobility": 5}, "All done · pain 4 after 4, mobility 6 after 5 yesterday"),
        ([DONE], (), {"pain": 5}, "All done · the check-in is still open (n)"),
        # Nothing has changed, or cannot be compared.
        ([DONE], BOTH, {"pain": 4, "mobility": 6}, ""),
        ([DONE], PAIN_4, {"mobility": 5}, ""),
        ([DONE], (check_in(note="a walk"),), {"pain": 5}, ""),
        # The day has not come to its end, or nothing was done.
        ([DONE, None], PAIN_4, {"pain": 5}, ""),
        ([DONE, partial(1)], PAIN_4, {"pain": 5}, ""),
        ([skipped("rest")], PAIN_4, {"pain": 5}, ""),
        ([], PAIN_4, {"pain": 5}, ""),
    ],
)
def test_what_is_said(
    items: Sequence[Practice | None], check_ins: Sequence[CheckIn], before: Mapping[str, float], said: str
) -> None:
    assert day_end([item(practice) for practice in items], check_ins, before, "n") == said
