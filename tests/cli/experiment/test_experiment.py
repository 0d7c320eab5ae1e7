"""Experiments on the command line: started, followed, marked, stopped, listed, and exported."""

from datetime import timedelta

import pytest

from backjournal.store.store import Store
from backjournal.views.experiment_text import LIMITS, NO_PEEKING
from tests.helpers.commands import Commands
from tests.helpers.experiments import experiment, noted, put
from tests.helpers.values import TODAY

HEAT = ("experiment", "start", "heat")


def stored(commands: Commands) -> Store:
    return Store.open(commands.journal, commands.clock)


def test_a_start_tells_what_it_could_show_and_the_draw_stays(commands: Commands) -> None:
    lines = commands.lines("experiment", "start", "a", "walk", "at noon", "--days", "14")
    assert lines[0] == "a walk at noon, judged by pain: 14 days, 22 Nov to 5 Dec 2026."
    assert lines[1].startswith(
        "By made-up journals, as yours has few days yet: 14 days show a difference of 2.6 points"
    )
    assert lines[2] in {f"Experiment: a walk at noon – begins tomorrow, {side} it." for side in ("with", "without")}
    drawn = stored(commands).experiments.all()[0].draw
    commands.clock.advance(timedelta(days=1))
    first, second = ("with", "without") if drawn[0] else ("without", "with")
    assert commands.lines("experiment")[1] == f"Today {first} it, day 1 of 14. Tomorrow {second} it."
    assert f"Experiment: a walk at noon – today {first} it, day 1 of 14." in commands.lines("today")
    assert stored(commands).experiments.all()[0].draw == drawn


def test_weeks_and_another_value_from_a_day_on(commands: Commands) -> None:
    commands.output(*HEAT, "--weeks", "12", "--value", "mob", "--from", "monday")
    state = commands.json("experiment", "--json")
    assert {key: state[key] for key in ("experiment", "judged_by", "unit", "length", "first_day", "last_day")} == {
        "experiment": "heat",
        "judged_by": "mobility",
        "unit": "weeks",
        "length": 12,
        "first_day": "2026-11-23",
        "last_day": "2027-02-14",
    }
    assert (state["draw"], state["answer"]) == ({}, None), "what is drawn for later is not told"


def test_a_dry_run_starts_nothing(commands: Commands) -> None:
    lines = commands.lines(*HEAT, "--weeks", "6", "--dry-run")
    assert lines[0].startswith("6 weeks cannot tell any difference, however large, from chance")
    assert lines[1:] == ["Nothing was started."]
    assert commands.output("experiment").startswith("There is no experiment yet")
    assert commands.json("experiment", "--json") is None
    assert commands.json("experiment", "list", "--json") == []


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ("heat --days 15", "an experiment has 14 to 28 days, an even number"),
        ("heat --days 12", "an experiment has 14 to 28 days"),
        ("heat --weeks 4", "an experiment has 6 to 26 weeks"),
        ("heat --days some", "days: 'some' is not a whole number"),
        ("heat --days 14 --weeks 6", "--days and --weeks are two lengths: choose one"),
        ("heat --value mo", "'mo' begins several values: mobility, mood"),
        ("heat --value note", "no number of the diary begins with 'note': there are pain, worst-pain"),
        ("heat --from 2026-11-20", "an experiment cannot begin on 2026-11-20: that day is over"),
        ("heat --from someday", "'someday' is not a day"),
    ],
)
def test_what_cannot_be_started_is_refused(commands: Commands, asked: str, message: str) -> None:
    assert message in commands.refusal("experiment", "start", *asked.split())
    assert commands.json("experiment", "--json") is None


def test_a_name_of_nothing_is_refused_and_none_is_wrong_usage(commands: Commands) -> None:
    assert "say what you want to try" in commands.refusal("experiment", "start", " ")
    assert commands.run("experiment", "start").exit_code == 2
    assert commands.run("experiment", "--json", "list").exit_code == 2


def test_no_result_before_the_end_and_a_stop_tells_what_there_is(commands: Commands) -> None:
    going_on = experiment(first_day=TODAY - timedelta(days=12))
    noted(put(stored(commands), going_on), going_on)
    lines = commands.lines("experiment")
    assert (lines[2], lines[-1]) == ("Pain is noted on 13 of 13 days so far.", NO_PEEKING)
    assert "points" not in commands.output("experiment", "list")
    assert commands.json("experiment", "--json")["answer"] is None
    stopped = commands.lines("experiment", "stop")
    assert stopped[0].endswith(", stopped on 21 Nov 2026.")
    assert "Pain with it 3, the mean of 6 days; without it 5, the mean of 6 days." in stopped
    assert "With it 2.0 points lower; 95 % interval: 2.0 points lower to 2.0 points lower." in stopped
    assert stopped[-3:] == list(LIMITS)
    told = "Experiment: heat – stopped: 'backjournal experiment' prints the result."
    assert told in commands.lines("today")
    assert "there is nothing to stop" in commands.refusal("experiment", "stop")
    assert commands.output("undo") == "Undone: stop of the experiment: heat\n"
    assert commands.lines("experiment") == lines


def test_days_that_were_not_kept(commands: Commands) -> None:
    put(stored(commands), experiment(first_day=TODAY - timedelta(days=3)))
    assert commands.output("experiment", "missed", "--day", "thursday") == (
        "Experiment: heat – on this day without it, day 2 of 14, not kept.\n"
    )
    commands.output("experiment", "missed")
    assert "Not kept to the draw: 19 Nov, 21 Nov." in commands.lines("experiment")
    assert commands.json("experiment", "--json")["not_kept"] == ["2026-11-19", "2026-11-21"]
    assert "not kept" not in commands.output("experiment", "kept")
    assert "cannot mark a day that has not come" in commands.refusal("experiment", "kept", "--day", "2026-11-22")
    assert "is no day of an experiment" in commands.refusal("experiment", "kept", "--day", "2026-11-01")


def test_one_at_a_time_and_the_past_ones_are_listed_with_their_answers(commands: Commands) -> None:
    over = experiment()
    noted(put(stored(commands), over), over)
    commands.output("experiment", "start", "cold")
    assert "an experiment goes on, cold" in commands.refusal(*HEAT)
    blocks = commands.output("experiment", "list").split("\n\n")
    assert [block.split(",")[0] for block in blocks] == ["cold", "heat"]
    assert "That is more than chance alone easily gives" in blocks[1]
    newest, oldest = commands.json("experiment", "list", "--json")
    assert (newest["answer"], oldest["noted"]) == (None, 14)
    assert oldest["answer"] == {
        "with": {"n": 7, "mean": 3.0},
        "without": {"n": 7, "mean": 5.0},
        "difference": -2.0,
        "low": -2.0,
        "high": -2.0,
        "p": 2 / 128,
        "draws": 128,
        "days": 14,
        "kept": 14,
    }
    assert list(oldest["draw"].values())[:4] == ["with", "without", "without", "with"]


def test_a_sign_stops_a_start_and_pauses_the_reminder(commands: Commands) -> None:
    commands.output(*HEAT, "--from", "today")
    commands.output("log", "--symptom", "foot drop")
    paused = "Experiment: heat – paused while a symptom stands that should not wait."
    assert paused in commands.lines("today")
    assert commands.lines("experiment")[1] == "Paused while a symptom stands that should not wait."
    commands.output("experiment", "stop")
    assert "a symptom stands that should not wait" in commands.refusal(*HEAT)
    commands.output("symptoms", "--gone")
    commands.output(*HEAT)


def test_the_export_has_the_draw_and_the_values_of_each_day(commands: Commands) -> None:
    over = experiment(not_kept=frozenset({experiment().first_day}), name="=heat")
    put(noted(stored(commands), over), over, experiment(id="e2", first_day=TODAY))
    lines = commands.lines("export", "experiments")
    assert lines[0].lstrip("\ufeff") == "experiment,judged_by,day,pair,drawn,kept,value"
    assert lines[1:3] == ["'=heat,pain,2026-11-02,1,with,no,3", "'=heat,pain,2026-11-03,1,without,yes,5"]
    assert lines[-1] == "heat,pain,2026-11-21,1,with,yes,", "nothing is noted today, and later days are not told"
    assert len(lines) == 1 + 14 + 1
    assert len(commands.lines("export", "experiments", "--since", "2026-11-14", "--until", "2026-11-15")) == 3
    assert len(commands.lines("export", "experiments", "--until", "2027-01-01")) == 16
