"""The status of a day as a whole."""

from collections.abc import Sequence

import pytest

from backjournal.model.practices import Practice
from backjournal.plan.checklist import ChecklistItem
from backjournal.plan.day_status import DayStatus, status_of_day
from tests.plan.test_day_progress import DONE, item, partial, skipped


@pytest.mark.parametrize(
    ("practices", "status"),
    [
        ([], DayStatus.NOT_ASKED),
        ([DONE, DONE], DayStatus.DONE),
        ([DONE, skipped("rest")], DayStatus.DONE),
        ([DONE, None], DayStatus.PARTIAL),
        ([partial(1)], DayStatus.PARTIAL),
        ([DONE, skipped("no time")], DayStatus.PARTIAL),
        ([skipped("travel"), skipped("rest")], DayStatus.SKIPPED),
        ([skipped("travel"), None], DayStatus.MISSED),
        ([skipped("no time")], DayStatus.MISSED),
        ([None], DayStatus.MISSED),
    ],
)
def test_a_day_that_is_over(practices: Sequence[Practice | None], status: DayStatus) -> None:
    assert status_of_day([item(practice) for practice in practices], day_is_over=True) is status


@pytest.mark.parametrize(
    ("day", "status"),
    [([item()], DayStatus.OPEN), ([item(due=False)], DayStatus.NOT_ASKED), ([item(), item(DONE)], DayStatus.PARTIAL)],
)
def test_a_day_that_is_not_over(day: Sequence[ChecklistItem], status: DayStatus) -> None:
    assert status_of_day(day, day_is_over=False) is status
