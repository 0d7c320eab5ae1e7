"""Days and times as people type them."""

from collections.abc import Callable
from datetime import date, time

import pytest

from backjournal.days import (
    parse_day,
    parse_time,
)
from backjournal.model.errors import InvalidValue

TODAY = date(2026, 11, 21)  # a Saturday


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", "2026-11-21"),
        (" Today ", "2026-11-21"),
        ("YESTERDAY", "2026-11-20"),
        ("saturday", "2026-11-21"),
        ("sun", "2026-11-15"),
        ("Fri", "2026-11-20"),
        ("tomorrow", "2026-11-22"),
        ("thurs", "2026-11-19"),
        ("2026-11-01", "2026-11-01"),
        ("2024-02-29", "2024-02-29"),
        ("1900-01-01", "1900-01-01"),
        ("2199-12-31", "2199-12-31"),
    ],
)
def test_words_for_a_day(text: str, day: str) -> None:
    assert parse_day(text, TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("text", "day"), [("saturday", "2026-11-21"), ("sun", "2026-11-22"), ("Fri", "2026-11-27"), ("today", "2026-11-21")]
)
def test_a_weekday_looked_for_ahead_is_the_next_one(text: str, day: str) -> None:
    assert parse_day(text, TODAY, ahead=True) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "su",
        "the day after",
        "21.11.2026",
        "2026-02-30",
        "2026-2-3",
        "20261121",
        "2026-W47-6",
        "0001-01-01",
        "9999-12-31",
    ],
)
def test_what_is_no_day_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(InvalidValue) as refusal:
        parse_day(text, TODAY)
    assert refusal.value.field == "day"
    assert len(str(refusal.value).splitlines()) == 1


def test_a_refusal_names_the_field_that_was_typed_into() -> None:
    with pytest.raises(InvalidValue) as no_day:
        parse_day("someday", TODAY, "since")
    with pytest.raises(InvalidValue) as far_day:
        parse_day("0001-01-01", TODAY, "since")
    with pytest.raises(InvalidValue) as no_time:
        parse_time("noon", "day_starts_at")
    assert [refusal.value.field for refusal in (no_day, far_day, no_time)] == ["since", "since", "day_starts_at"]


@pytest.mark.parametrize("parse", [lambda text: parse_day(text, TODAY), parse_time])
def test_a_refusal_does_not_repeat_escape_sequences(parse: Callable[[str], object]) -> None:
    with pytest.raises(InvalidValue) as refusal:
        parse("\x1b]0;title\x07 \udcff")
    assert str(refusal.value).isprintable()


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("8:05", time(8, 5)),
        ("08:05", time(8, 5)),
        ("0805", time(8, 5)),
        ("805", time(8, 5)),
        (" 8.05 ", time(8, 5)),
        ("00:00", time(0)),
        ("23:59", time(23, 59)),
    ],
)
def test_times_of_day(text: str, at: time) -> None:
    assert parse_time(text) == at


@pytest.mark.parametrize("text", ["", "8", "24:00", "8:60", "8:5", "-1:00", "8:05 pm", "08:05:00"])
def test_what_is_no_time_of_day_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue, match="not a time of day"):
        parse_time(text)
