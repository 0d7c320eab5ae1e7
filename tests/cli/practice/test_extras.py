"""Exercises of the plan that a day does not ask for, on the command line; the day is a Saturday."""

from datetime import timedelta

from click.testing import CliRunner

from backjournal.cli.practice.practise import practise
from backjournal.cli.session import Session
from tests.helpers.commands import Commands


def test_done_takes_an_exercise_that_is_not_asked_for(commands: Commands) -> None:
    assert "Hip hinge" not in commands.output("today")
    assert commands.output("done", "hip", "--pain", "2").endswith(": done, 2 sets, an extra, pain during 2\n")
    assert "Hip hinge, 2 sets of 8 times: done, 2 sets, an extra, pain during 2" in commands.lines("today")
    assert commands.lines("today")[1] == "1 of 5 exercises done."
    commands.output("undone", "hip")
    assert "Hip hinge" not in commands.output("today")
    assert "Hip hinge is not asked for on 2026-11-21" in commands.refusal("skip", "hip")


def test_an_extra_is_never_more_than_all(commands: Commands) -> None:
    for name in ("knee rolls", "knee to chest", "bridge", "walking"):
        commands.output("done", name, "--day", "yesterday")
    for _ in range(2):
        assert "Adherence 100 % of 4 exercises." in commands.lines("today", "--day", "yesterday")
        commands.output("done", "hip", "--sets", "1", "--day", "yesterday")
        commands.output("undo")
    commands.output("done", "hip", "--sets", "1", "--day", "yesterday")
    lines = commands.lines("today", "--day", "yesterday")
    assert "Adherence 100 % of 5 exercises." in lines
    assert lines[-1] == "Hip hinge, 2 sets of 8 times: partly done, 1 of 2 sets, an extra"


def test_a_fourth_of_three_a_week(commands: Commands) -> None:
    commands.output("plan", "stop", "walking")
    commands.output("plan", "add", "cycling", "--days", "1 a week", "--from", "2026-11-16")
    commands.output("done", "cycling", "--day", "2026-11-17")
    assert "Cycling" not in commands.output("today")
    assert ", an extra, none left this week" not in commands.output("today")
    assert commands.output("done", "cycling").endswith("done, 20 minutes, none left this week, an extra\n")
    commands.clock.advance(timedelta(days=2))
    assert "Last four weeks: 100 % of 2 days practised" in commands.output("plan", "show", "cycling")


def test_what_is_asked_for_comes_first(commands: Commands) -> None:
    commands.output("plan", "add", "hip flexor", "--days", "mon sat", "--from", "2026-11-16")
    assert "Hip flexor stretch" in commands.output("done", "hip")
    assert "Hip hinge" in commands.output("done", "hip h")
    assert "an extra" in commands.output("done", "Hip HINGE")


def test_the_shell_offers_what_is_asked_for_first(commands: Commands) -> None:
    assert commands.offered("done ")[-1] == "Hip hinge"
    assert commands.offered("practise h") == ["Hip hinge"]
    assert commands.offered("skip h") == []


def test_an_extra_is_practised_with_guidance(commands: Commands) -> None:
    session = Session(commands.journal, commands.clock, lambda seconds: commands.clock.advance(timedelta(0, seconds)))
    printed = CliRunner().invoke(practise, ["hip"], obj=session, input="\n\n\n3\n", catch_exceptions=False).stdout
    assert printed.endswith(": done, 2 sets, an extra, pain during 3\n")


def test_an_extra_in_part_is_not_left(commands: Commands) -> None:
    for name in ("knee rolls", "knee to chest", "bridge", "walking"):
        commands.output("done", name)
    commands.output("done", "hip", "--sets", "1")
    assert commands.refusal("practise") == "nothing is left to practise on 2026-11-21"


def test_an_extra_is_exported_like_any_practice(commands: Commands) -> None:
    commands.output("done", "hip")
    rows = [line for line in commands.lines("export", "checklist") if line.startswith("2026-11-21")]
    assert rows == ["2026-11-21,Hip hinge,functional movement,2 × 8,done,2,,,,"]
