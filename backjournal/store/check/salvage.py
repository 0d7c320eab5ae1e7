"""Salvaging a damaged journal: it is moved aside, and what can be read becomes a new one."""

import contextlib
import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from backjournal.model.errors import DamagedJournal, JournalError
from backjournal.model.frozen import dataclass, field
from backjournal.store.check.content import damage_of
from backjournal.store.check.reading import TABLES
from backjournal.store.connection import check_header
from backjournal.store.draft_files import draft_file, sidecars
from backjournal.store.migrating import migrate
from backjournal.store.plain_errors import plain_errors
from backjournal.store.restoring import move_aside, place
from backjournal.store.rows import Rows
from backjournal.store.schema import APPLICATION_ID

_ALL = ("changes", *TABLES, "history")
"""The tables whose rows are salvaged; one that another belongs to comes first."""

_WIDEST_GAP = 1_000_000
"""How many rows one by one are tried in a gap: the number of the row after it may be damaged as well."""

_OF_INDEX = re.compile(r"missing from index|entries in index")
"""Finds damage that new indexes may mend."""

_IN_USE_ELSEWHERE = "the journal {path} is in use: close it elsewhere, and try again"

_IN_USE = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_READONLY)


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What has become of a damaged journal."""

    aside: Path | None
    """Where the damaged file lies now; None if new indexes were all that it needed."""

    saved: dict[str, int]
    """How many rows were saved, by table."""

    lost: Mapping[str, int] = field(default_factory=dict)
    """How many rows could not be read any more or did not fit, by table, as far as that can be told."""

    certain: bool = True
    """Whether `lost` is the exact number: an index that is damaged too does not tell how many rows there were."""


def salvage(journal: Path, damage: Iterable[str], now: datetime) -> Salvaged:
    """Make the indexes of a damaged journal anew; if that does not mend it, move it aside and save what can be read.

    `damage` is what was found. The damaged file stays as it is, under another name. A kill at any moment leaves the old
    journal or the new one.

    Raises:
        JournalError: the file is no journal, is in use or cannot be written, or nothing of it can be read.
    """
    with plain_errors(journal):
        check_header(journal)
        if all(map(_OF_INDEX.search, damage)) and _reindexed(journal):
            return Salvaged(None, {})
        prefix = f".{journal.name}."
        with (
            draft_file(journal.parent, prefix) as copy,
            draft_file(journal.parent, prefix) as draft,
            _copied(journal, copy.path),
        ):
            with _opened(draft.path) as new:
                _begin(new)
                _define_anew(copy.path, new)
                with _opened(copy.path) as old:
                    found = _saved(old, new)
            if not any(found.saved.get(table) for table in TABLES):
                raise DamagedJournal(f"nothing of the journal {journal} can be read: 'backjournal restore' goes back")
            aside = move_aside(journal, now)
            place(draft, journal)
    return Salvaged(aside, found.saved, found.lost, found.certain)


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[Rows]:
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        # First of all: what is wrong with the definition of one table must not hide all others.
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA synchronous = EXTRA")
        yield Rows(connection, path)


def _reindexed(journal: Path) -> bool:
    """Return whether new indexes mend the file, and make them then."""
    with _opened(journal) as db, _refusing_if_in_use(journal):
        try:
            db.execute("BEGIN IMMEDIATE")
            db.execute("REINDEX")
            if not damage_of(db):
                db.execute("COMMIT")
                return True
        finally:
            db.conn.rollback()
    return False


@contextlib.contextmanager
def _copied(journal: Path, target: Path) -> Iterator[None]:
    """Copy a journal, and keep others from writing to it until the end, where the file is sound enough for that."""
    with _opened(journal) as db:
        version = _lock(db)
        _copy(journal, target)
        # To close the file has given the lock back: what was written since would be lost.
        db.conn.rollback()
        if _lock(db) != version:
            raise JournalError(_IN_USE_ELSEWHERE.format(path=journal))
        yield
        db.conn.rollback()


def _lock(db: Rows) -> int | None:
    """Keep others from writing, and return a number that every write of theirs changes; None if it cannot be read."""
    with _refusing_if_in_use(db.path):
        db.execute("BEGIN IMMEDIATE")
        return int(db.execute("PRAGMA data_version").fetchone()[0])
    return None


@contextlib.contextmanager
def _refusing_if_in_use(journal: Path) -> Iterator[None]:
    """Refuse a journal that others use; any other error of SQLite is one more sign of damage."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF in _IN_USE:
            raise JournalError(_IN_USE_ELSEWHERE.format(path=journal)) from error


def _copy(journal: Path, target: Path) -> None:
    """Copy a journal with what lies beside it, so that it is what SQLite takes back there that is read."""
    for path, copied in zip([journal, *sidecars(journal)], [target, *sidecars(target)], strict=True):
        with contextlib.suppress(FileNotFoundError):
            copied.write_bytes(path.read_bytes())


def _define_anew(path: Path, new: Rows) -> None:
    """Give the tables of a damaged copy the definitions of a new journal: a flipped bit in one hides all its rows."""
    wanted = {row["name"]: row["sql"] for row in new.query("SELECT name, sql FROM sqlite_master WHERE type = 'table'")}
    with _opened(path) as old, contextlib.suppress(sqlite3.DatabaseError, JournalError):
        found = {str(row["name"]): row["n"] for row in old.query("SELECT rowid AS n, name FROM sqlite_master")}
        for name, sql in wanted.items():
            unknown = [other for other in found if other not in wanted]
            known = name if name in found else next(iter(get_close_matches(name, unknown, 1, 0.8)), "")
            if known and not name.startswith("sqlite_"):
                defined = "type = 'table', name = ?1, tbl_name = ?1, sql = ?2"
                old.execute(f"UPDATE sqlite_master SET {defined} WHERE rowid = ?3", [name, sql, found[known]])
        old.execute("DELETE FROM sqlite_master WHERE type NOT IN ('table', 'index')")


def _begin(new: Rows) -> None:
    new.execute("PRAGMA foreign_keys = ON")
    new.execute("PRAGMA secure_delete = ON")
    new.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    new.execute("BEGIN IMMEDIATE")
    migrate(new)


def _saved(old: Rows, new: Rows) -> Salvaged:
    # Without its triggers, which would keep a history of the salvage itself.
    triggers = list(new.query("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
    for trigger in triggers:
        new.execute(f"DROP TRIGGER {trigger['name']}")
    saved, lost, certain = {}, {}, True
    for table in _ALL:
        rows = list(_rows(old, table))
        names = [column["name"] for column in new.query("SELECT name FROM pragma_table_info(?)", [table])]
        saved[table] = sum(_put(new, table, {name: row[name] for name in names if name in row}) for row in rows)
        there_were = _count(old, table)
        certain &= there_were is not None
        if (missing := max(there_were or 0, len(rows)) - saved[table]) > 0:
            lost[table] = missing
    for trigger in triggers:
        new.execute(trigger["sql"])
    new.execute("COMMIT")
    return Salvaged(None, saved, lost, certain)


def _put(new: Rows, table: str, row: dict[str, Any]) -> bool:
    new.lenient = True  # texts that are no text are taken over as they are
    try:
        new.insert(table, row)
    except (sqlite3.Error, OverflowError, UnicodeError):
        return False
    return True


def _rows(old: Rows, table: str) -> Iterator[dict[str, Any]]:
    """Yield the rows of a table that can be read, from its first to its last and in what is between gaps."""
    first, last = 0, 0
    for row in _while_readable(old, f"SELECT rowid AS n, * FROM {table} ORDER BY rowid"):
        first = row.pop("n")
        yield row
    after = []
    for row in _while_readable(old, f"SELECT rowid AS n, * FROM {table} WHERE rowid > {first} ORDER BY rowid DESC"):
        last = row.pop("n")
        after.append(row)
    for number in range(first + 1, min(last, first + _WIDEST_GAP)):
        yield from _without_number(_while_readable(old, f"SELECT rowid AS n, * FROM {table} WHERE rowid = {number}"))
    yield from reversed(after)


def _without_number(rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for row in rows:
        row.pop("n")
        yield row


def _while_readable(old: Rows, sql: str) -> Iterator[dict[str, Any]]:
    with contextlib.suppress(JournalError, sqlite3.Error, OverflowError):
        yield from old.query(sql)


def _count(old: Rows, table: str) -> int | None:
    """Return how many rows a table had, as its index tells; None if that cannot be read."""
    with contextlib.suppress(JournalError, sqlite3.Error):
        return int(old.value(f"SELECT count(*) FROM {table}"))
    return None
