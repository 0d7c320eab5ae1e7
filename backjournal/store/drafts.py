"""Drafts of unfinished forms, kept in files: a closed terminal loses nothing, a crash a second of typing at most."""

import contextlib
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from glob import escape
from pathlib import Path
from typing import Any

from backjournal.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Kept:
    """What a draft holds."""

    form: str
    """The form that it was typed into, and what that was about."""

    title: str
    """The title that the form had."""

    answers: Mapping[str, Any]
    """What was typed, by field."""


class Draft:
    """What is typed into one open form, in a file `.JOURNAL.ID.draft` until it is saved or discarded.

    While the form is open, the file `.JOURNAL.ID.lock` beside it is locked: so every other app knows that the draft is
    in use, however this one ends.
    """

    def __init__(self, path: Path, kept: Kept, lock: int | None = None) -> None:
        self._path = path
        self._kept = kept
        self._lock = lock
        self.answers = kept.answers
        """What was typed before, when another form was cut off; empty for a new draft."""

    def keep(self, answers: Mapping[str, Any]) -> None:
        """Write the answers, completely or not at all, readable by the owner only.

        Errors such as a full disk are ignored here: the person sees them on saving.
        """
        with contextlib.suppress(OSError):
            if self._lock is None:
                self._lock = _locked(_lock_of(self._path))
            handle, name = tempfile.mkstemp(".new", f"{self._path.name}.", self._path.parent)
            try:
                with os.fdopen(handle, "w", encoding="utf-8") as file:
                    json.dump({"form": self._kept.form, "title": self._kept.title, "answers": dict(answers)}, file)
                Path(name).replace(self._path)
            finally:
                Path(name).unlink(missing_ok=True)

    def drop(self) -> None:
        """Delete the file with the answers."""
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)
        self.leave()

    def leave(self) -> None:
        """Leave what was kept to the next form that asks for it."""
        if self._lock is not None:
            _release(self._lock, self._path)
            self._lock = None


class Drafts:
    """The drafts of a journal that no open form uses: what an app that was cut off has left."""

    def __init__(self, journal: Path, new_id: Callable[[], str]) -> None:
        self._folder = journal.parent
        self._prefix = f".{journal.name}."
        self._new_id = new_id

    def waiting(self) -> tuple[Kept, ...]:
        """Return what waits to be taken up again, the oldest first. A file that cannot be read is left out."""
        found = []
        for path, lock, kept in self._free():
            found.append(kept)
            _release(lock, path)
        return tuple(found)

    def draft(self, form: str, title: str) -> Draft:
        """Take up the oldest draft of a form that waits, or begin one; `title` is how the person knows the form."""
        for path, lock, kept in self._free(form):
            return Draft(path, kept, lock)
        path = self._folder / f"{self._prefix}{self._new_id()}.draft"
        return Draft(path, Kept(form, title, {}))

    def _free(self, form: str | None = None) -> Iterator[tuple[Path, int, Kept]]:
        """Yield the drafts that are not in use, of one form or of all, each with its lock, which the caller releases.

        Whoever takes one and goes no further keeps the locks of no others.
        """
        for path in self._paths():
            kept = _read(path)
            if kept is None or form not in (None, kept.form):
                continue
            lock = None
            with contextlib.suppress(OSError):
                lock = _locked(_lock_of(path))
            if lock is None:
                continue
            # Another app may have taken it up, and saved or changed it, before it was locked here.
            if kept := _read(path):
                yield path, lock, kept
            else:
                _release(lock, path)

    def _paths(self) -> list[Path]:
        def written(path: Path) -> tuple[float, str]:
            with contextlib.suppress(OSError):
                return path.stat().st_mtime, path.name
            return 0, path.name

        return sorted(self._folder.glob(f"{escape(self._prefix)}*.draft"), key=written)


def _read(path: Path) -> Kept | None:
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
        found = json.loads(path.read_text("utf-8"))
        return Kept(str(found["form"]), str(found["title"]), dict(found["answers"]))
    return None


def _lock_of(draft: Path) -> Path:
    return draft.with_suffix(".lock")


def _locked(path: Path) -> int | None:
    """Lock a file, which is made if need be, until the process ends or the lock is released; None if it is locked.

    Raises:
        OSError: it cannot be made.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _lock(handle)
    except (BlockingIOError, PermissionError):
        os.close(handle)
        return None
    except OSError:  # a file system without locks: better offered twice than never
        return handle
    return handle


def _release(lock: int, draft: Path) -> None:
    # The lock's file lives as long as the draft.
    with contextlib.suppress(OSError):
        if not draft.exists():
            _lock_of(draft).unlink(missing_ok=True)
    os.close(lock)


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
