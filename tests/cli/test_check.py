"""The command that looks for damage."""

import sqlite3
from contextlib import closing

from tests.helpers.commands import Commands


def test_a_sound_journal_is_said_to_be_sound_with_what_it_holds(commands: Commands) -> None:
    commands.run("log", "--pain", "4")
    commands.run("done", "bridge")
    assert commands.output("check") == "Sound: exercises 5, practices 1, check-ins 1, results 0, changes 7\n"


def test_damage_is_said_in_one_line(commands: Commands) -> None:
    with closing(sqlite3.connect(commands.journal)) as db:
        (page,) = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'marks_by_word'").fetchone()
    whole = commands.journal.read_bytes()
    commands.journal.write_bytes(whole[: (page - 1) * 4096] + bytes(4096) + whole[page * 4096 :])
    damaged = commands.journal.read_bytes()
    assert f"the journal {commands.journal} is damaged: put a backup in its place" in commands.refusal("check")
    assert "no backup was made: the journal" in commands.run("log", "--pain", "4").stderr
    commands.journal.write_bytes(damaged)
    assert "is damaged: put a backup in its place" in commands.refusal("check")


def test_there_is_nothing_to_check_without_a_journal(fresh: Commands) -> None:
    assert "there is no journal at" in fresh.refusal("check")
    assert not fresh.journal.exists()
