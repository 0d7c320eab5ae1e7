"""Reading all that a person wrote, in the journal or in a backup, to find the rows that cannot be read."""

import contextlib
import sqlite3
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path

from backjournal.days import SystemClock
from backjournal.model.errors import JournalError
from backjournal.store.backing_up import open_copy
from backjournal.store.migrating import applied, known
from backjournal.store.rows import Rows
from backjournal.store.store import Store, random_id
from backjournal.store.unreadable import Unreadable

TABLES = (
    "exercises",
    "prescriptions",
    "practices",
    "check_ins",
    "marks",
    "flare_ups",
    "settings",
    "plan_facts",
    "stopwatches",
    "answers",
    "measures",
    "results",
    "experiments",
)
"""The tables with what a person wrote; one that another belongs to comes first."""


def unreadable_rows(store: Store) -> tuple[Unreadable, ...]:
    """Read everything, and return the rows that cannot be read or belong to none.

    Raises:
        JournalError: the journal is damaged, is locked or cannot be reached.
    """
    store.left_out.clear()
    store.settings.get()
    store.plan.prescriptions()
    store.plan.facts()
    store.practices.between(date.min, date.max)
    store.diary.check_ins()
    store.diary.flare_ups()
    store.measures.results()
    store.experiments.all()
    store.stopwatches.all()
    store.answers.all()
    return (*store.left_out, *_orphans(store._db))  # noqa: SLF001


def _orphans(db: Rows) -> Iterator[Unreadable]:
    """Yield the rows that belong to a row that there is not."""
    for lost in list(db.query("PRAGMA foreign_key_check")):
        if lost["table"] in TABLES:
            row = db.first(f"SELECT id, deleted FROM {lost['table']} WHERE rowid = ?", [lost["rowid"]])
            if row and not row["deleted"]:
                yield Unreadable(lost["table"], str(row["id"]), f"it belongs to none of {lost['parent']}")


def copy_of(path: Path) -> Store:
    """Open a backup to read it as a journal; nothing is written beside it.

    Raises:
        sqlite3.Error: SQLite refuses it.
    """
    return Store(open_copy(path), path, SystemClock(), "", random_id)


def unreadable_in(path: Path) -> tuple[Unreadable, ...]:
    """Return the rows of a backup that cannot be read; none of one that an earlier version wrote, with other tables."""
    with contextlib.suppress(OSError):
        status = path.stat()
        return _unreadable_in(path, status.st_mtime_ns, status.st_size)
    return ()


# Remembered, because the app lists all backups anew after each that it makes, and none is ever written to.
@lru_cache(maxsize=256)
def _unreadable_in(path: Path, _written: int, _size: int) -> tuple[Unreadable, ...]:
    with contextlib.suppress(JournalError, sqlite3.Error), contextlib.closing(copy_of(path)) as copy:
        if applied(copy._db) == known():  # noqa: SLF001
            return unreadable_rows(copy)
    return ()
