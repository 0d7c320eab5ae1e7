"""Folders that a program keeps in sync between devices, and the copies that it makes when two of them have changed."""

import contextlib
import os
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

from backjournal.model.frozen import dataclass

_NAMES = {"Dropbox": ("Dropbox*",), "Nextcloud": ("Nextcloud*", "ownCloud*"), "OneDrive": ("OneDrive*",)}
"""How the folders of a service are named by default."""

_MARKS = {
    "Syncthing": (".stfolder", ".stversions"),
    "Dropbox": (".dropbox", ".dropbox.cache"),
    "Nextcloud": ("._sync_*.db", ".sync_*.db", ".nextcloudsync.log", ".owncloudsync.log"),
    "OneDrive": (".849C9593-D756-4E56-8D6E-42412F2A707B",),
}
"""What a service leaves in the uppermost folder that it keeps in sync."""

# Syncthing; Nextcloud, then and now; Dropbox, which says it in the person's language and puts a name before it.
_CONFLICT = re.compile(
    r"\.sync-conflict-\d{8}-\d{6}.*|_conflict-\d{8}-\d{6}.*|.*\([^()]*(conflict|conflit|konflikt|conflito)[^()]*\)",
    re.IGNORECASE,
)
# OneDrive adds the name of the device, which is a sign of a conflict only in one of its own folders.
_DEVICE = re.compile(r"-\w[\w '’-]*")


@dataclass(frozen=True, slots=True)
class SyncedFolder:
    """A folder that is kept in sync between devices."""

    service: str
    """What keeps it in sync, such as Syncthing."""

    path: Path
    """Its uppermost folder."""


def synced_folder(file: Path) -> SyncedFolder | None:
    """Return the synced folder that a file lies in; None if none is recognized."""
    for folder in file.absolute().parents:
        names = _names_in(folder)
        for service, marks in _MARKS.items():
            marked = any(fnmatch(name, mark) for name in names for mark in marks)
            if marked or any(fnmatch(folder.name, known) for known in _NAMES.get(service, ())):
                return SyncedFolder(service, folder)
    return None


def conflict_copies(journal: Path) -> tuple[Path, ...]:
    """Return the files beside a journal that a sync program has made of it when two devices had changed it.

    It is quick: only the names in the journal's folder are read. They are in the order of their names.
    """
    return tuple(journal.with_name(name) for name in sorted(_copies(journal)))


def _copies(journal: Path) -> Iterator[str]:
    stem, suffix = journal.stem, journal.suffix
    for name in _names_in(journal.parent):
        if not (name.startswith(stem) and name.endswith(suffix)):
            continue
        added = name[len(stem) : len(name) - len(suffix)]
        if _CONFLICT.fullmatch(added) or (_DEVICE.fullmatch(added) and _is_on_onedrive(journal)):
            yield name


def _is_on_onedrive(journal: Path) -> bool:
    found = synced_folder(journal)
    return found is not None and found.service == "OneDrive"


def _names_in(folder: Path) -> list[str]:
    """Return the names in a folder; none if it cannot be read."""
    with contextlib.suppress(OSError):
        return os.listdir(folder)  # noqa: PTH208 - names alone, without an object for each
    return []
