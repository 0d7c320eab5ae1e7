"""The bytes of a journal that is open are read without taking away the locks of its connections."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from backjournal.store.connection import open_database
from backjournal.store.raw_bytes import raw_bytes

WRITE = "import sqlite3, sys; sqlite3.connect(sys.argv[1], timeout=0).execute('BEGIN IMMEDIATE')"
"""What another process does to write."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    open_database(tmp_path / "journal.db").close()
    return tmp_path / "journal.db"


def can_others_write(path: Path) -> bool:
    return subprocess.run([sys.executable, "-c", WRITE, path], capture_output=True, check=False).returncode == 0


def test_reading_the_bytes_takes_no_lock_away(path: Path) -> None:
    with closing(open_database(path)) as db, closing(open_database(path, in_use=True)) as other:
        db.execute("BEGIN IMMEDIATE")
        for _ in range(2):
            with raw_bytes(path) as file:
                assert file.read(6) == b"SQLite"
        other.close()
        assert not can_others_write(path), "the lock was gone"
        db.execute("ROLLBACK")
        assert can_others_write(path)


@pytest.mark.parametrize("name", ["journal.db", "another name.db"])
def test_the_file_is_closed_with_the_last_connection(path: Path, name: str) -> None:
    same = path.parent / name
    if same != path:
        same.symlink_to(path)
    db, other = open_database(path), open_database(same, in_use=True)
    with raw_bytes(same) as file:
        db.close()
        assert not file.closed
    with raw_bytes(path) as again:
        assert again is file
    other.close()
    assert file.closed
    with raw_bytes(path) as alone:
        pass
    assert alone.closed, "no connection needs it open"


def test_a_connection_closed_twice_counts_once(path: Path) -> None:
    db, other = open_database(path), open_database(path, in_use=True)
    with raw_bytes(path) as file:
        pass
    db.close()
    db.close()
    assert not file.closed
    other.close()
    assert file.closed
    with pytest.raises(sqlite3.ProgrammingError):
        db.execute("SELECT 1")
