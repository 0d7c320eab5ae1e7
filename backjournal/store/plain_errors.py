"""Errors of SQLite and of the file system, said in one plain line."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from backjournal.model.errors import DamagedJournal, JournalError, LockedJournal

DAMAGED = (
    "the journal {path} is damaged: put a backup in its place with 'backjournal restore',"
    " or save what can be read with 'backjournal check --fix'"
)
"""What is said of a damaged file."""


@contextlib.contextmanager
def plain_errors(path: Path) -> Iterator[None]:
    """Turn errors of SQLite and of the file system into a JournalError with one plain line.

    Raises:
        JournalError: in the place of any sqlite3.Error or OSError.
    """
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        undecodable = is_undecodable(error)
        message = DAMAGED if undecodable else _MESSAGES.get(code, "the journal {path} cannot be used: {error}")
        kind = DamagedJournal if undecodable else _KINDS.get(code, JournalError)
        raise kind(message.format(path=path, error=error)) from error
    except UnicodeDecodeError as error:  # the text of an error of SQLite that quotes what is damaged
        raise DamagedJournal(DAMAGED.format(path=path)) from error
    except OSError as error:
        raise JournalError(f"the journal {path} cannot be reached: {error.strerror or error}") from error


def is_undecodable(error: Exception) -> bool:
    """Return whether an error says that a text in the journal is no text, or is about such an error's own text."""
    return isinstance(error, UnicodeDecodeError) or str(error).startswith(_UNDECODABLE)


_UNDECODABLE = ("Could not decode to UTF-8", "user-defined function raised exception")
"""How the driver's errors about a text that is no text begin; the first one quotes it."""

_KINDS = {
    sqlite3.SQLITE_CORRUPT: DamagedJournal,
    sqlite3.SQLITE_NOTADB: DamagedJournal,
    sqlite3.SQLITE_BUSY: LockedJournal,
    sqlite3.SQLITE_LOCKED: LockedJournal,
}

_MESSAGES = {
    sqlite3.SQLITE_BUSY: "the journal {path} is locked by another program: close it there, or try again in a moment",
    sqlite3.SQLITE_LOCKED: "the journal {path} is locked by another program: close it there, or try again in a moment",
    sqlite3.SQLITE_READONLY: "the journal {path} is read-only, nothing was changed: allow writing to it and its folder",
    sqlite3.SQLITE_FULL: "the disk is full, nothing was changed: free some space and try again ({path})",
    sqlite3.SQLITE_IOERR: "the disk refused to read or write {path}, nothing was changed: check its space and health",
    sqlite3.SQLITE_CANTOPEN: "the journal {path} cannot be opened: check that its folder exists and can be written to",
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_NOTADB: "{path} is not a journal: choose another file with --journal",
    sqlite3.SQLITE_PERM: "the journal {path} may not be opened: check who owns the file",
    sqlite3.SQLITE_AUTH: "the journal {path} may not be opened: check who owns the file",
}
