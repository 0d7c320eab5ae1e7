"""Restoring: what is verified before, how the present is kept, and that no file of SQLite's is mixed with another."""

import contextlib
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from backjournal.model.errors import JournalError
from backjournal.store.backups import Kind, backups_folder, backups_of
from backjournal.store.difference import difference
from backjournal.store.restoring import kept_by_last_restore, restore, verify
from backjournal.store.store import Store
from tests.helpers.clock import ManualClock
from tests.helpers.values import TODAY, check_in

SIDECARS = ("-journal", "-wal", "-shm")


@pytest.fixture
def backup(open_store: Callable[[], Store], clock: ManualClock) -> Path:
    """Return a backup with one check-in; the journal has two and is closed, and half an hour has passed."""
    store = open_store()
    store.diary.save(check_in(1))
    made = store.back_up()
    assert made is not None
    store.diary.save(check_in(2))
    store.close()
    clock.advance(timedelta(minutes=30))
    return made.path


def held(journal: Path) -> list[str]:
    """Return the ids of the check-ins of a journal that is sound."""
    with closing(Store.open(journal, ManualClock())) as store:
        store.check(thoroughly=True)
        return sorted(each.id for each in store.diary.check_ins())


def test_a_restored_backup_is_the_journal_with_its_undo(backup: Path, journal: Path, clock: ManualClock) -> None:
    restored = restore(journal, backup, clock.now())
    assert held(journal) == ["c1"]
    assert journal.stat().st_mode & 0o777 == 0o600
    assert restored.kept is not None
    assert held(restored.kept) == ["c1", "c2"]
    with closing(Store.open(journal, clock)) as store:
        assert store.changes.undo() == "check-in of 2026-11-21 08:01"
        assert store.changes.redo() == "check-in of 2026-11-21 08:01"
    assert held(backup) == ["c1"]


def test_a_restore_is_taken_back_and_that_too(backup: Path, journal: Path, clock: ManualClock) -> None:
    restore(journal, backup, clock.now())
    for now_held in (["c1", "c2"], ["c1"], ["c1", "c2"]):
        restore(journal, kept_by_last_restore(journal, clock.now()), clock.now())
        assert held(journal) == now_held


def test_without_a_restore_nothing_can_be_taken_back(backup: Path, journal: Path, clock: ManualClock) -> None:
    with pytest.raises(JournalError, match="nothing was restored that could be undone"):
        kept_by_last_restore(journal, clock.now())


def broken_off(journal: Path) -> None:
    """Kill a process within a large change, so that its rollback file stays."""
    words = [sys.executable, "-m", "tests.helpers.children", "break_off", str(journal), "400"]
    child = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert child.stdout
    assert child.stdout.readline() == "ready\n"
    child.kill()
    child.communicate()
    assert journal.with_name(f"{journal.name}-journal").stat().st_size > 0


def test_a_change_that_was_cut_off_is_taken_back_first_and_never_in_the_backup(
    backup: Path, journal: Path, clock: ManualClock
) -> None:
    broken_off(journal)
    restored = restore(journal, backup, clock.now())
    assert held(journal) == ["c1"]
    assert restored.kept is not None
    assert held(restored.kept) == ["c1", "c2"], "without the change"
    assert not [path.name for path in journal.parent.iterdir() if path.name.endswith(SIDECARS)]


def test_a_damaged_journal_and_its_rollback_file_are_moved_aside_together(
    backup: Path, journal: Path, clock: ManualClock
) -> None:
    broken_off(journal)
    rollback = journal.with_name(f"{journal.name}-journal").read_bytes()
    journal.write_bytes(b"\xff" * 5000)
    damaged = journal.read_bytes()
    restored = restore(journal, backup, clock.now())
    assert held(journal) == ["c1"]
    assert restored.was_damaged
    assert restored.kept is not None
    assert restored.kept.name == "journal.db.damaged-2026-11-21T09-00-00Z"
    assert restored.kept.read_bytes() == damaged
    assert restored.kept.with_name(f"{restored.kept.name}-journal").read_bytes() == rollback
    with pytest.raises(JournalError, match=r"was damaged: it lies at .*journal\.db\.damaged-"):
        kept_by_last_restore(journal, clock.now())
    journal.write_bytes(b"")
    again = restore(journal, backup, clock.now())
    assert again.kept == restored.kept.with_name(f"{restored.kept.name}-2")
    assert restored.kept.read_bytes() == damaged, "none is overwritten"


@pytest.mark.parametrize("suffix", SIDECARS)
def test_a_file_of_sqlite_without_its_journal_is_never_taken_for_that_of_the_backup(
    backup: Path, journal: Path, clock: ManualClock, suffix: str
) -> None:
    broken_off(journal)
    rollback = journal.with_name(f"{journal.name}-journal").read_bytes()
    journal.with_name(f"{journal.name}-journal").rename(f"{journal}{suffix}")
    journal.unlink()
    restored = restore(journal, backup, clock.now())
    assert restored.kept is None
    assert held(journal) == ["c1"]
    (aside,) = journal.parent.glob(f"journal.db.damaged-*{suffix}")
    assert aside.read_bytes() == rollback


def test_another_program_is_not_in_the_middle_of_a_change(
    backup: Path, journal: Path, clock: ManualClock, open_store: Callable[[], Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backjournal.store.connection.BUSY_SECONDS", 0.01)
    other = open_store()
    with other.changes.write("goes on"), pytest.raises(JournalError, match="is locked by another program"):
        restore(journal, backup, clock.now())
    assert held(journal) == ["c1", "c2"]


def test_what_waited_to_write_while_a_backup_took_the_place_is_refused(
    backup: Path, journal: Path, clock: ManualClock, open_store: Callable[[], Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    other = open_store()
    begin = other._db.execute

    def wait_meanwhile(sql: str, *values: object) -> sqlite3.Cursor:
        if sql == "BEGIN IMMEDIATE":
            restore(journal, backup, clock.now())
        return begin(sql, *values)  # type: ignore[arg-type]

    monkeypatch.setattr(other._db, "execute", wait_meanwhile)
    with pytest.raises(JournalError, match="was replaced by another one: nothing was saved"):
        other.diary.save(check_in(3))
    assert held(journal) == ["c1"]


def refused(source: Path, journal: Path, clock: ManualClock) -> str:
    """Return the refusal to restore a backup; the journal and its folder stay as they were."""
    before, beside = journal.read_bytes(), sorted(journal.parent.rglob("*"))
    with pytest.raises(JournalError) as refusal:
        restore(journal, source, clock.now())
    assert journal.read_bytes() == before
    assert sorted(journal.parent.rglob("*")) == beside
    assert str(refusal.value).isprintable()
    return str(refusal.value)


def test_what_is_no_sound_journal_is_refused(backup: Path, journal: Path, clock: ManualClock, tmp_path: Path) -> None:
    whole = backup.read_bytes()
    assert "there is no backup" in refused(tmp_path / "nothing.db", journal, clock)
    assert "there is no backup" in refused(tmp_path, journal, clock)
    assert "is the journal itself" in refused(journal, journal, clock)
    other = tmp_path / "other.db"
    zeros = whole[:4096] + bytes(4096) + whole[8192:]
    for bytes_, said in (
        (b"", "empty"),
        (b"text" * 100, "not a journal"),
        (whole[:-4096], "damaged"),
        (zeros, "damaged"),
    ):
        other.write_bytes(bytes_)
        with pytest.raises(JournalError, match=said):
            verify(other, journal)
        assert said in refused(other, journal, clock)
    other.write_bytes(whole)
    other.with_name("other.db-journal").write_bytes(b"half a change")
    assert "was copied within a change, other.db-journal lies beside it" in refused(other, journal, clock)
    newer = tmp_path / "newer.db"
    newer.write_bytes(whole)
    with closing(sqlite3.connect(newer)) as db, db:
        db.execute("UPDATE _sqlite_migrations SET name = 'm999_later' WHERE name = 'm008_indexes'")
    assert "was written by a newer backjournal" in refused(newer, journal, clock)


def test_the_database_of_another_program_is_not_replaced(backup: Path, clock: ManualClock, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as db, db:
        db.execute("CREATE TABLE precious (word TEXT)")
    assert "is a database of another program" in refused(backup, other, clock)


def test_a_flipped_bit_is_noticed_wherever_the_backup_was_copied_to(
    backup: Path, journal: Path, clock: ManualClock, tmp_path: Path
) -> None:
    copy = tmp_path / f"my {backup.name}"
    whole = bytearray(backup.read_bytes())
    copy.write_bytes(whole)
    verify(copy, journal)
    whole[-1] ^= 4
    copy.write_bytes(whole)
    assert "is not as it was written" in refused(copy, journal, clock)


def test_a_restore_that_fails_leaves_the_journal(
    backup: Path, journal: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(draft: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    assert "No space left on device" in refused(backup, journal, clock)


def test_a_copy_that_is_not_as_the_backup_takes_no_place(
    backup: Path, journal: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    hashes = iter(range(100))
    monkeypatch.setattr("backjournal.store.backing_up.content_hash", lambda *_: next(hashes))
    assert f"the copy of {backup} is not as the journal: check the health" in refused(backup, journal, clock)


def test_a_backup_of_an_earlier_version_is_restored_and_updated(
    backup: Path, journal: Path, clock: ManualClock, tmp_path: Path
) -> None:
    older = tmp_path / "older.db"
    shutil.copy(backup, older)
    with closing(sqlite3.connect(older)) as db, db:
        db.execute("DROP INDEX results_by_measure")
        db.execute("DELETE FROM _sqlite_migrations WHERE name = 'm008_indexes'")
    restore(journal, older, clock.now())
    assert held(journal) == ["c1"]
    kinds = {each.kind for each in backups_of(journal, None)}
    assert kinds == set(Kind)


def test_a_restore_makes_the_folder_that_was_deleted(backup: Path, journal: Path, clock: ManualClock) -> None:
    elsewhere = journal.parent.parent / "elsewhere" / "journal.db"
    restore(elsewhere, backup, clock.now())
    assert elsewhere.parent.stat().st_mode & 0o777 == 0o700
    assert held(elsewhere) == ["c1"]


def test_what_differs_is_counted_by_kind_and_day(
    backup: Path, journal: Path, clock: ManualClock, open_store: Callable[[], Store]
) -> None:
    assert [kind.name for kind in difference(backup, backup).kinds] == ["check-ins"]
    assert difference(backup, backup).nothing
    with closing(Store.open(journal, clock)) as store:
        store.diary.delete(check_in(1))
        store.diary.save(check_in(3, day=TODAY - timedelta(days=1), pain=2))
    found = difference(journal, backup)
    (kind,) = found.kinds
    assert (kind.name, kind.now, kind.then) == ("check-ins", 2, 1)
    assert (kind.gone, kind.back, kind.changed) == (2, 1, 0)
    assert found.days == (TODAY - timedelta(days=1), TODAY)
    with closing(Store.open(journal, clock)) as store:
        store.diary.save(check_in(1, pain=9))
    assert [(each.gone, each.back, each.changed) for each in difference(journal, backup).kinds] == [(2, 0, 1)]
    with contextlib.suppress(FileNotFoundError):
        shutil.rmtree(backups_folder(journal))
