"""When the back pain began: how it is written, and which days it can mean."""

from datetime import date

import pytest

from backjournal.model.onset import Onset, parse_onset
from tests.helpers.values import TODAY, refused


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        (" 2024-02 ", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-12", date(2023, 12, 1), date(2023, 12, 31)),
        ("2024-03-14", date(2024, 3, 14), date(2024, 3, 14)),
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        (TODAY.isoformat(), TODAY, TODAY),
    ],
)
def test_a_year_a_month_or_a_day(typed: str, first: date, last: date) -> None:
    onset = parse_onset(typed, TODAY)
    assert onset.text == typed.strip()
    assert onset.days == (first, last)


@pytest.mark.parametrize("typed", ["", "long ago", "24", "2024-3", "14.3.2024", "2024-13", "2023-02-29", "٢٠٢٤"])
def test_anything_else_is_refused_with_what_to_write(typed: str) -> None:
    refusal = refused(lambda: parse_onset(typed, TODAY))
    assert refusal.field == "onset"
    assert "write a year, a month or a day: 2024, 2024-03 or 2024-03-14" in str(refusal)


@pytest.mark.parametrize("typed", ["2026-11-22", "2026-12", "2027"])
def test_what_is_to_come_is_refused(typed: str) -> None:
    assert "has not come yet" in str(refused(lambda: parse_onset(typed, TODAY)))


def test_a_year_far_away_is_refused() -> None:
    assert "check the year" in str(refused(lambda: Onset("1812")))
    assert "is not in the calendar" in str(refused(lambda: Onset("0000-01")))
