"""What the app holds: the open journal, the values that the panes follow, and how they are kept true."""

import contextlib
from collections.abc import Mapping
from datetime import date, timedelta

from textual import work
from textual.reactive import reactive
from textual.timer import Timer
from textual.worker import get_current_worker

from backjournal.journal.plan_figures import journal_suggestions
from backjournal.model.errors import JournalError
from backjournal.model.measures import Measure
from backjournal.plan.progress import Suggestion
from backjournal.store.drafts import Draft
from backjournal.store.store import Store
from backjournal.tui.core.measures_state import MeasuresState, read_due, read_measures
from backjournal.tui.core.record_cache import RecordCache
from backjournal.tui.core.state import DayState, DiaryState, PlanState, read_day, read_diary, read_plan

POLL_SECONDS = 0.5
"""How often the app looks whether another process wrote to the journal, and whether a new day has begun."""

SUGGEST_SECONDS = 0.7
"""How long the app waits after the last change before it looks whether another dose may be suggested."""

PAGE = 100
"""How many check-ins the Diary pane shows before older ones are asked for."""


NEW_CHECK_IN = "check-in"
"""The draft of a check-in that is not in the journal yet."""


class JournalApp(RecordCache):
    """Reads the journal into one value for each pane, and follows what others write."""

    TITLE = "backjournal"
    day_state: reactive[DayState | None] = reactive(None)
    diary_state: reactive[DiaryState | None] = reactive(None)
    plan_state: reactive[PlanState | None] = reactive(None)
    measures_state: reactive[MeasuresState | None] = reactive(None)
    due_measures: reactive[tuple[Measure, ...]] = reactive(())
    suggestions: reactive[Mapping[str, Suggestion]] = reactive(dict)

    def __init__(self, store: Store, banner: str = "") -> None:
        super().__init__(store)
        self.banner = banner
        self.day = self.today
        self.search = ""
        self.diary_limit = PAGE
        self._version = store.changes.version()
        self._suggesting: Timer | None = None

    def on_mount(self) -> None:
        """Show the day; all else waits until it is on the screen."""
        self.read_day()
        self.call_after_refresh(self.complete)

    async def complete(self) -> None:
        """Read what is not shown at first, and keep watching the journal."""
        self.read()
        self.set_interval(POLL_SECONDS, self.look_for_changes)
        self.back_up()
        if Draft(self.store.path, NEW_CHECK_IN).read():
            self.say("A check-in was typed and not saved: n takes it up again.")

    def read(self) -> bool:
        """Read what the panes show, and tell whether that went well; those whose value is the same stay as they are."""
        try:
            self.read_day()
            self.diary_state = read_diary(self.store, self.today, self.search, self.diary_limit)
            self.plan_state = read_plan(self.store, self.today)
            self.all_is_well()
        except JournalError as error:
            self.report(str(error))
            return False
        self._suggest_soon()
        return True

    def read_day(self) -> None:
        """Read what the Today pane shows.

        Raises:
            JournalError: the journal cannot be read.
        """
        self.day_state = read_day(self.store, self.day, self.today)
        self.due_measures = read_due(self.store, self.today)

    def read_measures(self) -> None:
        """Read what the Measures pane shows, all results with it: only while it is looked at."""
        try:
            self.measures_state = read_measures(self.store, self.today)
        except JournalError as error:
            self.report(str(error))

    def _suggest_soon(self) -> None:
        # While keys follow each other, the thread would take turns with what is seen.
        if self._suggesting:
            self._suggesting.stop()
        self._suggesting = self.set_timer(SUGGEST_SECONDS, self.read_suggestions)

    @work(exit_on_error=False, thread=True, exclusive=True, group="suggestions")
    def read_suggestions(self) -> None:
        """Look in a thread whether another dose may be suggested."""
        worker, today = get_current_worker(), self.today
        with contextlib.suppress(JournalError), self.store.snapshot() as store:
            suggestions = journal_suggestions(store, today)
            if not worker.is_cancelled:
                self.call_from_thread(self._show_suggestions, suggestions)

    @work(exit_on_error=False, thread=True, group="backup")
    def back_up(self) -> None:
        """Make the day's backup beside the main thread."""
        try:
            with self.store.elsewhere() as store:
                store.back_up()
        except JournalError as error:
            self.call_from_thread(self.report, f"no backup was made: {error}")

    def look_for_changes(self) -> None:
        """Follow what another process wrote, and the turn of the day; a past day stays open."""
        # The panes of an app that ends are taken away before its timers.
        if not self.is_running:
            return
        try:
            version, today = self.store.changes.version(), self.store.today()
        except JournalError as error:
            self.report(str(error))
            return
        if (version, today) == (self._version, self.today):
            return
        if self.day == self.today:
            self.day = today
        if today != self.today:
            self.back_up()
        self.today = today
        if self.read():
            self._version = version

    def go_to(self, day: date) -> None:
        """Show a day in the Today pane; days to come have nothing to show."""
        if day > self.today:
            self.say("That day has not come yet: exercises can be ticked up to today.")
            return
        self.day = day
        self.read()

    def step_day(self, step: int) -> None:
        """Go a day back or forth."""
        self.go_to(self.day + timedelta(days=step))

    def _show_suggestions(self, suggestions: Mapping[str, Suggestion]) -> None:
        self.suggestions = suggestions
