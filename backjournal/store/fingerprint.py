"""Hashes that tell whether a copy is as the journal, and whether a backup is as it was written."""

import hashlib
from pathlib import Path
from typing import BinaryIO

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
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def content_hash(database: BinaryIO, size: int) -> str:
    """Return a hash of all that a database of some size holds, read from its file: that of SQLite's copy is the same.

    Raises:
        OSError: the file cannot be read.
    """
    digest = hashlib.blake2b(_masked(database.read(_HEADER)), digest_size=16)
    left = size - _HEADER
    while left > 0 and (chunk := database.read(min(left, _CHUNK))):
        left -= len(chunk)
        digest.update(chunk)
    return digest.hexdigest()


def _masked(begin: bytes) -> bytes:
    masked = bytearray(begin)
    for part in _COPYING_CHANGES:
        masked[part] = bytes(len(masked[part]))
    return bytes(masked)
