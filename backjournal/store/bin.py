"""The bin: what was deleted stays in the journal until the person empties the bin."""

import sqlite3
from collections.abc import Iterator
from datetime import date, datetime
from functools import partial

from backjournal.model.errors import JournalError
from backjournal.model.frozen import dataclass, replace
from backjournal.store.changes import Changes
from backjournal.store.rows import Rows
from backjournal.store.versions import PARENTS, Row, Step, Versions

IN_BIN = (
    "check_ins",
    "practices",
    "prescriptions",
    "results",
    "flare_ups",
    "measures",
    "experiments",
    "plan_facts",
)
"""The tables whose deleted rows the bin lists.

Marks belong to their check-in, and an exercise of the person's own to its dose: they come back together.
"""


@dataclass(frozen=True, slots=True)
class Deleted:
    """A row in the bin."""

    table: str
    at: datetime
    """When it was deleted, in UTC."""

    undone: bool
    """Whether it is here because an undo took back the writing of it."""

    row: Row
    marks: tuple[Row, ...]
    """Of a check-in, the marks that were deleted with it."""

    parents: dict[str, Row]
    """The rows that it belongs to, by their tables."""

    @property
    def id(self) -> str:
        """The id of the row; of a practice, what begins it is the id of its dose, and its day follows."""
        return str(self.row["id"])


class Bin:
    """Lists what was deleted, and puts it back."""

    def __init__(self, db: Rows, changes: Changes) -> None:
        self._db = db
        self._changes = changes
        self._versions = Versions(db)

    def entries(self) -> tuple[Deleted, ...]:
        """Return what the bin holds, the latest deleted first.

        Raises:
            JournalError: the journal cannot be read.
        """
        found = (entry for table in IN_BIN for entry in self._of(table))
        return tuple(sorted(found, key=lambda entry: entry.at, reverse=True))

    def restore(self, entry: Deleted, label: str, today: date) -> Deleted:
        """Put a row back as it was, and return the entry with that row; `undo` deletes it again.

        What it belongs to is put back too if that was deleted.

        A dose without an end in the past begins today: what the plan asked for until then stays as it was.

        Raises:
            JournalError: it is no longer in the bin, it would contradict what the journal holds now, or the journal
                cannot be written.
        """
        with self._changes.write(label):
            row = self._deleted(entry.table, entry.id)
            if row is None:
                raise JournalError("it is no longer in the bin: look at the bin again")
            restored = self._put_back(entry.table, row, today)
            for mark in entry.marks:
                self._put("marks", mark)
            return replace(entry, row=restored)

    def empty(self) -> int:
        """Remove what the bin holds for good, and return how many entries that were.

        What something that stays belongs to stays too, such as the dose of a practice.

        Raises:
            JournalError: the journal cannot be written; nothing was removed then.
        """
        from backjournal.store.emptying import empty_bin

        return empty_bin(self._db, self._changes)

    def _of(self, table: str) -> Iterator[Deleted]:
        rows = list(self._db.query(f"SELECT * FROM {table} WHERE deleted"))
        versions = self._versions.of_several(table, rows)
        for row in rows:
            last = versions[row["id"]]
            # The change that deleted it last; the version before has the marks that went with it.
            place = 1 + max((number for number, each in enumerate(last) if not each.row["deleted"]), default=-1)
            deleted, before = last[min(place, len(last) - 1)], last[place - 1]
            parents = self._versions.parents(table, row)
            yield Deleted(table, deleted.at, deleted.step is Step.UNDONE, row, before.marks, parents)

    def _deleted(self, table: str, row_id: str) -> Row | None:
        return self._db.first(f"SELECT * FROM {table} WHERE id = ? AND deleted", [row_id])

    def _put_back(self, table: str, row: Row, today: date) -> Row:
        if table in PARENTS:
            column, parent_table = PARENTS[table]
            if parent := self._deleted(parent_table, row[column]):
                self._put_back(parent_table, parent, today)
        if table == "prescriptions" and row["first_day"] < today.isoformat() <= (row["last_day"] or _NO_END):
            row = {**row, "first_day": today.isoformat()}
        if table in _CONTRADICTED_BY and (other := self._db.first(_CONTRADICTED_BY[table], dict(row))):
            raise JournalError(f"it cannot be put back beside {other['what']}: change or delete that first")
        self._put(table, row)
        return row

    def _put(self, table: str, row: Row) -> None:
        values = {column: value for column, value in row.items() if column not in ("id", "rev", "deleted")}
        try:
            self._changes.put(table, row["id"], values)
        except sqlite3.IntegrityError:
            what = ", ".join(filter(partial(self._is_refused, table, row["id"]), values)) or "in a row of it"
            raise JournalError(
                f"this entry cannot be put back: it holds a value that makes no sense ({what})"
            ) from None

    def _is_refused(self, table: str, row_id: str, column: str) -> bool:
        """Return whether the table refuses what a row has in a column: it was written past the checks of the table."""
        try:
            self._db.execute(f"UPDATE {table} SET {column} = {column} WHERE id = ?", [row_id])
        except sqlite3.IntegrityError:
            return True
        return False


_NO_END = "9999"
"""Later than any day."""

_COUNTED_UNTIL = """coalesce(date({0}stopped, '-1 day'),
    date({0}first_day, (length({0}draw) * CASE {0}unit WHEN 'weeks' THEN 7 ELSE 1 END - 1) || ' days'))"""

_CONTRADICTED_BY = {
    "prescriptions": f"""SELECT name || ', in the plan from ' || first_day AS what
        FROM prescriptions JOIN exercises ON exercises.id = exercise_id
        WHERE NOT prescriptions.deleted AND prescriptions.id <> :id
        AND (exercise_id = :exercise_id
            OR name = (SELECT name FROM exercises WHERE id = :exercise_id) COLLATE NOCASE)
        AND first_day <= coalesce(:last_day, '{_NO_END}') AND :first_day <= coalesce(last_day, '{_NO_END}')""",
    "flare_ups": f"""SELECT 'the flare-up from ' || first_day AS what FROM flare_ups WHERE NOT deleted AND id <> :id
        AND first_day <= coalesce(:last_day, '{_NO_END}') AND :first_day <= coalesce(last_day, '{_NO_END}')""",
    "measures": """SELECT 'another measure named ' || name AS what FROM measures
        WHERE NOT deleted AND id <> :id AND name = :name COLLATE NOCASE""",
    "experiments": f"""SELECT 'the experiment ' || name || ' from ' || first_day AS what FROM experiments
        WHERE NOT deleted AND id <> :id AND first_day <= {_COUNTED_UNTIL.format(":")}
        AND :first_day <= {_COUNTED_UNTIL.format("")}""",
}
"""What finds the row of today that a restored row would contradict, by its table."""
