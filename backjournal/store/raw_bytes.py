"""Reading the bytes of a journal that SQLite has open.

To close a file takes away all locks that the process has on it. So what was opened here stays open, and is read again,
until the last connection to the journal is closed.
"""

import contextlib
import os
import sqlite3
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from threading import Lock, RLock
from typing import Any, BinaryIO

_Identity = tuple[int, int]
"""The device and the number of a file, by whatever path it was opened."""

_lock, _reading = RLock(), Lock()
_connections: Counter[_Identity] = Counter()
_files: dict[_Identity, BinaryIO] = {}


class Connection(sqlite3.Connection):
    """A connection to a journal, which is known here until it is closed."""

    _file: _Identity | None = None

    def opened(self, path: Path) -> None:
        """Say that the connection has the file at a path open."""
        with _lock:
            self._file = _identity(path)
            _connections[self._file] += 1

    def close(self) -> None:
        """Close the connection, and with the last one what else was opened of its file."""
        super().close()
        with _lock:
            file, self._file = self._file, None
            if file is None:
                return
            _connections[file] -= 1
            if not _connections[file]:
                del _connections[file]
                if file in _files:
                    _files.pop(file).close()


@contextlib.contextmanager
def raw_bytes(path: Path) -> Iterator[BinaryIO]:
    """Open a file to read its bytes from the beginning; one at a time.

    Raises:
        OSError: the file cannot be read.
    """
    with _reading:
        with _lock:
            file = _identity(path)
            found = _files.pop(file, None) or path.open("rb")
            stays = file in _connections
            if stays:
                _files[file] = found
        try:
            found.seek(0)
            yield found
        finally:
            if not stays:
                found.close()


def _identity(path: Path) -> _Identity:
    found: Any = os.stat(path)  # noqa: PTH116 - for every command, and faster than by `Path`
    return found.st_dev, found.st_ino
