"""What killed processes leave: it is removed at the next start, unless a process is at work on it."""

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from backjournal.store.backups import backups_folder
from backjournal.store.draft_files import draft_file
from backjournal.store.leftovers import STALE_SECONDS, leftovers, remove_stale
from backjournal.store.store import Store
from tests.helpers.clock import ManualClock
from tests.helpers.values import check_in

OURS = [
    ".journal.db.abc123.new",
    ".journal.db.abc123.new-journal",
    ".journal.db.check-in.abc123.new",
    "backups/.journal.db-abc123.new",
    "backups/.journal.db-abc123.new-journal",
    "backups/.journal.db-gone.new-journal",
    "backups/.journal-2026-11-21.db.abc123.new",
    "backups/.journal-before-update.db.abc123.new",
]
OTHERS = [
    "journal.db-journal",
    ".journal.db.17.draft",
    ".other.db.abc123.new",
    ".journal.sqlite.abc123.new",
    "notes.new",
    "backups/.other.db-abc123.new",
    "backups/journal-mine.db",
    "backups/.journal-mine.new",
]


@pytest.fixture
def littered(store: Store, journal: Path, clock: ManualClock) -> Path:
    """Return a journal with files beside it that nobody has written to for long."""
    backups_folder(journal).mkdir()
    for name in [*OURS, *OTHERS]:
        written(journal.parent / name, clock.now())
    return journal


def written(path: Path, now: datetime, seconds_ago: float = STALE_SECONDS + 1) -> None:
    """Write a file at a time."""
    path.write_bytes(b"half")
    os.utime(path, (now.timestamp() - seconds_ago,) * 2)


def beside(journal: Path) -> set[str]:
    """Return the paths of all files beside the journal and its backups."""
    return {str(path.relative_to(journal.parent)) for path in journal.parent.rglob("*") if path.is_file()}


def test_what_is_ours_and_stale_is_removed_and_nothing_else(littered: Path, clock: ManualClock) -> None:
    assert {str(path.relative_to(littered.parent)) for path in leftovers(littered)} == set(OURS)
    remove_stale(littered, clock.now())
    assert beside(littered) == {"journal.db", *OTHERS}


def test_a_backup_removes_what_an_earlier_one_left(littered: Path, store: Store) -> None:
    store.diary.save(check_in(1))
    assert store.back_up()
    assert not set(OURS) & beside(littered)


@pytest.mark.parametrize("seconds_ago", [0, STALE_SECONDS, -STALE_SECONDS])
def test_what_was_written_just_now_stays(store: Store, journal: Path, clock: ManualClock, seconds_ago: float) -> None:
    path = journal.parent / ".journal.db.abc123.new"
    written(path, clock.now(), seconds_ago)
    assert remove_stale(journal, clock.now()) == ()
    assert path.exists()


def test_what_a_clock_that_was_wrong_has_dated_is_stale(store: Store, journal: Path, clock: ManualClock) -> None:
    path = journal.parent / ".journal.db.abc123.new"
    written(path, clock.now(), -1e8)
    assert remove_stale(journal, clock.now()) == (path,)


def test_what_a_process_is_at_work_on_stays_however_old(store: Store, journal: Path, clock: ManualClock) -> None:
    backups_folder(journal).mkdir()
    with draft_file(backups_folder(journal), ".journal.db-") as draft:
        sidecar = Path(f"{draft.path}-journal")
        for path in (draft.path, sidecar):
            written(path, clock.now(), 1e6)
        assert remove_stale(journal, clock.now()) == ()
        assert draft.path.exists()
        assert sidecar.exists()
        draft.release()
        assert set(remove_stale(journal, clock.now())) == {draft.path, sidecar}


def test_the_first_name_of_a_journal_that_was_linked_into_place_goes_and_its_locks_stay(
    store: Store, journal: Path, clock: ManualClock
) -> None:
    first = journal.parent / ".journal.db.abc123.new"
    first.hardlink_to(journal)
    os.utime(first, (clock.now().timestamp() - 1e6,) * 2)
    try_to_write = (
        f"import sqlite3; sqlite3.connect({str(journal)!r}, timeout=0, isolation_level=None).execute('BEGIN IMMEDIATE')"
    )
    with store.changes.write("held"):
        assert remove_stale(journal, clock.now()) == (first,)
        # Only another process can tell: within this one, SQLite knows of its own locks.
        other = subprocess.run([sys.executable, "-c", try_to_write], check=False, capture_output=True, text=True)
        assert "database is locked" in other.stderr
    assert journal.exists()


def test_a_link_is_no_leftover(store: Store, journal: Path, tmp_path: Path, clock: ManualClock) -> None:
    precious = tmp_path / "precious"
    precious.write_text("mine")
    (journal.parent / ".journal.db.abc123.new").symlink_to(precious)
    assert [*leftovers(journal)] == []
