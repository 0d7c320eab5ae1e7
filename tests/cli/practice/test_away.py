"""Days without an entry on the command line: listed, filled in, left open."""

from datetime import timedelta

import pytest

from backjournal.plan.away import WHAT_COUNTS
from tests.helpers.commands import Commands

NOTICE = "5 days without an entry: 'backjournal away' lists what was asked for, and fills it in."
FRIDAY = "Friday 20 November 2026: 4 exercises: Knee rolls, Knee to chest, Bridge, Walking."


def test_a_gap_is_listed_with_what_was_asked_for_the_newest_last(commands: Commands) -> None:
    assert NOTICE in commands.lines("today")
    lines = commands.lines("away")
    assert lines[0] == "5 days without an entry."
    assert lines[1].startswith("Monday 16 November 2026: 5 exercises: Knee rolls,")
    assert lines[5] == FRIDAY
    assert lines[6].startswith(WHAT_COUNTS)
    rows = commands.json("away", "--json")
    assert [rows[0][key] for key in ("day", "exercise", "status")] == ["2026-11-16", "Knee rolls", "missed"]
    assert len(rows) == 5 + 4 * 4


def test_days_are_filled_in_and_one_undo_takes_all_back(commands: Commands) -> None:
    assert commands.lines("away", "--done", "mon, 2026-11-17", "--excused", "all", "--reason", "tra") == [
        "Monday 16 November 2026: done.",
        "Tuesday 17 November 2026: done.",
        "Wednesday 18 November 2026: excused, travel.",
        "Thursday 19 November 2026: excused, travel.",
        "Friday 20 November 2026: excused, travel.",
    ]
    assert "5 of 5 exercises done." in commands.lines("today", "--day", "monday")
    assert {row["reason"] for row in commands.json("today", "--day", "friday", "--json")} == {"travel"}
    assert commands.output("away").startswith("There is nothing to fill in")
    assert commands.json("away", "--json") == []
    assert "there is nothing to fill in" in commands.refusal("away", "--done", "all")
    assert commands.output("undo") == "Undone: filling in of 5 days without an entry\n"
    assert commands.lines("away")[5] == FRIDAY
    assert NOTICE in commands.lines("today")


def test_what_is_left_open_is_not_asked_about_again_and_new_days_are(commands: Commands) -> None:
    assert commands.lines("away", "--open", "all")[0] == "Monday 16 November 2026: left open."
    assert "without an entry" not in commands.output("today")
    assert commands.lines("away")[5] == FRIDAY, "it can still be filled in"
    commands.clock.advance(timedelta(days=1))
    assert "without an entry" not in commands.output("today"), "one day is soon filled in"
    commands.clock.advance(timedelta(days=1))
    assert NOTICE.replace("5", "2") in commands.lines("today")
    assert commands.lines("away")[0] == "7 days without an entry."


def test_days_that_nothing_was_said_of_are_told_of_for_the_rest_of_the_day(commands: Commands) -> None:
    commands.output("away", "--done", "friday")
    assert NOTICE.replace("5", "4") in commands.lines("today")
    commands.output("away", "--open", "all")
    assert "without an entry" not in commands.output("today")


def test_what_is_logged_today_does_not_end_the_question_before_tomorrow(commands: Commands) -> None:
    commands.output("done", "bridge")
    assert NOTICE in commands.lines("today")
    commands.clock.advance(timedelta(days=1))
    assert "without an entry" not in commands.output("today")
    assert commands.lines("away")[0] == "5 days without an entry."


def test_the_days_of_a_long_gap_are_answered_together(commands: Commands) -> None:
    commands.clock.advance(timedelta(days=30))
    lines = commands.lines("away")
    assert lines[0] == "35 days without an entry."
    assert lines[1] == ("21 days from Monday 16 November 2026 to Sunday 6 December 2026: earlier, answered together.")
    assert len(lines) == 1 + 1 + 14 + 1
    answered = commands.lines("away", "--excused", "earlier", "--reason", "illness", "--done", "2026-12-07")
    assert answered[:3] == [
        "21 days from Monday 16 November 2026 to Sunday 6 December 2026: excused, illness.",
        "Monday 7 December 2026: done.",
        "Tuesday 8 December 2026: left open.",
    ]
    assert {row["reason"] for row in commands.json("today", "--day", "2026-11-16", "--json")} == {"illness"}


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("--excused all", "a reason is missing: write --reason and one of flare-up, illness, pain, rest, travel"),
        ("--excused all --reason 'no time'", "'no time' excuses no day"),
        ("--done all --reason rest", "--reason goes with --excused"),
        ("--done mon --open mon", "2026-11-16 has two answers: choose one"),
        ("--done all --open all", "all days have two answers: write all once"),
        ("--done today", "2026-11-21 is none of the days without an entry: 'backjournal away' lists them"),
        ("--done earlier", "'earlier' is not a day"),
    ],
)
def test_what_makes_no_sense_is_refused(commands: Commands, typed: str, message: str) -> None:
    words = [word.strip("'") for word in typed.replace("'no time'", "'no_time'").split()]
    assert message in commands.refusal("away", *(word.replace("_", " ") for word in words))
    assert commands.lines("away")[0] == "5 days without an entry."


def test_without_a_plan_there_is_no_gap(fresh: Commands) -> None:
    fresh.output("log", "--pain", "4", "--day", "2026-11-01")
    assert fresh.output("away").startswith("There is nothing to fill in")
    assert "without an entry" not in fresh.output("today")
