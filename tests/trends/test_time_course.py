"""The remark on how back pain changes with time: when it is shown, and its source."""

from datetime import timedelta

import pytest

from backjournal.trends.record import Record
from backjournal.trends.time_course import remark_due, remark_of
from tests.helpers.counting import Days, phase
from tests.helpers.records import ago, diary, flare_up
from tests.helpers.values import TODAY


def started(days_ago: int) -> Record:
    """Return a record whose first check-in lies a number of days back."""
    return Record(TODAY, diary=diary(ago(days_ago), mobility="7"))


@pytest.mark.parametrize(
    ("days", "question"),
    [
        (0, None),
        (13, None),
        (14, "time-course-first-weeks"),
        (28, "time-course-first-weeks"),
        (29, None),
        (84, None),
        (85, "time-course-chronic"),
        (3650, "time-course-chronic"),
    ],
)
def test_it_is_said_from_two_to_four_weeks_and_after_twelve(days: int, question: str | None) -> None:
    remark = remark_of(started(days), TODAY)
    assert (remark.question if remark else None) == question


def test_without_a_check_in_or_a_practice_nothing_has_begun() -> None:
    assert remark_of(Record(TODAY), TODAY) is None
    assert remark_of(Record(TODAY, flare_ups=(flare_up(20, 18),)), TODAY) is None


def test_it_is_shown_by_itself_once_and_stays_to_be_read() -> None:
    early, late = started(20), started(100)
    first, second = remark_due(early, {}, TODAY), remark_due(late, {}, TODAY)
    assert first is not None
    assert second is not None
    answers = {first.question: ago(1), "flare-up": TODAY}
    assert remark_due(early, answers, TODAY) is None
    assert remark_of(early, TODAY) == first
    assert remark_due(late, answers, TODAY) == second


def test_a_practice_is_a_beginning_and_an_exercise_that_was_not_done_is_none() -> None:
    for signs, begun in (("." * 20, False), ("✓" + "." * 19, True)):
        days = Days((phase("daily"),), signs)
        record = Record(days.today, diary=diary(days.today - timedelta(2), pain="5"), checklists=days.checklists)
        assert (remark_of(record, days.today) is not None) is begun


def test_no_promise_is_made_and_the_source_stands_beside_it() -> None:
    early, late = remark_of(started(20), TODAY), remark_of(started(100), TODAY)
    assert early is not None
    assert late is not None
    assert "many people, though not all" in early.text.lower()
    assert "2 to 4 weeks" in early.text
    assert "over 12 weeks" in late.text
    assert "takes longer" in late.text
    for remark in (early, late):
        assert "consistency is what decides" in remark.text.lower()
        assert remark.source == "the articles on physical therapy that this journal is founded on"
        assert "you will" not in remark.text.lower()
