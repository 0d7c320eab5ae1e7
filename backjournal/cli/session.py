"""What a command works with: the journal's file, the clock, and the days that were typed as options."""

import contextlib
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from backjournal.days import Clock, parse_day
from backjournal.model.about_you import AboutYou
from backjournal.model.dates import check_span
from backjournal.model.errors import DamagedJournal, InvalidValue, JournalError
from backjournal.model.frozen import dataclass, field
from backjournal.model.text import clean_line

if TYPE_CHECKING:
    from backjournal.store.store import Store


class Outcome:
    """What a run of the command line has come to so far."""

    def __init__(self) -> None:
        self.saved = False
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
    def existing(self, *, telling: bool = True) -> Iterator["Store"]:
        """Open the journal to read it; a missing one is not created.

        Rows that were met and cannot be read are told in one line on standard error in the end, unless not `telling`.

        Raises:
            JournalError: there is no journal yet, or it is refused.
        """
        if not self.exists():
            from backjournal.store.way_back import refuse_missing

            refuse_missing(self.journal, self.clock.now())
            raise JournalError(
                f"there is no journal at {self.journal} yet: start one with 'backjournal',"
                " with 'backjournal plan starter', or with a check-in such as 'backjournal log --pain 4'"
            )
        with self.opened() as store:
            yield store
            if telling and len(store.left_out):
                from backjournal.store.unreadable import left_out_line

                sys.stderr.write(f"backjournal: {self.naming_journal(left_out_line(store.left_out))}\n")

    @contextlib.contextmanager
    def changing(self, *, telling: bool = True) -> Iterator["Store"]:
        """Open the journal to change it; a missing one is not created.

        A backup is made when the command has ended and what it did is printed, unless one was made in the last half
        hour: the person does not wait for the copy. One that fails is reported on standard error; the change stands.

        Raises:
            JournalError: there is no journal yet, or it is refused.
        """
        # The app and `status`, which change nothing here, do without click.
        from click import get_current_context

        with self.existing(telling=telling) as store:
            yield store
            due = store.is_backup_due()
        if due:
            get_current_context().call_on_close(self._back_up)

    @contextlib.contextmanager
    def starting(self) -> Iterator["Store"]:
        """Open the journal to change it, and create it if there is none.

        Raises:
            JournalError: the file is refused or cannot be made.
        """
        if self.exists():
            with self.changing() as store:
                yield store
            return
        from click import get_current_context

        with self.opened() as store:
            yield store
        get_current_context().call_on_close(self._back_up)

    @contextlib.contextmanager
    def opened(self) -> Iterator["Store"]:
        """Open the journal, or a new one if none was ever there; of a damaged one, say how to restore its backup.

        In the end it is noted whether the journal was changed.

        Raises:
            JournalError: the file is gone or refused, or cannot be made.
        """
        from backjournal.store.store import Store

        try:
            with contextlib.closing(Store.open(self.journal, self.clock)) as store:
                try:
                    yield store
                finally:
                    self.outcome.saved |= store.changes.made
        except DamagedJournal as error:
            from backjournal.store.way_back import with_way_back

            raise with_way_back(error, self.journal, self.clock.now()) from error

    def naming_journal(self, text: str) -> str:
        """Return a text whose commands name the journal, if it is not the one that they would take by themselves."""
        from backjournal.store.paths import with_journal

        return with_journal(text, self.journal)

    def about_you(self) -> AboutYou:
        """Return what the person told about themselves; nothing if there is no journal or it cannot be read."""
        with contextlib.suppress(JournalError), self.existing(telling=False) as store:
            return store.settings.get().about_you
        return AboutYou()

    def _back_up(self) -> None:
        from backjournal.exchange.made_backup_lines import made_lines

        try:
            with self.existing(telling=False) as store:
                made, limit = store.back_up(), store.settings.get().backup_limit_mb
            told = made_lines(made, limit) if made else []
        except JournalError as error:
            told = [f"no backup was made: {error}"]
        sys.stderr.writelines(f"backjournal: {self.naming_journal(clean_line(line))}\n" for line in told)

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
    """Return the path of the journal that is typed or, if none is, of the one that is used then.

    Of a link, it is the file that it leads to: backups, drafts and SQLite's own files lie beside that.

    Raises:
        JournalError: the text is no path, or the data folder is unknown.
    """
    from backjournal.store.paths import behind_links, default_journal, typed_path

    return default_journal() if typed is None else behind_links(typed_path(typed, "journal"))


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
