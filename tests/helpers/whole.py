"""The whole program, started in a terminal and used as a person uses it."""

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from backjournal.library.exercises import library
from backjournal.model.schedules import Schedule
from backjournal.store.store import Store
from backjournal.tui.diary.check_in_form import IN_ORDER
from tests.helpers.clock import ManualClock
from tests.helpers.terminal import TAB, Terminal, environment

LONG_AGO = date(2020, 1, 1)
FIELDS = (*(value.form_name for value in IN_ORDER), "Flare-up", "Day", "Time")

ENDINGS = ("the window is closed", signal.SIGTERM, signal.SIGKILL)
"""The ways in which the program may end at any moment."""

Open = Callable[..., Terminal]


def program(journal: Path, *arguments: str) -> tuple[str, ...]:
    """Return the command that starts the program on a journal."""
    return (sys.executable, "-m", "backjournal", "--journal", str(journal), *arguments)


def prepared(journal: Path, prelude: str) -> tuple[str, ...]:
    """Return the command that starts the app on a journal after the lines of Python in `prelude`."""
    arguments = ["--journal", str(journal)]
    start = f"{prelude}\nimport sys; sys.argv[1:] = {arguments!r}\nfrom backjournal.cli import main; main()"
    return (sys.executable, "-c", start)


def cli(journal: Path, *arguments: str) -> str:
    """Run a command that works, in a process of its own, and return what it printed."""
    env = {**environment(), "PYTHONIOENCODING": "utf-8"}
    result = subprocess.run(program(journal, *arguments), check=False, capture_output=True, env=env, timeout=60)
    assert (result.returncode, result.stderr) == (0, b""), result
    return result.stdout.decode("utf-8-sig")


def exercise_names(terminal: Terminal, sign: str = "✓") -> set[str]:
    """Return the names of the exercises that stand on the screen after a sign."""
    lines = (line.strip() for line in terminal.text().splitlines())
    shown = tuple(line.removeprefix(sign).strip() for line in lines if line.startswith(f"{sign} "))
    return {entry.exercise.name for entry in library() if any(line.startswith(entry.exercise.name) for line in shown)}


def tab_to(terminal: Terminal, start: str, end: str) -> None:
    """Press tab from one field of the check-in form to another, and wait for the focus each time."""
    for label in FIELDS[FIELDS.index(start) + 1 : FIELDS.index(end) + 1]:
        before = terminal.look_of(label)
        terminal.send(TAB)
        terminal.wait_until(partial(_looks_different, terminal, label, before), f"the focus on {label}")


def _looks_different(terminal: Terminal, words: str, before: object) -> bool:
    return terminal.look_of(words) != before


def open_form(terminal: Terminal) -> None:
    """Open the form of a new check-in."""
    terminal.send("n")
    terminal.wait_for("New check-in", "tab next field")


def end(terminal: Terminal, ending: signal.Signals | str) -> None:
    """End the program in one of these ways, and check that it printed no traceback."""
    if isinstance(ending, signal.Signals):
        terminal.kill(ending)
    else:
        terminal.hang_up()
    assert terminal.close() != 0
    assert b"Traceback" not in terminal.raw


@contextmanager
def opened() -> Iterator[Open]:
    """Give a function that runs a program in a terminal; all programs are ended afterwards."""
    with ExitStack() as stack:

        def open_terminal(*command: str, **options: Any) -> Terminal:
            return stack.enter_context(Terminal(*command, **options))

        yield open_terminal


def make_planned(journal: Path) -> Path:
    """Make a journal with every exercise of the library prescribed for every day since long ago."""
    with closing(Store.open(journal, ManualClock())) as store, store.changes.write("plan"):
        for entry in library():
            store.plan.prescribe(entry.exercise, entry.dose, Schedule(), LONG_AGO)
    return journal


def started(terminals: Open, journal: Path, **options: Any) -> Terminal:
    """Open the app on a journal with a plan, and wait until its keys work."""
    terminal = terminals(*program(journal), **options)
    terminal.wait_for("Knee rolls", "space done")
    return terminal
