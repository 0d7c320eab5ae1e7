"""Locks, full disks, and a journal that is moved away while it is open."""

import hashlib
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from backjournal.model.errors import JournalError
from backjournal.store import connection
from backjournal.store.store import Store
from tests.helpers.clock import ManualClock
from tests.helpers.values import BRIDGE, TODAY, check_in

OpenStore = Callable[[], Store]


@pytest.fixture
def busy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let locked journals fail at once, without waiting."""
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.01)


def fingerprint(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.usefixtures("busy")
def test_a_locked_journal_is_said_in_one_line_whatever_is_tried(open_store: OpenStore, journal: Path) -> None:
    store = open_store()
    store.diary.save(check_in(1))
    tries: list[Callable[[], object]] = [
        open_store,
        store.back_up,
        store.reading().__enter__,
        store.changes.undo,
        store.changes.version,
        store.diary.check_ins,
        store.diary.flare_ups,
        store.plan.prescriptions,
        store.plan.exercises,
        store.settings.get,
        lambda: store.practices.between(TODAY, TODAY),
        lambda: store.diary.save(check_in(2)),
        lambda: store.plan.prescribe(BRIDGE.exercise, BRIDGE.dose, BRIDGE.schedule, TODAY),
    ]
    with closing(sqlite3.connect(journal, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        for attempt in tries:
            with pytest.raises(JournalError) as refusal:
                attempt()
            assert f"the journal {journal} is locked by another program" in str(refusal.value)
    assert store.diary.check_ins() == (check_in(1),)
    store.diary.save(check_in(2))
    assert store.diary.check_ins() == (check_in(2), check_in(1))


@pytest.mark.usefixtures("busy")
def test_a_journal_that_another_program_writes_can_be_read(open_store: OpenStore, journal: Path) -> None:
    store = open_store()
    with closing(sqlite3.connect(journal, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert open_store().diary.check_ins() == ()
        with pytest.raises(JournalError, match="is locked by another program"):
            store.diary.save(check_in())


@pytest.mark.usefixtures("busy")
def test_a_change_that_a_reader_keeps_from_ending_is_not_half_made(open_store: OpenStore, journal: Path) -> None:
    store = open_store()
    with closing(sqlite3.connect(journal, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM check_ins").fetchone()
        with pytest.raises(JournalError, match="is locked by another program"):
            store.diary.save(check_in())
        assert store.diary.check_ins() == ()
    assert store.changes.undo() is None
    store.diary.save(check_in())
    assert open_store().diary.check_ins() == (check_in(),)


def test_a_full_disk_is_said_and_nothing_is_half_done(store: Store, journal: Path) -> None:
    store.diary.save(check_in(1))
    pages = store._db.execute("PRAGMA page_count").fetchone()[0]
    store._db.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(JournalError, match="the disk is full, nothing was changed: free some space") as refusal:
        store.diary.save(check_in(2, note="n" * 20_000))
    assert str(refusal.value).isprintable()
    assert store.diary.check_ins() == (check_in(1),)
    store._db.execute(f"PRAGMA max_page_count = {pages + 100}")
    store.diary.save(check_in(2, note="n" * 20_000))
    assert len(store.diary.check_ins()) == 2


def fill(journal: Path, limit: int) -> str:
    command = [sys.executable, "-m", "tests.helpers.children", "fill", str(journal), str(limit)]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    assert result.stderr == ""
    return result.stdout


def test_a_file_system_that_takes_no_more_is_said_and_nothing_is_half_done(
    open_store: OpenStore, journal: Path
) -> None:
    store = open_store()
    store.diary.save(check_in(1))
    refusal = fill(journal, journal.stat().st_size)
    assert "nothing was changed" in refusal
    assert len(refusal.splitlines()) == 1
    assert store.diary.check_ins() == (check_in(1),)
    assert [path.name for path in journal.parent.iterdir()] == [journal.name]


def test_a_journal_that_cannot_be_made_whole_is_not_made(journal: Path) -> None:
    journal.parent.mkdir()
    refusal = fill(journal, 20_000)
    assert "nothing was changed" in refusal
    assert len(refusal.splitlines()) == 1
    assert list(journal.parent.iterdir()) == []


def test_a_journal_that_was_moved_away_takes_nothing(store: Store, journal: Path) -> None:
    store.diary.save(check_in(1))
    journal.rename(journal.with_name("moved.db"))
    with pytest.raises(JournalError, match="is gone: nothing can be saved until it is there again"):
        store.diary.save(check_in(2))
    assert not journal.exists()
    with closing(Store.open(journal.with_name("moved.db"), ManualClock())) as moved:
        assert moved.diary.check_ins() == (check_in(1),)


def test_a_journal_that_was_replaced_takes_nothing(store: Store, journal: Path) -> None:
    store.diary.save(check_in(1))
    copy = journal.with_name("copy.db")
    copy.write_bytes(journal.read_bytes())
    copy.replace(journal)
    before = fingerprint(journal)
    for attempt in (lambda: store.diary.save(check_in(2)), store.changes.undo):
        with pytest.raises(JournalError, match="was replaced by another one: nothing was saved, try again"):
            attempt()
    assert fingerprint(journal) == before
