"""Moving between the panes, and by day, range and row within them."""

import asyncio
import contextlib
import gc
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TypeVar

from textual import work
from textual.widgets import ContentSwitcher

from backjournal.journal.signs import are_gone, ended_text, journal_signs, returned_text, seen_by_doctor
from backjournal.model.about_you import AboutYou
from backjournal.model.errors import JournalError
from backjournal.plan.signs import ASKED_AGAIN_TEXT, StandingSign, reminder
from backjournal.store.store import Store
from backjournal.tui.core.base import JournalApp
from backjournal.tui.core.preloading import load_computing, load_screens
from backjournal.tui.core.title_bar import TitleBar
from backjournal.tui.lazy import lazy_imports
from backjournal.tui.widgets.dialog import WINDOW_STYLES
from backjournal.tui.widgets.pane import Need, Pane
from backjournal.tui.widgets.row_list import RowList

with lazy_imports():
    from backjournal.tui.widgets import advice, page, sign_dialog

Written = TypeVar("Written")

_PANE_STYLES = Path(__file__).parent.with_name("panes.tcss")


class Navigation(JournalApp):
    """Switches between the panes, and shows what was just written by moving the cursor to the new row."""

    def __init__(self, store: Store, banner: str = "") -> None:
        super().__init__(store, banner)
        self._adding = asyncio.Lock()

    async def complete(self) -> None:
        """Add the panes that are not shown at first, and finish what was left out for a quick start."""
        await asyncio.to_thread(load_computing)
        self._add_styles(WINDOW_STYLES)
        for name in self.later_panes():
            await self._add_pane(name)
        await super().complete()
        # The objects made at the start live as long as the app, so the garbage collector need not scan them.
        # See cli/__init__.py.
        gc.freeze()
        gc.enable()
        await load_screens()

    def later_panes(self) -> Mapping[str, Callable[[], Pane]]:
        """Return what makes the panes that are not shown at first, by their ids, in the order of their keys."""
        return {}

    async def _add_pane(self, name: str) -> None:
        """Add a pane unless it is there already; the key that opens it may be pressed while the panes are added."""
        async with self._adding:
            panes = self.screen_stack[0].query_one("#panes", ContentSwitcher)
            if not panes.query_children(f"#{name}"):
                self._add_styles(_PANE_STYLES)
                await panes.add_content(self.later_panes()[name]())

    def _add_styles(self, path: Path) -> None:
        """Read a file of styles unless it was read already: the first screen appears sooner without those of others."""
        if not self.stylesheet.has_source(str(path)):
            self.stylesheet.read(path)
            self.stylesheet.parse()

    @property
    def pane(self) -> Pane:
        """The pane that is on the screen."""
        return self._pane(self.screen_stack[0].query_one("#panes", ContentSwitcher).current or "today")

    def _pane(self, name: str) -> Pane:
        return self.screen_stack[0].query_one(f"#{name}", Pane)

    def attempt(
        self, write: Callable[[], Written], done: str = "", show: Callable[[], object] | None = None
    ) -> Written | None:
        """Call `write`, which changes the journal, refresh the panes, and return what it returned.

        After a success `done` is shown. `show` refreshes what the write has changed, where that is less than all panes.
        If the write is refused with a JournalError, the error is shown instead, nothing is changed, and None is
        returned.
        """
        refresh: Callable[[], object] = self.read_own
        try:
            written = write()
            refresh = show or refresh
        except JournalError as error:
            self.notify(str(error), title="Not saved", severity="error", timeout=10, markup=False)
            return None
        finally:
            refresh()
        if done:
            self.say(done)
        return written

    def standing(self) -> tuple[StandingSign, ...]:
        """Return the signs that stood when the journal was last read."""
        return self.day_state.signs if self.day_state else ()

    def with_ended_signs(self, said: str, before: tuple[StandingSign, ...], undone_by: str = "u") -> str:
        """Return what is said after a change, which of the signs that stood before it stand no more, and the undo key.

        Raises:
            JournalError: the journal cannot be read.
        """
        ended = ended_text(self.store, before, self.today)
        return f"{said.removesuffix('.')}. {ended} {undone_by} takes it back." if ended else said

    def with_changed_signs(self, said: str, before: tuple[StandingSign, ...], undone_by: str = "u") -> str:
        """Return what `with_ended_signs` does, and which signs stand again that did not before.

        Raises:
            JournalError: the journal cannot be read.
        """
        told = self.with_ended_signs(said, before, undone_by)
        returned = returned_text(self.store, before, self.today)
        return f"{told.removesuffix('.')}. {returned} ! says what to do." if returned else told

    def about_you(self) -> AboutYou:
        """Return what the person told about themselves; nothing if it cannot be read, as no advice waits for it."""
        with contextlib.suppress(JournalError):
            return self.store.settings.get().about_you
        return AboutYou()

    def remind_of_signs(self) -> None:
        """Say which signs stand, beside what was written down all the same."""
        if said := reminder(self.standing()):
            self.say(f"{said} ! says what to do.")

    async def ask_about_signs(self, *, before_practice: bool = False) -> bool:
        """Show the advice on the signs that stand, record the answer, and return whether a practice may begin.

        Without a standing sign it returns True at once. An answer about the last one begins no practice: it can be
        taken back first. It has to be called from a worker.
        """
        answered = False
        while signs := journal_signs(self.store, self.today):
            about = self.about_you()
            answer = await self.push_screen_wait(sign_dialog.SignDialog(signs, about, before_practice=before_practice))
            if answer is None:
                return False
            what, sign = answer
            if what is sign_dialog.SignAnswer.PRACTISE:
                return True
            self._record_answer(what, sign)
            answered = True
        return not answered

    def _record_answer(self, what: "sign_dialog.SignAnswer", sign: StandingSign) -> None:
        record, done = seen_by_doctor, f"Noted: a doctor has looked at {sign.flag.word}. {ASKED_AGAIN_TEXT}"
        if what is sign_dialog.SignAnswer.GONE:
            record, done = are_gone, f"Noted: {sign.flag.word} is gone."
        self.attempt(lambda: record(self.store, [sign], self.today), f"{done} u takes it back.")

    @work(exit_on_error=False)
    async def action_signs(self) -> None:
        """Show the signs that stand, or all symptoms to watch for."""
        if journal_signs(self.store, self.today):
            await self.ask_about_signs()
        else:
            about = self.about_you()
            self.push_screen(page.Page("Symptoms that should not wait", advice.symptoms_content(about)))

    def read(self) -> bool:
        """Read the state of the panes; return False if that failed.

        The whole history is read only while a pane that needs it is on the screen.
        """
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
        """Read the journal after this app wrote to it, and highlight the row that the write has added."""
        before = self._rows()
        self.read()
        fresh = self._rows() - before
        # An exercise has the same row in the checklist and in the plan, and may be new in one of them only.
        if len({row_id for _, row_id in fresh}) == 1:
            for rows, row_id in fresh:
                rows.highlighted = rows.get_option_index(row_id)

    def _rows(self) -> set[tuple[RowList, str]]:
        return {(rows, row_id) for rows in self.screen_stack[0].query(RowList) for row_id in rows.row_ids}

    def shown_day(self) -> date:
        """Return the day that the pane shows, or today if it shows more than one."""
        return self.pane.day or self.today

    async def action_pane(self, name: str) -> None:
        """Show the pane with this id."""
        await self._add_pane(name)
        if self.diary_state is None:
            self.read()
        self.query_one("#panes", ContentSwitcher).current = name
        self.query_one(TitleBar).choose(name)
        pane = self._pane(name)
        self._read_history(pane)
        pane.focus_main()

    def action_step(self, step: int) -> None:
        """Go one step back (-1) or forward (1) in the pane: a day, the check-ins of a day, or a range of days."""
        self.pane.step(step)

    def action_today(self) -> None:
        """Go back to today, in every pane."""
        self.go_to(self.today)
        for pane in self.query(Pane):
            pane.go_to_today()
