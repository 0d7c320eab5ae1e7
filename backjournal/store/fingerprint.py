"""Hashes that tell whether a copy is as the journal, and whether a backup is as it was written."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

_CHUNK = 1 << 20
_HEADER = 100

_COPYING_CHANGES = (slice(24, 28), slice(40, 44), slice(92, 100))
"""Where in the header SQLite's backup counts anew: changes, changes of the tables, and the version that wrote them."""


def file_digest(path: Path) -> str:
    """Return a hash of a file's bytes: one that has changed by a bit has another.

    Raises:
        OSError: the file cannot be read.
    """
    digest = hashlib.blake2b(digest_size=8)
    for chunk in _chunks(path):
        digest.update(chunk)
    return digest.hexdigest()


def content_hash(database: Path | bytes) -> str:
    """Return a hash of all that a database holds: that of a copy made by SQLite's backup is the same.

    `database` is its file, or its pages as SQLite serialises them.

    Raises:
        OSError: the file cannot be read.
    """
    chunks: Iterable[bytes | memoryview] = (
        _chunks(database) if isinstance(database, Path) else (database[:_HEADER], memoryview(database)[_HEADER:])
    )
    digest, begun = hashlib.blake2b(digest_size=16), False
    for chunk in chunks:
        digest.update(chunk if begun else _masked(bytes(chunk)))
        begun = True
    return digest.hexdigest()


def _masked(begin: bytes) -> bytes:
    masked = bytearray(begin)
    for part in _COPYING_CHANGES:
        masked[part] = bytes(len(masked[part]))
    return bytes(masked)


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield chunk
