"""The whole program in a terminal when something goes wrong: sudden ends, locks, attacks, and no terminal at all."""

import shlex
import signal
import sqlite3
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from backjournal.library.exercises import library
from backjournal.store.store import Store
from tests.helpers.clock import ManualClock
from tests.helpers.terminal import DOWN, ESCAPE
from tests.helpers.whole import ENDINGS, LONG_AGO, Open, cli, end, exercise_names, prepared, program, started

pytestmark = pytest.mark.slow

NEEDS_TERMINAL = "backjournal: the app needs a terminal: 'backjournal today' prints the day in plain text"


@pytest.mark.parametrize("ending", ENDINGS)
def test_whatever_ends_it_what_was_shown_as_saved_is_saved(
    terminals: Open, planned: Path, ending: signal.Signals | str
) -> None:
    app = started(terminals, planned, lines=45)
    app.send(*[" ", DOWN] * len(library()))
    app.wait_until(lambda: len(exercise_names(app)) >= 5, "five ticks")
    end(app, ending)
    assert ending != signal.SIGTERM or app.is_restored()
    with closing(Store.open(planned, ManualClock())) as store:
        names = {exercise.id: exercise.name for exercise in store.plan.exercises().values()}
        prescribed = {entry.id: names[entry.exercise_id] for entry in store.plan.prescriptions()}
        saved = {prescribed[practice.prescription_id] for practice in store.practices.between(LONG_AGO, date.max)}
    assert exercise_names(app) <= saved
    assert "Saved" in cli(planned, "log", "--pain", "4")
    assert sorted(path.name for path in planned.parent.iterdir()) == ["backups", planned.name]


@pytest.mark.parametrize(
    ("line", "env"),
    [("{}", {"TERM": "dumb"}), ("true | {}", {}), ("{{ {}; echo status $? >&2; }} | cat", {})],
    ids=["dumb", "stdin", "stdout"],
)
def test_without_a_terminal_it_says_so_in_one_line(
    terminals: Open, journal: Path, line: str, env: dict[str, str]
) -> None:
    shell = terminals("sh", "-c", line.format(shlex.join(program(journal))), env=env)
    status = shell.close()
    said = shell.raw.decode().split("\r\n")
    assert said[0] == NEEDS_TERMINAL
    assert (status, said[1:]) in ((1, [""]), (0, ["status 1", ""]))
    assert not journal.exists()


ATTACKS = ("\x1b]0;pwned\x07", "\x1b[5;35m", "\x9b5;35m", "\x9d0;pwned\x9c", "\u202e")


def test_no_escape_sequence_of_a_note_reaches_the_terminal(terminals: Open, planned: Path) -> None:
    attack = "".join(ATTACKS)
    cli(planned, "log", "--pain", "3", "--note", f"note {attack}", "--medicine", f"pill{attack}", "--where", attack)
    cli(planned, "skip", "Knee rolls", "--reason", f"reason {attack}")
    with closing(sqlite3.connect(planned)) as other:  # a program that does not clean what it writes
        other.execute("UPDATE changes SET label = label || ?", [attack])
        for table, column in (("check_ins", "note"), ("practices", "reason"), ("marks", "word"), ("exercises", "name")):
            other.execute(f"UPDATE {table} SET {column} = {column} || ?", [attack])
        other.commit()
    app = started(terminals, planned, columns=200)
    app.wait_for("reason ", "pill")
    app.send("2")
    app.wait_for("e edit")
    app.send("e")
    app.wait_for("Edit check-in", "note ")
    app.send(ESCAPE)
    app.wait_gone("Edit check-in")
    app.send("4")
    app.wait_for("n add")
    app.send("u")
    app.wait_for("Undone:")
    app.send("q")
    assert app.close() == 0
    assert [each for each in ATTACKS if each.encode() in app.raw] == []


@pytest.mark.parametrize(
    "ending",
    ["q", "the window is closed", signal.SIGTERM],
)
def test_the_demo_says_what_it_is_and_leaves_nothing_behind(
    terminals: Open, tmp_path: Path, ending: signal.Signals | str
) -> None:
    app = terminals(sys.executable, "-m", "backjournal", "demo", env={"TMPDIR": str(tmp_path), "HOME": str(tmp_path)})
    app.wait_for("Demo: made-up data, nothing is kept", "Knee rolls", "space done")
    assert list(tmp_path.glob("backjournal-demo-*/journal.db"))
    if isinstance(ending, signal.Signals):
        app.kill(ending)
    elif ending == "q":
        app.send("q")
    else:
        app.hang_up()
    assert (app.close() == 0) == (ending == "q")
    assert b"Traceback" not in app.raw
    assert list(tmp_path.iterdir()) == []


def test_a_locked_journal_is_said_and_works_again_afterwards(terminals: Open, planned: Path) -> None:
    impatient = prepared(planned, "from backjournal.store import connection; connection.BUSY_SECONDS = 0.01")
    app = terminals(*impatient)
    app.wait_for("Knee rolls", "space done")
    with closing(sqlite3.connect(planned, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        app.wait_for("The journal", "locked")
        app.send(" ")
        app.wait_for("Not saved")
        assert exercise_names(app) == set()
        refused = terminals(*impatient)
        assert refused.close() == 1
        (line, end) = refused.raw.decode().split("\r\n")
        assert line.startswith("backjournal: the journal ")
        assert (line.endswith("try again in a moment"), end) == (True, "")
    app.send(" ")
    app.wait_for("✓ ")
    app.send("q")
    assert app.close() == 0


def test_a_read_only_journal_is_shown_and_not_written(terminals: Open, planned: Path) -> None:
    # Whoever runs the tests may be root, to whom every file can be written.
    planned.chmod(0o400)
    before = planned.read_bytes()
    app = terminals(*prepared(planned, "import os; os.access = lambda *_: False"))
    app.wait_for("Knee rolls", "space done")
    app.send(" ")
    app.wait_for("Not saved", "read-only,")
    app.send("q")
    assert app.close() == 0
    assert exercise_names(app) == set()
    assert planned.read_bytes() == before
