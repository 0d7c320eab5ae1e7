"""The practices in the journal: what was ticked, done in part, or skipped."""

from collections.abc import Collection
from datetime import date
from functools import lru_cache
from sys import intern
from typing import Any

from backjournal.model.practices import Practice, Status
from backjournal.model.sets_done import parse_sets, sets_text
from backjournal.store.changes import Changes
from backjournal.store.rows import Rows
from backjournal.store.unreadable import readable

# Named, because years of practices are read at once, and other columns with them would take their time.
_COLUMNS = "id, prescription_id, day, status, amount, pain_during, reason, note, sets"

# Cached, because thousands of rows share the same few texts, and those of a day the day.
_sets, _day = lru_cache(parse_sets), lru_cache(date.fromisoformat)


class Practices:
    """Reads and writes what was practised; one practice for each prescription and day."""

    def __init__(self, db: Rows, changes: Changes) -> None:
        self._db = db
        self._changes = changes

    def between(self, first: date, last: date) -> tuple[Practice, ...]:
        """Return the practices from first to last day, both included, oldest first."""
        rows = self._db.query(
            f"SELECT {_COLUMNS} FROM practices WHERE day BETWEEN ? AND ? AND NOT deleted ORDER BY day, rowid",
            [first.isoformat(), last.isoformat()],
        )
        return tuple(readable(self._db, "practices", rows, _practice))

    def of(self, prescription_id: str, day: date) -> Practice | None:
        """Return the practice of a prescription and day, if there is one."""
        rows = self._db.query("SELECT * FROM practices WHERE id = ? AND NOT deleted", [_row_id(prescription_id, day)])
        return next(readable(self._db, "practices", rows, _practice), None)

    def last_day(self, up_to: date) -> date | None:
        """Return the latest day up to one with a practice, or None if there is none."""
        rows = self._db.query(
            "SELECT * FROM practices WHERE day <= ? AND NOT deleted ORDER BY day DESC", [up_to.isoformat()]
        )
        return next((each.day for each in readable(self._db, "practices", rows, _practice)), None)

    def latest_pain(self, prescription_ids: Collection[str], before: date) -> tuple[date, int] | None:
        """Return day and pain of the latest practice of some prescriptions before a day with a noted pain, if any."""
        marks = ", ".join("?" * len(prescription_ids))
        rows = self._db.query(
            f"""SELECT * FROM practices WHERE prescription_id IN ({marks}) AND day < ?
            AND pain_during IS NOT NULL AND status <> 'skipped' AND NOT deleted ORDER BY day DESC, rowid DESC""",
            [*prescription_ids, before.isoformat()],
        )
        latest = next(readable(self._db, "practices", rows, _practice), None)
        return (latest.day, latest.pain_during) if latest and latest.pain_during is not None else None

    def save(self, practice: Practice, label: str, *, joined: bool = False) -> None:
        """Write a practice; an earlier one of the same prescription and day is replaced.

        `label` names the change for undo. Successive writes that are `joined` under one label, such as those of a
        guided practice, are undone in one step.

        Raises:
            JournalError: the journal cannot be written.
        """
        with self._changes.write(label, joined=joined):
            values = {
                "prescription_id": practice.prescription_id,
                "day": practice.day.isoformat(),
                "status": practice.status.value,
                "amount": practice.amount,
                "pain_during": practice.pain_during,
                "reason": practice.reason,
                "note": practice.note,
                "sets": sets_text(practice.sets),
            }
            self._changes.put("practices", _row_id(practice.prescription_id, practice.day), values)

    def clear(self, prescription_id: str, day: date, label: str, *, joined: bool = False) -> None:
        """Delete the practice of a prescription and day; `label` and `joined` as in `save`.

        Raises:
            JournalError: the journal cannot be written.
        """
        with self._changes.write(label, joined=joined):
            self._changes.delete("practices", _row_id(prescription_id, day))


def _row_id(prescription_id: str, day: date) -> str:
    # The same on every device, so that two devices' ticks of one exercise meet in one row.
    return f"{prescription_id}/{day}"


def _practice(row: dict[str, Any]) -> Practice:
    return Practice(
        # The same few texts, of which years of practices need not have a copy each.
        intern(row["prescription_id"]),
        _day(row["day"]),
        Status(row["status"]),
        row["amount"],
        row["pain_during"],
        intern(row["reason"]),
        row["note"],
        _sets(row["sets"]),
    )
