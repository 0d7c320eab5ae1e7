"""The way back from a journal that is gone or damaged: its newest sound backup, and the command that restores it."""

from datetime import datetime
from pathlib import Path

from backjournal.model.errors import DamagedJournal, MissingJournal
from backjournal.store.backing_up import sound_backups
from backjournal.store.plain_errors import plain_errors


def way_back(journal: Path, now: datetime) -> str:
    """Return a part of a sentence that says how to restore the newest sound backup; empty if there is none.

    Backups are read whole until one is sound.
    """
    for backup in sound_backups(journal, now):
        return (
            f"its newest sound backup is of {backup.taken:%Y-%m-%d %H:%M},"
            f" and 'backjournal restore {backup.day}' brings it back"
        )
    return ""


def refuse_missing(journal: Path, now: datetime) -> None:
    """Refuse to start a new journal where one has left backups: it was deleted or moved away.

    Raises:
        MissingJournal: there is no file at the path, but a sound backup of it.
        JournalError: the path cannot be reached.
    """
    with plain_errors(journal):
        if not journal.exists() and (way := way_back(journal, now)):
            raise MissingJournal(
                f"the journal {journal} is gone: {way}; to start another, choose its file with --journal"
            )


def with_way_back(error: DamagedJournal, journal: Path, now: datetime) -> DamagedJournal:
    """Return the error with the way back added to what it says, if there is one."""
    way = way_back(journal, now)
    return DamagedJournal(f"{error}; {way}") if way else error
