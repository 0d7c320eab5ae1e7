"""Errors of any command: exit statuses, one plain line on standard error, and no lost data."""

import os
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner

from backjournal.cli.root import root
from backjournal.store import connection
from backjournal.store.diary import Diary
from backjournal.store.store import Store
from tests.helpers.clock import ManualClock
from tests.helpers.commands import Commands, program

HELP = (
    *(
        "today",
        "status",
        "done",
        "skip",
        "undone",
        "away",
        "practise",
        "plan",
        "log",
        "edit",
        "delete",
        "diary",
        "flare-up",
    ),
    *("symptoms", "measures", "trends", "review", "experiment", "export", "history", "bin"),
    *("undo", "redo", "backup", "backups", "restore", "check", "manual", "settings", "demo"),
)


@pytest.fixture
def commands(commands: Commands) -> Commands:
    """Return the commands on a journal with a plan and a check-in."""
    commands.output("log", "--pain", "4", "--note", "a secret")
    return commands


@pytest.mark.parametrize("command", HELP)
def test_every_command_has_help(fresh: Commands, command: str) -> None:
    assert f"Usage: root {command} " in fresh.output(command, "--help")


def test_the_help_shows_every_command_with_examples(commands: Commands) -> None:
    text = commands.output("--help")
    lines = text.partition("Commands:\n")[2].partition("\n\n")[0].splitlines()
    listed = [line.split()[0] for line in lines if line[2] != " "]
    assert "..." not in "".join(lines), "no sentence is cut off"
    assert listed == list(HELP)
    assert "  backjournal done bridge --pain 2     tick an exercise\n" in text


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["--nonsense"],
        ["today", "--nonsense"],
        ["done"],
        ["delete"],
        ["export"],
        ["export", "nonsense"],
        ["flare-up", "nonsense"],
        ["settings", "nonsense", "1"],
        ["log", "--pain"],
    ],
)
def test_wrong_usage_has_exit_status_2(commands: Commands, arguments: list[str]) -> None:
    result = commands.run(*arguments)
    assert result.exit_code == 2
    assert "Error: " in result.stderr
    assert result.stdout == ""


def test_the_program_leaves_with_the_exit_statuses_and_no_traceback(commands: Commands) -> None:
    env = {"BACKJOURNAL_FILE": str(commands.journal)}
    done, refused, wrong = (program(*words, env=env) for words in (["diary"], ["log", "--pain", "11"], ["--wrong"]))
    assert (done.returncode, refused.returncode, wrong.returncode) == (0, 1, 2)
    assert done.stderr == ""
    assert refused.stderr == "backjournal: pain: '11' is not a whole number from 0 to 10\n"
    assert refused.stdout == ""
    assert "Traceback" not in wrong.stderr


@pytest.mark.parametrize(
    "arguments",
    [["done", "bridge"], ["skip", "bridge"], ["log", "--pain", "3"], ["undo"], ["flare-up", "start"]],
)
def test_a_read_only_journal_is_read_and_not_written(
    commands: Commands, arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # Whoever runs the tests may be root, to whom every file can be written.
    commands.journal.chmod(0o400)
    monkeypatch.setattr(os, "access", lambda *_: False)
    before = commands.journal.read_bytes()
    assert "is read-only, nothing was changed" in commands.refusal(*arguments)
    assert commands.journal.read_bytes() == before
    assert "pain 4" in commands.output("diary")


@pytest.mark.parametrize(
    "arguments", [["done", "bridge"], ["log", "--pain", "3"], ["undo"], ["settings", "week-start", "mon"]]
)
def test_a_locked_journal_says_so(commands: Commands, arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.01)
    other = sqlite3.connect(commands.journal, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert "is locked by another program" in commands.refusal(*arguments)
    other.execute("ROLLBACK")
    other.close()
    assert commands.lines("today")[1] == "0 of 4 exercises done."


@pytest.mark.parametrize("content", [b"", b"not a journal", b"SQLite format 3\0" + bytes(200)])
def test_a_foreign_file_is_refused_with_its_bytes_untouched(commands: Commands, content: bytes) -> None:
    commands.journal.write_bytes(content)
    for arguments in (["today"], ["log", "--pain", "3"], ["export", "diary"]):
        assert str(commands.journal) in commands.refusal(*arguments)
        assert commands.journal.read_bytes() == content


def test_a_folder_and_an_impossible_place_are_refused(commands: Commands) -> None:
    folder = Commands(commands.journal.parent, commands.clock)
    assert f"{folder.journal} is a folder: choose another journal" in folder.refusal("today")
    inside_a_file = Commands(commands.journal / "journal.db", commands.clock)
    assert "cannot be reached" in inside_a_file.refusal("log", "--pain", "4")


FULL_DISK = """
from backjournal.store import connection
whole = connection._connect
def small(path, mode):
    database = whole(path, mode)
    pages = database.execute('PRAGMA page_count').fetchone()[0]
    database.execute(f'PRAGMA max_page_count = {pages}')
    return database
connection._connect = small
"""


def test_a_full_disk_loses_nothing(commands: Commands) -> None:
    env = {"BACKJOURNAL_FILE": str(commands.journal)}
    refused = program("log", "--note", "x" * 20_000, env=env, prelude=FULL_DISK)
    assert refused.returncode == 1
    assert refused.stderr.startswith("backjournal: the disk is full, nothing was changed")
    assert refused.stderr.count("\n") == 1
    assert len(commands.json("diary", "--json")) == 1


def test_a_terminal_without_the_characters_shows_others(commands: Commands) -> None:
    commands.output("log", "--note", "better 😀")
    result = program("diary", env={"BACKJOURNAL_FILE": str(commands.journal), "PYTHONIOENCODING": "cp437"})
    assert result.returncode == 0
    assert "  Note: better ?\n" in result.stdout


def test_an_unexpected_error_shows_nothing_that_the_person_wrote(
    commands: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("about a secret")

    monkeypatch.setattr(Diary, "check_ins", fail)
    message = commands.refusal("diary")
    assert message.startswith("an error of backjournal itself (RuntimeError in diary.py, line ")
    assert "secret" not in message


def test_what_was_typed_stays_on_one_line(commands: Commands) -> None:
    assert "'a b[2J' is not a day" in commands.refusal("today", "--day", "a\nb\x1b[2J")
    assert "begins with 'a b'" in commands.refusal("done", "a\nb")


@pytest.mark.parametrize("arguments", [[], ["demo"]])
def test_the_app_needs_a_terminal(
    journal: Path, clock: ManualClock, arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh = Commands(journal, clock)
    assert fresh.refusal(*arguments) == "the app needs a terminal: 'backjournal today' prints the day in plain text"
    assert not journal.exists()
    assert program(*arguments, env={"BACKJOURNAL_FILE": str(journal)}).returncode == 1
    monkeypatch.setattr("backjournal.cli.app.sys", _Terminal())
    monkeypatch.setenv("TERM", "dumb")
    assert "needs a terminal" in fresh.refusal(*arguments)


class _Terminal:
    """A stand-in for `sys` in a terminal."""

    class _Stream:
        def isatty(self) -> bool:
            return True

    stdin = stdout = _Stream()


def test_without_a_command_the_app_opens_on_the_journal(
    journal: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[tuple[Path, str, bool]] = []

    def run(store: Store, banner: str = "", *, tour: bool = False) -> int:
        opened.append((store.path, banner, tour))
        return 3

    monkeypatch.setattr("backjournal.cli.app.sys", _Terminal())
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("backjournal.tui.app.run", run)
    result = CliRunner().invoke(root, ["--journal", str(journal)], obj=clock)
    assert (opened, result.exit_code) == ([(journal, "", True)], 3)
    assert journal.exists()
