"""Opening the journal's file: it is created, opened, updated, or refused with its bytes unchanged."""

import contextlib
import os
import sqlite3
import struct
import tempfile
from collections.abc import Generator, Iterator, Sequence
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from backjournal.model.errors import JournalError
from backjournal.store.backups import make_backup
from backjournal.store.schema import APPLICATION_ID, migration_names, migrations

BUSY_SECONDS = 5.0
"""How long SQLite waits for the lock of another connection."""

SYNCHRONOUS = "EXTRA"
"""SQLite's `synchronous` mode, in which a committed change survives a power cut."""

_MAGIC = b"SQLite format 3\0"


def open_database(path: Path, *, create: bool = True) -> Database:
    """Open the journal at `path`; one of an older version is backed up and updated.

    A missing file is created if `create` is true. A file without write permission is opened read-only.

    Raises:
        JournalError: the file is empty, another program's, damaged, from a newer backjournal, locked or cannot be
            reached; its bytes are unchanged.
    """
    with plain_errors(path):
        if create and not path.exists():
            _create(path)
        check_header(path)
        if not os.access(path, os.W_OK):
            return _checked(_connect(path, "ro"), path)
        db = _checked(_connect(path, "rw"), path)
        # In WAL mode, a copy of this file alone would lack the changes that are still in the log beside it.
        db.execute("PRAGMA journal_mode = DELETE")
        if migrations.pending(db):
            _migrate(db, backed_up=path)
        return db


def open_to_read(path: Path) -> Database:
    """Open the journal only to read it as it is now, without the checks of `open_database`.

    It is within one transaction, for whose end every writer waits.

    Raises:
        JournalError: the file is no longer a journal, is locked or cannot be reached.
    """
    with plain_errors(path):
        check_header(path)
        # With write permission, because what a crash left half written is taken back by whoever reads first.
        db = _connect(path, "rw" if os.access(path, os.W_OK) else "ro")
        try:
            db.execute("PRAGMA query_only = ON")
            db.execute("BEGIN")
            # The transaction begins with the first read.
            db.execute("SELECT name FROM sqlite_master").fetchone()
        except BaseException:
            db.close()
            raise
        return db


def check_header(path: Path) -> None:
    """Refuse a file whose header is not that of a journal, before SQLite touches it.

    Raises:
        JournalError: the file is empty, no SQLite database, or another program's.
    """
    with path.open("rb") as file:
        header = file.read(100)
    if not header:
        raise JournalError(f"{path} is empty, not a journal: choose another file, or remove it to start a new one")
    if len(header) < 100 or not header.startswith(_MAGIC):
        raise JournalError(f"{path} is not a journal: choose another file with --journal")
    if struct.unpack(">I", header[68:72])[0] != APPLICATION_ID:
        raise JournalError(f"{path} is a database of another program: choose another file with --journal")


@contextlib.contextmanager
def plain_errors(path: Path) -> Iterator[None]:
    """Turn errors of SQLite and of the file system into a JournalError with one plain line.

    Raises:
        JournalError: in the place of any sqlite3.Error or OSError.
    """
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        raise JournalError(
            _MESSAGES.get(code, "the journal {path} cannot be used: {error}").format(path=path, error=error)
        ) from error
    except OSError as error:
        raise JournalError(f"the journal {path} cannot be reached: {error.strerror or error}") from error


_MESSAGES = {
    sqlite3.SQLITE_BUSY: "the journal {path} is locked by another program: close it there, or try again in a moment",
    sqlite3.SQLITE_LOCKED: "the journal {path} is locked by another program: close it there, or try again in a moment",
    sqlite3.SQLITE_READONLY: "the journal {path} is read-only, nothing was changed: allow writing to it and its folder",
    sqlite3.SQLITE_FULL: "the disk is full, nothing was changed: free some space and try again ({path})",
    sqlite3.SQLITE_IOERR: "the disk refused to read or write {path}, nothing was changed: check its space and health",
    sqlite3.SQLITE_CANTOPEN: "the journal {path} cannot be opened: check that its folder exists and can be written to",
    sqlite3.SQLITE_CORRUPT: "the journal {path} is damaged: put a backup in its place (see the README)",
    sqlite3.SQLITE_NOTADB: "{path} is not a journal: choose another file with --journal",
    sqlite3.SQLITE_PERM: "the journal {path} may not be opened: check who owns the file",
    sqlite3.SQLITE_AUTH: "the journal {path} may not be opened: check who owns the file",
}


class _Journal(Database):
    """The journal's database; errors while reading it become a JournalError with one plain line, too."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        super().__init__(connection)
        self._path = path

    def query(
        self, sql: str, params: Sequence[Any] | dict[str, Any] | None = None
    ) -> Generator[dict[str, Any], None, None]:
        with plain_errors(self._path):
            yield from super().query(sql, params)


def _connect(path: Path, mode: str) -> Database:
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    # Without an isolation level the store begins every transaction itself; the driver would begin it deferred.
    connection = sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    for pragma in (
        "trusted_schema = OFF",
        "cell_size_check = ON",
        "foreign_keys = ON",
        f"synchronous = {SYNCHRONOUS}",
        "secure_delete = ON",
    ):
        connection.execute(f"PRAGMA {pragma}")
    return _Journal(connection, path)


def _checked(db: Database, path: Path) -> Database:
    try:
        if _is_cut_off(db, path) or db.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise JournalError(_MESSAGES[sqlite3.SQLITE_CORRUPT].format(path=path))
        # Migrations.apply ignores migrations that it does not know.
        if {migration.name for migration in migrations.applied(db)} - migration_names():
            raise JournalError(f"{path} was written by a newer backjournal: update this one to open it")
    except BaseException:
        db.close()
        raise
    return db


def _is_cut_off(db: Database, path: Path) -> bool:
    # SQLite reads the missing end of the last page as zeros, without an error.
    names = ("journal_mode", "page_count", "page_size")
    mode, pages, page_size = (db.execute(f"PRAGMA {name}").fetchone()[0] for name in names)
    return bool(mode != "wal" and path.stat().st_size < pages * page_size)


def _create(path: Path) -> None:
    """Create a journal under another name and link it into place, so that two first starts at once make one file."""
    path.parent.mkdir(parents=True, mode=0o700, exist_ok=True)
    handle, name = tempfile.mkstemp(".new", f".{path.name}.", path.parent)
    os.close(handle)
    draft = Path(name)
    try:
        with contextlib.closing(_connect(draft, "rw")) as db:
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            _migrate(db)
        _place(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def _place(draft: Path, path: Path) -> None:
    try:
        path.hardlink_to(draft)
    except OSError:
        if path.exists():
            return
        draft.rename(path)  # a file system without links


def _migrate(db: Database, backed_up: Path | None = None) -> None:
    db.execute("BEGIN IMMEDIATE")
    try:
        # The backup is made within the lock, or it could hold what another process has updated meanwhile; and by a
        # separate connection, because SQLite makes no backup for one that is writing.
        if backed_up and migrations.pending(db):
            with contextlib.closing(_connect(backed_up, "ro")) as before:
                make_backup(before, backed_up, "before-update")
        migrations.apply(db)
        db.execute("COMMIT")
    except BaseException:
        db.rollback()
        raise
