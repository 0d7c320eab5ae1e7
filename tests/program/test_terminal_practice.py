"""The guided practice of the whole program in a terminal that is closed, resized, suspended, or killed."""

import shlex
import signal
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from backjournal.days import SystemClock
from backjournal.model.doses import Dose
from backjournal.model.practices import Practice, Status
from backjournal.model.schedules import Schedule
from backjournal.store.store import Store
from tests.helpers.clock import ManualClock
from tests.helpers.terminal import CTRL_Q, ENTER, ESCAPE, RIGHT, Terminal
from tests.helpers.values import BRIDGE, WALKING
from tests.helpers.whole import ENDINGS, LONG_AGO, Open, cli, end, prepared, program

pytestmark = pytest.mark.slow

CTRL_Z = "\x1a"
COUNTED = Dose(repetitions=5)
LATER = """
from datetime import timedelta
from pathlib import Path
from backjournal.days import SystemClock
now = SystemClock.now
SystemClock.now = lambda self: now(self) + timedelta(seconds=float(Path({!r}).read_text()))
"""
"""Python lines that set the program's clock ahead by the seconds in a file."""


def with_plan(journal: Path, bridge: Dose = COUNTED) -> Path:
    """Make a journal with a bridge for every day since long ago."""
    with closing(Store.open(journal, ManualClock())) as store:
        store.plan.prescribe(BRIDGE.exercise, bridge, Schedule(), LONG_AGO)
    return journal


def with_walking(journal: Path) -> Path:
    """Make a journal with half an hour of walking for every day since long ago."""
    with closing(Store.open(journal, ManualClock())) as store:
        store.plan.prescribe(WALKING.exercise, Dose(minutes=30), Schedule(), LONG_AGO)
    return journal


def counting(terminals: Open, journal: Path) -> Terminal:
    """Start the app, and count two repetitions of the bridge in its guided practice."""
    app = terminals(*program(journal))
    app.wait_for("Bridge", "space done")
    app.send(ENTER)
    app.wait_for("GET READY")
    app.send(RIGHT)
    app.wait_for("REPEAT")
    app.send(" ", " ")
    app.wait_for("2 of 5 repetitions")
    return app


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_practice_that_ends_suddenly_keeps_every_repetition(
    terminals: Open, journal: Path, ending: signal.Signals | str
) -> None:
    app = counting(terminals, with_plan(journal))
    end(app, ending)
    assert "Bridge, 5 times: partly done, 40 %" in cli(journal, "today")


def test_a_resize_goes_on_and_the_bell_is_heard(terminals: Open, journal: Path) -> None:
    app = counting(terminals, with_plan(journal))
    app.resize(60, 16)
    app.wait_for("2 of 5 repetitions")
    app.resize(40, 10)
    app.wait_for("too small")
    app.resize(80, 24)
    app.wait_for("2 of 5 repetitions")
    app.send(" ", " ", " ")
    app.wait_for("Pain during Bridge?")
    app.send("2")
    app.wait_for("space done")
    app.send(CTRL_Q)
    assert app.close() == 0
    assert "Bridge, 5 times: done, 1 set, pain during 2" in cli(journal, "today")
    assert b"\a" in app.raw
    assert app.is_restored()


def test_a_suspended_practice_is_paused_where_it_was(terminals: Open, journal: Path, tmp_path: Path) -> None:
    seconds = tmp_path / "seconds"
    seconds.write_text("0")
    with_plan(journal, Dose(repetitions=5, hold_seconds=600))
    shell = terminals("bash", "--norc", "--noprofile", "-i", env={"PS1": "shell> "})
    shell.wait_for("shell>")
    shell.send(shlex.join(prepared(journal, LATER.format(str(seconds)))), ENTER)
    shell.wait_for("Bridge", "space done")
    shell.send(ENTER)
    shell.wait_for("GET READY")
    shell.send(RIGHT)
    shell.wait_for("HOLD")
    shell.send(CTRL_Z)
    shell.wait_for("Stopped", "shell>")
    seconds.write_text("7200")
    shell.send("fg", ENTER)
    shell.wait_for("PAUSED")
    shell.send(" ")
    shell.wait_for("HOLD")
    shell.send(ESCAPE)
    shell.wait_for("space done")
    assert "Bridge, 5 times, held 600 seconds: to do" in cli(journal, "today")


def test_a_stopwatch_goes_on_after_a_kill(terminals: Open, journal: Path, tmp_path: Path) -> None:
    seconds = tmp_path / "seconds"
    seconds.write_text("0")
    start = prepared(with_walking(journal), LATER.format(str(seconds)))
    app = terminals(*start)
    app.wait_for("Walking", "space done")
    app.send(ENTER)
    app.wait_for("GOING ON")
    app.kill(signal.SIGKILL)
    app.close()
    seconds.write_text(str(25 * 60))
    app = terminals(*start)
    app.wait_for("Walking", "stopwatch runs", "space done")
    app.send(ENTER)
    app.wait_for("GOING ON")
    app.send(ENTER)
    app.wait_for("Pain during Walking?")
    app.send(ENTER)
    app.wait_for("space done")
    app.send(CTRL_Q)
    assert app.close() == 0
    assert "Walking, 30 minutes: partly done, 25 of 30 minutes" in cli(journal, "today")


def test_a_suggestion_comes_up_by_itself_and_is_taken(terminals: Open, journal: Path) -> None:
    dose = Dose(sets=2, repetitions=10)
    with closing(Store.open(journal, SystemClock())) as store:
        today = store.today()
        prescribed = store.plan.prescribe(BRIDGE.exercise, dose, Schedule(), today - timedelta(days=6))
        for ago in range(1, 7):
            done = Practice(prescribed.id, today - timedelta(days=ago), Status.DONE, 2, pain_during=1)
            store.practices.save(done, "")
    app = terminals(*program(journal))
    app.wait_for("Bridge", "y: new dose?")
    app.send("y")
    app.wait_for("2 × 11 instead of 2 × 10")
    app.send("1")
    app.wait_for("2 × 11 from today")
    app.wait_gone("y: new dose?")
    assert "Bridge, 2 sets of 11 times: to do" in cli(journal, "today")


def test_a_terminal_without_block_characters_shows_large_digits_of_plain_ones(terminals: Open, journal: Path) -> None:
    app = terminals(*program(with_plan(journal, Dose(hold_seconds=40))), env={"PYTHONIOENCODING": "ascii"})
    app.wait_for("Bridge", "space done")
    app.send(ENTER)
    app.wait_for("GET READY")
    app.send(RIGHT, " ")
    app.wait_for("PAUSED", "#####   ####  ##  ##", "####    ####  ############", "(_)________/")
    assert app.text().isascii()
    assert "\\u" not in app.text()
