"""Putting a backup in the place of the journal, so that a kill at any moment leaves the old journal or the new one."""

import contextlib
import os
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from backjournal.model.errors import DamagedJournal, JournalError
from backjournal.model.frozen import dataclass
from backjournal.store.backing_up import copy_verified, make_backup, open_copy
from backjournal.store.backups import Kind, backups_of
from backjournal.store.connection import check_header, only_reading
from backjournal.store.draft_files import DraftFile, draft_file, sidecars, sync_folder
from backjournal.store.fingerprint import content_hash, file_digest
from backjournal.store.migrating import applied, known
from backjournal.store.plain_errors import plain_errors
from backjournal.store.raw_bytes import raw_bytes
from backjournal.store.schema import APPLICATION_ID
from backjournal.store.soundness import refuse_damage_but_rows

_ASIDE_TIME = "%Y-%m-%dT%H-%M-%SZ"

_DIGEST = re.compile(r"-(?:\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ(?:-before-restore)?|before-update)-([0-9a-f]{16})\.db$")
"""Finds the hash of its bytes in the name of a backup, wherever it was copied to."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What has become of the journal that was there before."""

    kept: Path | None
    """The backup of it, or where it lies now if it was damaged; None if there was none."""

    was_damaged: bool = False
    was_the_same: bool = False
    """Whether the journal held the same to the last byte, so that nothing was done."""


def verify(source: Path, journal: Path) -> None:
    """Read a backup, or a copy of a journal in any other place, and refuse it unless it is whole.

    Raises:
        JournalError: it is damaged, no journal, written by a newer backjournal, or cannot be read.
    """
    with plain_errors(source):
        if not source.is_file():
            raise JournalError(f"there is no backup {source}: 'backjournal backups' lists those that there are")
        if journal.exists() and source.samefile(journal):
            raise JournalError(f"{source} is the journal itself: choose one of 'backjournal backups'")
        check_header(source, "choose another backup")
        for beside in sidecars(source):
            if beside.exists() and beside.stat().st_size:
                raise JournalError(f"{source} was copied within a change, {beside.name} lies beside it: choose another")
        digest = _DIGEST.search(source.name)
        if digest and file_digest(source) != digest[1]:
            raise DamagedJournal(f"{source} is not as it was written: choose another one of 'backjournal backups'")
        with contextlib.closing(open_copy(source)) as copy:
            refuse_damage_but_rows(copy)
            if applied(copy) - known():
                raise JournalError(f"{source} was written by a newer backjournal: update this one to restore it")


def is_the_same(journal: Path, source: Path) -> bool:
    """Return whether a journal is as in a verified backup to the last byte, also what undo and the bin know."""
    # What lies beside a journal within a change is left alone, and would be written into it by who opens it.
    if any(path.exists() for path in sidecars(journal)):
        return False
    with contextlib.suppress(OSError), raw_bytes(journal) as here, source.open("rb") as there:
        size = source.stat().st_size
        return size == journal.stat().st_size and content_hash(here, size) == content_hash(there, size)
    return False


def restore(journal: Path, source: Path, now: datetime) -> Restored:
    """Put a copy of a verified backup in the place of the journal, whose present state is kept as a backup.

    Nothing is done if the journal is the same already. A damaged one is moved aside instead, together with the files
    that SQLite has left beside it: they would be taken for those of the backup.

    Raises:
        JournalError: the backup is damaged, or the journal is locked or cannot be written; it is as it was.
    """
    verify(source, journal)
    if journal.exists() and is_the_same(journal, source):
        return Restored(None, was_the_same=True)
    with plain_errors(journal):
        journal.parent.mkdir(parents=True, mode=0o700, exist_ok=True)
        with draft_file(journal.parent, f".{journal.name}.") as draft:
            with contextlib.closing(open_copy(source)) as copy:
                copy_verified(copy, draft.path, source)
            return _replace(journal, draft, now)


def kept_by_last_restore(journal: Path, now: datetime) -> Path:
    """Return the backup that the latest restore has made of the journal before.

    Raises:
        JournalError: there was no restore, or the journal before it was damaged.
    """
    backups = [each for each in backups_of(journal, now.tzinfo) if each.kind is Kind.BEFORE_RESTORE]
    aside = max(_set_aside(journal), default=None, key=lambda path: path.stat().st_mtime_ns)
    newest = backups[-1] if backups else None
    if aside and (newest is None or _time_of(aside) >= f"{newest.taken.astimezone(UTC):{_ASIDE_TIME}}"):
        raise JournalError(f"the journal before the latest restore was damaged: it lies at {aside}")
    if newest is None:
        raise JournalError("nothing was restored that could be undone: 'backjournal backups' lists the backups")
    return newest.path


def _replace(journal: Path, draft: DraftFile, now: datetime) -> Restored:
    try:
        if not journal.exists():
            move_aside(journal, now)
            place(draft, journal)
            return Restored(None)
        # Before SQLite would write what lies beside it into a file that is none of its own.
        _refuse_foreign(journal)
        # While nobody else may write, nothing can lie beside the journal that belongs to a change of the old one.
        with only_reading(journal) as present:
            kept, _ = make_backup(present, journal, Kind.BEFORE_RESTORE, now)
            place(draft, journal)
            return Restored(kept)
    except DamagedJournal:
        kept = move_aside(journal, now)
        place(draft, journal)
        return Restored(kept, was_damaged=True)


def place(draft: DraftFile, journal: Path) -> None:
    """Put a file that is written whole in the place of the journal."""
    # Given back before the new journal can be open anywhere, or this process would lose its locks on it.
    draft.release()
    draft.path.replace(journal)
    sync_folder(journal.parent)


def move_aside(journal: Path, now: datetime) -> Path:
    """Give a damaged journal and what lies beside it a second name, then take away what a new one must not find."""
    aside = journal.with_name(f"{journal.name}.damaged-{now.astimezone(UTC):{_ASIDE_TIME}}")
    number = 1
    while os.path.lexists(aside):
        number += 1
        aside = aside.with_name(f"{aside.name.removesuffix(f'-{number - 1}')}-{number}")
    for path, kept in zip([journal, *sidecars(journal)], [aside, *sidecars(aside)], strict=True):
        with contextlib.suppress(FileNotFoundError):
            try:
                kept.hardlink_to(path)
            except FileNotFoundError:
                raise
            except OSError:  # a file system without links
                path.rename(kept)
    for path in sidecars(journal):
        path.unlink(missing_ok=True)
    return aside


def _refuse_foreign(journal: Path) -> None:
    # Read by SQLite: if this process has the journal open, it would lose its locks on it with any other file closed.
    with contextlib.closing(open_copy(journal)) as seen:
        if not seen.value("PRAGMA page_count"):
            raise DamagedJournal(f"{journal} is empty, not a journal")
        if seen.value("PRAGMA application_id") != APPLICATION_ID:
            raise JournalError(f"{journal} is a database of another program: choose another file with --journal")


def _set_aside(journal: Path) -> Iterator[Path]:
    with contextlib.suppress(OSError):
        for path in journal.parent.iterdir():
            if path.name.startswith(f"{journal.name}.damaged-") and path not in [*sidecars(path)]:
                yield path


def _time_of(aside: Path) -> str:
    return aside.name.rpartition(".damaged-")[2]
