"""The open file and the one at its path, the locks on it, and the way back from one that is gone or damaged."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from backjournal.model.errors import DamagedJournal, MissingJournal
from backjournal.store.backing_up import make_backup
from backjournal.store.backups import Kind
from backjournal.store.store import Store
from backjournal.store.way_back import way_back
from tests.helpers.clock import ManualClock
from tests.helpers.commands import Commands
from tests.helpers.values import check_in

OpenStore = Callable[[], Store]

TRY_TO_WRITE = """
import sqlite3, sys
db = sqlite3.connect(sys.argv[1], timeout=0, isolation_level=None)
try:
    db.execute("BEGIN IMMEDIATE")
    print("could write")
except sqlite3.OperationalError:
    print("locked")
"""


def what_another_process_can_do(journal: Path) -> str:
    command = [sys.executable, "-c", TRY_TO_WRITE, str(journal)]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout.strip()


def test_a_change_stays_locked_whatever_else_the_process_opens(store: Store) -> None:
    store.diary.save(check_in(1))
    with store.changes.write("a change"):
        assert what_another_process_can_do(store.path) == "locked"
        with store.elsewhere():
            pass
        with store.reading():
            pass
        store.changes.follow_file()
        assert what_another_process_can_do(store.path) == "locked"
    assert what_another_process_can_do(store.path) == "could write"


def test_own_writes_and_those_of_others_are_no_other_file(store: Store, open_store: OpenStore) -> None:
    other = open_store()
    for number in range(3):
        assert not store.changes.follow_file()
        store.diary.save(check_in(number))
        assert not store.changes.follow_file()
        other.diary.save(check_in(10 + number))
        assert not store.changes.follow_file()
    assert store.changes.undo()


def test_a_file_that_was_written_without_sqlite_is_read_anew(store: Store) -> None:
    store.diary.save(check_in(1, note="before"))
    older = store.path.read_bytes()
    store.plan.exercises()
    assert not store.changes.follow_file()
    # The same bytes, so that only the time tells.
    store.path.write_bytes(older)
    os.utime(store.path, ns=(0, 0))
    stamp = store.changes.stamp()
    assert store.changes.follow_file()
    assert store.changes.stamp() != stamp, "what was read before is read again"
    assert not store.changes.follow_file()
    assert store.diary.check_ins() == (check_in(1, note="before"),)


def test_a_replaced_file_is_gone_on_with(store: Store) -> None:
    store.diary.save(check_in(1))
    copy = store.path.with_name("copy.db")
    shutil.copy(store.path, copy)
    with closing(Store.open(copy, ManualClock())) as other:
        other.diary.save(check_in(2))
    copy.replace(store.path)
    assert store.diary.check_ins() == (check_in(1),)
    assert store.changes.follow_file()
    assert store.diary.check_ins() == (check_in(2), check_in(1))
    store.diary.save(check_in(3))
    with closing(Store.open(store.path, ManualClock())) as file:
        assert len(file.diary.check_ins()) == 3


def test_the_newest_sound_backup_is_the_way_back(store: Store, clock: ManualClock) -> None:
    journal = store.path
    assert way_back(journal, clock.now()) == ""
    for number in range(3):
        store.diary.save(check_in(number))
        made = store.back_up()
        clock.advance(timedelta(days=1))
    now = clock.now()
    assert made is not None
    assert "is of 2026-11-23 09:30, and 'backjournal restore 2026-11-23'" in way_back(journal, now)
    made.path.write_bytes(made.path.read_bytes()[:-1] + b"!")
    assert "is of 2026-11-22 09:30" in way_back(journal, now)
    before_update, _ = make_backup(store._db, journal, Kind.BEFORE_UPDATE)
    os.utime(before_update, (now.timestamp() - 60,) * 2)
    assert "is of 2026-11-22 09:30" in way_back(journal, now), "that of an earlier version comes last"
    assert "is of 2026-11-21 09:30" in way_back(journal, now - timedelta(days=2, hours=1)), (
        "those of the future come last"
    )


def test_a_deleted_journal_is_not_begun_anew_over_its_backups(commands: Commands) -> None:
    commands.output("log", "--pain", "3")
    commands.journal.unlink()
    for command in (["today"], ["status"], ["log", "--pain", "4"], ["plan", "starter"], ["check"]):
        refusal = commands.refusal(*command)
        assert f"the journal {commands.journal} is gone: its newest sound backup is of 2026-11-21 09:30" in refusal
        assert f"'backjournal --journal {commands.journal} restore 2026-11-21' brings it back" in refusal
    with pytest.raises(MissingJournal):
        Store.open(commands.journal, commands.clock)
    assert not commands.journal.exists()
    commands.output("restore", "2026-11-21", "--yes")
    assert "pain 3" in commands.output("diary")


def test_a_damaged_journal_names_its_newest_backup(commands: Commands) -> None:
    commands.output("log", "--pain", "3")
    commands.journal.write_bytes(commands.journal.read_bytes()[:9000])
    for command in (["today"], ["status"], ["log", "--pain", "4"]):
        refusal = commands.refusal(*command)
        assert "is damaged" in refusal
        assert f"'backjournal --journal {commands.journal} restore 2026-11-21' brings it back" in refusal
    with pytest.raises(DamagedJournal):
        Store.open(commands.journal, commands.clock)
