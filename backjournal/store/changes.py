"""Writing rows in transactions that are stamped with a revision and can be undone."""

import contextlib
import sqlite3
from collections.abc import Iterator, Mapping
from datetime import UTC
from functools import cache
from pathlib import Path
from typing import Any

from backjournal.days import Clock
from backjournal.model.errors import InvalidValue
from backjournal.model.text import clean_line
from backjournal.store.journal_file import JournalFile
from backjournal.store.plain_errors import plain_errors
from backjournal.store.rows import Rows
from backjournal.store.signs import hear_again
from backjournal.store.unreadable import leave_out

_TRY = 2
"""How long each try to begin a change takes, in milliseconds."""


@cache
def device_name() -> str:
    """Return eight characters that distinguish this machine from others without revealing its name."""
    import hashlib
    import platform

    return hashlib.blake2s(platform.node().encode(), digest_size=4).hexdigest()


class Changes:
    """The only way to write to the journal: IMMEDIATE transactions, each with a label for undo and redo.

    Each is stamped with the time and the name of the device, of this machine if none is given.
    """

    def __init__(self, db: Rows, path: Path, clock: Clock, device: str) -> None:
        self._db = db
        self._path = path
        self._clock = clock
        self._device = device
        self._rev = ""
        self._joined = ("", 0)
        # How often what was read before has become wrong although nothing was written.
        self._taken_back = 0
        # How long it waits for the locks of others to read and to write, in milliseconds.
        self._waits = (db.value("PRAGMA busy_timeout"),) * 2
        self._file = JournalFile(db, path, self.stamp)
        self.made = False
        """Whether a change was made through this object; it stands, whatever happens afterwards."""

    @contextlib.contextmanager
    def write(self, label: str, *, joined: bool = False) -> Iterator[None]:
        """Run the body of the `with` as one transaction; a nested `write` becomes part of the outer one.

        `label` names the change for undo and redo; one with an empty label cannot be undone. With `joined`, the change
        is merged with the latest one if that was joined under the same label too: both are undone in one step.

        Raises:
            JournalError: the journal is locked, read-only, gone, replaced or cut off, or the disk is full.
        """
        if self._rev:
            yield
            return
        with plain_errors(self._path):
            try:
                self._begin()
                # Once nobody else can write: a backup may have taken the journal's place while this waited.
                self._file.refuse_another()
                self._rev = self._next_rev()
                change = self._latest(label) if joined else None
                if change is None:
                    change = self._insert(label)
                yield
                changed = self._db.first("SELECT 1 FROM history WHERE change_id = ?", [change]) is not None
                if not changed:
                    self._db.execute("DELETE FROM changes WHERE id = ?", [change])
                self._db.execute("COMMIT")
                self.made |= changed
                self._joined = (label if joined else "", change)
            except BaseException:
                self._db.conn.rollback()
                self._taken_back += 1
                raise
            finally:
                self._rev = ""
                self._wait_for_locks(self._waits[0])

    def wait_briefly(self, to_read: float, to_write: float) -> None:
        """Wait no longer than these seconds for the locks of others, so that whoever calls has time for other things.

        Raises:
            JournalError: the journal cannot be read.
        """
        self._waits = (round(to_read * 1000), round(to_write * 1000))
        self._wait_for_locks(self._waits[0])

    def follow_file(self) -> bool:
        """Go on with the file that lies at the journal's path now, as `JournalFile.follow` does.

        Raises:
            JournalError: it is gone, damaged, no journal, locked or cannot be reached.
        """
        followed = self._file.follow()
        if followed:
            self.settle()
            self._taken_back += 1
            self._wait_for_locks(self._waits[0])
        return followed

    def settle(self) -> None:
        """Make the next joined change a new step of undo, whatever its label."""
        self._joined = ("", 0)

    def label(self, table: str, row_id: str, what: str) -> str:
        """Return what to call the writing of a row: `what`, or the change of it if the row is there already."""
        known = self._db.first(f"SELECT 1 FROM {table} WHERE id = ? AND NOT deleted", [row_id])
        return what if known is None else f"change of the {what}"

    def put(self, table: str, row_id: str, values: Mapping[str, Any]) -> None:
        """Insert, update or undelete a row, within `write`; a row that is equal already is left alone."""
        row = {"id": row_id, **values, "deleted": 0}
        found = self._db.first(f"SELECT * FROM {table} WHERE id = ?", [row_id])
        if found is None:
            self._db.insert(table, {**row, "rev": self._rev})
        elif any(found[column] != value for column, value in row.items()):
            self._db.update(table, row_id, {**row, "rev": self._rev})

    def delete(self, table: str, row_id: str) -> None:
        """Mark a row as deleted, within `write`."""
        self._db.execute(f"UPDATE {table} SET deleted = 1, rev = ? WHERE id = ? AND deleted = 0", [self._rev, row_id])

    def undo(self) -> str | None:
        """Revert the latest change and return its label, or None if there is nothing to undo.

        Raises:
            JournalError: as `write`.
        """
        return self._revert(
            """SELECT id, label, reverts FROM changes WHERE label <> '' AND reverts IS NULL AND NOT reverted
            ORDER BY id DESC"""
        )

    def redo(self) -> str | None:
        """Repeat the latest undone change and return its label, or None if there is nothing to redo.

        After a new change, nothing undone before it can be redone.

        Raises:
            JournalError: as `write`.
        """
        return self._revert(
            """SELECT id, label, reverts FROM changes WHERE reverts IS NOT NULL AND NOT reverted
            AND id > (SELECT coalesce(max(id), 0) FROM changes WHERE label <> '' AND reverts IS NULL)
            ORDER BY id DESC"""
        )

    def version(self) -> int:
        """Return a number that changes when another process or connection has written to the journal.

        Raises:
            JournalError: the journal cannot be read.
        """
        return int(self._db.value("PRAGMA data_version"))

    def stamp(self) -> tuple[int, int, int]:
        """Return a value that changes whenever a read may give a different result; caches compare it.

        Raises:
            JournalError: the journal cannot be read.
        """
        return self.version(), self._db.conn.total_changes, self._taken_back

    def _revert(self, find: str) -> str | None:
        with self.write(""):
            change = next(filter(self._has_rows, self._db.query(find)), None)
            if change is None:
                return None
            own = self._db.value("SELECT max(id) FROM changes")
            self._put_back(change["id"])
            self._db.execute("UPDATE changes SET reverted = 1 WHERE id = ?", [change["id"]])
            if change["reverts"] is None:
                self._db.execute(
                    "UPDATE changes SET reverts = ?, label = ? WHERE id = ?",
                    [change["id"], change["label"], own],
                )
            else:
                self._db.execute("UPDATE changes SET reverted = 0 WHERE id = ?", [change["reverts"]])
            return clean_line(str(change["label"]))

    def _has_rows(self, change: dict[str, Any]) -> bool:
        """Return whether there is anything to undo of a change: damage may have taken all its rows."""
        rows = "SELECT DISTINCT table_name, row_id FROM history WHERE change_id = ?"
        touched = list(self._db.query(rows, [change["id"]]))
        return not touched or any(map(self._is_there, touched))

    def _is_there(self, line: dict[str, Any]) -> bool:
        known = self._db.first("SELECT 1 FROM pragma_table_info(?)", [line["table_name"]])
        return not known or bool(self._db.first(f"SELECT 1 FROM {line['table_name']} WHERE id = ?", [line["row_id"]]))

    def _put_back(self, change: int) -> None:
        # Each row is restored in one update: its CHECK constraints could refuse a mix of old and new values.
        rows: dict[tuple[str, str], dict[str, Any]] = {}
        lines = self._db.query("SELECT * FROM history WHERE change_id = ? ORDER BY id DESC", [change])
        for line in filter(self._is_known, lines):
            was_new = line["column_name"] is None
            before = {"deleted": 1} if was_new else {line["column_name"]: line["before"]}
            rows.setdefault((line["table_name"], line["row_id"]), {}).update(before)
        for (table, row_id), before in rows.items():
            self._db.update(table, row_id, {**before, "rev": self._rev})
        # What an older version wrote has no history of the signs that were heard in it.
        hear_again(self._db, rows, self._rev)

    def _is_known(self, line: dict[str, Any]) -> bool:
        """Return whether a line of the history speaks of a table and a column that there are; others are left out."""
        columns = self._db.query("SELECT name FROM pragma_table_info(?)", [line["table_name"]])
        names = [column["name"] for column in columns]
        if names and line["column_name"] in (None, *names):
            return True
        what = f"{line['table_name']} has no {line['column_name']}"
        leave_out(self._db, "history", line, InvalidValue("column_name", what))
        return False

    def _latest(self, label: str) -> int | None:
        """Return the id of the latest change if this object wrote it, joined under `label`; else None."""
        own_label, own = self._joined
        latest = self._db.value("SELECT max(id) FROM changes")
        return own if own_label == label and own == latest else None

    def _insert(self, label: str) -> int:
        return self._db.insert("changes", {"rev": self._rev, "label": label})

    def _next_rev(self) -> str:
        now = self._clock.now().astimezone(UTC).replace(tzinfo=None)
        return f"{now.isoformat(timespec='milliseconds')}Z {self._device or device_name()}"

    def _begin(self) -> None:
        """Begin to write, as soon as nobody else does.

        SQLite itself looks for a free moment ever more rarely, and finds none in seconds where several write much.
        """
        self._wait_for_locks(_TRY)
        for tries_left in range(self._waits[1] // _TRY, -1, -1):
            try:
                self._db.execute("BEGIN IMMEDIATE")
                break
            except sqlite3.OperationalError as error:
                if not tries_left or error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                    raise
        self._wait_for_locks(self._waits[1])

    def _wait_for_locks(self, milliseconds: int) -> None:
        self._db.execute(f"PRAGMA busy_timeout = {milliseconds}")
