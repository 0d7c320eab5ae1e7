"""The program and its terminal: usable after a crash, drawn again after a stop, and errors may lead elsewhere."""

import os
import shlex
import signal
from pathlib import Path

import pytest

from backjournal.exchange.crash_report import REPORTS
from tests.helpers.terminal import ESCAPE, Terminal
from tests.helpers.whole import Open, open_form, prepared, program, started

pytestmark = pytest.mark.slow

CTRL_Z = "\x1a"
FAILS = """
from backjournal.tui.app import BackjournalApp
def fail(app):
    raise ValueError("a secret")
BackjournalApp.action_suspend_process = fail
"""
"""Makes the app fail at ctrl+z, which works in forms too."""


def test_a_crash_restores_the_terminal_keeps_what_is_typed_and_names_its_report(terminals: Open, planned: Path) -> None:
    app = terminals(*prepared(planned, FAILS), columns=200)
    app.wait_for("Knee rolls", "space done")
    open_form(app)
    app.send("7")
    app.wait_for("[7]")
    app.send(CTRL_Z)
    assert app.close() == 1
    assert app.is_restored()
    (report,) = planned.parent.glob(REPORTS)
    told = app.raw.decode().rpartition("backjournal stopped because of an error in the program: ValueError in ")[2]
    assert told.rstrip().endswith(f"Please report it with {report}, which holds nothing that you wrote.")
    assert "\n" not in told.rstrip()
    assert b"a secret" not in app.raw
    assert "a secret" not in report.read_text("utf-8")
    again = started(terminals, planned)
    open_form(again)
    again.wait_for("typed before and not saved")


def stop_and_go_on(app: Terminal, *words: bytes) -> None:
    """Press ctrl+z, wait until the program has stopped, let it go on, and wait until it has drawn these words."""
    app.send(CTRL_Z)
    for _ in range(400):
        app.settle(0.05)  # what it writes before has to be read, or it would wait for that
        stopped, status = os.waitpid(app.pid, os.WUNTRACED | os.WNOHANG)
        if stopped:
            break
    assert os.WIFSTOPPED(status)
    assert app.is_restored(), "the shell has the terminal as it was"
    before = len(app.raw)
    app.kill(signal.SIGCONT)
    app.wait_until(lambda: all(each in app.raw[before:] for each in words), f"{words} to be drawn again")


def test_after_a_stop_the_whole_screen_is_drawn_at_once(terminals: Open, planned: Path) -> None:
    app = started(terminals, planned)
    for _ in range(2):
        stop_and_go_on(app, b"Knee rolls", b"backjournal", b"help")
    app.send(" ")
    app.wait_for("✓ Child's pose")
    open_form(app)
    stop_and_go_on(app, b"New check-in", b"backjournal", b"next field")
    app.send(ESCAPE)
    app.wait_gone("New check-in")
    app.send("q")
    assert app.close() == 0
    assert app.is_restored()


@pytest.mark.parametrize("errors", ["/dev/null", "errors.txt", "&-"])
def test_errors_that_lead_elsewhere_leave_the_screen_where_it_is(
    terminals: Open, planned: Path, tmp_path: Path, errors: str
) -> None:
    place = f"2>{errors}" if errors.startswith(("/", "&")) else f"2>{tmp_path / errors}"
    app = terminals("sh", "-c", f"{shlex.join(program(planned))} {place}")
    app.wait_for("Knee rolls", "space done")
    app.send("q")
    assert app.close() == 0
    assert app.is_restored()
    assert not (tmp_path / "errors.txt").exists() or (tmp_path / "errors.txt").read_bytes() == b""
