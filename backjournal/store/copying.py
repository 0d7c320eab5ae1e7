"""A complete copy of the journal in another place, such as a stick: verified like a backup, but never thinned."""

import os
import sqlite3
from pathlib import Path

from backjournal.model.errors import InvalidValue, JournalError
from backjournal.store.backing_up import copy_verified
from backjournal.store.backups import backups_folder
from backjournal.store.draft_files import draft_file, sidecars, sync_folder
from backjournal.store.paths import no_file
from backjournal.store.rows import Rows


def copy_to(db: Rows, journal: Path, target: Path, *, force: bool) -> None:
    """Write a complete copy of an open journal to a file that only its owner can read; it is read back first.

    An existing file is replaced only with `force`; a link is followed.

    Raises:
        InvalidValue: the file exists, is no ordinary file, or belongs to the journal; its `field` is `file`.
        JournalError: the journal is damaged, or the copy could not be written; there is no new file then.
    """
    if what := no_file(target):
        raise InvalidValue("file", f"{target} is {what}: choose another file")
    target = Path(os.path.realpath(target))
    _refuse(journal, target, force=force)
    try:
        with draft_file(target.parent, f".{target.name}.") as draft:
            copy_verified(db, draft.path, journal)
            draft.release()
            draft.path.replace(target)
            sync_folder(target.parent)
    except FileNotFoundError:
        raise InvalidValue("file", f"the folder {target.parent} does not exist: make it, or choose another") from None
    except (OSError, sqlite3.Error) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise JournalError(f"{target} cannot be written, nothing was changed: {why}") from error


def _refuse(journal: Path, target: Path, *, force: bool) -> None:
    own = [journal, *sidecars(journal)]
    if target in [Path(os.path.realpath(path)) for path in own] or target.parent == backups_folder(journal).resolve():
        raise InvalidValue("file", f"{target} belongs to the journal itself: choose another file")
    if target.exists() and not force:
        raise InvalidValue("file", f"{target} exists already: add --force to replace it")
    for beside in sidecars(target):
        if beside.exists():
            raise InvalidValue("file", f"{beside} lies there already, from another database: choose another name")
