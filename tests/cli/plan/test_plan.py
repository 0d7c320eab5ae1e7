"""The commands of the plan: showing it, and adding, changing, stopping and moving exercises."""

from typing import Any

import pytest

from backjournal.library.drawings import positions
from backjournal.library.exercises import ASK_FIRST, library, starter_plan
from tests.helpers.commands import Commands

FROM_TODAY = "from today on.\n"


def bridge(commands: Commands) -> dict[str, Any]:
    """Return the last prescription of the bridge in the plan, as JSON gives it."""
    found: dict[str, Any] = commands.json("plan", "show", "bridge", "--json")[-1]
    return found


def test_the_plan_reads_as_plain_lines(commands: Commands) -> None:
    lines = [
        "Saturday 21 November 2026: 5 exercises in the plan.",
        "",
        "Stretching",
        "Knee rolls, 8 breaths, daily.",
        "Knee to chest, 2 times, held 5 seconds, each side, twice a day, daily.",
        "",
        "Strengthening",
        "Bridge, 2 sets of 10 times, held 3 seconds, daily.",
        "",
        "Aerobic conditioning",
        "Walking, 30 minutes, daily.",
        "",
        "Functional movement",
        "Hip hinge, 2 sets of 8 times, on Monday.",
    ]
    printed = commands.lines("plan")
    assert printed == commands.lines("plan", "show")
    assert [line for line in printed if not line.startswith(("Last four weeks", "  "))] == lines


def test_the_plan_says_from_and_until_when(commands: Commands) -> None:
    commands.run("done", "bridge")
    commands.run("plan", "change", "bridge", "--sets", "3")
    commands.run("plan", "add", "clamshell", "--from", "2026-12-01")
    lines = commands.lines("plan")
    assert lines[0].endswith(": 6 exercises in the plan.")
    assert "Bridge, 2 sets of 10 times, held 3 seconds, daily, until Saturday 21 November 2026." in lines
    assert "Bridge, 3 sets of 10 times, held 3 seconds, daily, from Sunday 22 November 2026." in lines
    assert lines[lines.index("Aerobic conditioning") - 2].endswith("from Tuesday 1 December 2026.")


def test_an_exercise_of_the_plan_is_shown_in_full(commands: Commands) -> None:
    title, dose, how_to, caution, source, *others = commands.lines("plan", "show", "KNEE", "to", "c")
    assert title == "Knee to chest, stretching."
    assert dose == "In the plan: 2 times, held 5 seconds, each side, twice a day, daily."
    assert how_to.startswith("How to: Lie on your back")
    assert caution.startswith("Watch for: ")
    assert source == "From the library: 2 to 3 times each side, held for 5 seconds, twice a day (Mayo Clinic)."
    start, end = positions("knee-to-chest")
    assert others[-6] == f"{start.caption:<{start.width}}  {end.caption}"
    assert others[-1] == f"{start.lines[-1]}  {end.lines[-1]}", "last, for those who listen"


def test_the_plan_in_json(commands: Commands) -> None:
    rows = commands.json("plan", "show", "--json")
    assert [row["exercise"] for row in rows] == ["Knee rolls", "Knee to chest", "Bridge", "Walking", "Hip hinge"]
    assert {key: rows[4][key] for key in ("category", "sides", "prescribed", "days", "first_day", "last_day")} == {
        "category": "functional movement",
        "sides": False,
        "prescribed": "2 × 8",
        "days": "mon",
        "first_day": "2026-11-16",
        "last_day": None,
    }
    assert rows[3]["dose"] == {
        "sets": 1,
        "repetitions": None,
        "hold_seconds": None,
        "rest_seconds": None,
        "breaths": None,
        "minutes": 30,
        "distance_m": None,
        "times_a_day": 1,
        "sides": "both",
    }
    assert [row["exercise"] for row in commands.json("plan", "show", "walk", "--json")] == ["Walking"]


def test_the_library_is_searched_without_a_journal(fresh: Commands) -> None:
    lines = fresh.lines("plan", "library")
    assert all(any(line.startswith(f"{entry.exercise.name}, ") for line in lines) for entry in library())
    assert lines[-1] == ASK_FIRST
    assert fresh.lines("plan", "library", "Shell", "strength") == [
        "Strengthening",
        "Clamshell, 2 sets of 10 times, each side, on Monday, Wednesday and Friday.",
        "  Source: starting point, ask your therapist.",
        "",
        ASK_FIRST,
    ]
    full = fresh.lines("plan", "library", "child's", "--full")
    assert [line.partition(":")[0] for line in full[2:5]] == ["  How to", "  Watch for", "  From the library"]
    drawn = fresh.lines("plan", "library", "child's", "--drawn")
    start, end = positions("childs-pose")
    assert drawn[3].split() == [start.caption, end.caption]
    assert drawn[9] == f"  {start.lines[-1]}  {end.lines[-1]}"
    assert fresh.lines("plan", "library", "trampoline") == ["No exercise of the library has these words."]
    assert not fresh.journal.exists()


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (["bird"], "Bird-dog, 2 sets of 10 times, held 4 seconds, each side, daily, " + FROM_TODAY),
        (["SIDE", "PL"], "Side plank, 2 sets of 20 seconds, each side, daily, " + FROM_TODAY),
        (["bird", "--repetitions", "5"], "Bird-dog, 5 times, each side, daily, " + FROM_TODAY),
        (["bird", "--minutes", "5", "--times-a-day", "2"], "Bird-dog, 5 minutes, each side, twice a day, daily, "),
        (["clam", "--days", "tue,thu"], "Clamshell, 2 sets of 10 times, each side, on Tuesday and Thursday, "),
        (["cat", "--from", "2026-12-01"], "Cat-cow, 10 times, daily, from Tuesday 1 December 2026 on."),
        (["cat", "--from", "2026-11-22"], "Cat-cow, 10 times, daily, from tomorrow on."),
        (["cat", "--from", "monday"], "Cat-cow, 10 times, daily, from Monday 23 November 2026 on."),
        (
            ["wall", "squat", "--own", "--category", "func", "--sets", "2", "--hold", "5", "--sides", "each"],
            "wall squat, 2 sets of 5 seconds, each side, daily, " + FROM_TODAY,
        ),
    ],
)
def test_add_says_what_it_added_and_undo_takes_it_back(commands: Commands, arguments: list[str], text: str) -> None:
    before = commands.lines("plan")
    assert commands.output("plan", "add", *arguments).startswith(f"Added: {text}")
    assert len(commands.json("plan", "show", "--json")) == 6
    commands.output("undo")
    assert commands.lines("plan") == before


def test_an_exercise_of_ones_own_is_kept_with_what_it_is(fresh: Commands) -> None:
    own = ["--own", "--category", "STRENG", "--how-to", "Slide down.", "--caution", "Knees.", "--repetitions", "5"]
    fresh.output("plan", "add", "Wall squat", *own)
    shown = fresh.lines("plan", "show", "wall")
    assert shown[:4] == [
        "Wall squat, strengthening.",
        "In the plan: 5 times, daily.",
        "How to: Slide down.",
        "Watch for: Knees.",
    ]
    assert "Drawing" not in shown
    assert "Wall squat, 5 times: to do" in fresh.lines("today")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "dose", "days"),
    [
        (["--sets", "3"], "3 × 10, 3 s", "daily"),
        (["--times-a-day", "2"], "2 × 10, 3 s, twice a day", "daily"),
        (["--hold", ""], "2 × 10", "daily"),
        (["--sets", ""], "10 × 3 s", "daily"),
        (["--repetitions", "", "--hold", "20"], "2 × 20 s", "daily"),
        (["--minutes", "5"], "5 min", "daily"),
        (["--breaths", "8", "--sets", "3"], "3 × 8 breaths", "daily"),
        (["--breaths", "", "--repetitions", "8"], "2 × 8, 3 s", "daily"),
        (["--days", "mon-fri"], "2 × 10, 3 s", "mon-fri"),
        (["--sets", "1", "--days", "sat"], "10 × 3 s", "sat"),
    ],
)
def test_change_changes_just_what_is_given(commands: Commands, arguments: list[str], dose: str, days: str) -> None:
    line = commands.output("plan", "change", "bri", *arguments)
    assert line.startswith("Changed: Bridge, ")
    assert line.endswith(FROM_TODAY)
    assert (bridge(commands)["prescribed"], bridge(commands)["days"]) == (dose, days)
    assert commands.json("today", "--day", "yesterday", "--json")[2]["prescribed"] == "2 × 10, 3 s"
    commands.output("undo")
    assert (bridge(commands)["prescribed"], bridge(commands)["days"]) == ("2 × 10, 3 s", "daily")


def test_a_change_after_the_practice_holds_from_tomorrow_and_can_be_changed_again(commands: Commands) -> None:
    commands.run("done", "bridge")
    tomorrow = "from tomorrow on"
    first = commands.output("plan", "change", "bridge", "--sets", "3")
    assert first.endswith(f"3 sets of 10 times, held 3 seconds, daily, {tomorrow}, as today is ticked or skipped.\n")
    again = commands.output("plan", "change", "bridge", "--sets", "4")
    assert again.endswith(f"4 sets of 10 times, held 3 seconds, daily, {tomorrow}.\n")
    rows = commands.json("plan", "show", "bridge", "--json")
    assert [(row["prescribed"], row["last_day"]) for row in rows] == [
        ("2 × 10, 3 s", "2026-11-21"),
        ("4 × 10, 3 s", None),
    ]


def test_stop_takes_an_exercise_out_and_its_past_stays(commands: Commands) -> None:
    assert commands.output("plan", "stop", "bridge") == "Stopped: Bridge, from today on. Its past stays.\n"
    assert "begins with 'bridge'" in commands.refusal("plan", "show", "bridge")
    assert "Bridge" in commands.output("today", "--day", "yesterday")
    commands.run("done", "walking")
    line = "Stopped: Walking, from tomorrow on, as today is ticked or skipped. Its past stays.\n"
    assert commands.output("plan", "stop", "walking") == line
    assert "Walking is stopped already" in commands.refusal("plan", "stop", "walking")
    assert "add it to the plan again" in commands.refusal("plan", "change", "walking", "--minutes", "5")
    assert commands.output("plan", "add", "walking").endswith("from tomorrow on.\n")


def test_move_stays_within_the_category(commands: Commands) -> None:
    line = "Moved up: stretching is now Knee to chest, Knee rolls.\n"
    assert commands.output("plan", "move", "knee", "to", "chest", "up") == line
    assert commands.refusal("plan", "move", "knee to chest", "up") == "Knee to chest is the first of stretching already"
    assert commands.refusal("plan", "move", "bridge", "down") == "Bridge is the last of strengthening already"
    assert commands.output("undo") == "Undone: moving of Knee to chest up\n"
    assert commands.output("plan", "move", "knee r", "down").startswith("Moved down: stretching is now Knee to chest,")


def test_the_starter_plan_comes_with_the_advice_to_ask_first(fresh: Commands) -> None:
    advice, line, once = fresh.lines("plan", "starter")
    assert "settings context" in once
    names = ", ".join(entry.exercise.name for entry in starter_plan())
    assert advice == ASK_FIRST
    assert line == f"Taken: the starter plan, from today on: {names}."
    assert len(fresh.json("today", "--day", "friday", "--json")) == 0, "it begins today"
    assert "there is a plan already" in fresh.refusal("plan", "starter")
    assert fresh.output("undo") == "Undone: starter plan\n"
    assert fresh.lines("plan") == [
        "The plan is empty: 'backjournal plan starter' takes a gentle one, 'backjournal plan add' adds an exercise."
    ]
    assert fresh.refusal("plan", "stop", "bridge").startswith("the plan is empty: ")
    assert fresh.json("plan", "show", "--json") == []


def test_the_help_of_add_says_that_a_dose_is_replaced_whole(fresh: Commands) -> None:
    assert "replaces the whole dose" in " ".join(fresh.output("plan", "add", "--help").split())


def test_completion_offers_the_plan_and_the_library(commands: Commands) -> None:
    assert commands.offered("plan stop h") == ["Hip hinge"]
    assert commands.offered("plan show Knee t") == ["to chest"]
    assert commands.offered("plan add h") == ["Hamstring stretch", "Hip flexor stretch", "Hip hinge"]
    assert commands.offered("plan st") == ["stop", "starter"]


def test_a_source_says_where_to_look_it_up(fresh: Commands) -> None:
    nhs = "NHS: Lower back pain exercises, 2019, nhs.uk/live-well/exercise/lower-back-pain-exercises"
    assert f"  Source: {nhs}." in fresh.lines("plan", "library")
    assert "  Source: starting point, ask your therapist." in fresh.lines("plan", "library")
    fresh.output("plan", "add", "child")
    assert f"Where to look: {nhs}" in fresh.lines("plan", "show", "child")
    (shown,) = fresh.json("plan", "show", "child", "--json")
    assert (shown["library_dose"], shown["where_to_look"]) == (
        "8 to 10 slow breaths, one each time you sit back (NHS)",
        nhs,
    )
