"""Which journal a command works on, and shell completion."""

import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from backjournal.cli.root import root
from backjournal.store.backing_up import Made
from backjournal.store.store import Store
from tests.helpers.clock import ManualClock
from tests.helpers.commands import Commands, program


@pytest.mark.parametrize(
    "arguments",
    [
        ["today"],
        ["diary"],
        ["trends"],
        ["export", "diary"],
        ["done", "bridge"],
        ["undo"],
        ["settings"],
        ["flare-up"],
        ["flare-up", "end"],
    ],
)
def test_without_a_journal_nothing_is_made(fresh: Commands, arguments: list[str]) -> None:
    message = fresh.refusal(*arguments)
    assert f"there is no journal at {fresh.journal} yet" in message
    assert "backjournal log --pain 4" in message
    assert not fresh.journal.parent.exists()


def test_a_first_check_in_makes_the_journal_and_a_backup_of_it(fresh: Commands) -> None:
    fresh.output("log", "--pain", "4")
    (copy,) = backups(fresh)
    assert len(Commands(copy, fresh.clock).json("diary", "--json")) == 1
    assert fresh.journal.stat().st_mode & 0o777 == 0o600
    assert "There is no plan yet: 'backjournal plan starter' takes a gentle one" in fresh.output("today")
    assert "the plan asks for nothing on 2026-11-21" in fresh.refusal("done", "bridge")


def backups(commands: Commands) -> list[Path]:
    """Return the paths of the backups, the oldest first."""
    return sorted((commands.journal.parent / "backups").glob("*"))


@pytest.mark.parametrize(("arguments", "answer"), [(["log", "--pain", "4"], "Saved: "), (["undo"], "Undone: ")])
def test_a_change_is_answered_and_then_backed_up_every_half_hour(
    commands: Commands, monkeypatch: pytest.MonkeyPatch, arguments: list[str], answer: str
) -> None:
    make = Store.back_up

    def make_late(store: Store) -> Made | None:
        click.echo("the backup begins")
        return make(store)

    monkeypatch.setattr(Store, "back_up", make_late)
    commands.run("today")
    assert backups(commands) == []
    first, second = commands.lines(*arguments)
    assert first.startswith(answer)
    assert second == "the backup begins"
    copy = Commands(backups(commands)[0], commands.clock)
    assert copy.lines("diary") == commands.lines("diary"), "with the change"
    assert len(commands.lines("log", "--pain", "5")) == 1, "not again at once"
    commands.clock.advance(timedelta(minutes=30))
    assert len(commands.lines("log", "--pain", "6")) == 2
    copy = Commands(backups(commands)[1], commands.clock)
    assert copy.lines("diary") == commands.lines("diary"), "with all of the day"


def test_when_it_is_killed_between_the_answer_and_the_backup_the_next_change_makes_it(commands: Commands) -> None:
    killed = (
        "import os, signal; from backjournal.store.store import Store; from backjournal.cli import main;"
        "Store.back_up = lambda store: os.kill(os.getpid(), signal.SIGKILL); main()"
    )
    words = [sys.executable, "-c", killed, "--journal", str(commands.journal), "log", "--pain", "4"]
    ended = subprocess.run(words, capture_output=True, text=True, check=False)
    assert ended.returncode == -signal.SIGKILL
    assert ended.stdout.startswith("Saved: ")
    assert backups(commands) == []
    assert "Sound: " in commands.output("check")
    assert [entry["pain"] for entry in commands.json("diary", "--json")] == [4]
    commands.run("log", "--pain", "5")
    assert len(Commands(backups(commands)[0], commands.clock).json("diary", "--json")) == 2


@pytest.mark.parametrize("arguments", [["done", "bridge"], ["log", "--pain", "3"]])
def test_a_backup_that_fails_is_reported_and_prevents_no_write(commands: Commands, arguments: list[str]) -> None:
    (commands.journal.parent / "backups").write_text("not a folder")
    result = commands.run(*arguments)
    assert result.exit_code == 0
    assert result.stderr.startswith("backjournal: no backup was made: ")
    assert result.stderr.count("\n") == 1
    assert result.stdout
    assert commands.refusal("done", "nothing").startswith("no exercise of"), "a refusal has its one line to itself"


def test_the_journal_comes_from_the_option_then_the_environment_then_the_data_folder(
    tmp_path: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def printed_error(*arguments: str) -> str:
        return CliRunner().invoke(root, [*arguments, "today"], obj=clock).stderr

    monkeypatch.setattr("platformdirs.user_data_path", lambda name, appauthor: tmp_path / name)
    monkeypatch.setenv("BACKJOURNAL_FILE", "")
    assert f"{tmp_path / 'backjournal' / 'journal.db'} " in printed_error()
    monkeypatch.setenv("BACKJOURNAL_FILE", str(tmp_path / "environment.db"))
    assert f"{tmp_path / 'environment.db'} " in printed_error()
    assert f"{tmp_path / 'option.db'} " in printed_error("--journal", str(tmp_path / "option.db"))


def test_completion_offers_the_exercises_of_the_day(commands: Commands) -> None:
    assert commands.offered("done --day 2026-11-16 kn") == ["Knee rolls", "Knee to chest"]
    assert commands.offered("skip --day 2026-11-16 Knee t") == ["to chest"]
    assert commands.offered("done --day 2026-11-15 b") == []
    assert commands.offered("done --day nonsense b") == []
    assert commands.offered("flare-up s") == ["start"]
    assert commands.offered("log --symptom Un") == ["unexplained-weight-loss", "unrelenting-night-pain"]
    commands.journal.unlink()
    assert commands.offered("done b") == []
    assert not commands.journal.exists()


def test_the_shell_is_answered_by_the_program(commands: Commands) -> None:
    typed = {"COMP_WORDS": "backjournal skip --day 2026-11-16 Knee t", "COMP_CWORD": "5"}
    env = {"BACKJOURNAL_FILE": str(commands.journal), "_BACKJOURNAL_COMPLETE": "bash_complete", **typed}
    assert program(env=env).stdout == "plain,to chest\n"
