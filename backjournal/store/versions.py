"""The earlier versions of a row, put together from the history of its changes."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from enum import StrEnum
from itertools import groupby
from typing import Any

from backjournal.model.errors import JournalError
from backjournal.model.frozen import dataclass, replace
from backjournal.store.rows import Rows

Row = Mapping[str, Any]
"""A row of the journal by the names of its columns."""

_Rows = dict[tuple[str, str], Row]
"""Rows by their table and id."""

_MARKS = "SELECT * FROM marks WHERE check_in_id IN (SELECT value FROM json_each(?))"

PARENTS = {
    "practices": ("prescription_id", "prescriptions"),
    "prescriptions": ("exercise_id", "exercises"),
    "results": ("measure_id", "measures"),
}
"""Of the tables whose rows belong to a row of another one: the column with its id, and that table."""


class Step(StrEnum):
    """How a version came about."""

    WRITTEN = "written"
    CHANGED = "changed"
    DELETED = "deleted"
    BROUGHT_BACK = "brought back"
    UNDONE = "undone"
    """An undo put the version before back."""
    DONE_AGAIN = "done again"
    """A redo made an undone change again."""


@dataclass(frozen=True, slots=True)
class Version:
    """A row as it was after one of its changes."""

    at: datetime
    """When the change was made, in UTC."""

    step: Step
    row: Row
    marks: tuple[Row, ...] = ()
    """Of a check-in, its marks in their order, without deleted ones."""

    undone: bool = False
    """Whether the change was undone afterwards, and not made again."""


class Versions:
    """Reads the versions of rows."""

    def __init__(self, db: Rows) -> None:
        self._db = db

    def of(self, table: str, row_id: str) -> tuple[Version, ...]:
        """Return the versions of a row, oldest first; of a check-in, a change of its marks makes one too.

        Raises:
            JournalError: the journal cannot be read, or the row is gone.
        """
        return self.of_several(table, [self._row(table, row_id)])[row_id]

    def of_several(self, table: str, rows: Iterable[Row]) -> dict[str, tuple[Version, ...]]:
        """Return the versions of rows of a table by their ids, reading the history only once.

        Raises:
            JournalError: the journal cannot be read.
        """
        present: dict[str, _Rows] = {row["id"]: {(table, row["id"]): row} for row in rows}
        lines = self._lines(table, present)
        if table == "check_ins":
            for mark in self._db.query(_MARKS, [json.dumps([*present])]):
                present[mark["check_in_id"]]["marks", mark["id"]] = mark
            owners = {mark_id: owner for owner, rows in present.items() for kind, mark_id in rows if kind == "marks"}
            for owner, of_marks in self._lines("marks", owners).items():
                lines[owners[owner]] += of_marks
        return {row_id: _named(_back_through(rows, lines[row_id], (table, row_id))) for row_id, rows in present.items()}

    def ids(self, table: str) -> list[str]:
        """Return the ids of all rows of a table, also of deleted ones.

        Raises:
            JournalError: the journal cannot be read.
        """
        return [row["id"] for row in self._db.query(f"SELECT id FROM {table} ORDER BY rowid")]

    def prescriptions_of(self, exercise_id: str) -> list[Row]:
        """Return the prescriptions of an exercise, by first day, also deleted ones.

        Raises:
            JournalError: the journal cannot be read.
        """
        return list(
            self._db.query("SELECT * FROM prescriptions WHERE exercise_id = ? ORDER BY first_day, rowid", [exercise_id])
        )

    def practices_of(self, exercise_id: str, day: date) -> list[Row]:
        """Return the practices of an exercise on a day, also deleted ones: of each dose there can be one.

        Raises:
            JournalError: the journal cannot be read.
        """
        of_exercise = "prescription_id IN (SELECT id FROM prescriptions WHERE exercise_id = ?)"
        return list(
            self._db.query(f"SELECT * FROM practices WHERE {of_exercise} AND day = ?", [exercise_id, day.isoformat()])
        )

    def parents(self, table: str, row: Row) -> dict[str, Row]:
        """Return the rows that a row belongs to, by their tables; one that is missing is left out.

        Raises:
            JournalError: the journal cannot be read.
        """
        found: dict[str, Row] = {}
        while table in PARENTS:
            column, table = PARENTS[table]
            parent = self._db.first(f"SELECT * FROM {table} WHERE id = ?", [row[column]])
            if parent is None:
                break
            found[table] = row = parent
        return found

    def _row(self, table: str, row_id: str) -> Row:
        row = self._db.first(f"SELECT * FROM {table} WHERE id = ?", [row_id])
        if row is None:
            raise JournalError(f"this {table.rstrip('s')} is not in the journal any more")
        return row

    def _lines(self, table: str, ids: Iterable[str]) -> defaultdict[str, list[Row]]:
        """Return the lines of the history about rows of a table, by their ids, each with its change."""
        lines: defaultdict[str, list[Row]] = defaultdict(list)
        found = self._db.query(
            """SELECT history.*, rev, label, reverts, reverted FROM history JOIN changes ON changes.id = change_id
            WHERE table_name = ? AND row_id IN (SELECT value FROM json_each(?))""",
            [table, json.dumps([*ids])],
        )
        for line in found:
            lines[line["row_id"]].append(line)
        return lines


def _back_through(rows: _Rows, lines: list[Row], wanted: tuple[str, str]) -> list[tuple[Row, Version]]:
    """Return the versions with their changes, oldest first, by taking one change after the other back."""
    after: list[tuple[Row, Version]] = []
    present = {key: dict(row) for key, row in rows.items()}
    newest_first = sorted(lines, key=lambda line: line["id"], reverse=True)
    for _, of_change in groupby(newest_first, key=lambda line: line["change_id"]):
        change = list(of_change)
        if wanted in present:
            version = Version(_moment(change[0]["rev"]), Step.CHANGED, dict(present[wanted]), _marks(present))
            after.append((change[0], version))
        for line in change:
            key = line["table_name"], line["row_id"]
            if line["column_name"] is None:
                present.pop(key, None)
            elif key in present:
                present[key][line["column_name"]] = line["before"]
    return after[::-1]


def _named(changes: Iterable[tuple[Row, Version]]) -> tuple[Version, ...]:
    """Return the versions, each with the step that made it."""
    versions: list[Version] = []
    redone = 0
    for change, version in changes:
        undone = bool(change["reverted"]) and change["reverts"] is None
        # A redo has no label and says not what it repeats; but each undo that was taken back was followed by one.
        if change["reverts"] is not None:
            step, redone = Step.UNDONE, redone + change["reverted"]
        elif redone and not change["label"]:
            step, redone = Step.DONE_AGAIN, redone - 1
        else:
            step = _step(versions[-1].row if versions else None, version.row)
        versions.append(replace(version, step=step, undone=undone))
    return tuple(versions)


def _step(before: Row | None, after: Row) -> Step:
    if before is None:
        return Step.WRITTEN
    if before["deleted"] == after["deleted"]:
        return Step.CHANGED
    return Step.DELETED if after["deleted"] else Step.BROUGHT_BACK


def _marks(rows: Mapping[tuple[str, str], Row]) -> tuple[Row, ...]:
    marks = (row for (table, _), row in rows.items() if table == "marks" and not row["deleted"])
    return tuple(dict(mark) for mark in sorted(marks, key=lambda mark: mark["position"]))


def _moment(rev: str) -> datetime:
    try:
        return datetime.fromisoformat(rev.partition(" ")[0]).astimezone(UTC)
    except ValueError:  # another program wrote it; the history is worth more than this moment
        return datetime(1970, 1, 1, tzinfo=UTC)
