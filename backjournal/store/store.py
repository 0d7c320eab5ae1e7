"""An open journal, with an object for each kind of data that it holds."""

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from backjournal.days import Clock, journal_day
from backjournal.model.errors import JournalError
from backjournal.plan.checklist import Checklist, checklists, extras
from backjournal.store.answers import Answers
from backjournal.store.changes import Changes
from backjournal.store.connection import open_database, open_to_read
from backjournal.store.diary import Diary
from backjournal.store.plan import Plan
from backjournal.store.practices import Practices
from backjournal.store.rows import Rows
from backjournal.store.settings import StoredSettings
from backjournal.store.soundness import counts, refuse_damage
from backjournal.store.unreadable import LeftOut

if TYPE_CHECKING:
    from backjournal.store.backing_up import Made
    from backjournal.store.bin import Bin
    from backjournal.store.diary_days import DiaryDays
    from backjournal.store.diary_rows import DiaryRows
    from backjournal.store.experiments import Experiments
    from backjournal.store.history import History
    from backjournal.store.measures import Measures
    from backjournal.store.stopwatches import Stopwatches
    from backjournal.store.versions import Versions

_SIX_DAYS = timedelta(days=6)
"""How far a week may reach beyond a day of it."""


def random_id() -> str:
    """Return a new id for a row."""
    return os.urandom(16).hex()


class Store:
    """An open journal, with one connection that only one thread may use.

    What the day and the diary do without is loaded when it is first asked for.
    """

    def __init__(
        self,
        db: Rows,
        path: Path,
        clock: Clock,
        device: str,
        new_id: Callable[[], str],
        left_out: LeftOut | None = None,
    ) -> None:
        self._db = db
        self.left_out = db.left_out = db.left_out if left_out is None else left_out
        """The rows that cannot be read, of those that were met so far."""
        self.path = path
        self.clock = clock
        self.new_id = new_id
        self.changes = Changes(db, path, clock, device)
        self.plan = Plan(db, self.changes, new_id)
        self.practices = Practices(db, self.changes)
        self.diary = Diary(db, self.changes, new_id)
        self.answers = Answers(db, self.changes)
        self.settings = StoredSettings(db, self.changes)

    @cached_property
    def diary_days(self) -> "DiaryDays":
        """The means of the days of the diary."""
        from backjournal.store.diary_days import DiaryDays

        return DiaryDays(self._db)

    @cached_property
    def diary_rows(self) -> "DiaryRows":
        """The check-ins as rows."""
        from backjournal.store.diary_rows import DiaryRows

        return DiaryRows(self._db)

    @cached_property
    def history(self) -> "History":
        """What has changed since the journal was last read."""
        from backjournal.store.history import History

        return History(self._db)

    @cached_property
    def bin(self) -> "Bin":
        """What was deleted."""
        from backjournal.store.bin import Bin

        return Bin(self._db, self.changes)

    @cached_property
    def versions(self) -> "Versions":
        """The earlier versions of rows."""
        from backjournal.store.versions import Versions

        return Versions(self._db)

    @cached_property
    def measures(self) -> "Measures":
        """The outcome measures and their results."""
        from backjournal.store.measures import Measures

        return Measures(self._db, self.changes, self.new_id)

    @cached_property
    def experiments(self) -> "Experiments":
        """The experiments."""
        from backjournal.store.experiments import Experiments

        return Experiments(self._db, self.changes, self.new_id)

    @cached_property
    def stopwatches(self) -> "Stopwatches":
        """The stopwatches that run or are stopped for a while."""
        from backjournal.store.stopwatches import Stopwatches

        return Stopwatches(self._db, self.changes)

    @classmethod
    def open(cls, path: Path, clock: Clock, *, device: str = "", new_id: Callable[[], str] = random_id) -> Self:
        """Open the journal at a path, and create it if there is none; without a `device`, writes name this machine.

        Raises:
            JournalError: the file is refused or cannot be reached.
        """
        if not os.path.exists(path):  # noqa: PTH110 - `Path.exists` raises where the folder cannot be reached
            from backjournal.store.way_back import refuse_missing

            refuse_missing(path, clock.now())
        return cls(open_database(path), path, clock, device, new_id)

    @contextlib.contextmanager
    def elsewhere(self) -> Iterator["Store"]:
        """Open the same journal with a second connection, for another thread.

        Raises:
            JournalError: the file is refused or cannot be reached.
        """
        # A journal that was moved away meanwhile must not be created anew at its old path.
        database = open_database(self.path, create=False, in_use=True)
        with contextlib.closing(Store(database, self.path, self.clock, "", random_id, self.left_out)) as store:
            yield store

    @contextlib.contextmanager
    def reading(self) -> Iterator["Store"]:
        """Open the journal as it is now, to be read by another thread, whatever is written meanwhile.

        What writes waits for the end of the `with`: fetch within it, compute after it.

        Raises:
            JournalError: the file is no longer a journal, is locked or cannot be reached.
        """
        database = open_to_read(self.path)
        with contextlib.closing(Store(database, self.path, self.clock, "", random_id, self.left_out)) as store:
            yield store

    def today(self) -> date:
        """Return the current journal day."""
        return journal_day(self.clock.now(), self.settings.get().day_starts_at)

    def checklists(self, first: date, last: date) -> dict[date, Checklist]:
        """Return the checklist of each day from first to last, both included, oldest first.

        Raises:
            JournalError: the journal cannot be read.
        """
        weeks = self.settings.get().weeks
        begins = weeks.week_of(first)
        practices = self.practices.between(begins, last)
        return checklists(first, last, *self.plan.of_days(begins, last + _SIX_DAYS), practices, weeks)

    def checklist(self, day: date) -> Checklist:
        """Return the checklist of a day.

        Raises:
            JournalError: the journal cannot be read.
        """
        return self.checklists(day, day)[day]

    def extras(self, day: date, listed: Checklist | None = None) -> Checklist:
        """Return the exercises in force on a day that its checklist does not ask for.

        `listed` is that checklist, if it is known already.

        Raises:
            JournalError: the journal cannot be read.
        """
        return extras(day, self.checklist(day) if listed is None else listed, *self.plan.of_days(day, day))

    def back_up(self) -> "Made | None":
        """Make a backup unless nothing has changed since the newest one, and thin the others.

        Raises:
            JournalError: the journal is damaged, and every earlier backup stays; or the copy could not be written.
        """
        from backjournal.store.backing_up import back_up
        from backjournal.store.backups import backups_folder

        try:
            return back_up(self._db, self.path, self.clock.now(), self.settings.get().backup_limit_mb)
        except (OSError, sqlite3.Error) as error:
            why = error.strerror if isinstance(error, OSError) else error
            raise JournalError(f"the folder {backups_folder(self.path)} cannot be written to: {why}") from error

    def copy_to(self, target: Path, *, force: bool) -> None:
        """Write a complete copy of the journal to a file in another place, as `copying.copy_to` does.

        Raises:
            JournalError: the journal is damaged, or the copy could not be written; no part of it stays.
        """
        from backjournal.store.copying import copy_to

        copy_to(self._db, self.path, target, force=force)

    def is_backup_due(self) -> bool:
        """Return whether no backup was made in the last half hour."""
        from backjournal.store.backups import is_due

        return is_due(self.path, self.clock.now())

    def check(self, *, thoroughly: bool = False) -> None:
        """Read the whole file, as `refuse_damage` does; it takes long and keeps others from writing meanwhile.

        Raises:
            JournalError: the file is damaged, is locked or cannot be reached.
        """
        refuse_damage(self._db, thoroughly=thoroughly)

    def counts(self) -> dict[str, int]:
        """Return how many rows the journal has, by table, without deleted ones.

        Raises:
            JournalError: the journal cannot be read.
        """
        return counts(self._db)

    def close(self) -> None:
        """Close the file."""
        self._db.close()
