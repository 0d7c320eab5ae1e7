"""The CSV exports by name, and writing them to files other than the journal's own."""

import contextlib
from collections.abc import Iterable, Iterator
from datetime import date
from glob import escape
from pathlib import Path

from backjournal.exchange.atomic import write_whole
from backjournal.model.dates import check_span
from backjournal.model.errors import InvalidValue
from backjournal.store.backups import backups_folder
from backjournal.store.paths import behind_links
from backjournal.store.store import Store


def export_csv(store: Store, kind: str, since: date | None = None, until: date | None = None) -> Iterable[bytes]:
    """Return an export as CSV, part by part, from `since` to `until`, both included; None means from start to end.

    `kind` is `diary`, `checklist`, `measures`: all results, including those of measures no longer chosen, or
    `experiments`: each day of them up to today.

    Raises:
        InvalidValue: the first day lies after the last.
        JournalError: the journal cannot be read, now or while the parts are taken.
    """
    check_span(since, until)
    return _EXPORTS[kind](store, since, until)


# Each imports what it needs and the others do not: an export is a command of its own, and soon done.


def _diary(store: Store, since: date | None, until: date | None) -> Iterable[bytes]:
    from backjournal.exchange.diary_csv import diary_csv

    return diary_csv(store.diary_rows.between(since or date.min, until or date.max))


def _checklist(store: Store, since: date | None, until: date | None) -> Iterable[bytes]:
    from backjournal.exchange.checklist_csv import checklist_csv

    today, prescriptions = store.today(), store.plan.prescriptions()
    first = since or min((prescription.first_day for prescription in prescriptions), default=today)
    last = min(until or today, today)
    return [checklist_csv(store.checklists(first, last), today)]


def _measures(store: Store, since: date | None, until: date | None) -> Iterable[bytes]:
    from backjournal.exchange.measures_csv import measures_csv

    known = {measure.id: measure for measure in store.measures.known()}
    return [measures_csv(store.measures.results(since or date.min, until or date.max), known)]


def _experiments(store: Store, since: date | None, until: date | None) -> Iterable[bytes]:
    from backjournal.exchange.experiments_csv import experiment_rows, experiments_csv
    from backjournal.journal.experiments import values_of

    first, last = since or date.min, min(until or date.max, store.today())
    with_values = ((each, values_of(store, each.value)) for each in store.experiments.all())
    return [experiments_csv(row for pair in with_values for row in experiment_rows(*pair, first, last))]


_EXPORTS = {"diary": _diary, "checklist": _checklist, "measures": _measures, "experiments": _experiments}


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
    """Write what `export_csv` returns to a file, completely or not at all, and return its path.

    Raises:
        InvalidValue: the first day lies after the last, or the file cannot be written; its `field` says which.
        JournalError: the journal cannot be read.
    """
    # Checked before the journal is read: SQLite deletes a file that it takes for an invalid log of its own.
    _refuse_own(store.path, path)
    write_apart(store.path, path, export_csv(store, kind, since, until), force=force, how_to_replace=how_to_replace)
    return path


def write_apart(journal: Path, path: Path, data: bytes | Iterable[bytes], *, force: bool, how_to_replace: str) -> None:
    """Write a file of these bytes or parts, completely or not at all, that is none of the journal's own files.

    An existing file is replaced only with `force`; `how_to_replace` is the advice in the refusal. The journal, its
    backups, drafts and logs are never replaced.

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
        with contextlib.suppress(OSError):  # one of the two files does not exist
            if path.samefile(own):
                return True
    return False


def _own_files(journal: Path) -> Iterator[Path]:
    """Yield the journal, the files beside it (drafts, SQLite's log), and its backups."""
    journal = behind_links(journal)
    yield journal
    yield from journal.parent.glob(f".{escape(journal.name)}.*")
    yield from journal.parent.glob(f"{escape(journal.name)}.damaged-*")
    yield from (Path(f"{journal}-{suffix}") for suffix in ("journal", "wal", "shm"))
    yield from backups_folder(journal).glob("*")
