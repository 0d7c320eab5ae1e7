"""The rows of an open journal, read and written with plain SQL."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from backjournal.store.plain_errors import plain_errors

Values = Sequence[Any] | Mapping[str, Any]
"""What a statement's placeholders stand for, in order or by name."""


class Rows:
    """One connection to the journal, and the few ways in which the store reads and writes rows with it.

    An error while reading is a JournalError with one plain line; writes are made within `Changes.write`, which does
    the same for them.
    """

    def __init__(self, conn: sqlite3.Connection, path: Path) -> None:
        self.conn = conn
        self.path = path
        """The journal's file."""

    def query(self, sql: str, values: Values = ()) -> Iterator[dict[str, Any]]:
        """Return the rows that a statement finds, by the names of their columns, read one after the other.

        Raises:
            JournalError: the journal is locked, damaged or cannot be reached.
        """
        with plain_errors(self.path):
            found = self.conn.execute(sql, values)
            names = [column[0] for column in found.description]
            for row in found:
                yield dict(zip(names, row, strict=True))

    def first(self, sql: str, values: Values = ()) -> dict[str, Any] | None:
        """Return the first row that a statement finds, or None.

        Raises:
            JournalError: as `query`.
        """
        return next(self.query(sql, values), None)

    def value(self, sql: str, values: Values = ()) -> Any:
        """Return the first column of the first row that a statement finds, or None.

        Raises:
            JournalError: as `query`.
        """
        with plain_errors(self.path):
            found = self.conn.execute(sql, values).fetchone()
            return found[0] if found else None

    def execute(self, sql: str, values: Values = ()) -> sqlite3.Cursor:
        """Run a statement that writes.

        Raises:
            sqlite3.Error: SQLite refuses it.
        """
        return self.conn.execute(sql, values)

    def insert(self, table: str, row: Mapping[str, Any]) -> int:
        """Add a row, and return its number in the table.

        Raises:
            sqlite3.Error: SQLite refuses it.
        """
        marks = ", ".join("?" * len(row))
        added = self.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", list(row.values()))
        return int(added.lastrowid or 0)

    def update(self, table: str, row_id: str, values: Mapping[str, Any]) -> None:
        """Change the given columns of the row with an id.

        Raises:
            sqlite3.Error: SQLite refuses it.
        """
        columns = ", ".join(f"{column} = ?" for column in values)
        self.execute(f"UPDATE {table} SET {columns} WHERE id = ?", [*values.values(), row_id])

    def reconnect(self, conn: sqlite3.Connection) -> None:
        """Go on with another connection, and close the one before."""
        self.conn, before = conn, self.conn
        before.close()

    def close(self) -> None:
        """Close the connection."""
        self.conn.close()
