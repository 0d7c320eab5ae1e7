"""What restoring a backup changes: how many entries of each kind, and on which days."""

import contextlib
import sqlite3
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from backjournal.model.dates import FIRST_DAY, LAST_DAY
from backjournal.model.errors import JournalError
from backjournal.model.frozen import dataclass
from backjournal.store.backing_up import open_copy
from backjournal.store.check.reading import unreadable_in
from backjournal.store.connection import open_to_read
from backjournal.store.plain_errors import plain_errors
from backjournal.store.rows import Rows

KINDS = {
    "check_ins": "check-ins",
    "practices": "practices",
    "results": "results of measures",
    "flare_ups": "flare-ups",
    "prescriptions": "doses of the plan",
    "exercises": "exercises",
    "measures": "measures",
    "experiments": "experiments",
    "settings": "settings",
}
"""The tables that are compared, with what their rows are called."""

_DERIVED = ("rev", "signs", "deleted")
"""Columns that differ without any difference to the person, or say only whether the row is there."""

Found = dict[str, tuple[object, ...]]
"""What each row holds, by its id."""


@dataclass(frozen=True, slots=True)
class KindDifference:
    """How the entries of one kind differ between the journal as it is now and a backup."""

    name: str
    now: int
    then: int
    gone: int
    """How many the backup does not have."""
    back: int
    """How many only the backup has."""
    changed: int
    """How many both have, with other values."""


@dataclass(frozen=True, slots=True)
class Difference:
    """All that differs between the journal as it is now and a backup."""

    kinds: tuple[KindDifference, ...]
    """Only the kinds of which the journal or the backup has any."""

    days: tuple[date, ...]
    """The days whose check-ins, practices or results differ, the oldest first."""

    @property
    def nothing(self) -> bool:
        """Whether nothing differs."""
        return not any(kind.gone or kind.back or kind.changed for kind in self.kinds)


@dataclass(frozen=True, slots=True)
class Contents:
    """How much a journal or a backup holds."""

    check_ins: int
    practices: int
    results: int
    first_day: date | None
    """The first day with a check-in or a practice."""
    last_day: date | None
    unreadable: int = 0
    """How many of its rows cannot be read."""


def difference(journal: Path, backup: Path) -> Difference:
    """Compare the journal as it is now with a backup.

    Raises:
        JournalError: one of them cannot be read.
    """
    with (
        contextlib.closing(open_to_read(journal)) as now,
        plain_errors(backup),
        contextlib.closing(open_copy(backup)) as then,
    ):
        return _compared(now, then)


def holds_more(backup: Path, journal: Path) -> bool:
    """Return whether a backup holds entries that the journal does not have now.

    Raises:
        JournalError: one of them cannot be read.
    """
    return any(kind.back for kind in difference(journal, backup).kinds)


def contents(backup: Path) -> Contents | None:
    """Return how much a backup holds; None if it cannot be read."""
    with contextlib.suppress(JournalError, sqlite3.Error), contextlib.closing(open_copy(backup)) as rows:
        tables = _tables(rows)
        check_ins, practices, results = (
            rows.value(f"SELECT count(*) FROM {table} WHERE NOT deleted") if table in tables else 0
            for table in ("check_ins", "practices", "results")
        )
        days = [
            str(row["day"])
            for table in ("check_ins", "practices")
            if table in tables
            for row in rows.query(f"SELECT DISTINCT day FROM {table} WHERE NOT deleted")
        ]
        known = sorted(day for day in _dates(days) if FIRST_DAY <= day <= LAST_DAY)
        first, last = (known[0], known[-1]) if known else (None, None)
        return Contents(check_ins, practices, results, first, last, len(unreadable_in(backup)))
    return None


def _compared(now: Rows, then: Rows) -> Difference:
    for rows in (now, then):
        # What is no text differs from what is, and that is all that matters here.
        rows.conn.text_factory = lambda text: text.decode("utf-8", "replace")
    kinds, days = [], set[str]()
    for table, name in KINDS.items():
        columns = _columns(now, then, table)
        before, after = _rows(now, table, columns), _rows(then, table, columns)
        gone, back = before.keys() - after.keys(), after.keys() - before.keys()
        changed = {row_id for row_id in before.keys() & after.keys() if before[row_id] != after[row_id]}
        if before or after:
            kinds.append(KindDifference(name, len(before), len(after), len(gone), len(back), len(changed)))
        if "day" in columns:
            place, differing = columns.index("day"), gone | back | changed
            days |= {str(rows[each][place]) for rows in (before, after) for each in differing & rows.keys()}
    return Difference(tuple(kinds), tuple(sorted(_dates(days))))


def _tables(rows: Rows) -> set[str]:
    return {row["name"] for row in rows.query("SELECT name FROM sqlite_master WHERE type = 'table'")}


def _columns(now: Rows, then: Rows, table: str) -> list[str]:
    """Return the columns that are compared: those that both have, as one may be of an earlier version."""
    of_each = [
        [row["name"] for row in rows.query(f"SELECT name FROM pragma_table_info('{table}')")] for rows in (now, then)
    ]
    both = [name for name in of_each[0] if name in of_each[1]] if all(of_each) else of_each[0] or of_each[1]
    return [name for name in both if name not in _DERIVED]


def _rows(rows: Rows, table: str, columns: list[str]) -> Found:
    if table not in _tables(rows):
        return {}
    found = rows.query(f"SELECT {', '.join(columns)} FROM {table} WHERE NOT deleted")
    values: Found = {row["id"]: tuple(row.values()) for row in found}
    return _with_marks(rows, values) if table == "check_ins" else values


def _with_marks(rows: Rows, check_ins: Found) -> Found:
    marks: dict[str, list[Any]] = {}
    for row in rows.query("SELECT check_in_id, kind, word, amount FROM marks WHERE NOT deleted ORDER BY position"):
        marks.setdefault(row.pop("check_in_id"), []).append(tuple(row.values()))
    return {row_id: (*values, tuple(marks.get(row_id, ()))) for row_id, values in check_ins.items()}


def _dates(texts: Iterable[str]) -> Iterable[date]:
    for text in texts:
        with contextlib.suppress(ValueError):
            yield date.fromisoformat(text)
