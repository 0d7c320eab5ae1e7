"""What a command works with: the journal's file, the clock, and the days that were typed."""

import contextlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from backjournal.days import Clock, parse_day
from backjournal.model.dates import check_span
from backjournal.model.errors import InvalidValue, JournalError
from backjournal.model.text import clean_line

if TYPE_CHECKING:
    from backjournal.store.store import Store


@dataclass(frozen=True, slots=True)
class Session:
    """One run of the command line: the journal that it is about, the clock that tells the time, and how it waits."""

    journal: Path
    clock: Clock
    sleep: Callable[[float], object] = time.sleep

    @contextlib.contextmanager
    def existing(self) -> Iterator["Store"]:
        """Open the journal to read it; none is made.

        Raises:
            JournalError: there is no journal yet, or it is refused.
        """
        from backjournal.store.store import Store

        if not self.exists():
            raise JournalError(
                f"there is no journal at {self.journal} yet: start one with 'backjournal',"
                " with 'backjournal plan starter', or with a check-in such as 'backjournal log --pain 4'"
            )
        with contextlib.closing(Store.open(self.journal, self.clock)) as store:
            yield store

    @contextlib.contextmanager
    def changing(self) -> Iterator["Store"]:
        """Open the journal to change what it holds, after the day's backup; no journal is made.

        A backup that cannot be made is told on standard error, and does not keep the change from being written.

        Raises:
            JournalError: there is no journal yet, or it is refused.
        """
        with self.existing() as store:
            trouble = _back_up(store)
            yield store
        # Said last: a change that is refused has its one line to itself.
        if trouble:
            click.echo(f"backjournal: no backup was made: {trouble}", err=True)

    @contextlib.contextmanager
    def starting(self) -> Iterator["Store"]:
        """Open the journal to add to it, made new if there is none.

        Raises:
            JournalError: the file is refused or cannot be made.
        """
        from backjournal.store.store import Store

        if self.exists():
            with self.changing() as store:
                yield store
            return
        with contextlib.closing(Store.open(self.journal, self.clock)) as store:
            yield store

    def exists(self) -> bool:
        """Tell whether there is a file already.

        Raises:
            JournalError: its place cannot be reached.
        """
        from backjournal.store.connection import plain_errors

        with plain_errors(self.journal):
            return self.journal.exists()


def _back_up(store: "Store") -> str:
    """Make the day's backup, and return what kept it from being made."""
    try:
        store.back_up()
    except JournalError as error:
        return clean_line(str(error))
    return ""


def default_journal() -> Path:
    """Return where the journal lies unless somebody says otherwise."""
    from platformdirs import user_data_path

    return user_data_path("backjournal", appauthor=False) / "journal.db"


def day_or_today(text: str | None, today: date) -> date:
    """Read a day; none typed is today.

    Raises:
        InvalidValue: it is no day.
    """
    return today if text is None else parse_day(text, today)


def day_that_came(text: str | None, today: date, what: str) -> date:
    """Read a day up to today; none typed is today.

    Raises:
        InvalidValue: it is no day, or one that has not come; `what` says what cannot be done then.
    """
    day = day_or_today(text, today)
    if day > today:
        raise InvalidValue("day", f"cannot {what} a day that has not come: {day} lies after today, {today}")
    return day


def span_of_days(since: str | None, until: str | None, today: date) -> tuple[date | None, date | None]:
    """Read the first and last day to show; what was not typed is None.

    Raises:
        InvalidValue: one is no day, or the first lies after the last.
    """
    first = None if since is None else parse_day(since, today, "since")
    last = None if until is None else parse_day(until, today, "until")
    check_span(first, last)
    return first, last
