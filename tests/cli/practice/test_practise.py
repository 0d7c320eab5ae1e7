"""Practising on the command line: what is saved, stopwatches, several times a day, and skipping what is left."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta

import pytest
from click.testing import CliRunner, Result

from backjournal.cli.practice.practise import practise
from backjournal.cli.session import Session
from tests.helpers.clock import SATURDAY_MORNING
from tests.helpers.commands import Commands

Led = Callable[..., Result]


@pytest.fixture
def led(commands: Commands) -> Led:
    """Return a function that practises with typed answers; sleeping moves the clock."""

    def practising(*arguments: str, typed: str = "") -> Result:
        def sleep(seconds: float) -> None:
            commands.clock.advance(timedelta(seconds=seconds))

        session = Session(commands.journal, commands.clock, sleep)
        result = CliRunner().invoke(practise, arguments, obj=session, input=typed, catch_exceptions=False)
        assert result.exit_code == 0
        return result

    return practising


def test_a_practice_is_written_with_its_sets_and_its_pain(commands: Commands, led: Led) -> None:
    commands.output("plan", "change", "bridge", "--repetitions", "2", "--sides", "each", "--note", "Slowly.")
    lines = led("bri", typed="\nmuch\n3\n").stdout.splitlines()
    assert lines[:4] == [
        "Enter begins.",
        "Bridge: 2 sets of 2 times, held 3 seconds, each side.",
        "Note: Slowly.",
        "Stop if the pain gets worse or is new (NHS inform). Ctrl+c stops; what was done is kept.",
    ]
    assert lines[-3:-1] == [
        "Pain: 'much' is not a whole number from 0 to 10.",
        "Pain during it, 0 to 10? Enter leaves it out.",
    ]
    assert lines[-1].endswith(": done, 2 sets, pain during 3")
    row = commands.json("today", "--json")[2]
    assert row["sets"] == "left 2 × 3 s; right 2 × 3 s; left 2 × 3 s; right 2 × 3 s"
    assert (row["status"], row["amount"], row["pain_during"]) == ("done", 2, 3)
    assert commands.output("undo") == "Undone: practice of Bridge on 2026-11-21\n"
    assert commands.json("today", "--json")[2]["status"] == "open", "one step to undo"


def test_a_practice_goes_on_while_the_journal_is_locked_and_is_saved_when_it_is_not(
    commands: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backjournal.store.connection.BUSY_SECONDS", 0.01)
    commands.output("plan", "change", "bridge", "--sets", "1", "--repetitions", "2", "--hold", "3")
    with closing(sqlite3.connect(commands.journal, isolation_level=None)) as other:

        def sleep(seconds: float) -> None:
            commands.clock.advance(timedelta(seconds=seconds))
            locked = 4 < (commands.clock.now() - SATURDAY_MORNING).total_seconds() < 8
            if locked != other.in_transaction:
                other.execute("BEGIN IMMEDIATE" if locked else "ROLLBACK")

        session = Session(commands.journal, commands.clock, sleep)
        printed = CliRunner().invoke(practise, ["bridge"], obj=session, input="\n2\n", catch_exceptions=False).stdout
    assert printed.count("Not saved yet, it is tried again: the journal ") == 1
    assert printed.endswith("done, 1 set, pain during 2\n")
    assert commands.json("today", "--json")[2]["sets"] == "2 × 3 s"


def test_each_time_of_the_day_is_practised_on_its_own(commands: Commands, led: Led) -> None:
    assert led("knee to", typed="\n").stdout.endswith("partly done, 1 of 2 times\n")
    assert led("knee to", typed="\n").stdout.endswith(": done, 2 sets\n")
    commands.output("undo")
    assert "partly done, 1 of 2 times" in commands.output("today")


def test_what_is_left_is_practised_one_after_the_other(commands: Commands, led: Led) -> None:
    commands.output("done", "bridge")
    lines = led(typed="\n" * 5).stdout.splitlines()
    assert [line for line in lines if line.startswith(("Knee rolls:", "Knee to chest:", "Bridge:"))] == [
        "Knee rolls: 8 breaths.",
        "Knee to chest: 2 times, held 5 seconds, each side, twice a day.",
    ]
    assert lines[-1] == "Left: Walking. 'backjournal practise walking' starts the stopwatch."
    assert [row["status"] for row in commands.json("today", "--json")] == ["done", "partial", "done", "open"]


def test_when_nothing_more_comes_in_the_practice_stops(commands: Commands, led: Led) -> None:
    printed = led(typed="\n").stdout
    assert "Knee to chest:" not in printed
    assert printed.endswith("Knee rolls, 8 breaths: to do\n")
    assert {row["status"] for row in commands.json("today", "--json")} == {"open"}


@pytest.mark.parametrize("arguments", [["knee to"], []])
def test_without_anybody_there_nothing_is_recorded(commands: Commands, arguments: list[str]) -> None:
    assert commands.refusal("practise", *arguments) == (
        "the input ended before the practice began: nothing is written down"
    )
    assert {row["status"] for row in commands.json("today", "--json")} == {"open"}


def test_the_stopwatch_runs_on_and_is_written_down(commands: Commands, led: Led) -> None:
    assert led("walk").stdout.startswith("Walking: the stopwatch runs, from now on. It runs on when the terminal is ")
    commands.clock.advance(timedelta(minutes=12, seconds=10))
    assert commands.lines("today")[-1] == "The stopwatch of Walking runs: 12 minutes 10 seconds."
    assert led("walk", "--pause").stdout == "Walking: paused at 12 minutes 10 seconds.\n"
    commands.clock.advance(timedelta(hours=1))
    assert commands.lines("today")[-1] == "The stopwatch of Walking is paused: 12 minutes 10 seconds."
    assert "is paused already, at 12 minutes 10 seconds" in commands.refusal("practise", "walk", "--pause")
    assert "runs, 12 minutes 10 seconds so far." in led("walk").stdout
    commands.clock.advance(timedelta(minutes=8))
    assert led("walk", "--stop", typed="2\n").stdout.endswith(": partly done, 20 of 30 minutes, pain during 2\n")
    row = commands.json("today", "--json")[3]
    assert (row["amount"], row["sets"], row["pain_during"]) == (20, "1210 s", 2)
    assert "no stopwatch runs for Walking" in commands.refusal("practise", "walk", "--stop")
    commands.output("undo")
    assert commands.json("today", "--json")[3]["status"] == "open"


def test_a_clock_set_back_behind_its_start_leaves_nobody_who_knows_how_long_it_ran(
    commands: Commands, led: Led
) -> None:
    led("walk")
    commands.clock.set(commands.clock.now() - timedelta(hours=1))
    unknown = "nobody knows for how long, as the clock was set back."
    assert commands.lines("today")[-1] == f"The stopwatch of Walking runs: {unknown}"
    assert f"the stopwatch runs, {unknown}" in led("walk").stdout
    for option in ("--stop", "--pause"):
        assert "so nobody knows how long it ran" in commands.refusal("practise", "walk", option)
    commands.clock.advance(timedelta(hours=1, minutes=2))
    assert led("walk", "--pause").stdout == "Walking: paused at 2 minutes.\n"


def test_a_stopwatch_belongs_to_the_day_on_which_it_was_started(commands: Commands, led: Led) -> None:
    commands.output("plan", "change", "walking", "--days", "sat")
    led("walk")
    commands.clock.advance(timedelta(hours=23))
    assert commands.lines("today")[0] == "Sunday 22 November 2026, today"
    assert led("walk", "--stop").stdout.splitlines()[-1].startswith("Saturday 21 November 2026: Walking")
    assert commands.json("today", "--json", "--day", "yesterday")[-1]["amount"] == 23 * 60


@pytest.mark.parametrize("change", [["change", "walking", "--minutes", "20"], ["stop", "walking"]], ids=" ".join)
def test_a_stopwatch_can_be_stopped_after_the_plan_was_changed(commands: Commands, led: Led, change: list[str]) -> None:
    led("walk")
    commands.clock.advance(timedelta(minutes=20))
    commands.output("plan", *change)
    assert led("walk", "--stop", typed="2\n").stdout.endswith("pain during 2\n")
    assert "pain during 2" in commands.output("today")
    assert "stopwatch" not in commands.output("today")


def test_a_stopwatch_can_be_dropped_and_forgets_less_than_half_a_minute(commands: Commands, led: Led) -> None:
    led("walk")
    commands.clock.advance(timedelta(seconds=29))
    assert led("walk", "--stop").stdout == "Walking: less than half a minute, nothing was written down.\n"
    led("walk")
    commands.clock.advance(timedelta(days=2))
    assert "counted 48 hours, more than a day: drop it, and note" in commands.refusal("practise", "walk", "--stop")
    assert led("walk", "--drop").stdout == "Walking: the stopwatch was dropped, nothing was written down.\n"
    assert commands.json("today", "--json", "--day", "2026-11-21")[3]["status"] == "missed"


def test_a_distance_is_whole_when_its_stopwatch_stops(commands: Commands, led: Led) -> None:
    commands.output("plan", "change", "walking", "--distance", "2km")
    led("walk")
    commands.clock.advance(timedelta(minutes=25))
    assert led("walk", "--stop").stdout.endswith("Walking, 2 km: done, 2 km\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["practise", "swim"], "no exercise of 2026-11-21 begins with 'swim'"),
        (["practise", "knee"], "'knee' begins several exercises: Knee rolls, Knee to chest"),
        (["practise", "bridge", "--stop"], "Bridge has no stopwatch: only minutes and distances have one"),
        (["practise", "--pause"], "--pause needs the exercise whose stopwatch it is"),
        (["practise", "walking", "--stop"], "no stopwatch runs for Walking: 'backjournal practise walking' starts it"),
        (["practise", "walking", "--drop"], "no stopwatch runs for Walking"),
        (["practise", "bridge", "--hold", "0"], "hold: '0' is not a whole number from 1 to 600"),
        (["practise", "bridge", "--hold", "long"], "hold: 'long' is not a whole number"),
        (["practise", "knee rolls", "--hold", "5"], "Knee rolls is not held: leave --hold out"),
        (["done", "knee to", "--times", "0"], "times: '0' is not a whole number from 1 to 12"),
        (["done", "knee to", "--times", "13"], "times: '13' is not a whole number from 1 to 12"),
        (["done", "knee to", "--times", "1", "--sets", "1"], "give --sets or --times, not both"),
        (["skip", "bridge", "--left"], "--left skips all that is still open: leave the name of the exercise out"),
        (["skip", "bridge", "--but-gentle"], "--but-gentle goes with --left"),
        (["skip", "--left", "--day", "2026-11-15"], "nothing is left to skip on 2026-11-15"),
        (["skip", "--left", "--day", "tomorrow"], "a day that has not come"),
    ],
)
def test_what_cannot_be_practised_is_refused_and_changes_nothing(
    commands: Commands, arguments: list[str], message: str
) -> None:
    before = commands.journal.read_bytes()
    assert message in commands.refusal(*arguments)
    assert commands.journal.read_bytes() == before


def test_nothing_left_to_practise_says_so(commands: Commands) -> None:
    commands.output("skip", "--left")
    assert commands.refusal("practise") == "nothing is left to practise on 2026-11-21"
    assert commands.run("skip").exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (["knee to", "--times", "1"], "partly done, 1 of 2 times"),
        (["knee to", "--times", "2"], "done, 2 sets"),
        (["knee to"], "done, 2 sets"),
        (["bridge", "--times", "1"], "done, 2 sets"),
        (["walking", "--times", "2"], "done, 60 minutes"),
    ],
)
def test_done_ticks_so_many_times_of_the_day(commands: Commands, arguments: list[str], text: str) -> None:
    assert commands.output("done", *arguments).endswith(f": {text}\n")


def test_some_times_a_week_says_how_many_are_left(commands: Commands) -> None:
    commands.output("plan", "add", "bird", "--days", "3 a week", "--from", "2026-11-16")
    line = "Bird-dog, 2 sets of 10 times, held 4 seconds, each side"
    assert f"{line}: free to choose, 3 left this week" in commands.lines("today", "--day", "2026-11-16")
    assert commands.output("done", "bird", "--day", "2026-11-16").endswith(": done, 2 sets, 2 left this week\n")
    assert f"{line}: to do, 2 left this week" in commands.lines("today")
    commands.output("done", "bird", "--day", "yesterday")
    assert commands.output("done", "bird").endswith(": done, 2 sets, none left this week\n")


def test_all_that_is_left_is_skipped_in_one_step(commands: Commands) -> None:
    commands.output("done", "bridge")
    lines = commands.lines("skip", "--left", "--reason", "travel")
    assert [line.rpartition(": ")[2] for line in lines] == ["skipped, travel"] * 3
    assert [row["status"] for row in commands.json("today", "--json")] == ["skipped", "skipped", "done", "skipped"]
    assert commands.output("undo") == "Undone: skip of what is left (3) on 2026-11-21\n"
    assert [row["status"] for row in commands.json("today", "--json")] == ["open", "open", "done", "open"]


def test_a_flare_up_is_announced_until_it_is_answered(commands: Commands) -> None:
    commands.output("flare-up", "start", "--day", "yesterday")
    commands.output("plan", "gentle", "knee", "rolls")
    notice = commands.lines("today")[-1]
    assert notice.startswith("A flare-up is open: 'backjournal skip --left' excuses what is left today, ")
    assert not any(line.startswith("A flare-up is open") for line in commands.lines("today", "--day", "yesterday"))
    lines = commands.lines("skip", "--left", "--but-gentle")
    assert lines[-1].startswith("No reason was given: 'flare-up' is excused")
    assert [row["reason"] for row in commands.json("today", "--json")] == ["", "flare-up", "flare-up", "flare-up"]
    assert not any(line.startswith("A flare-up is open") for line in commands.lines("today"))
    refusal = commands.refusal("skip", "--left", "--but-gentle")
    assert refusal == "nothing is left to skip on 2026-11-21 but what you keep to in a flare-up"
    commands.clock.advance(timedelta(days=1))
    assert commands.lines("today")[-1] == notice
