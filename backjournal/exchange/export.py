"""The exports by name, read from the journal, and written to files that are not the journal's own."""

import contextlib
from collections.abc import Iterator
from datetime import date
from glob import escape
from pathlib import Path

from backjournal.exchange.atomic import write_whole
from backjournal.exchange.checklist_csv import checklist_csv
from backjournal.exchange.diary_csv import diary_csv
from backjournal.exchange.measures_csv import measures_csv
from backjournal.model.dates import check_span
from backjournal.model.errors import InvalidValue
from backjournal.store.backups import backups_folder
from backjournal.store.store import Store


def export_csv(store: Store, kind: str, since: date | None = None, until: date | None = None) -> bytes:
    """Return a kind of export as CSV, from a day to a day, both included; None means the whole journal.

    The kinds are the `diary`, the `checklist`, and `measures`: all results, those of measures that were let go too.

    Raises:
        InvalidValue: the first day lies after the last.
        JournalError: the journal cannot be read.
    """
    check_span(since, until)
    if kind == "diary":
        return diary_csv(store.diary.check_ins(since or date.min, until or date.max))
    if kind == "measures":
        known = {measure.id: measure for measure in store.measures.known()}
        return measures_csv(store.measures.results(since or date.min, until or date.max), known)
    today, prescriptions = store.today(), store.plan.prescriptions()
    first = since or min((prescription.first_day for prescription in prescriptions), default=today)
    last = min(until or today, today)
    return checklist_csv(store.checklists(first, last), today)


def write_export(
    store: Store,
    kind: str,
    path: Path,
    since: date | None = None,
    until: date | None = None,
    *,
    force: bool,
    how_to_replace: str,
) -> Path:
    """Write what `export_csv` returns to a file, whole or not at all, and return its path.

    Raises:
        InvalidValue: the first day lies after the last, or the file cannot be written; its `field` says which.
        JournalError: the journal cannot be read.
    """
    # Before the journal is read: SQLite removes what it takes for a log of its own that is not valid.
    _refuse_own(store.path, path)
    write_apart(store.path, path, export_csv(store, kind, since, until), force=force, how_to_replace=how_to_replace)
    return path


def write_apart(journal: Path, path: Path, data: bytes, *, force: bool, how_to_replace: str) -> None:
    """Write a file whole or not at all, apart from the journal.

    A file that is there is replaced only with `force`, which `how_to_replace` tells a person how to ask for; the
    journal, its backups and what lies beside it are never replaced.

    Raises:
        InvalidValue: the file cannot be written; its `field` is `file`.
    """
    _refuse_own(journal, path)
    write_whole(path, data, force=force, how_to_replace=how_to_replace)


def _refuse_own(journal: Path, path: Path) -> None:
    if _belongs_to(journal, path):
        raise InvalidValue("file", f"{path} belongs to the journal itself: choose another file")


def _belongs_to(journal: Path, path: Path) -> bool:
    for own in _own_files(journal):
        with contextlib.suppress(OSError):  # one of them is not there
            if path.samefile(own):
                return True
    return False


def _own_files(journal: Path) -> Iterator[Path]:
    """Give the journal, what is written beside it (drafts, SQLite's own log), and its backups."""
    yield journal
    yield from journal.parent.glob(f".{escape(journal.name)}.*")
    yield from (Path(f"{journal}-{suffix}") for suffix in ("journal", "wal", "shm"))
    yield from backups_folder(journal).glob("*")
