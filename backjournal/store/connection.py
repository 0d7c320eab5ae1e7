"""Opening the journal's file: it is created, opened, updated, or refused with its bytes unchanged.

Only the beginning and the size of the file are looked at: see `soundness.py` for the rest.
"""

import contextlib
import os
import sqlite3
import struct
from collections.abc import Iterator
from pathlib import Path

from backjournal.model.errors import DamagedJournal, JournalError
from backjournal.store.migrating import applied, known, migrate
from backjournal.store.paths import no_file
from backjournal.store.plain_errors import plain_errors
from backjournal.store.raw_bytes import Connection
from backjournal.store.rows import Rows
from backjournal.store.schema import APPLICATION_ID
from backjournal.store.soundness import refuse_cut_off

BUSY_SECONDS = 5.0
"""How long SQLite waits for the lock of another connection."""

SYNCHRONOUS = "EXTRA"
"""SQLite's `synchronous` mode, in which a committed change survives a power cut."""

_MAGIC = b"SQLite format 3\0"

_ANOTHER = "choose another file with --journal"
_EMPTY = "{path} is empty, not a journal: choose another file, or remove it to start a new one"
_FOREIGN = "{path} is a database of another program: {advice}"


def open_database(path: Path, *, create: bool = True, in_use: bool = False) -> Rows:
    """Open the journal at `path`; one of an older version is backed up and updated.

    A missing file is created if `create` is true. A file without write permission is opened read-only. With `in_use`,
    this process has it open already, and another one is refused only after SQLite has opened it.

    Raises:
        JournalError: the file is empty, another program's, damaged, from a newer backjournal, locked or cannot be
            reached; its bytes are unchanged.
    """
    with plain_errors(path):
        check_place(path)
        if create and not path.exists():
            _create(path)
        if not in_use:
            check_header(path)
        if not os.access(path, os.W_OK):
            return _checked(_connect(path, "ro"), path)
        db = _checked(_connect(path, "rw"), path)
        # In WAL mode, a copy of this file alone would lack the changes that are still in the log beside it.
        db.execute("PRAGMA journal_mode = DELETE")
        if known() - applied(db):
            _update(db, backed_up=path)
        return db


def open_to_read(path: Path) -> Rows:
    """Open the journal only to read it as it is now, without the checks of `open_database`.

    It is within one transaction, for whose end every writer waits.

    Raises:
        JournalError: the file is no longer a journal, is locked or cannot be reached.
    """
    with plain_errors(path):
        # With write permission, because what a crash left half written is taken back by whoever reads first.
        db = _connect(path, "rw" if os.access(path, os.W_OK) else "ro")
        try:
            db.execute("PRAGMA query_only = ON")
            db.execute("BEGIN")
            # The transaction begins with the first read.
            refuse_foreign(db)
        except BaseException:
            db.close()
            raise
        return db


def refuse_foreign(db: Rows) -> None:
    """Refuse a file that is no journal, as `check_header` does, if SQLite has opened it already.

    Raises:
        DamagedJournal: the file is empty or no SQLite database.
        JournalError: it is another program's, is locked or cannot be reached.
    """
    if not db.value("PRAGMA page_count"):
        raise DamagedJournal(_EMPTY.format(path=db.path))
    if db.value("PRAGMA application_id") != APPLICATION_ID:
        raise JournalError(_FOREIGN.format(path=db.path, advice=_ANOTHER))


def check_place(path: Path) -> None:
    """Refuse what is no file, before it is touched: a folder, a pipe, a device, a socket, a link to nothing.

    Raises:
        JournalError: one of these is at the path.
        OSError: the path cannot be reached.
    """
    if found := no_file(path):
        raise JournalError(f"{path} is {found}: choose another journal with --journal")


def check_header(path: Path, advice: str = _ANOTHER) -> None:
    """Refuse a file whose header is not that of a journal, before SQLite touches it; `advice` says what to do.

    This process must not have it open: to close a file takes away all locks that the process has on it.

    Raises:
        DamagedJournal: the file is empty or no SQLite database.
        JournalError: it is another program's.
    """
    check_place(path)
    with path.open("rb") as file:
        header = file.read(100)
    if not header:
        raise DamagedJournal(_EMPTY.format(path=path))
    if len(header) < 100 or not header.startswith(_MAGIC):
        raise DamagedJournal(f"{path} is not a journal: {advice}")
    if struct.unpack(">I", header[68:72])[0] != APPLICATION_ID:
        raise JournalError(_FOREIGN.format(path=path, advice=advice))


def _connect(path: Path, mode: str) -> Rows:
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    # Without an isolation level the store begins every transaction itself; the driver would begin it deferred.
    connection = sqlite3.connect(
        uri, BUSY_SECONDS, isolation_level=None, check_same_thread=False, factory=Connection, uri=True
    )
    connection.opened(path)
    for pragma in (
        "trusted_schema = OFF",
        "cell_size_check = ON",
        "foreign_keys = ON",
        f"synchronous = {SYNCHRONOUS}",
        "secure_delete = ON",
    ):
        connection.execute(f"PRAGMA {pragma}")
    return Rows(connection, path)


def _checked(db: Rows, path: Path) -> Rows:
    try:
        refuse_foreign(db)
        refuse_cut_off(db)
        # sqlite-utils ignores migrations that it does not know.
        if applied(db) - known():
            raise JournalError(f"{path} was written by a newer backjournal: update this one to open it")
    except BaseException:
        db.close()
        raise
    return db


def _create(path: Path) -> None:
    """Create a journal under another name and link it into place, so that two first starts at once make one file."""
    from backjournal.store.draft_files import draft_file

    path.parent.mkdir(parents=True, mode=0o700, exist_ok=True)
    with draft_file(path.parent, f".{path.name}.") as draft:
        with contextlib.closing(_connect(draft.path, "rw")) as db:
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            _update(db)
        # The lock of the draft is given back before anybody can have the journal open.
        draft.release()
        _place(draft.path, path)


def _place(draft: Path, path: Path) -> None:
    try:
        path.hardlink_to(draft)
    except OSError:
        if path.exists():
            return
        draft.rename(path)  # a file system without links


@contextlib.contextmanager
def only_reading(path: Path) -> Iterator[Rows]:
    """Open the journal with a connection that reads it, and keep everybody from writing to it during the `with`.

    What a crash left half written is taken back before.

    Raises:
        JournalError: the file is damaged, is locked, read-only or cannot be reached.
    """
    with plain_errors(path), contextlib.closing(_connect(path, "rw")) as db:
        db.execute("PRAGMA journal_mode = DELETE")
        db.execute("BEGIN IMMEDIATE")
        try:
            # A connection that has the right to write can make no backup of the journal.
            with contextlib.closing(_connect(path, "ro")) as reader:
                yield reader
        finally:
            db.conn.rollback()


def _update(db: Rows, backed_up: Path | None = None) -> None:
    from backjournal.store.backing_up import make_backup
    from backjournal.store.backups import Kind

    db.execute("BEGIN IMMEDIATE")
    try:
        # The backup is made within the lock, or it could hold what another process has updated meanwhile; and by a
        # separate connection, because SQLite makes no backup for one that is writing.
        if backed_up and known() - applied(db):
            with contextlib.closing(_connect(backed_up, "ro")) as before:
                make_backup(before, backed_up, Kind.BEFORE_UPDATE)
        migrate(db)
        db.execute("COMMIT")
    except BaseException:
        db.conn.rollback()
        raise
