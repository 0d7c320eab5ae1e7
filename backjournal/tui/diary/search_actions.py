"""The search of the diary: what it finds is read with each letter, and counted where it is much."""

import contextlib
from dataclasses import replace

from textual import work
from textual.timer import Timer
from textual.worker import get_current_worker

from backjournal.model.errors import JournalError
from backjournal.store.store import Store
from backjournal.tui.core.base import PAGE
from backjournal.tui.core.messages import OlderWanted, Searched
from backjournal.tui.core.navigation import Navigation
from backjournal.tui.core.state import DiaryState, read_diary

COUNT_SECONDS = 0.3
"""How long the app waits after the last letter before it counts what a search finds in the whole diary."""


class SearchActions(Navigation):
    """Shows the check-ins that match the search, and how many there are."""

    def __init__(self, store: Store, banner: str = "") -> None:
        super().__init__(store, banner)
        self._counting: Timer | None = None

    def on_searched(self, message: Searched) -> None:
        """Show the check-ins that match the search."""
        self.search = message.text
        self.diary_limit = PAGE
        self._read_found()

    def on_older_wanted(self, _message: OlderWanted) -> None:
        """Load more check-ins."""
        self.diary_limit += PAGE
        self._read_found(self.diary_state.found if self.diary_state else None)

    def _read_found(self, known: int | None = None) -> None:
        """Read the diary alone, as a search changes nothing elsewhere; `known` is how many are known to match."""
        try:
            state = read_diary(self.store, self.today, self.search, self.diary_limit)
        except JournalError as error:
            self.report(str(error))
        else:
            self.diary_state = replace(state, found=known) if state.more else state

    def watch_diary_state(self, state: DiaryState | None) -> None:
        """Count what a search finds beyond what was read, once nothing has been typed for a moment."""
        if self._counting:
            self._counting.stop()
        if state and state.is_searched and state.found is None:
            # In a diary of decades it takes longer than a letter may take to be answered.
            self._counting = self.set_timer(COUNT_SECONDS, self.count_found)

    @work(exit_on_error=False, thread=True, exclusive=True, group="count")
    def count_found(self) -> None:
        """Count in a thread how many check-ins match the search."""
        worker, search = get_current_worker(), self.search
        with contextlib.suppress(JournalError), self.store.elsewhere() as store:
            found = store.diary.number_found(search)
            if not worker.is_cancelled:
                self.call_from_thread(self._show_number, search, found)

    def _show_number(self, search: str, found: int) -> None:
        if self.diary_state and self.diary_state.more and self.diary_state.search == search:
            self.diary_state = replace(self.diary_state, found=found)
