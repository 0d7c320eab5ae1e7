"""Emptying the bin: what was deleted is removed from the file for good, also from its history."""

import contextlib
from collections.abc import Iterator

from backjournal.store.bin import IN_BIN
from backjournal.store.changes import Changes
from backjournal.store.plain_errors import plain_errors
from backjournal.store.rows import Rows

_REMOVED = {
    "marks": "check_in_id IN (SELECT id FROM check_ins WHERE deleted)",
    "check_ins": "deleted",
    "results": "deleted",
    "practices": "deleted",
    "stopwatches": "deleted",
    # What something that stays belongs to stays with it.
    "prescriptions": """deleted AND id NOT IN (SELECT prescription_id FROM practices)
        AND id NOT IN (SELECT prescription_id FROM stopwatches)""",
    "exercises": "deleted AND id NOT IN (SELECT exercise_id FROM prescriptions)",
    "measures": "deleted AND id NOT IN (SELECT measure_id FROM results)",
    "flare_ups": "deleted",
    "experiments": "deleted",
    "plan_facts": "deleted",
}
"""Which rows are removed, by table, in the order in which none belongs to a row that is gone already."""

_NAMED = ("exercises", "measures", "experiments")
"""The tables whose names stand in the names of changes."""

NAMELESS = "something that was removed"
"""What stands in the name of a change for the name of a row that is gone."""


def empty_bin(db: Rows, changes: Changes) -> int:
    """Remove what the bin holds, and return how many entries that were; undo does not bring them back.

    What a change did besides can still be undone. Backups that were made before are not touched.

    Raises:
        JournalError: the journal cannot be written; nothing was removed then.
    """
    with plain_errors(db.path):
        # An edited text leaves its earlier wording in the unused parts of the file.
        db.execute("PRAGMA temp_store = MEMORY")
        db.execute("VACUUM")
        before = db.value("PRAGMA secure_delete")
        db.execute("PRAGMA secure_delete = ON")
        try:
            with changes.write(""):
                return _remove(db)
        finally:
            db.execute(f"PRAGMA secure_delete = {before}")


def _remove(db: Rows) -> int:
    names: list[str] = []
    count = 0
    for table, which in _REMOVED.items():
        if table in _NAMED:
            names += [row["name"] for row in db.query(f"SELECT name FROM {table} WHERE {which}")]
        with _removable(db, table):
            removed = db.execute(f"DELETE FROM {table} WHERE {which}").rowcount
        count += removed if table in IN_BIN else 0
    gone = " OR ".join(f"table_name = '{table}' AND row_id NOT IN (SELECT id FROM {table})" for table in _REMOVED)
    touched = [row["change_id"] for row in db.query(f"SELECT DISTINCT change_id FROM history WHERE {gone}")]
    db.execute(f"DELETE FROM history WHERE {gone}")
    _forget(db, touched, names)
    return count


def _forget(db: Rows, touched: list[int], names: list[str]) -> None:
    """Remove the changes that have nothing left, and the names of what is gone from those that have."""
    of_touched = f"id IN ({', '.join(map(str, touched))})"
    left = "SELECT change_id FROM history"
    still_reverted = f"SELECT reverts FROM changes WHERE reverts IS NOT NULL AND id IN ({left})"
    db.execute(f"DELETE FROM changes WHERE {of_touched} AND id NOT IN ({left}) AND id NOT IN ({still_reverted})")
    for name in names:
        db.execute(f"UPDATE changes SET label = replace(label, ?, ?) WHERE {of_touched}", [name, NAMELESS])


@contextlib.contextmanager
def _removable(db: Rows, table: str) -> Iterator[None]:
    """Take away the trigger that keeps rows from being removed, for the time of the `with` and within its change."""
    trigger = db.value("SELECT sql FROM sqlite_master WHERE name = ?", [f"{table}_stays"])
    db.execute(f"DROP TRIGGER {table}_stays")
    yield
    db.execute(trigger)
