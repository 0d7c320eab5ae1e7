"""The review of a week on the command line: printed, of any week, and noted."""

from datetime import timedelta

import pytest

from tests.helpers.commands import Commands

EMPTY = "Practice: Nothing was asked for, practised or noted."


def test_the_latest_week_that_is_over_is_printed_or_another_one(commands: Commands) -> None:
    commands.output("log", "--pain", "4", "--day", "2026-11-13")
    assert commands.lines("review") == [
        "The week of 9 to 15 Nov 2026.",
        "Practice: The plan asked for nothing.",
        "Against the week before: Pain 4.0 (1 day); the week before not noted.",
    ]
    assert commands.lines("review", "--week", "2026-11-01") == ["The week of 26 Oct to 1 Nov 2026.", EMPTY]
    assert commands.lines("review", "--week", "today")[:2] == [
        "The week of 16 to 22 Nov 2026, so far.",
        "Practice: Practised on 0 of 5 days with exercises; 0 % of 21 exercises.",
    ]
    assert commands.json("review", "--json")["pain"]["week"] == {"n": 1, "mean": 4.0}
    assert "cannot look back at a day that has not come" in commands.refusal("review", "--week", "2026-11-22")


def test_weeks_begin_as_the_person_has_set_them(commands: Commands) -> None:
    commands.output("settings", "week-start", "sunday")
    commands.clock.advance(timedelta(days=1))
    assert commands.lines("review")[0] == "The week of 16 to 21 Nov 2026.", "it was cut short by the change"


def test_a_note_is_a_check_in_of_now_that_undo_takes_back(commands: Commands) -> None:
    lines = commands.lines("review", "--note", "walked more")
    assert lines[:2] == ["The week of 9 to 15 Nov 2026.", EMPTY]
    assert "note: Week of 9 Nov 2026: walked more" in lines[2]
    assert "Week of 9 Nov 2026: walked more" in commands.output("diary", "--since", "today")
    assert commands.output("undo").startswith("Undone: check-in of 2026-11-21")
    assert commands.output("diary") == "No check-ins.\n"


def test_today_tells_of_the_review_when_a_week_begins_until_it_was_noted(commands: Commands) -> None:
    told = "A week is over: 'backjournal review' looks back at it."
    commands.output("done", "bridge")
    assert told not in commands.lines("today")
    commands.clock.advance(timedelta(days=2))
    assert told in commands.lines("today")
    commands.output("review", "--week", "2026-11-02", "--note", "of another week")
    assert told in commands.lines("today")
    commands.output("review", "--note", "walked more")
    assert commands.lines("review")[-1] == "You noted: walked more"
    assert told not in commands.lines("today")


@pytest.mark.parametrize("typed", ["", "  "])
def test_nothing_is_no_note(commands: Commands, typed: str) -> None:
    result = commands.run("review", "--note", typed)
    assert (result.exit_code, result.stderr) == (1, "backjournal: there is nothing to note yet\n")
    assert commands.run("review", "--json", "--note", "better").exit_code == 2
    assert commands.output("diary") == "No check-ins.\n"


def test_a_sign_in_the_note_gets_its_advice(commands: Commands) -> None:
    assert "tingling in both legs" in commands.output("review", "--note", "tingling in both legs")
    assert "foot drop" not in commands.output("today")
    assert "both legs affected" in commands.output("today")
