"""The stopwatches in the journal: they run on while the app is closed."""

from datetime import UTC, date, datetime
from typing import Any

from backjournal.model.stopwatches import Stopwatch
from backjournal.store.changes import Changes
from backjournal.store.rows import Rows
from backjournal.store.unreadable import readable


class Stopwatches:
    """Reads and writes the stopwatches, one for each prescription and day."""

    def __init__(self, db: Rows, changes: Changes) -> None:
        self._db = db
        self._changes = changes

    def all(self) -> tuple[Stopwatch, ...]:
        """Return the stopwatches that were neither written down as a practice nor dropped, oldest first."""
        rows = self._db.query("SELECT * FROM stopwatches WHERE NOT deleted ORDER BY day, rowid")
        return tuple(readable(self._db, "stopwatches", rows, _stopwatch))

    def of(self, prescription_id: str, day: date) -> Stopwatch | None:
        """Return the stopwatch of a prescription and day, if there is one."""
        return next((one for one in self.all() if (one.prescription_id, one.day) == (prescription_id, day)), None)

    def save(self, stopwatch: Stopwatch) -> None:
        """Write a stopwatch; `undo` does not revert it.

        Raises:
            JournalError: the journal cannot be written.
        """
        since = stopwatch.running_since
        with self._changes.write(""):
            values = {
                "prescription_id": stopwatch.prescription_id,
                "day": stopwatch.day.isoformat(),
                "seconds": stopwatch.seconds,
                "running_since": since.astimezone(UTC).isoformat() if since else None,
            }
            self._changes.put("stopwatches", _row_id(stopwatch.prescription_id, stopwatch.day), values)

    def drop(self, prescription_id: str, day: date) -> None:
        """Delete a stopwatch.

        Raises:
            JournalError: the journal cannot be written.
        """
        with self._changes.write(""):
            self._changes.delete("stopwatches", _row_id(prescription_id, day))


def _stopwatch(row: dict[str, Any]) -> Stopwatch:
    return Stopwatch(
        row["prescription_id"],
        date.fromisoformat(row["day"]),
        row["seconds"],
        datetime.fromisoformat(row["running_since"]) if row["running_since"] else None,
    )


def _row_id(prescription_id: str, day: date) -> str:
    return f"{prescription_id}/{day}"
