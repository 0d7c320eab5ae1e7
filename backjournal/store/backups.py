"""Copies of the journal, beside it, whole and readable by the owner only."""

import os
import sqlite3
import tempfile
from datetime import date
from glob import escape
from pathlib import Path

from sqlite_utils import Database

KEPT = 14
"""How many daily backups stay."""


def backups_folder(journal: Path) -> Path:
    """Return the folder of a journal's backups: `backups` beside it."""
    return journal.parent / "backups"


def make_backup(db: Database, journal: Path, label: str) -> Path:
    """Copy the journal to `backups/NAME-LABEL.db`, replacing a copy of the same label, and return its path.

    Raises:
        sqlite3.Error, OSError: the copy could not be written; no half of one is left.
    """
    folder = backups_folder(journal)
    folder.mkdir(mode=0o700, exist_ok=True)
    target = folder / f"{journal.stem}-{label}.db"
    # SQLite would make the file readable by others: it is made first.
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".new", dir=folder)
    os.close(handle)
    draft = Path(name)
    try:
        copy = sqlite3.connect(draft)
        try:
            db.conn.backup(copy)
        finally:
            copy.close()
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
    return target


def daily_backup(db: Database, journal: Path, today: date) -> Path | None:
    """Make the day's backup unless there is one, and let the oldest beyond the kept ones go.

    Raises:
        sqlite3.Error, OSError: the copy could not be written.
    """
    folder = backups_folder(journal)
    if (folder / f"{journal.stem}-{today}.db").exists():
        return None
    made = make_backup(db, journal, str(today))
    daily = sorted(folder.glob(f"{escape(journal.stem)}-[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9].db"))
    for old in daily[:-KEPT]:
        old.unlink(missing_ok=True)
    return made
