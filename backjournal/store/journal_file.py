"""What becomes of an open journal's file when other programs move, replace, cut off or rewrite it."""

from collections.abc import Callable
from pathlib import Path

from backjournal.model.errors import DamagedJournal, JournalError, MissingJournal
from backjournal.store.connection import open_database, refuse_foreign
from backjournal.store.plain_errors import plain_errors
from backjournal.store.rows import Rows
from backjournal.store.soundness import refuse_cut_off

_GONE = "the journal {path} is gone: nothing can be saved until it is there again"


class JournalFile:
    """The file that a journal was opened from, compared with the one that lies at its path now.

    `stamp` returns what changes with every write that SQLite has made.
    """

    def __init__(self, db: Rows, path: Path, stamp: Callable[[], object]) -> None:
        self._db = db
        self._path = path
        self._stamp = stamp
        self._identity = self._present_identity()
        self._written: tuple[object, object] | None = None

    def refuse_another(self) -> None:
        """Refuse to write if the file that is open is no longer the one at the path, or is cut off.

        Raises:
            JournalError: it is gone, replaced or cut off.
            OSError: it cannot be reached.
        """
        if self._present_identity() != self._identity:
            raise JournalError(f"the journal {self._path} was replaced by another one: nothing was saved, try again")
        refuse_cut_off(self._db)

    def follow(self) -> bool:
        """Go on with the file that lies at the path now, if it is another one or was rewritten without SQLite.

        Return whether it was. If it is refused, the one before stays open, so that what was read of it can be shown.

        Raises:
            JournalError: it is gone, damaged, no journal, locked or cannot be reached.
        """
        with plain_errors(self._path):
            identity = self._present_identity()
            if identity == self._identity and not self._is_rewritten():
                return False
            self._db.reconnect(open_database(self._path, create=False, in_use=True).conn)
            self._identity, self._written = identity, None
            return True

    def _is_rewritten(self) -> bool:
        """Return whether the file was written to since the last call, but not by SQLite."""
        try:
            stamp, status = self._stamp(), self._path.stat()
            refuse_foreign(self._db)
            refuse_cut_off(self._db)
        except DamagedJournal:  # which a connection does not forget, even if the file is whole again
            return True
        written = (status.st_size, status.st_mtime_ns)
        # Whoever writes with SQLite just now ends with another stamp.
        if stamp != self._stamp():
            return False
        before, self._written = self._written, (stamp, written)
        if before is None or before[0] != stamp or before[1] == written:
            return False
        self._written = before  # until it was opened anew
        return True

    def _present_identity(self) -> tuple[int, int]:
        try:
            status = self._path.stat()
        except FileNotFoundError as error:
            raise MissingJournal(_GONE.format(path=self._path)) from error
        return status.st_dev, status.st_ino
