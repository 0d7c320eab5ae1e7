"""What a command works with: the journal's file, the clock, and the days that were typed as options."""

import contextlib
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from backjournal.days import Clock, parse_day
from backjournal.model.about_you import AboutYou
from backjournal.model.dates import check_span
from backjournal.model.errors import InvalidValue, JournalError
from backjournal.model.text import clean_line

if TYPE_CHECKING:
    from backjournal.store.store import Store


@dataclass(slots=True)
class Outcome:
    """What a run of the command line has come to so far."""

    saved: bool = False
    """Whether something was written that stays, whatever happens afterwards."""


@dataclass(frozen=True, slots=True)
class Session:
    """One run of the command line."""

    journal: Path
    """The journal's file."""

    clock: Clock
    sleep: Callable[[float], object] = time.sleep
    """Waits for a number of seconds."""

    outcome: Outcome = field(default_factory=Outcome)

    @contextlib.contextmanager
    def existing(self) -> Iterator["Store"]:
        """Open the journal to read it; a missing one is not created.

        Raises:
            JournalError: there is no journal yet, or it is refused.
        """
        if not self.exists():
            raise JournalError(
                f"there is no journal at {self.journal} yet: start one with 'backjournal',"
                " with 'backjournal plan starter', or with a check-in such as 'backjournal log --pain 4'"
            )
        with self._opened() as store:
            yield store

    @contextlib.contextmanager
    def _opened(self) -> Iterator["Store"]:
        """Open the journal, and note in the end whether it was changed."""
        from backjournal.store.store import Store

        with contextlib.closing(Store.open(self.journal, self.clock)) as store:
            try:
                yield store
            finally:
                self.outcome.saved |= store.changes.made

    @contextlib.contextmanager
    def changing(self) -> Iterator["Store"]:
        """Open the journal to change it; a missing one is not created.

        The day's backup is made when the command has ended and what it did is printed: the person does not wait for
        the copy. One that fails is reported on standard error; the change stands.

        Raises:
            JournalError: there is no journal yet, or it is refused.
        """
        # The app and `status`, which change nothing here, do without click.
        from click import get_current_context

        with self.existing() as store:
            backed_up = store.is_backed_up()
            yield store
        if not backed_up:
            get_current_context().call_on_close(self._back_up)

    @contextlib.contextmanager
    def starting(self) -> Iterator["Store"]:
        """Open the journal to change it, and create it if there is none.

        Raises:
            JournalError: the file is refused or cannot be made.
        """
        with self.changing() if self.exists() else self._opened() as store:
            yield store

    def about_you(self) -> AboutYou:
        """Return what the person told about themselves; nothing if there is no journal or it cannot be read."""
        with contextlib.suppress(JournalError), self.existing() as store:
            return store.settings.get().about_you
        return AboutYou()

    def _back_up(self) -> None:
        try:
            with self.existing() as store:
                store.back_up()
        except JournalError as error:
            sys.stderr.write(f"backjournal: no backup was made: {clean_line(str(error))}\n")

    def exists(self) -> bool:
        """Return whether the journal's file exists.

        Raises:
            JournalError: its folder cannot be reached, or something else than a file is there.
        """
        from backjournal.store.connection import check_place
        from backjournal.store.plain_errors import plain_errors

        with plain_errors(self.journal):
            check_place(self.journal)
            return self.journal.exists()


def chosen_journal(typed: str | None) -> Path:
    """Return the path of the journal that is typed or, if none is, in the person's data folder.

    Of a link, it is the file that it leads to: backups, drafts and SQLite's own files lie beside that.

    Raises:
        JournalError: the text is no path, or the data folder is unknown.
    """
    from backjournal.store.paths import behind_links, typed_path

    return behind_links(typed_path(typed, "journal") if typed else _default_journal())


def _default_journal() -> Path:
    from platformdirs import user_data_path

    from backjournal.store.paths import own_folder

    return own_folder(user_data_path) / "journal.db"


def day_or_today(text: str | None, today: date) -> date:
    """Parse a day; None is today.

    Raises:
        InvalidValue: the text is no day.
    """
    return today if text is None else parse_day(text, today)


def day_that_came(text: str | None, today: date, what: str) -> date:
    """Parse a day up to today; None is today.

    Raises:
        InvalidValue: the text is no day, or a day after today; `what` says what cannot be done then.
    """
    day = day_or_today(text, today)
    if day > today:
        raise InvalidValue("day", f"cannot {what} a day that has not come: {day} lies after today, {today}")
    return day


def span_of_days(since: str | None, until: str | None, today: date) -> tuple[date | None, date | None]:
    """Parse the first and the last day to show; a day that was not typed is None.

    Raises:
        InvalidValue: a text is no day, or the first day lies after the last.
    """
    first = None if since is None else parse_day(since, today, "since")
    last = None if until is None else parse_day(until, today, "until")
    check_span(first, last)
    return first, last
