"""The command that tells what a row was before."""

import sqlite3
from datetime import timedelta

from tests.helpers.clock import ManualClock
from tests.helpers.commands import Commands


def written(commands: Commands) -> str:
    """Write a check-in that is changed twice, and return its id."""
    commands.output("log", "--pain", "4", "--where", "hip", "--note", "as typed first")
    check_in_id: str = commands.json("diary", "--json")[0]["id"]
    return check_in_id


def test_each_version_says_when_and_what_changed_from_what_to_what(commands: Commands, clock: ManualClock) -> None:
    check_in_id = written(commands)
    clock.advance(timedelta(hours=2, minutes=5))
    commands.output("edit", check_in_id, "--pain", "6", "--where", "", "--mood", "3", "--note", "typed anew")
    commands.output("undo")
    commands.output("delete", check_in_id)
    assert commands.output("history", check_in_id[:8]) == (
        f"Check-in {check_in_id[:8]}, deleted: 4 versions, newest first.\n\n"
        "Saturday 21 November 2026 at 11:35, deleted.\n\n"
        "Saturday 21 November 2026 at 11:35, undone.\n"
        "  Pain: from 6 to 4\n"
        "  Where: hip, added\n"
        '  Note: from "typed anew" to "as typed first"\n'
        "  Mood: 3, removed\n\n"
        "Saturday 21 November 2026 at 11:35, changed, undone since.\n"
        "  Pain: from 4 to 6\n"
        "  Mood: 3, added\n"
        '  Note: from "as typed first" to "typed anew"\n'
        "  Where: hip, removed\n\n"
        "Saturday 21 November 2026 at 09:30, written.\n"
        "  Day: Saturday 21 November 2026\n"
        "  Time: 09:30\n"
        "  Pain: 4\n"
        "  Where: hip\n"
        '  Note: "as typed first"\n'
    )
    (told,) = commands.json("history", check_in_id, "--json")
    assert (told["id"], told["what"], told["deleted"]) == (check_in_id, "check-in", True)
    assert [(each["step"], each["undone"]) for each in told["versions"]] == [
        ("deleted", False), ("undone", False), ("changed", True), ("written", False),
    ]  # fmt: skip
    assert told["versions"][1]["at"] == "2026-11-21T11:35:00+01:00"
    assert told["versions"][1]["changes"][-1] == {"fact": "mood", "before": "3", "after": None}


def test_a_practice_of_a_day_has_its_ticks_and_skips(commands: Commands) -> None:
    commands.output("done", "bridge", "--pain", "2")
    commands.output("undone", "bridge")
    commands.output("skip", "bridge", "--reason", "travel")
    lines = commands.lines("history", "bri", "--day", "today")
    assert lines[0] == "Practice of Bridge: 3 versions, newest first."
    assert [line for line in lines if line.startswith("  Done")] == [
        "  Done: from done, 2 sets to skipped, travel",
        "  Done: done, 2 sets",
    ]
    assert "never ticked or skipped on 2026-11-20" in commands.refusal("history", "bridge", "--day", "yesterday")


def test_an_exercise_has_its_doses_with_what_ended_them(commands: Commands) -> None:
    commands.output("plan", "change", "bridge", "--sets", "3", "--note", "slowly")
    lines = commands.lines("history", "bridge")
    assert [line for line in lines if line.startswith("Dose of Bridge")] == [
        "Dose of Bridge: 1 version, newest first.",
        "Dose of Bridge: 2 versions, newest first.",
    ]
    assert "  Last day: Friday 20 November 2026, added" in lines
    assert '  Note: "slowly"' in lines
    commands.output("plan", "move", "knee rolls", "down")
    for exercise in ("knee rolls", "knee to chest"):
        assert commands.lines("history", exercise)[0].endswith(": 1 version, newest first.")


def test_what_no_row_and_no_exercise_begins_with_is_refused(commands: Commands, fresh: Commands) -> None:
    written(commands)
    commands.output("log", "--pain", "5")
    assert "no exercise of the journal and no id begins with 'zz'" in commands.refusal("history", "zz")
    assert "no id begins with ''" in commands.refusal("history", "")
    ids = [entry["id"] for entry in commands.json("diary", "--json")]
    assert commands.lines("history", ids[0])[0].startswith(f"Check-in {ids[0][:8]}")


def test_a_row_that_makes_no_sense_is_told_as_such(commands: Commands) -> None:
    check_in_id = written(commands)
    with sqlite3.connect(commands.journal) as db:
        db.execute("UPDATE check_ins SET at = '2461373.5'")
        db.execute("UPDATE changes SET rev = 'long ago'")
    lines = commands.lines("history", check_in_id)
    assert lines[2:] == ["Thursday 1 January 1970 at 01:00, written.", "  Content: cannot be read"]


def test_a_practice_whose_dose_is_gone_is_still_told(commands: Commands) -> None:
    commands.output("done", "bridge")
    commands.output("undone", "bridge")
    with sqlite3.connect(commands.journal) as db:
        db.execute("UPDATE practices SET prescription_id = 'gone'")
    assert "Practice; content: cannot be read; deleted on Saturday" in commands.output("bin")


def test_where_the_lines_of_a_note_end_is_part_of_its_history(commands: Commands) -> None:
    commands.output("log", "--note", "one two")
    check_in_id = commands.json("diary", "--json")[0]["id"]
    commands.output("edit", check_in_id, "--note", "one\ntwo")
    assert '  Note: from "one two" to "one ↵ two"' in commands.lines("history", check_in_id)


def test_what_is_undone_says_whether_it_was_written_or_changed(commands: Commands) -> None:
    commands.output("log", "--pain", "4")
    commands.output("edit", commands.json("diary", "--json")[0]["id"], "--pain", "6")
    assert commands.output("undo") == "Undone: change of the check-in of 2026-11-21 09:30\n"
    assert commands.output("undo") == "Undone: check-in of 2026-11-21 09:30\n"
    assert commands.output("redo") == "Done again: check-in of 2026-11-21 09:30\n"
