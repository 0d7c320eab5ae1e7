"""The history of what a journal holds: the rows that are meant, each with all its versions."""

from collections.abc import Mapping, Sequence
from datetime import date, tzinfo

from backjournal.model.frozen import dataclass
from backjournal.store.store import Store
from backjournal.store.versions import Row, Version


@dataclass(frozen=True, slots=True)
class RowHistory:
    """A row of the journal with all its versions."""

    table: str
    versions: Sequence[Version]
    """Oldest first, at least one."""

    parents: Mapping[str, Row]
    """The rows that it belongs to, by their tables."""

    zone: tzinfo | None
    """The time zone in which the moments are told."""


def history_of(store: Store, table: str, row_id: str) -> RowHistory:
    """Return the history of the row with an id.

    Raises:
        JournalError: the journal cannot be read.
    """
    versions = store.versions.of(table, row_id)
    return RowHistory(table, versions, store.versions.parents(table, versions[-1].row), store.clock.now().tzinfo)


def dose_histories(store: Store, exercise_id: str) -> list[RowHistory]:
    """Return the histories of the doses of an exercise, the latest dose first, also of deleted ones.

    Raises:
        JournalError: the journal cannot be read.
    """
    doses = store.versions.prescriptions_of(exercise_id)
    return [history_of(store, "prescriptions", dose["id"]) for dose in reversed(doses)]


def practice_histories(store: Store, exercise_id: str, day: date) -> list[RowHistory]:
    """Return the histories of the practices of an exercise on a day; empty if it was never ticked or skipped on it.

    Raises:
        JournalError: the journal cannot be read.
    """
    practices = store.versions.practices_of(exercise_id, day)
    return [history_of(store, "practices", practice["id"]) for practice in practices]
