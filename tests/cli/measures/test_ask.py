"""Recording outcome measures in a terminal: the questions line by line, and timed tests."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from click.testing import CliRunner
from click.testing import Result as Ran

from backjournal.cli.measures import results
from backjournal.cli.measures.ask import _question
from backjournal.cli.measures.measures import measures
from backjournal.cli.session import Session
from backjournal.store.store import Store
from tests.helpers.chosen_measures import BY_ID, make_chosen
from tests.helpers.commands import Commands

Typed = Callable[..., Ran]


@pytest.fixture
def chosen(open_store: Callable[[], Store], fresh: Commands) -> Commands:
    """Return the commands on a journal with a few chosen measures."""
    make_chosen(open_store()).close()
    return fresh


@pytest.fixture
def typed(chosen: Commands, monkeypatch: pytest.MonkeyPatch) -> Typed:
    """Return a function that runs a command in a terminal with typed answers; sleeping moves the clock."""
    monkeypatch.setattr(results, "in_terminal", lambda: True)

    def run(*arguments: str, typed: str) -> Ran:
        def sleep(seconds: float) -> None:
            chosen.clock.advance(timedelta(seconds=seconds))

        session = Session(chosen.journal, chosen.clock, sleep)
        return CliRunner().invoke(measures, arguments, obj=session, input=typed)

    return run


def test_a_terminal_is_asked_line_by_line_until_it_can_be_taken(typed: Typed) -> None:
    result = typed("record", "psfs", "--note", "typed", typed="3\nmuch\n11\n4\n\n5\n")
    assert result.stdout.splitlines()[1:] == [
        "Put on socks: 0 to 10 points",
        "Sit: 0 to 10 points",
        "Sit: 'much' is not a whole number from 0 to 10.",
        "Sit: 0 to 10 points",
        "Sit: '11' is not a whole number from 0 to 10.",
        "Sit: 0 to 10 points",
        "Sleep: 0 to 10 points",
        "Sleep: nothing is typed: give a whole number from 0 to 10.",
        "Sleep: 0 to 10 points",
        result.stdout.splitlines()[-1],
    ]
    assert result.stdout.endswith(": 4.0 points, the mean of Put on socks 3; Sit 4; Sleep 5; note: typed\n")


def test_a_question_gets_no_colon() -> None:
    assert _question(BY_ID["peg-style"], 0).endswith("? 0 to 10 points")
    assert _question(BY_ID["side-bridge"], 1) == "right side: 0 or more seconds"


def test_who_stops_before_the_last_value_has_nothing_written_down(chosen: Commands, typed: Typed) -> None:
    assert typed("record", "psfs", typed="3\n4\n").stdout.endswith("Stopped: nothing was written down.\n")
    assert typed("time", "side", typed="\n\n\n\n").stdout.endswith("Stopped: nothing was written down.\n")
    assert chosen.lines("export", "measures")[1:] == []


def test_a_hold_is_timed_side_by_side_and_can_be_corrected(
    chosen: Commands, typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    from backjournal.cli import terminal_voice

    ask = terminal_voice.ask_line

    def hold(question: str) -> str:
        if question == "Hold. Enter ends it.":
            chosen.clock.advance(timedelta(seconds=31.7))
        return ask(question)

    monkeypatch.setattr(terminal_voice, "ask_line", hold)
    lines = typed("time", "side", typed="\n\n\n\n\n28\n").stdout.splitlines()
    assert lines[1:12] == [
        "Stop on new or worse pain, also in the shoulder. Breathe on; do not hold out at any price.",
        "Ctrl+c stops; nothing is written down then.",
        "Left side: enter when you are ready.",
        "Get ready: 5 seconds.",
        "Hold. Enter ends it.",
        "31 seconds: enter keeps it, or type how many it was.",
        "Right side: enter when you are ready.",
        "Get ready: 5 seconds.",
        "Hold. Enter ends it.",
        "31 seconds: enter keeps it, or type how many it was.",
        lines[-1],
    ]
    assert lines[-1].endswith(": 29.5 seconds, the mean of left side 31; right side 28")


def test_a_count_runs_for_its_seconds_and_is_then_asked_for(chosen: Commands, typed: Typed) -> None:
    began = chosen.clock.now()
    lines = typed("time", "30", typed="\nmany\n14\n").stdout.splitlines()
    assert lines[3:14] == [
        "Enter when you are ready.",
        "Get ready: 5 seconds.",
        "Go: 30 seconds.",
        *("25.", "20.", "15.", "10.", "5."),
        "Stop. How many repetitions?",
        "30-second chair stand: 'many' is not a whole number from 0 to 100000.",
        "Stop. How many repetitions?",
    ]
    assert lines[-1].endswith(": 14 repetitions")
    assert (chosen.clock.now() - began).total_seconds() == pytest.approx(35, abs=0.5)


def test_what_took_time_to_give_is_in_the_refusal_if_it_cannot_be_saved(
    typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    from backjournal.model.errors import JournalError
    from backjournal.store.measures import Measures

    def refuse(*_: object) -> None:
        raise JournalError("the disk is full")

    monkeypatch.setattr(Measures, "save", refuse)
    result = typed("record", "side", typed="31\n28\n")
    assert result.stderr == (
        "backjournal: the disk is full; not written down yet, later:"
        " backjournal measures record side bridge hold 31 28\n"
    )
