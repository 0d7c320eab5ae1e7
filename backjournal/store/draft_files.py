"""Files that are written under another name first, so that nobody ever meets half of one."""

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from backjournal.store.backups import SIDECARS

DRAFT_SUFFIX = ".new"
"""How the name of such a file ends."""

if sys.platform != "win32":
    import fcntl


class DraftFile:
    """A new, empty file that only its owner can read, under a name of its own in the folder where it is wanted.

    While it is open, `is_at_work` is true for it, also in other processes.
    """

    def __init__(self, folder: Path, prefix: str) -> None:
        import tempfile

        handle, name = tempfile.mkstemp(DRAFT_SUFFIX, prefix, folder)
        self.path = Path(name)
        self._handle: int | None = handle
        if sys.platform == "win32":  # a file that is open can be neither renamed nor removed there
            self.release()
        else:
            fcntl.flock(handle, fcntl.LOCK_EX)

    def release(self) -> None:
        """Say that no more is written to the file; nothing else may have it open as a database then."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def discard(self) -> None:
        """Remove the file, unless it was renamed, with what SQLite has left beside it."""
        self.release()
        for path in (self.path, *sidecars(self.path)):
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)


@contextlib.contextmanager
def draft_file(folder: Path, prefix: str) -> Iterator[DraftFile]:
    """Make a file to be written and then renamed; it is removed after the `with` if it was not.

    Raises:
        OSError: the folder cannot be written to.
    """
    draft = DraftFile(folder, prefix)
    try:
        yield draft
    finally:
        draft.discard()


def is_at_work(path: Path) -> bool:
    """Return whether a process has the file open as its `DraftFile`; on Windows False: such a file cannot be removed.

    The file must not be a database that this process has open, or SQLite would lose its locks on it.

    Raises:
        OSError: the file cannot be read.
    """
    if sys.platform == "win32":
        return False
    with path.open("rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return True
    return False


def sidecars(database: Path) -> Iterator[Path]:
    """Yield the paths of the files that SQLite may have beside a database."""
    for suffix in SIDECARS:
        yield Path(f"{database}{suffix}")


def sync_folder(folder: Path) -> None:
    """Make the disk keep a new name in a folder; where that cannot be asked for, the system does so in its own time."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
