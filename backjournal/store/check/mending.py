"""Mending rows of a journal in one change, so that undo takes it back: from a backup, or by setting them aside."""

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any

from backjournal.model.errors import JournalError
from backjournal.model.frozen import dataclass
from backjournal.store.backups import Backup
from backjournal.store.check.reading import TABLES, copy_of, unreadable_rows
from backjournal.store.check.set_aside import LABEL
from backjournal.store.migrating import applied
from backjournal.store.rows import Rows
from backjournal.store.store import Store
from backjournal.store.unreadable import Unreadable, hidden_by, row_name, with_it

_OLD_ENCODING = "cp1252"
"""What texts are read as that are not UTF-8: what most of them were, where they come from older programs."""


_ENDED = ("set_aside", "left")
"""What can have become of a row for which nothing else can be tried."""


@dataclass(frozen=True, slots=True)
class Mended:
    """What has become of the rows that could not be read or were altered, each by its name."""

    from_backup: tuple[str, ...] = ()
    decoded: tuple[str, ...] = ()
    set_aside: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    """Those of which nothing could be made."""

    can_be_undone: bool = False
    """Whether undo takes back some of it: not what undo itself lives from, and no value that the tables refuse."""


def mend(store: Store, rows: Iterable[Unreadable], backups: Iterable[Backup]) -> Mended:
    """Put back rows, read texts that are not UTF-8 anew, and set aside the rest, as one change.

    A row comes from the first of the backups in which it can be read.

    What is set aside is marked as deleted: nothing of it is lost, and undo brings it back.

    Raises:
        JournalError: the journal cannot be written.
    """
    how: dict[tuple[str, str], str] = {}
    with contextlib.ExitStack() as stack:
        copies = _Copies(applied(store._db), iter(backups), stack)  # noqa: SLF001
        with store.changes.write(""):
            accepted = [row for row in rows if _is_accepted(store, row)]
            for row in rows:
                if row not in accepted:
                    how[row.table, row.id] = _mend(store, row, copies)
        before = len(how)
        with store.changes.write(LABEL):
            for row in accepted:
                how[row.table, row.id] = _mend(store, row, copies)
            # What belongs to a row that is set aside can be read no more either.
            while bad := [row for row in unreadable_rows(store) if how.get((row.table, row.id)) not in _ENDED]:
                for row in bad:
                    how[row.table, row.id] = _set_aside(store, row)
    named: dict[str, list[str]] = {"from_backup": [], "decoded": [], "set_aside": [], "left": []}
    for (table, row_id), what in how.items():
        # What hides practices is told with their number, as they look as if they were gone.
        hidden = hidden_by(store._db, table, row_id) if what in _ENDED else 0  # noqa: SLF001
        named[what or "left"].append(f"{row_name(table, row_id)}{with_it(hidden)}")
    return Mended(**{what: tuple(names) for what, names in named.items()}, can_be_undone=len(how) > before)


class _Copy:
    """A backup that is open, and the rows of it that cannot be read."""

    def __init__(self, store: Store) -> None:
        self._db: Rows = store._db  # noqa: SLF001
        self._unreadable = {(row.table, row.id) for row in unreadable_rows(store)}

    def readable(self, row: Unreadable) -> dict[str, Any] | None:
        """Return what the backup has of a row; None if it has none, or one that cannot be read either."""
        if (row.table, row.id) in self._unreadable:
            return None
        return self._db.first(f"SELECT * FROM {row.table} WHERE id = ?", [row.id])


class _Copies:
    """The backups with the same tables as the journal, the newest first, each opened when it is first needed."""

    def __init__(self, migrations: frozenset[str], backups: Iterator[Backup], stack: contextlib.ExitStack) -> None:
        self._migrations = migrations
        self._backups = backups
        self._stack = stack
        self._open: list[_Copy] = []

    def __iter__(self) -> Iterator[_Copy]:
        yield from self._open
        for backup in self._backups:
            with contextlib.suppress(JournalError, sqlite3.Error):
                store = self._stack.enter_context(contextlib.closing(copy_of(backup.path)))
                if applied(store._db) == self._migrations:  # noqa: SLF001 - a row of other columns is no help
                    self._open.append(_Copy(store))
                    yield self._open[-1]


def _is_accepted(store: Store, row: Unreadable) -> bool:
    """Return whether the tables accept a row as it is, so that undo could put it back."""
    if row.table not in TABLES:
        return False
    db = store._db  # noqa: SLF001
    columns = db.query("SELECT name FROM pragma_table_info(?) WHERE name <> 'id'", [row.table])
    as_it_is = ", ".join(f"{column['name']} = {column['name']}" for column in columns)
    with contextlib.suppress(sqlite3.IntegrityError):
        db.execute(f"UPDATE {row.table} SET {as_it_is} WHERE id = ?", [row.id])
        return True
    return False


def _mend(store: Store, row: Unreadable, copies: "_Copies") -> str:
    """Put a row back from a backup or decode its texts; return which, an empty text if neither can be done."""
    find = f"SELECT * FROM {row.table} WHERE id = ?"
    now = store._db.first(find, [row.id])  # noqa: SLF001
    with contextlib.suppress(sqlite3.Error):
        for copy in copies:
            if (then := copy.readable(row)) is None:
                continue
            if row.table not in TABLES:
                _put_back_history(store, row, then, now)
                return "from_backup"
            if (now is None or now["rev"] == then["rev"]) and then != now:
                _put(store, row, then)
                return "from_backup"
        if now and (decoded := {column: _text(value) for column, value in now.items()}) != now:
            _put(store, row, decoded)
            return "decoded"
    return ""


def _put_back_history(store: Store, row: Unreadable, then: dict[str, Any], now: dict[str, Any] | None) -> None:
    """Put back what undo lives from: it has no history, and but for `reverted` nothing of it ever changes."""
    fixed = {name: value for name, value in then.items() if name not in ("id", "reverted")}
    if now is None:
        store._db.insert(row.table, then)  # noqa: SLF001
    else:
        store._db.update(row.table, row.id, fixed)  # noqa: SLF001


def _set_aside(store: Store, row: Unreadable) -> str:
    with contextlib.suppress(sqlite3.Error):
        if row.table in TABLES:
            store.changes.delete(row.table, row.id)
            return "set_aside"
    return "left"


def _put(store: Store, row: Unreadable, values: dict[str, Any]) -> None:
    kept = {column: value for column, value in values.items() if column not in ("id", "rev", "deleted")}
    store.changes.put(row.table, row.id, kept)
    if values["deleted"]:
        store.changes.delete(row.table, row.id)


def _text(value: Any) -> Any:
    """Return a text that is not UTF-8 as another encoding reads it; any other value as it is."""
    try:
        if isinstance(value, str):
            value.encode()
    except UnicodeEncodeError:
        return value.encode("utf-8", "surrogateescape").decode(_OLD_ENCODING, "replace")
    return value
