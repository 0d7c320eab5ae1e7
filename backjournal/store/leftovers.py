"""What a killed process has left half written: found, and removed where nobody can need it any more."""

import contextlib
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from backjournal.store.backups import SIDECARS, backups_folder
from backjournal.store.draft_files import DRAFT_SUFFIX, is_at_work

STALE_SECONDS = 60
"""How long nothing was written to a file that nobody has open as a draft, before it is taken for stale."""

_ENDINGS = (DRAFT_SUFFIX, *(f"{DRAFT_SUFFIX}{suffix}" for suffix in SIDECARS))


def leftovers(journal: Path) -> Iterator[Path]:
    """Yield the half-written files of a journal and its backups, whether a process is at work on them or not."""
    own, stem = re.escape(journal.name), re.escape(journal.stem)
    # Earlier versions named the drafts of their backups after the journal's stem.
    names = {
        journal.parent: rf"\.{own}\..+",
        backups_folder(journal): rf"\.({own}-|{stem}-(\d{{4}}-\d\d-\d\d|before-update)\.db\.).*",
    }
    for folder, name in names.items():
        with contextlib.suppress(OSError):
            for path in sorted(folder.iterdir()):
                if path.name.endswith(_ENDINGS) and re.fullmatch(name, path.name) and _is_plain_file(path):
                    yield path


def remove_stale(journal: Path, now: datetime) -> tuple[Path, ...]:
    """Remove those leftovers that no process can be at work on, and return their paths."""
    return tuple(path for path in [*leftovers(journal)] if _is_stale(journal, path, now) and _removed(path))


def _is_stale(journal: Path, path: Path, now: datetime) -> bool:
    with contextlib.suppress(OSError):
        # A clock that was wrong in the meantime dates files in the future.
        if abs(now.timestamp() - path.stat().st_mtime) <= STALE_SECONDS:
            return False
        draft = Path(f"{path.parent / path.name.rpartition(DRAFT_SUFFIX)[0]}{DRAFT_SUFFIX}")
        if not draft.exists():
            return True
        # A journal that was put in its place by a link has its first name still: to open it would cost its locks.
        return _is_same(draft, journal) or not is_at_work(draft)
    return False


def _is_same(path: Path, journal: Path) -> bool:
    return path.stat().st_nlink > 1 or (journal.exists() and path.samefile(journal))


def _is_plain_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _removed(path: Path) -> bool:
    with contextlib.suppress(OSError):
        path.unlink()
        return True
    return False
