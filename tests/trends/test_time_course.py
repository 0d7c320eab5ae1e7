"""The remark on how back pain usually goes: it follows the onset that the person told."""

from datetime import date, timedelta

import pytest

from backjournal.model.onset import Onset
from backjournal.model.settings import Settings
from backjournal.trends.record import Record
from backjournal.trends.time_course import ONSET_QUESTION, remark_due, remark_of
from tests.helpers.records import ago, diary
from tests.helpers.values import TODAY

HURTS = diary(ago(2), pain="4")


def told(onset: str) -> Record:
    """Return a record of a person whose back hurts, with an onset."""
    return Record(TODAY, Settings(onset=Onset(onset)), HURTS)


@pytest.mark.parametrize(
    ("onset", "question"),
    [
        (ago(0).isoformat(), "time-course-recent"),
        (ago(92).isoformat(), "time-course-recent"),
        (ago(93).isoformat(), "time-course-chronic"),
        ("2026-11", "time-course-recent"),
        ("2026-09", "time-course-recent"),
        ("2026-08", None),
        ("2026-07", "time-course-chronic"),
        ("2026", None),
        ("2025", "time-course-chronic"),
        ("1999", "time-course-chronic"),
    ],
)
def test_it_follows_the_onset_and_is_left_out_where_that_is_not_exact_enough(onset: str, question: str | None) -> None:
    remark = remark_of(told(onset), TODAY)
    assert (remark.question if remark else None) == question


def test_the_age_of_the_journal_says_nothing() -> None:
    old = diary(ago(400), pain="5" * 401)
    assert remark_of(Record(TODAY, diary=old), TODAY) is None
    remark = remark_of(Record(TODAY, Settings(onset=Onset(ago(20).isoformat())), old), TODAY)
    assert remark is not None
    assert remark.question == "time-course-recent"


@pytest.mark.parametrize(
    ("noted", "hurts"),
    [
        ({"pain": "0" * 90}, False),
        ({"pain": "0" * 90, "worst_pain": "0" * 89 + "1"}, True),
        ({"pain": "5" * 62 + "0" * 28}, False),
        ({"pain": "5" * 63 + "0" * 27}, True),
        ({"mobility": "5" * 90}, False),
    ],
)
def test_without_pain_in_the_last_four_weeks_nothing_is_said_or_asked(noted: dict[str, str], hurts: bool) -> None:
    days = diary(ago(89), **noted)
    record = Record(TODAY, Settings(onset=Onset("2020")), days)
    assert (remark_of(record, TODAY) is not None) is hurts
    assert (remark_due(Record(TODAY, diary=days), {}, TODAY) is not None) is hurts


def test_the_onset_is_asked_once_after_two_weeks() -> None:
    for days, asked in ((13, False), (14, True), (400, True)):
        record = Record(TODAY, diary=diary(ago(days), pain="5") | HURTS)
        assert remark_due(record, {}, TODAY) == (ONSET_QUESTION if asked else None)
        assert remark_due(record, {"onset": TODAY}, TODAY) is None
    assert remark_due(Record(TODAY), {}, TODAY) is None


def test_a_remark_is_shown_by_itself_once_and_stays_to_be_read() -> None:
    record = told("2020")
    remark = remark_due(record, {"onset": TODAY}, TODAY)
    assert remark is not None
    assert remark == remark_of(record, TODAY)
    assert remark_due(record, {remark.question: ago(1)}, TODAY) is None
    assert remark_of(record, TODAY) == remark
    later = remark_of(Record(TODAY + timedelta(60), told("2026-10").settings, HURTS), date(2026, 11, 22))
    assert later is not None
    assert remark_due(told("2026-10"), {"time-course-chronic": TODAY}, TODAY) == later


def test_no_promise_is_made_and_a_source_that_can_be_looked_up_stands_beside_it() -> None:
    for onset, figures in (("2026-11-01", ("5.2", "2.3", "1.2")), ("2020", ("5.1", "3.3", "2.3"))):
        remark = remark_of(told(onset), TODAY)
        assert remark is not None
        assert all(figure in remark.text for figure in figures)
        assert "average pain" in remark.text
        assert remark.text.endswith("Yours may go another way.")
        assert "Menezes Costa 2012, CMAJ 184: E613" in remark.source
        assert "you will" not in remark.text.lower()
