"""The base class of the app: the open journal, the state that the panes show, and how that state is kept current."""

import asyncio
import contextlib
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from textual import work
from textual.reactive import var
from textual.timer import Timer
from textual.worker import get_current_worker

from backjournal.model.errors import JournalError, LockedJournal
from backjournal.store.paths import with_journal
from backjournal.store.store import Store
from backjournal.store.unreadable import left_out_line
from backjournal.tui.core.journal_watch import JournalWatch
from backjournal.tui.core.state import DayState, DiaryState, PlanState, read_day, read_diary, read_plan
from backjournal.tui.lazy import lazy_imports

with lazy_imports():
    from backjournal.tui.core import lately as surroundings
    from backjournal.tui.core import measures_state as measures

if TYPE_CHECKING:
    from backjournal.model.measures import Measure
    from backjournal.plan.offers import Offers
    from backjournal.plan.progress import Suggestion

POLL_SECONDS = 0.5
"""How often the app checks whether another process wrote to the journal, and whether a new day has begun."""

SUGGEST_SECONDS = 0.7
"""How long the app waits after the last change before it computes whether to suggest another dose."""

PAGE = 100
"""How many check-ins the Diary pane loads at first, and how many more each time its end is reached."""


class JournalApp(JournalWatch):
    """Keeps one immutable state object for each pane, and reads it again when the journal changes.

    The panes bind to the reactive attributes below; another process may change the journal at any time.
    """

    TITLE = "backjournal"
    day_state: var[DayState | None] = var(None)
    diary_state: var[DiaryState | None] = var(None)
    plan_state: var[PlanState | None] = var(None)
    measures_state: var["measures.MeasuresState | None"] = var(None)
    due_measures: var["tuple[Measure, ...]"] = var(())
    lately: var["surroundings.Lately | None"] = var(None)
    """What surrounds the shown day; None until the first screen is shown."""
    suggestions: var[Mapping[str, "Suggestion"]] = var(dict)
    """The suggested dose changes, by the id of the exercise."""
    offers: var["Offers | None"] = var(None)
    """What Today offers now and then; None until it was looked for."""

    def __init__(self, store: Store, banner: str = "") -> None:
        super().__init__(store)
        self.banner = banner
        self.day = self.today
        self.search = ""
        self.diary_limit = PAGE
        self._version: int | None = store.changes.version()
        """The version of the journal that is shown; None if something could not be read."""
        self._suggesting: Timer | None = None
        # The state of the journal and the day that the results of the measures were last read for.
        self._results_of: object = None
        # How many rows that cannot be read have been told of.
        self._told_of = 0

    def on_mount(self) -> None:
        """Show the day first; everything else is read once the day is on the screen."""
        self._read_day()
        self.call_after_refresh(self._complete)

    @work(exit_on_error=False, group="start")
    async def _complete(self) -> None:
        # In a worker, so that the keys that are pressed meanwhile are handled between its steps.
        await self.complete()

    async def complete(self) -> None:
        """Read the state of the other panes, start to watch the journal for changes, and make a backup."""
        try:
            for read in self._reads():
                read()
                await asyncio.sleep(0)
        except JournalError as error:
            self._could_not_read(error)
        self.suggest_soon()
        self.set_interval(POLL_SECONDS, self.look_for_changes)
        self.back_up(look_for_damage=True)
        self.tell_drafts()

    def read(self) -> bool:
        """Read the state of the panes; return False after reporting an error if the journal cannot be read.

        Only panes whose state has changed are redrawn.
        """
        try:
            for read in self._reads():
                read()
            self.all_is_well()
        except JournalError as error:
            self._could_not_read(error)
            return False
        self.suggest_soon()
        return True

    def _reads(self) -> Iterator[Callable[[], None]]:
        """Yield what reads the state of the panes, one by one; a JournalError comes from each of them."""
        yield self._read_day
        yield self._read_due
        yield self._read_lately
        yield self._read_diary
        yield self._read_plan

    def _read_day(self) -> None:
        self.day_state = read_day(self.store, self.day, self.today)
        if self.day_state.signs:
            self._keep_no_larger_dose()

    def _keep_no_larger_dose(self) -> None:
        """Forget the larger doses that were suggested before a sign was noted: they are computed anew only later."""
        from backjournal.plan.progress import Kind

        self.suggestions = {key: each for key, each in self.suggestions.items() if each.kind is not Kind.LARGER}

    def _read_due(self) -> None:
        self.due_measures = measures.read_due(self.store, self.today)

    def _read_lately(self) -> None:
        self.lately = surroundings.read_lately(self.store, self.day, self.today)

    def read_lately(self) -> None:
        """Read again what surrounds the day, after a tick that changes what the rest of its week asks for."""
        try:
            self._read_lately()
        except JournalError as error:
            self._could_not_read(error)

    def _read_diary(self) -> None:
        self.diary_state = read_diary(self.store, self.today, self.search, self.diary_limit)

    def _read_plan(self) -> None:
        self.plan_state = read_plan(self.store, self.today)

    def read_measures(self) -> None:
        """Read the state of the Measures pane with all results, if the journal or the day has changed since.

        It is slow, so it is only called while that pane is shown.
        """
        try:
            state = (self.store.changes.stamp(), self.today)
            if state != self._results_of:
                self.measures_state = measures.read_measures(self.store, self.today)
                self._results_of = state
        except JournalError as error:
            self._could_not_read(error)

    def suggest_soon(self) -> None:
        """Compute whether to suggest another dose, once nothing has been written for a moment."""
        # While the person types quickly, the thread would compete with drawing the screen.
        if self._suggesting:
            self._suggesting.stop()
        self._suggesting = self.set_timer(SUGGEST_SECONDS, self.read_suggestions)

    @work(exit_on_error=False, thread=True, exclusive=True, group="suggestions")
    def read_suggestions(self) -> None:
        """Compute in a thread for which exercises another dose is suggested, and what is offered."""
        from backjournal.journal.offers import journal_offers
        from backjournal.journal.plan_figures import journal_suggestions

        worker, today = get_current_worker(), self.today
        with contextlib.suppress(JournalError), self.store.elsewhere() as store:
            suggestions, offers = journal_suggestions(store, today), journal_offers(store, today)
            if not worker.is_cancelled:
                self.call_from_thread(self._show_suggestions, suggestions, offers)

    def read_offers(self) -> None:
        """Look at once for what is offered, after an offer was taken or left.

        Raises:
            JournalError: the journal cannot be read.
        """
        from backjournal.journal.offers import journal_offers

        self.offers = journal_offers(self.store, self.today)

    def look_for_changes(self) -> None:
        """Read the journal again if another process wrote to it or a new day has begun.

        If today is shown, the new day is shown instead; a past day stays on the screen.
        """
        # When the app quits, its panes are removed before its timers are stopped.
        if not self.is_running or self.is_restoring:
            return
        self._tell_left_out()
        self.back_up_when_due()
        try:
            self.look_at_file()
            version, today = self.store.changes.version(), self.store.today()
        except JournalError as error:
            self._version = None
            self.show_trouble(error)
            return
        if self.followed or (version, today) != (self._version, self.today):
            self._read_version(version, today)
        if self._version == version:
            self.all_is_readable()

    def _read_version(self, version: int, today: date) -> None:
        if self.day == self.today:
            self.day = today
        self.today = today
        if self.read():
            self._version = version

    def _tell_left_out(self) -> None:
        """Tell of rows that cannot be read, once, whichever pane or thread has met them."""
        if len(self.store.left_out) > self._told_of:
            if self._told_of:
                self.clear_notifications()  # what was told of fewer rows would stand above it
            self._told_of = len(self.store.left_out)
            # A long notice hides what can be read.
            told = with_journal(left_out_line(self.store.left_out, most=1), self.store.path)
            self.notify(told, title="The journal", severity="warning", timeout=20, markup=False)

    def _could_not_read(self, error: JournalError) -> None:
        """Read all again with the next look for changes, and report the error, unless it is that look that tells it."""
        self._version = None
        if not isinstance(error, LockedJournal):
            self.report(str(error))

    def go_to(self, day: date) -> None:
        """Show a day in the Today pane; for a future day, say that it has not come yet."""
        if day > self.today:
            self.say("That day has not come yet: exercises can be ticked up to today.")
            return
        self.day = day
        self.read()

    def step_day(self, step: int) -> None:
        """Show the day that is `step` days after the shown one (negative: before)."""
        self.go_to(self.day + timedelta(days=step))

    def _show_suggestions(self, suggestions: "Mapping[str, Suggestion]", offers: "Offers") -> None:
        self.suggestions, self.offers = suggestions, offers
