"""The way between the panes, and within them by day, range and row."""

import asyncio
import gc
from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

from textual.widgets import ContentSwitcher

from backjournal.model.errors import JournalError
from backjournal.store.store import Store
from backjournal.tui.core.base import JournalApp
from backjournal.tui.core.title_bar import TitleBar
from backjournal.tui.widgets.pane import Need, Pane
from backjournal.tui.widgets.row_list import RowList

Written = TypeVar("Written")


class Navigation(JournalApp):
    """Knows which pane and row is shown, goes to another, and shows what one writes."""

    def __init__(self, store: Store, banner: str = "") -> None:
        super().__init__(store, banner)
        self._is_complete = False
        self._completing = asyncio.Lock()

    async def complete(self) -> None:
        """Bring in the panes that are not shown at first, and what the start had no time for."""
        # A key that opens another pane may come while this goes on: it waits.
        async with self._completing:
            if self._is_complete:
                return
            panes = self.screen_stack[0].query_one("#panes", ContentSwitcher)
            for pane in self.later_panes():
                await panes.add_content(pane)
            await super().complete()
            # What the start has made stays: there is nothing to collect of it. See cli/app.py.
            gc.freeze()
            gc.enable()
            self._is_complete = True

    def later_panes(self) -> Iterable[Pane]:
        """Give the panes that are not shown at first, in the order of their keys."""
        return ()

    @property
    def pane(self) -> Pane:
        """The pane that is shown."""
        return self._pane(self.screen_stack[0].query_one("#panes", ContentSwitcher).current or "today")

    def _pane(self, name: str) -> Pane:
        return self.screen_stack[0].query_one(f"#{name}", Pane)

    def attempt(self, write: Callable[[], Written], done: str = "") -> Written | None:
        """Write to the journal, show what is there now, and return what the write returned.

        `done` is said once it is written. A refusal is shown instead, nothing is changed, and None is returned.
        """
        try:
            written = write()
        except JournalError as error:
            self.notify(str(error), title="Not saved", severity="error", timeout=10, markup=False)
            return None
        finally:
            self.read_own()
        if done:
            self.say(done)
        return written

    def read(self) -> bool:
        """Read what the panes show, the whole history only while it is looked at."""
        if not super().read():
            return False
        self._read_history(self.pane)
        return True

    def _read_history(self, pane: Pane) -> None:
        if Need.RESULTS in pane.NEEDS:
            self.read_measures()
        if Need.RECORD in pane.NEEDS:
            self.look_at_record(figures=Need.PLAN_FIGURES in pane.NEEDS)

    def read_own(self) -> None:
        """Read the journal after a write of one's own, with the cursor on a row that is new by it."""
        before = self._row_ids()
        self.read()
        fresh = self._row_ids() - before
        if len(fresh) == 1:
            self._show_row(*fresh)

    def _row_ids(self) -> set[str]:
        return {row_id for rows in self.screen_stack[0].query(RowList) for row_id in rows.row_ids}

    def _show_row(self, row_id: str) -> None:
        for rows in self.screen_stack[0].query(RowList):
            if row_id in rows.row_ids:
                rows.highlighted = rows.get_option_index(row_id)

    def shown_day(self) -> date:
        """Return the day that the pane shows, else today."""
        return self.pane.day or self.today

    async def action_pane(self, name: str) -> None:
        """Show the pane of that name."""
        await self.complete()
        self.query_one("#panes", ContentSwitcher).current = name
        self.query_one(TitleBar).choose(name)
        pane = self._pane(name)
        self._read_history(pane)
        pane.focus_main()

    async def on_title_bar_pane_chosen(self, message: TitleBar.PaneChosen) -> None:
        """Show the pane of a clicked tab."""
        if message.pane != self.pane.id:
            await self.action_pane(message.pane)

    def action_step(self, step: int) -> None:
        """Go a day, a day's check-ins, or a range back or forth."""
        self.pane.step(step)

    def action_today(self) -> None:
        """Go back to today, in every pane."""
        self.go_to(self.today)
        for pane in self.query(Pane):
            pane.go_to_today()
