"""The command line and the export, from start to end, beside Python alone, jrnl, and sqlite-utils."""

import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

from tests.tools.benchmark.figures import Figures, run, timed
from tests.tools.benchmark.journals import make_journal
from tests.tools.benchmark.peers import found, in_folder, jrnl_entry

COMMANDS = {
    "log": ("log", "--pain", "4"),
    "status": ("status",),
    "today": ("today",),
    "diary": ("diary",),
    "trends --plain": ("trends", "--plain"),
    "done": ("done", "knee rolls"),
}
"""The words of the commands that are measured, by the name of their figure."""


def commands(journal: Path, folder: Path) -> Figures:
    """Run the commands, with Python and the driver of SQLite alone before each."""
    jrnl = found("jrnl")
    for name, words in COMMANDS.items():
        if knows(words[0]):
            yield "python -c 'import sqlite3'", run([sys.executable, "-c", "import sqlite3"])
            if name == "log" and jrnl:
                yield "jrnl", run(jrnl_entry(jrnl, folder), in_folder(folder))
            yield name, run(_program(journal, *words))


def export(journal: Path, _folder: Path) -> Figures:
    """Export the diary, with what sqlite-utils writes of the same table before it."""
    if utils := found("sqlite-utils"):
        yield "sqlite-utils rows --csv", run([utils, "rows", journal, "check_ins", "--csv"])
    yield "export diary", run(_program(journal, "export", "diary"))


def making(journal: Path, _folder: Path) -> Figures:
    """Make a journal of the same years anew."""
    years = int(journal.name.partition("y")[0])
    with tempfile.TemporaryDirectory(dir=journal.parent) as folder:
        yield "making", timed(lambda: make_journal(Path(folder) / "made.db", years))


@cache
def knows(command: str) -> bool:
    """Return whether this version of the program has a command."""
    done = subprocess.run([sys.executable, "-m", "backjournal", command, "--help"], check=False, capture_output=True)
    return done.returncode == 0


def _program(journal: Path, *words: str) -> list[str | Path]:
    return [sys.executable, "-m", "backjournal", "--journal", journal, *words]
