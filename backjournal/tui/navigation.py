"""The way between the panes, and within them by day, range and row."""

import asyncio
import gc
from collections.abc import Callable
from datetime import date

from textual.widgets import ContentSwitcher

from backjournal.model.errors import JournalError
from backjournal.store.store import Store
from backjournal.tui.base import JournalApp
from backjournal.tui.diary_list import DiaryList
from backjournal.tui.diary_pane import DiaryPane
from backjournal.tui.measures_pane import MeasuresPane
from backjournal.tui.pane import Pane
from backjournal.tui.plan_pane import PlanPane
from backjournal.tui.row_list import RowList
from backjournal.tui.title_bar import TitleBar
from backjournal.tui.trends_pane import TrendsPane

_WITH_HISTORY = ("trends", "plan", "measures")
"""The panes that show something of the whole record."""


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
            await panes.add_content(DiaryPane(id="diary").data_bind(state=JournalApp.diary_state))
            trends = TrendsPane(self.today, id="trends")
            await panes.add_content(trends.data_bind(JournalApp.record, JournalApp.remark))
            await panes.add_content(
                PlanPane(id="plan").data_bind(state=JournalApp.plan_state, figures=JournalApp.plan_figures)
            )
            measures = MeasuresPane(id="measures")
            await panes.add_content(measures.data_bind(JournalApp.record, state=JournalApp.measures_state))
            await super().complete()
            # What the start has made stays: there is nothing to collect of it. See cli/app.py.
            gc.freeze()
            gc.enable()
            self._is_complete = True

    @property
    def pane(self) -> str:
        """The name of the pane that is shown."""
        return self.screen_stack[0].query_one("#panes", ContentSwitcher).current or "today"

    def attempt(self, write: Callable[[], object]) -> bool:
        """Write to the journal and show what is there now; a refusal is shown and nothing is changed."""
        try:
            write()
        except JournalError as error:
            self.notify(str(error), title="Not saved", severity="error", timeout=10, markup=False)
            return False
        finally:
            self.read_own()
        return True

    def read(self) -> bool:
        """Read what the panes show, the whole history only while it is looked at."""
        if not super().read():
            return False
        self._read_history(self.pane)
        return True

    def _read_history(self, pane: str) -> None:
        if pane == "measures":
            self.read_measures()
        if pane in _WITH_HISTORY:
            self.look_at_record(figures=pane == "plan")

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
        """Return the day of the Today pane while it is shown, else today."""
        return self.day if self.pane == "today" else self.today

    def export_kind(self) -> str:
        """Return which export fits the pane."""
        return {"today": "checklist", "plan": "plan", "measures": "measures"}.get(self.pane, "diary")

    async def action_pane(self, pane: str) -> None:
        """Show a pane."""
        await self.complete()
        self.query_one("#panes", ContentSwitcher).current = pane
        self.query_one(TitleBar).choose(pane)
        self._read_history(pane)
        self.query_one(f"#{pane}", Pane).focus_main()

    async def on_title_bar_pane_chosen(self, message: TitleBar.PaneChosen) -> None:
        """Show the pane of a clicked tab."""
        if message.pane != self.pane:
            await self.action_pane(message.pane)

    def action_step(self, step: int) -> None:
        """Go a day, a day's check-ins, or a range back or forth."""
        if self.pane == "today":
            self.step_day(step)
        elif self.pane == "trends":
            self.query_one(TrendsPane).action_step(step)
        elif self.pane == "diary":
            self.query_one(DiaryList).move_by_day(step)

    def action_today(self) -> None:
        """Go back to today."""
        self.go_to(self.today)
        for trends in self.query(TrendsPane):
            trends.go_to_today()
        for check_ins in self.query(DiaryList):
            check_ins.action_first()
