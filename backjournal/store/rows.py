"""The rows of an open journal, read and written with plain SQL."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from backjournal.store.plain_errors import is_undecodable, plain_errors
from backjournal.store.unreadable import LeftOut

Values = Sequence[Any] | Mapping[str, Any]
"""What a statement's placeholders stand for, in order or by name."""

_BYTES = ("utf-8", "surrogateescape")
"""How bytes that are no text are read and written without loss."""


def _decoded(text: bytes) -> str:
    return text.decode(*_BYTES)


class Rows:
    """One connection to the journal, and the few ways in which the store reads and writes rows with it.

    An error while reading is a JournalError with one plain line; writes are made within `Changes.write`, which does
    the same for them.
    """

    def __init__(self, conn: sqlite3.Connection, path: Path) -> None:
        self.conn = conn
        self.path = path
        """The journal's file."""
        self.left_out = LeftOut()
        """The rows that could not be read."""
        self.lenient = False
        """Whether a text was met that is not UTF-8: from then on its bytes are read as surrogates, and refused."""

    def query(self, sql: str, values: Values = ()) -> Iterator[dict[str, Any]]:
        """Return the rows that a statement finds, by the names of their columns, read one after the other.

        Raises:
            JournalError: the journal is locked, damaged or cannot be reached.
        """
        return self._read(sql, values, by_name=True)

    def tuples(self, sql: str, values: Values = ()) -> Iterator[tuple[Any, ...]]:
        """Return the rows that a statement finds without the names of their columns, read one after the other.

        Raises:
            JournalError: as `query`.
        """
        return self._read(sql, values, by_name=False)

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
        row = self.first(sql, values)
        return next(iter(row.values())) if row else None

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
        marks = ", ".join(map(self._mark, row.values()))
        added = self.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", self._bound(row))
        return int(added.lastrowid or 0)

    def update(self, table: str, row_id: str, values: Mapping[str, Any]) -> None:
        """Change the given columns of the row with an id.

        Raises:
            sqlite3.Error: SQLite refuses it.
        """
        columns = ", ".join(f"{column} = {self._mark(value)}" for column, value in values.items())
        self.execute(f"UPDATE {table} SET {columns} WHERE id = ?", [*self._bound(values), row_id])

    def _read(self, sql: str, values: Values, *, by_name: bool) -> Iterator[Any]:
        number = 0
        with plain_errors(self.path):
            while True:
                try:
                    found = self.conn.execute(sql, values)
                    names = [column[0] for column in found.description]
                    # After a text that is no text the rest is read anew, in the same order.
                    for row in islice(found, number, None):
                        number += 1
                        yield dict(zip(names, row, strict=True)) if by_name else row
                except (sqlite3.OperationalError, UnicodeDecodeError) as error:
                    self._become_lenient(error)
                else:
                    return

    def _become_lenient(self, error: sqlite3.OperationalError | UnicodeDecodeError) -> None:
        if self.lenient or not is_undecodable(error):
            raise error
        self.lenient = True
        self.conn.text_factory = _decoded

    def _mark(self, value: object) -> str:
        # A text that is not UTF-8 is put back as it was: undo restores it byte by byte.
        return "CAST(? AS TEXT)" if self.lenient and isinstance(value, str) else "?"

    def _bound(self, values: Mapping[str, Any]) -> list[Any]:
        if not self.lenient:
            return list(values.values())
        return [value.encode(*_BYTES) if isinstance(value, str) else value for value in values.values()]

    def reconnect(self, conn: sqlite3.Connection) -> None:
        """Go on with another connection, and close the one before."""
        self.conn, before = conn, self.conn
        before.close()

    def close(self) -> None:
        """Close the connection."""
        self.conn.close()
