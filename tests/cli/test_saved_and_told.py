"""What is written stays written and is reported as written, whatever becomes of the output and whatever fails next."""

import errno
import itertools
import os
import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import click
import pytest

from backjournal.cli.root import root
from backjournal.cli.session import Session
from backjournal.model.errors import JournalError
from tests.helpers.clock import ManualClock
from tests.helpers.commands import Commands, program
from tests.helpers.outputs import Ended, Failing, dump, failing_after_a_change, run_with

OWN = "plan add Sofa --category stretching --breaths 5 --own --how-to Sit"
NOTED = "log --pain 4"

STOP_ALL = tuple(f"plan stop {name}" for name in ("bridge", "walking", "knee rolls", "knee to", "hip"))
SIX_TIMES = tuple(f"done bridge --pain 2 --day 2026-11-{day}" for day in range(16, 22))

# What is before it, the command, and what is typed; FILE is a path in the test's folder, ID that of the only row.
WRITES = {
    "log": ((), "log --pain 4 --symptom foot-drop --note better", ""),
    "edit": ((NOTED,), "edit ID --pain 5 --trigger stress", ""),
    "delete": ((NOTED,), "delete ID", ""),
    "done": ((), "done bridge --pain 9 --note sore", ""),
    "skip": ((), "skip --left --reason pain", ""),
    "undone": (("done bridge",), "undone bridge", ""),
    "away": ((), "away --done mon --excused all --reason travel", ""),
    "practise": ((), "practise walking", ""),
    "practise, guided": ((), "practise bridge", "\n" * 9),
    "flare-up": ((), "flare-up start", ""),
    "symptoms": (("log --symptom foot-drop",), "symptoms --seen", ""),
    "undo": ((NOTED,), "undo", ""),
    "redo": ((NOTED, "undo"), "redo", ""),
    "settings": ((), "settings sound off", ""),
    "plan add": ((), "plan add bird-dog", ""),
    "plan change": ((), "plan change bridge --sets 3", ""),
    "plan stop": ((), "plan stop bridge", ""),
    "plan move": (
        (OWN, "plan add Stool --category stretching --breaths 5 --own --how-to Sit"),
        "plan move stool up",
        "",
    ),
    "plan starter": (STOP_ALL, "plan starter", ""),
    "plan edit": ((OWN,), "plan edit sofa --how-to Lie", ""),
    "plan gentle": ((), "plan gentle bridge", ""),
    "plan about": ((), "plan about --aim walking", ""),
    "plan suggestions": (SIX_TIMES, "plan suggestions bridge --refuse", ""),
    "plan export": ((), "plan export FILE", ""),
    "plan import": (("plan export FILE", "plan stop bridge"), "plan import FILE --yes", ""),
    "measures choose": ((), "measures choose fingertip", ""),
    "measures own": ((), "measures own walk --unit min --better lower --low 0 --high 99", ""),
    "measures stop": (("measures choose fingertip",), "measures stop fingertip", ""),
    "measures record": (("measures choose fingertip",), "measures record fingertip 12", ""),
    "measures time": (("measures choose side",), "measures time side", "\n\n\n\n\n\n"),
    "measures edit": (("measures choose fingertip", "measures record fingertip 12"), "measures edit ID 13", ""),
    "measures delete": (("measures choose fingertip", "measures record fingertip 12"), "measures delete ID", ""),
    "review": ((), "review --note better", ""),
    "experiment start": ((), "experiment start heat", ""),
    "experiment missed": (("experiment start heat --from today",), "experiment missed", ""),
    "experiment kept": (("experiment start heat --from today", "experiment missed"), "experiment kept", ""),
    "experiment stop": (("experiment start heat --from today",), "experiment stop", ""),
    "export": ((NOTED,), "export diary -o FILE", ""),
    "bin restore": ((NOTED, "undo"), "bin restore ID", ""),
    "bin empty": ((NOTED, "undo"), "bin empty --yes", ""),
    "backup": ((NOTED,), "backup FILE", ""),
    "restore": (("backup FILE", NOTED), "restore FILE --yes", ""),
}
WRITE_FILES = {"export", "plan export", "backup"}
GUIDED = {"practise, guided", "measures time"}
"""What stops as soon as nobody can follow it any more."""

MOST_READS = 12
"""How many reads after a change are tried: the longest commands go on for many more, all alike."""

READS = {"today", "status", "diary", "trends", "check", "demo", "plan show", "plan library", "measures library"}
READS |= {"measures show", "measures results", "experiment list", "history", "backups", "manual"}


def leaves(group: click.Group, *before: str) -> Iterator[str]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from leaves(command, *before, name)
        else:
            yield " ".join((*before, name))


def prepared(commands: Commands, name: str, tmp_path: Path) -> tuple[list[str], str]:
    """Bring the journal into the state before a command; return the command, and what is typed."""
    before, line, typed = WRITES[name]
    file = str(tmp_path / "file")
    for words in before:
        commands.output(*(word.replace("FILE", file) for word in words.split()))
    known = {"FILE": f"{file}2" if name in WRITE_FILES else file}
    if "ID" in line.split():
        rows = {"measures": ("measures", "results", "fingertip"), "bin": ("bin",)}.get(
            name.split(maxsplit=1)[0], ("diary",)
        )
        known["ID"] = commands.json(*rows, "--json")[0]["id"]
    return [known.get(word, word) for word in line.split()], typed


@pytest.fixture
def run(commands: Commands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ended]:
    """Return a function that runs a command on a fresh copy of the journal, with the same ids each time."""
    kept = tmp_path / "kept.db"

    def run_fresh(words: list[str], typed: str, output: Failing) -> Ended:
        if not kept.exists():
            shutil.copy(commands.journal, kept)
        shutil.copy(kept, commands.journal)
        (tmp_path / "file2").unlink(missing_ok=True)
        numbers, clock = itertools.count(1), ManualClock()
        monkeypatch.setattr(os, "urandom", lambda size: next(numbers).to_bytes(size, "big"))

        def advance(seconds: float) -> None:
            clock.advance(timedelta(seconds=seconds))

        monkeypatch.setattr("backjournal.cli.root.Session", partial(Session, sleep=advance))
        return run_with(output, commands.journal, words, clock, typed)

    return run_fresh


def state(commands: Commands, tmp_path: Path) -> tuple[list[str], bool]:
    return dump(commands.journal), (tmp_path / "file2").exists()


def test_every_command_is_said_to_write_or_to_read() -> None:
    assert {*leaves(root)} == {name.partition(",")[0] for name in WRITES} | READS


@pytest.mark.slow
@pytest.mark.parametrize("name", WRITES)
def test_what_was_written_is_never_reported_as_failed(
    commands: Commands, tmp_path: Path, run: Callable[..., Ended], name: str
) -> None:
    words, typed = prepared(commands, name, tmp_path)
    before = state(commands, tmp_path)
    whole = Failing(1000)
    assert run(words, typed, whole).status == 0
    after, writes = state(commands, tmp_path), 1000 - whole.left
    assert after != before
    assert writes > 0
    for taken in range(writes):
        full = run(words, typed, Failing(taken))
        left = state(commands, tmp_path)
        assert full.status == (1 if left == before else 4)
        assert full.stderr.endswith("standard output could not be written: No space left on device\n")
        assert full.stderr.count("\n") == 1
        assert left == after or name in GUIDED, f"the whole of it, when output {taken} fails"
        closed = run(words, typed, Failing(taken, errno.EPIPE))
        assert (closed.status, closed.stderr) == (0, ""), "a reader that has seen enough is no error"
        assert state(commands, tmp_path) == left


@pytest.mark.slow
@pytest.mark.parametrize("name", WRITES)
def test_an_error_after_the_change_does_not_call_it_refused(
    commands: Commands, tmp_path: Path, run: Callable[..., Ended], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    words, typed = prepared(commands, name, tmp_path)
    before = state(commands, tmp_path)
    with failing_after_a_change(monkeypatch, 1000, JournalError()) as reads:
        run(words, typed, Failing(1000))
    for number in range(min(len(reads), MOST_READS)):
        error = (JournalError("it is locked"), KeyboardInterrupt(), RuntimeError("a secret"))[number % 3]
        with failing_after_a_change(monkeypatch, number, error):
            ended = run(words, typed, Failing(1000))
        assert state(commands, tmp_path) != before
        assert ended.status in (0, 4), f"read {number}: {ended}"
        assert ended.stderr.count("\n") <= 1
        assert "secret" not in ended.stderr


def log_with(commands: Commands, prelude: str, *words: str) -> tuple[int, str, int]:
    """Run the program with words, after a prelude; return its status, its errors, and how many check-ins there are."""
    result = program(*words, env={"BACKJOURNAL_FILE": str(commands.journal)}, prelude=f"import os\n{prelude}")
    return result.returncode, result.stderr, len(commands.json("diary", "--json"))


REFUSING = "os.dup2(os.open(os.devnull, os.O_RDONLY), 1)"
NO_READER = "gone, end = os.pipe(); os.close(gone); os.dup2(end, 1)"
# What Python makes of streams that were closed before it began.
CLOSED = (
    "import sys\nfor number in (0, 1): os.close(number)\nsys.stdin = sys.stdout = sys.__stdin__ = sys.__stdout__ = None"
)
SAID = "standard output could not be written: it is closed\n"


@pytest.mark.parametrize("prelude", [REFUSING, CLOSED])
@pytest.mark.slow
def test_the_program_tells_saved_from_refused(commands: Commands, prelude: str) -> None:
    assert log_with(commands, prelude, "log", "--pain", "4") == (4, f"backjournal: it is saved, but {SAID}", 1)
    assert log_with(commands, prelude, "diary") == (1, f"backjournal: {SAID}", 1)
    assert log_with(commands, prelude, "--help") == (1, f"backjournal: {SAID}", 1)
    assert log_with(commands, prelude, "log", "--help") == (1, f"backjournal: {SAID}", 1)
    assert log_with(commands, prelude, "status") == (1, f"backjournal: {SAID}", 1)
    refused = log_with(commands, prelude, "log", "--pain", "11")
    assert refused == (1, "backjournal: pain: '11' is not a whole number from 0 to 10\n", 1)


def test_a_closed_pipe_is_quiet(commands: Commands) -> None:
    assert log_with(commands, NO_READER, "log", "--pain", "4") == (0, "", 1)
    assert log_with(commands, NO_READER, "log", "--symptom", "foot drop") == (0, "", 2)
    assert log_with(commands, NO_READER, "diary") == (0, "", 2)
    assert log_with(commands, NO_READER, "--help") == (0, "", 2)


def test_a_closed_standard_error_hides_the_line_and_nothing_else(commands: Commands) -> None:
    closed = "import sys; os.close(2); sys.stderr = sys.__stderr__ = None"
    assert log_with(commands, closed, "log", "--pain", "11") == (1, "", 0)
    assert log_with(commands, closed, "log", "--pain", "4") == (0, "", 1)
