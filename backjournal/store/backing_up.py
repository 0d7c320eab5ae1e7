"""Making backups: copied by SQLite, read back, put in their place at once, and thinned."""

import contextlib
import sqlite3
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path

from backjournal.model.errors import JournalError
from backjournal.model.frozen import dataclass
from backjournal.store.backups import Backup, Kind, backup_name, backups_folder, backups_of, latest
from backjournal.store.draft_files import draft_file, sync_folder
from backjournal.store.fingerprint import content_hash, file_digest
from backjournal.store.leftovers import remove_stale
from backjournal.store.migrating import applied
from backjournal.store.plain_errors import plain_errors
from backjournal.store.raw_bytes import raw_bytes
from backjournal.store.rows import Rows
from backjournal.store.soundness import refuse_damage, refuse_damage_but_rows
from backjournal.store.thinning import over_limit, to_remove

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was made, and what else has become of the backups."""

    path: Path
    removed: tuple[Backup, ...] = ()
    """Those that had to go because all together took more than the limit."""

    size: int = 0
    """How many bytes all together take now."""

    damaged: Backup | None = None
    """The backup before, if it was found damaged."""

    unreadable: int = 0
    """How many rows of the journal, and so of the backup, hold what the tables refuse and cannot be read."""


def back_up(db: Rows, journal: Path, now: datetime, limit: int) -> Made | None:
    """Make a backup, unless nothing has changed since the newest one; thin the others, to `limit` megabytes at most.

    Raises:
        JournalError: the journal is damaged or locked; every earlier backup stays.
        sqlite3.Error, OSError: the copy could not be written; nothing of it stays.
    """
    from backjournal.store.check.reading import unreadable_in

    remove_stale(journal, now)
    newest = latest(backups_of(journal, now.tzinfo), now)
    sound = newest is not None and is_sound(newest, journal)
    if newest and sound and _state_of(newest.path) == _state(db):
        return None
    made, problem = make_backup(db, journal, Kind.REGULAR, now)
    # A row that was set aside stays in the file, and is told by nobody.
    unreadable = len(unreadable_in(made)) if problem else 0
    return Made(made, *_thin(journal, now, limit), damaged=None if sound else newest, unreadable=unreadable)


def make_backup(db: Rows, journal: Path, kind: Kind, now: datetime | None = None) -> tuple[Path, str]:
    """Copy the journal into its folder of backups, and return the path of the copy and what is wrong with its rows.

    Raises:
        JournalError: the journal is damaged or locked; every earlier backup stays.
        sqlite3.Error, OSError: the copy could not be written; nothing of it stays.
    """
    folder = backups_folder(journal)
    folder.mkdir(mode=0o700, exist_ok=True)
    with draft_file(folder, f".{journal.name}-") as draft:
        problem = copy_verified(db, draft.path, journal)
        target = folder / backup_name(journal, kind, now, file_digest(draft.path))
        draft.path.replace(target)
        sync_folder(folder)
    return target, problem


def copy_verified(db: Rows, target: Path, named: Path) -> str:
    """Copy an open journal over an empty file, and read the copy back: it is sound and holds the same.

    Return what is wrong with single rows; empty if nothing is.

    Raises:
        JournalError: the journal is damaged or locked; `named` is the file that is said to be.
        sqlite3.Error, OSError: the copy could not be written.
    """
    # Within one transaction, so that the pages and their hash are of one moment, whatever others write meanwhile.
    with _one_moment(db):
        expected = _content_of(db)
        with contextlib.closing(sqlite3.connect(target, isolation_level=None)) as copy:
            copy.execute("PRAGMA cell_size_check = ON")
            db.conn.backup(copy)
    with contextlib.closing(sqlite3.connect(target, isolation_level=None)) as copy:
        copy.execute("PRAGMA cell_size_check = ON")
        problem = refuse_damage_but_rows(Rows(copy, named))
    with target.open("rb") as file:
        is_same = content_hash(file, target.stat().st_size) == expected
    if not is_same:
        raise JournalError(f"the copy of {named} is not as the journal: check the health of the disk, and try again")
    return problem


def _content_of(db: Rows) -> str:
    """Return the hash of what a database holds within the transaction."""
    mode, pages, page_size = (db.value(f"PRAGMA {name}") for name in ("journal_mode", "page_count", "page_size"))
    if mode == "wal":  # a part may lie in the log beside the file
        return content_hash(BytesIO(db.conn.serialize()), pages * page_size)
    with raw_bytes(db.path) as file:
        return content_hash(file, pages * page_size)


def is_sound(backup: Backup, journal: Path) -> bool:
    """Return whether a backup is as it was written; of the names of earlier versions, whether SQLite finds it sound."""
    with contextlib.suppress(OSError, sqlite3.Error, JournalError):
        if backup.digest:
            return file_digest(backup.path) == backup.digest
        with plain_errors(journal), contextlib.closing(open_copy(backup.path)) as copy:
            refuse_damage(copy, thoroughly=True)
            return bool(backup.size)
    return False


def sound_backups(journal: Path, now: datetime) -> Iterator[Backup]:
    """Yield the backups that are as they were written, the newest first; each is read when it is asked for.

    What is dated after `now` was written with a wrong clock, and comes last; what is older than the journal's tables,
    before it.
    """

    def order(backup: Backup) -> tuple[object, ...]:
        return backup.taken <= now, backup.kind is not Kind.BEFORE_UPDATE, backup.order

    for backup in sorted(backups_of(journal, now.tzinfo), key=order, reverse=True):
        if is_sound(backup, journal):
            yield backup


def open_copy(path: Path) -> Rows:
    """Open a backup to read it; nothing is written beside it.

    Raises:
        sqlite3.Error: SQLite refuses it.
    """
    uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    return Rows(sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False), path)


def _thin(journal: Path, now: datetime, limit: int) -> tuple[tuple[Backup, ...], int]:
    """Remove the backups that need not stay; return those that went for want of room, and the size of the rest."""
    known: dict[Backup, bool] = {}

    def sound(backup: Backup) -> bool:
        return known[backup] if backup in known else known.setdefault(backup, is_sound(backup, journal))

    for backup in to_remove(backups_of(journal, now.tzinfo), now, sound):
        _remove(backup)
    removed = tuple(filter(_remove, over_limit(backups_of(journal, now.tzinfo), now, limit * MEGABYTE)))
    return removed, sum(backup.size for backup in backups_of(journal, now.tzinfo))


def _remove(backup: Backup) -> bool:
    with contextlib.suppress(OSError):
        backup.path.unlink()
        return True
    return False


def _state_of(backup: Path) -> object:
    """Return the state of a backup as `_state` does, None if it cannot be read."""
    with contextlib.suppress(JournalError, sqlite3.Error), contextlib.closing(open_copy(backup)) as copy:
        return _state(copy)
    return None


def _state(db: Rows) -> object:
    """Return a value that is another one after every change of the journal, and costs nothing to read."""
    tables = db.value("SELECT count(*) FROM sqlite_master")
    newest = db.first("SELECT id, rev, (SELECT max(id) FROM history) AS line FROM changes ORDER BY id DESC LIMIT 1")
    return applied(db), tables, newest


@contextlib.contextmanager
def _one_moment(db: Rows) -> Iterator[None]:
    db.execute("BEGIN")
    try:
        # The transaction begins with the first read.
        db.value("SELECT count(*) FROM sqlite_master")
        yield
    finally:
        db.conn.rollback()
