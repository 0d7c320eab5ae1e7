"""What a mending has set aside: it stays in the file, is shown nowhere but in the bin, and is told by every check."""

from collections.abc import Iterator

from backjournal.store.check.reading import TABLES
from backjournal.store.rows import Rows
from backjournal.store.unreadable import Unreadable, hidden_by

LABEL = "mending of the journal"
"""What undo calls the change."""


def set_aside_rows(db: Rows) -> Iterator[Unreadable]:
    """Yield the rows that a mending has set aside, and that are neither put back nor removed for good."""
    found = """SELECT DISTINCT table_name, row_id FROM history JOIN changes ON changes.id = change_id
        WHERE label = ? AND reverts IS NULL AND NOT reverted AND column_name = 'deleted'"""
    for row in list(db.query(found, [LABEL])):
        table, row_id = row["table_name"], row["row_id"]
        if table in TABLES and db.first(f"SELECT 1 FROM {table} WHERE id = ? AND deleted", [row_id]):
            yield Unreadable(table, row_id, "set aside by 'check --fix'", hidden_by(db, table, row_id))
