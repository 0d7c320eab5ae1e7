"""The subjects of a view: each is named alone as it is named among all."""

import pytest

from backjournal.trends.record import Record
from backjournal.views.subjects import CALENDAR_SERIES, EXERCISE, MEASURE, SERIES, Subject
from tests.helpers.graph_journal import EMPTY, HALF_A_YEAR


@pytest.mark.parametrize("record", [HALF_A_YEAR, EMPTY])
@pytest.mark.parametrize("subject", [SERIES, CALENDAR_SERIES, EXERCISE, MEASURE])
def test_a_subject_is_named_alone_as_among_all(record: Record, subject: Subject) -> None:
    names = subject.names(record)
    assert {key: subject.label(record, key) for key in names} == names


def test_what_is_no_longer_there_is_named_by_its_key() -> None:
    assert [each.label(HALF_A_YEAR, "gone") for each in (SERIES, CALENDAR_SERIES, EXERCISE, MEASURE)] == ["gone"] * 4


def test_without_a_choice_the_first_is_named_and_nothing_without_any() -> None:
    assert MEASURE.label(HALF_A_YEAR, "") == next(iter(MEASURE.names(HALF_A_YEAR).values()))
    assert MEASURE.label(EMPTY, "") == ""
