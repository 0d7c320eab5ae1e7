"""The command of the trends."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.clock import ManualClock
from tests.commands import Commands


@pytest.fixture
def four_weeks(journal: Path, clock: ManualClock) -> Commands:
    """Return the commands on a journal with a check-in each day of four weeks."""
    commands = Commands(journal, clock)
    for number in range(28):
        day = date(2026, 11, 21) - timedelta(days=number)
        commands.output("log", "--pain", str(2 + number // 7), "--mobility", "6", "--day", day.isoformat())
    return commands


def test_trends_in_plain_lines(four_weeks: Commands) -> None:
    lines = four_weeks.lines("trends", "--plain", "--weeks", "2")
    assert lines == [
        "Week of 2026-11-09: pain 2.9 (2 to 3, 7 days), mobility 6.0 (7 days), no exercises to count",
        "Week of 2026-11-16: pain 2.0 (2 to 2, 6 days), mobility 6.0 (6 days), no exercises to count",
    ]
    assert len(four_weeks.lines("trends", "--plain")) == 12
    assert len(four_weeks.lines("trends", "--plain", "--weeks", "520")) == 520
    for everything in ("all", "0"):
        assert len(four_weeks.lines("trends", "--plain", "--weeks", everything)) == 5


def test_trends_in_json(four_weeks: Commands) -> None:
    weeks = four_weeks.json("trends", "--json", "--weeks", "4")
    assert [week["first_day"] for week in weeks] == ["2026-10-26", "2026-11-02", "2026-11-09", "2026-11-16"]
    assert weeks[3]["pain"] == {"n": 6, "mean": 2.0, "low": 2.0, "high": 2.0}
    assert weeks[3]["adherence"] == {"prescribed": 0, "practised": 0, "excused": 0, "share": None}
    four_weeks.output("settings", "week-start", "sunday")
    assert four_weeks.json("trends", "--json", "--weeks", "1")[0]["first_day"] == "2026-11-15"


def test_trends_are_drawn_without_colours_where_there_is_no_terminal(four_weeks: Commands) -> None:
    drawn = four_weeks.output("trends", "--weeks", "4")
    assert "pain" in drawn
    assert "16 Nov" in drawn
    assert "\x1b" not in drawn


@pytest.mark.parametrize("weeks", ["521", "-1", "some", ""])
def test_a_bad_number_of_weeks_is_refused(four_weeks: Commands, weeks: str) -> None:
    assert "weeks: " in four_weeks.refusal("trends", "--weeks", weeks)


def test_a_new_journal_has_no_trend_yet(journal: Path, clock: ManualClock) -> None:
    commands = Commands(journal, clock)
    commands.output("settings", "week-start", "sunday")
    assert commands.output("trends") == "No trend yet: it grows from check-ins and ticked exercises.\n"
    assert commands.output("trends", "--plain") == commands.output("trends")
