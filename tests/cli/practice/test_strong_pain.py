"""Strong pain during a practice on the command line: what is said, and what is asked."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from click.testing import CliRunner

from backjournal.cli.practice.practise import practise
from backjournal.cli.session import Session
from tests.helpers.commands import Commands

ANSWER = "Pain 8 during Bridge: stop for today. Before you do it again, ask your therapist"
LOOK = "'backjournal symptoms' lists the symptoms that should not wait."
WHY = "The journal says so from 8 on, 5 above your limit of 3 in the settings: our own caution."
AGAIN = "Pause this exercise? Nothing ends by itself. 'backjournal plan stop bridge' pauses it."

Led = Callable[..., str]


@pytest.fixture
def led(commands: Commands) -> Led:
    """Return a function that practises with typed answers and returns what is printed; sleeping moves the clock."""

    def practising(*arguments: str, typed: str) -> str:
        session = Session(
            commands.journal, commands.clock, lambda seconds: commands.clock.advance(timedelta(0, seconds))
        )
        return CliRunner().invoke(practise, arguments, obj=session, input=typed, catch_exceptions=False).stdout

    return practising


def test_done_answers_strong_pain_once(commands: Commands) -> None:
    lines = commands.lines("done", "bridge", "--pain", "8")
    assert lines[0].endswith("pain during 8")
    assert lines[1].startswith(ANSWER)
    assert lines[2].endswith(LOOK)
    assert lines[3:] == [WHY]
    assert len(commands.lines("done", "bridge", "--pain", "8")) == 1, "the same pain again is answered already"
    assert len(commands.lines("done", "bridge", "--note", "slowly")) == 1, "the pain stays, and is no news"
    assert len(commands.lines("done", "bridge", "--pain", "7")) == 1
    assert len(commands.lines("done", "bridge", "--pain", "9")) == 4


def test_the_second_time_in_a_row_names_the_command_that_pauses(commands: Commands) -> None:
    commands.output("done", "bridge", "--pain", "9", "--day", "yesterday")
    printed = commands.output("done", "bridge", "--pain", "8")
    assert f"It was 9 the time before too, on Friday 20 November 2026. {AGAIN}" in printed
    assert [row["status"] for row in commands.json("today", "--json")][2] == "done", "nothing ends by itself"
    assert commands.output("plan", "stop", "bridge").startswith("Stopped: Bridge, from tomorrow on")
    commands.clock.advance(timedelta(days=1))
    assert "Bridge" not in commands.output("today")


def test_of_a_past_day_there_is_nothing_to_stop_today(commands: Commands) -> None:
    printed = commands.output("done", "bridge", "--pain", "8", "--day", "yesterday")
    assert "Pain 8 during Bridge: before you do it again, ask your therapist" in printed


def test_the_limit_of_the_person_counts(commands: Commands) -> None:
    commands.output("settings", "pain-limit", "1")
    assert "from 6 on, 5 above your limit of 1" in commands.output("done", "bridge", "--pain", "6")
    commands.output("settings", "pain-limit", "9")
    assert "from 8 on" in commands.output("done", "bridge", "--pain", "8")


def test_a_guided_practice_answers_and_asks_before_the_next(commands: Commands, led: Led) -> None:
    printed = led("bridge", typed="\n8\n")
    assert ANSWER in printed
    assert "Go on with" not in printed, "nothing comes after it"
    commands.output("undo")
    printed = led(typed="\n\n8\nno\n")
    assert "Pain 8 during Knee rolls" in printed
    assert printed.endswith("Go on with Knee to chest? Write yes; anything else stops.\n")
    assert "Knee to chest:" not in printed
    commands.output("undo")
    printed = led(typed="\n\n8\nyes\n2\n2\n")
    assert "Knee to chest:" in printed
    assert "Bridge:" in printed


def test_without_an_answer_the_practice_stops(commands: Commands, led: Led) -> None:
    assert "Knee to chest:" not in led(typed="\n\n8\n")


def test_the_stopwatch_answers_too(commands: Commands, led: Led) -> None:
    led("walking", typed="")
    commands.clock.advance(timedelta(minutes=12))
    assert "Pain 10 during Walking: stop for today" in led("walking", "--stop", typed="10\n")


def test_strong_pain_in_a_check_in_of_today_is_answered_once(commands: Commands) -> None:
    answer = "That is strong pain. 'backjournal flare-up start' writes down a flare-up"
    assert answer in commands.output("log", "--pain", "8")
    assert "'backjournal symptoms' lists the symptoms that should not wait." in commands.output("log", "--pain", "9")
    assert answer not in commands.output("log", "--pain", "7")
    assert answer not in commands.output("log", "--pain", "9", "--day", "yesterday")
    assert answer not in commands.output("log", "--pain", "9", "--note", "tingling in both legs"), (
        "the sign is answered"
    )
    newest = commands.json("diary", "--json")[0]["id"]
    assert answer not in commands.output("edit", newest, "--pain", "10", "--note", "worse"), "it was strong before"
    commands.output("flare-up", "start")
    assert answer not in commands.output("log", "--pain", "9")
