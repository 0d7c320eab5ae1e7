"""Prescribing on the command line: phases, notes, sides, schedules, own exercises, and the facts of the plan."""

from typing import Any

import pytest

from tests.helpers.commands import Commands

OWN = ("plan", "add", "Wall squat", "--own", "--category", "stren", "--sets", "2", "--hold", "20")


def phases(commands: Commands, exercise: str) -> list[tuple[str, str, str, str | None]]:
    """Return dose, days, first and last day of an exercise's prescriptions in the plan."""
    rows: list[dict[str, Any]] = commands.json("plan", "show", exercise, "--json")
    return [(row["prescribed"], row["days"], row["first_day"], row["last_day"]) for row in rows]


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (["bird", "--sides", "left"], "2 sets of 10 times, held 4 seconds, left side only, daily, from today on."),
        (["bird", "--sides", "both"], "2 sets of 10 times, held 4 seconds, daily, from today on."),
        (["bird", "--repetitions", "8"], "8 times, each side, daily, from today on."),
        (
            ["bird", "--sets", "2", "--hold", "9", "--rest", "30"],
            "2 sets of 9 seconds, 30 seconds of rest, each side, ",
        ),
        (["cycling", "--distance", "1.5km"], "1.5 km, on Monday, Wednesday and Friday, from today on."),
        (["bird", "--days", "every other day"], "each side, every other day, from today on."),
        (["bird", "--days", "3 a week"], "each side, 3 times a week, from today on."),
        (["bird", "--days", "once a week"], "each side, once a week, from today on."),
        (["bird", "--from", "tomorrow"], "each side, daily, from tomorrow on."),
        (["bird", "--until", "2026-12-31"], "each side, daily, from today until Thursday 31 December 2026."),
        (["bird", "--until", ""], "each side, daily, from today on."),
        (["bird", "--note", "Slowly.\nNo pain."], "each side, daily, from today on.\nNote: Slowly. No pain."),
    ],
)
def test_add_takes_all_of_a_prescription(commands: Commands, arguments: list[str], text: str) -> None:
    line = commands.output("plan", "add", *arguments)
    assert line.startswith("Added: ")
    assert text in line


def test_a_change_from_a_later_day_ends_the_old_dose_the_day_before(commands: Commands) -> None:
    printed = commands.output(
        "plan", "change", "bridge", "--sets", "3", "--from", "2026-12-01", "--until", "2026-12-31"
    )
    span = "from Tuesday 1 December 2026 until Thursday 31 December 2026."
    assert printed == f"Changed: Bridge, 3 sets of 10 times, held 3 seconds, daily, {span}\n"
    assert phases(commands, "bridge") == [
        ("2 × 10, 3 s", "daily", "2026-11-16", "2026-11-30"),
        ("3 × 10, 3 s", "daily", "2026-12-01", "2026-12-31"),
    ]
    assert commands.output("plan", "add", "bridge", "--from", "2027-01-01").endswith("from Friday 1 January 2027 on.\n")
    assert [phase[2] for phase in phases(commands, "bridge")] == ["2026-11-16", "2026-12-01", "2027-01-01"]
    for _ in range(2):
        commands.output("undo")
    assert phases(commands, "bridge") == [("2 × 10, 3 s", "daily", "2026-11-16", None)]


def test_a_change_from_tomorrow_is_not_excused_by_todays_practice(commands: Commands) -> None:
    commands.output("done", "bridge")
    printed = commands.output("plan", "change", "bridge", "--sets", "3", "--from", "tomorrow")
    assert printed.endswith(", from tomorrow on.\n")


def test_of_several_phases_the_last_changes_or_the_one_of_the_day(commands: Commands) -> None:
    commands.output("plan", "change", "bridge", "--sets", "3", "--from", "2026-12-01")
    commands.output("plan", "change", "bridge", "--sets", "4")
    assert [phase[0] for phase in phases(commands, "bridge")] == ["2 × 10, 3 s", "4 × 10, 3 s"]
    commands.output("plan", "change", "bridge", "--sets", "1", "--from", "today")
    assert [phase[0] for phase in phases(commands, "bridge")] == ["10 × 3 s", "4 × 10, 3 s"]
    commands.output("plan", "change", "bridge", "--from", "2026-12-08")
    assert phases(commands, "bridge")[-1][2] == "2026-12-08", "a phase to come moves"
    commands.output("plan", "stop", "bridge")
    assert "begins with 'bridge'" in commands.refusal("plan", "show", "bridge")
    assert commands.output("undo") == "Undone: stopping of Bridge\n"
    assert len(phases(commands, "bridge")) == 2


def test_a_stop_today_says_practised_only_if_it_was(commands: Commands) -> None:
    commands.output("plan", "change", "bridge", "--sets", "3", "--from", "tomorrow")
    assert commands.output("plan", "stop", "bridge") == "Stopped: Bridge, from today on. Its past stays.\n"
    commands.output("undo")
    commands.output("done", "bridge")
    line = "Stopped: Bridge, from tomorrow on, as today is ticked or skipped. Its past stays.\n"
    assert commands.output("plan", "stop", "bridge") == line


def test_note_and_last_day_come_and_go_without_another_dose(commands: Commands) -> None:
    printed = commands.output("plan", "change", "bridge", "--until", "2026-12-31", "--note", "Heels close.")
    assert printed.endswith(
        ", daily, from Monday 16 November 2026 until Thursday 31 December 2026.\nNote: Heels close.\n"
    )
    assert phases(commands, "bridge") == [("2 × 10, 3 s", "daily", "2026-11-16", "2026-12-31")]
    assert "Note: Heels close." in commands.output("plan", "show", "bridge")
    assert commands.output("plan", "change", "bridge", "--until", "", "--note", "").endswith("November 2026 on.\n")
    assert phases(commands, "bridge") == [("2 × 10, 3 s", "daily", "2026-11-16", None)]


@pytest.mark.parametrize(
    ("arguments", "dose"),
    [
        (["--sides", "right"], "2 sets of 10 times, held 3 seconds, right side only"),
        (["--sides", "each", "--rest", "20"], "2 sets of 10 times, held 3 seconds, 20 seconds of rest, each side"),
        (["--distance", "2km"], "2 km"),
    ],
)
def test_change_takes_sides_rest_and_distance(commands: Commands, arguments: list[str], dose: str) -> None:
    assert (
        commands.output("plan", "change", "bridge", *arguments) == f"Changed: Bridge, {dose}, daily, from today on.\n"
    )


def test_an_exercise_of_ones_own_is_edited_and_comes_back_with_its_last_dose(fresh: Commands) -> None:
    assert fresh.output(*OWN, "--sides", "each").endswith("2 sets of 20 seconds, each side, daily, from today on.\n")
    assert fresh.json("plan", "show", "wall", "--json")[0]["sides"] is True
    edited = fresh.output(
        *("plan", "edit", "wall", "--name", "Wall sit", "--category", "FUNC", "--sides", "both"),
        *("--how-to", "Back flat.", "--caution", "Knees."),
    )
    assert edited == "Changed: Wall sit, functional movement.\n"
    title, _, how_to, caution = (line for line in fresh.lines("plan", "show", "wall s")[:4])
    assert (title, how_to, caution) == ("Wall sit, functional movement.", "How to: Back flat.", "Watch for: Knees.")
    assert fresh.json("plan", "show", "wall", "--json")[0]["sides"] is False
    fresh.output("plan", "edit", "wall", "--caution", "")
    assert "Watch for" not in fresh.output("plan", "show", "wall")
    assert fresh.output("undo") == "Undone: change of Wall sit\n"
    fresh.output("done", "wall", "--day", "today")
    fresh.output("plan", "stop", "wall")
    assert fresh.output("plan", "add", "wall", "--days", "3 a week").startswith(
        "Added: Wall sit, 2 sets of 20 seconds, each side, 3 times a week, from tomorrow on."
    )


def test_what_is_kept_in_a_flare_up(commands: Commands) -> None:
    assert commands.output("plan", "gentle") == "You keep to no exercise in a flare-up.\n"
    assert commands.output("plan", "gentle", "walk") == "Walking: kept in a flare-up.\n"
    commands.output("plan", "gentle", "knee", "rolls")
    assert commands.output("plan", "gentle") == "In a flare-up you keep to: Knee rolls, Walking.\n"
    assert commands.output("plan", "gentle", "walk", "--off") == "Walking: not kept in a flare-up.\n"
    assert commands.output("undo") == "Undone: Walking not kept in a flare-up\n"
    assert commands.output("plan", "gentle").endswith("Knee rolls, Walking.\n")


def test_what_is_said_of_the_plan_stands_on_top_of_it(commands: Commands) -> None:
    nothing = "Nothing is said of the plan yet: --aim, --by and --on say it.\n"
    assert commands.output("plan", "about") == nothing
    said = ["Aim of the plan: Garden again", "Prescribed by Dr Berg on Friday 20 November 2026."]
    assert commands.lines("plan", "about", "--aim", "Garden again", "--by", "Dr Berg", "--on", "yesterday") == said
    assert commands.lines("plan", "about") == commands.lines("plan", "show")[1:3] == said
    assert commands.lines("plan", "about", "--on", "", "--aim", "") == ["Prescribed by Dr Berg."]
    commands.output("plan", "about", "--by", "")
    assert commands.output("plan", "about") == nothing
    commands.output("undo")
    assert commands.lines("plan", "about") == ["Prescribed by Dr Berg."]


IN_PLAN = "it has Knee rolls, Knee to chest, Bridge, Walking, Hip hinge"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["add", "bird", "--until", "2026-11-20"], "the last day 2026-11-20 lies before the first day 2026-11-21"),
        (["add", "bird", "--from", "2026-12-02", "--until", "2026-12-01"], "lies before the first day"),
        (["add", "bird", "--until", "someday"], "'someday' is not a day"),
        (["add", "bird", "--from", ""], "'' is not a day"),
        (["add", "bird", "--from", "2026-02-30"], "'2026-02-30' is not a day"),
        (["add", "bird", "--rest", "30"], "a dose needs repetitions, a hold, breaths, minutes or a distance"),
        (["add", "bird", "--distance", "far"], "distance: 'far' is not a distance such as 800 m or 1.5 km"),
        (["add", "bird", "--distance", "1km", "--sets", "2"], "minutes or a distance have no sets"),
        (["add", "bird", "--minutes", "5", "--rest", "9"], "minutes or a distance have no rest"),
        (["add", "bird", "--distance", "1km", "--minutes", "5"], "a dose counts minutes, or a distance, or breaths"),
        (["add", "bird", "--days", "every 99 days"], "every 99 days is not between 1 and 28"),
        (["add", "bird", "--days", "0 a week"], "0 a week is not between 1 and 6"),
        (["add", "bird", "--days", "8 a week"], "8 a week is not between 1 and 6"),
        (["add", "bird", "--days", "blursday"], "'blursday' is no schedule"),
        (["add", "bird", "--note", "n" * 20_001], "the note has 20001 characters: 20000 at most"),
        (["add", "bridge", "--from", "2026-12-01"], "Bridge is in the plan already: 'backjournal plan change' changes"),
        (["add", "bird", "--category", "stab"], "are for an exercise of your own: add --own"),
        (["change", "bridge", "--from", "yesterday", "--sets", "3"], "2026-11-20 lies in the past, which stays as it"),
        (["change", "bridge", "--from", "someday", "--sets", "3"], "'someday' is not a day"),
        (["change", "bridge", "--from", "2026-12-01"], "Bridge is prescribed like this already"),
        (["change", "bridge", "--until", "2026-11-15"], "lies before the first day 2026-11-16"),
        (["change", "bridge", "--until", "2026-11-19"], "2026-11-19 lies in the past, which stays as it was"),
        (["change", "bridge", "--from", "2026-12-02", "--until", "2026-12-01"], "lies before the first day 2026-12-02"),
        (["change", "bridge", "--until", "never"], "'never' is not a day"),
        (["change", "bridge", "--note", ""], "Bridge is prescribed like this already"),
        (["change", "walking", "--sides", "both"], "Walking is prescribed like this already"),
        (["change", "walking", "--rest", "9"], "minutes or a distance have no rest"),
        (["edit", "swim", "--name", "x"], f"no exercise in the plan begins with 'swim': {IN_PLAN}"),
        (["edit", "bridge"], "there is nothing to change: give --name, --category, --sides, --how-to or --caution"),
        (["edit", "bridge", "--name", "Bridge"], "Bridge is like this already: nothing was changed"),
        (["edit", "bridge", "--how-to", "my way"], "Bridge is of the library: write what differs into the note"),
        (
            ["edit", "bridge", "--category", "st"],
            "'st' begins several, write more of it: stretching, strengthening, stabilization",
        ),
        (["edit", "bridge", "--category", "legs"], "'legs' is no category: write stretching, strengthening, "),
        (["edit", "bridge", "--name", " "], "an exercise needs a name of 1 to 80 characters"),
        (["gentle", "swim"], f"no exercise in the plan begins with 'swim': {IN_PLAN}"),
        (["gentle", "knee"], "'knee' begins several exercises: Knee rolls, Knee to chest; type more of the name"),
        (["gentle", "--off"], "say which exercise you do not keep to any more"),
        (["about", "--on", "someday"], "'someday' is not a day"),
        (["about", "--by", "n" * 81], "the name has 81 characters: 80 at most"),
    ],
)
def test_wrong_prescriptions_are_refused_in_one_line_and_change_nothing(
    commands: Commands, arguments: list[str], message: str
) -> None:
    before = commands.journal.read_bytes()
    assert message in commands.refusal("plan", *arguments)
    assert commands.journal.read_bytes() == before


def test_a_namesake_in_the_plan_is_refused(commands: Commands) -> None:
    commands.output(*OWN)
    assert "an exercise named Bridge is in the plan already" in commands.refusal(
        "plan", "edit", "wall", "--name", "Bridge"
    )


@pytest.mark.parametrize("arguments", [["add", "bird", "--sides"], ["add", "bird", "--sides", "top"], ["edit"]])
def test_wrong_usage_of_the_plan_has_exit_status_2(commands: Commands, arguments: list[str]) -> None:
    assert commands.run("plan", *arguments).exit_code == 2


def test_tomorrow_has_not_come_elsewhere(commands: Commands) -> None:
    for command in ("done", "skip", "undone"):
        message = "a day that has not come: 2026-11-22 lies after today, 2026-11-21"
        assert message in commands.refusal(command, "bridge", "--day", "tomorrow")
    assert "has not come yet" in commands.refusal("log", "--pain", "4", "--day", "tomorrow")
    assert commands.lines("today", "--day", "tomorrow")[0] == "Sunday 22 November 2026"


def test_the_days_are_explained_in_the_help(fresh: Commands) -> None:
    for command in ("add", "change"):
        help_text = " ".join(fresh.output("plan", command, "--help").split())
        assert all(
            word in help_text for word in ("daily", "mon-fri", "'mon wed fri'", "'every other day'", "'3 a week'")
        )


def test_completion_of_add_offers_ones_own(fresh: Commands) -> None:
    fresh.output(*OWN)
    assert fresh.offered("plan add wal") == ["Walking", "Wall squat"]
