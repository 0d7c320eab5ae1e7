"""Backups of the journal: complete copies in a folder beside it, readable by the owner only."""

import contextlib
import os
import sqlite3
from datetime import date
from pathlib import Path

from backjournal.store.rows import Rows
from backjournal.store.soundness import refuse_damage

KEPT = 14
"""Number of daily backups to keep; older ones are removed."""


def backups_folder(journal: Path) -> Path:
    """Return the folder of a journal's backups: `backups` beside it."""
    return journal.parent / "backups"


def make_backup(db: Rows, journal: Path, label: str) -> Path:
    """Copy the journal to `backups/NAME-LABEL.db`, replacing a copy of the same label, and return its path.

    Raises:
        JournalError: the journal is damaged; every earlier backup stays.
        sqlite3.Error, OSError: the copy could not be written; no partial copy is left.
    """
    import tempfile

    folder = backups_folder(journal)
    folder.mkdir(mode=0o700, exist_ok=True)
    target = folder / f"{journal.stem}-{label}.db"
    # Created beforehand, because a file that SQLite creates would be readable by others.
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".new", dir=folder)
    os.close(handle)
    draft = Path(name)
    try:
        copy = sqlite3.connect(draft)
        try:
            db.conn.backup(copy)
            refuse_damage(Rows(copy, journal))
        finally:
            copy.close()
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
    return target


def has_daily_backup(journal: Path, today: date) -> bool:
    """Return whether the day's backup exists; False if its folder cannot be read."""
    with contextlib.suppress(OSError):
        return (backups_folder(journal) / f"{journal.stem}-{today}.db").exists()
    return False


def daily_backup(db: Rows, journal: Path, today: date) -> Path | None:
    """Make the day's backup unless it exists, and remove the oldest ones beyond `KEPT`.

    Return its path, None if it existed already.

    Raises:
        JournalError: the journal is damaged.
        sqlite3.Error, OSError: the copy could not be written.
    """
    from glob import escape

    if has_daily_backup(journal, today):
        return None
    made = make_backup(db, journal, str(today))
    daily = sorted(made.parent.glob(f"{escape(journal.stem)}-[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9].db"))
    for old in daily[:-KEPT]:
        old.unlink(missing_ok=True)
    return made
