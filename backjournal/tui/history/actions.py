"""The actions of the past: the history of a row is shown, and the bin is looked through, put back from or emptied."""

from typing import TYPE_CHECKING

from textual import work
from textual.content import Content

from backjournal.model.errors import JournalError
from backjournal.tui.core.messages import HistoryWanted
from backjournal.tui.core.navigation import Navigation
from backjournal.tui.lazy import lazy_imports

with lazy_imports():
    from backjournal.tui.history import bin_window
    from backjournal.tui.widgets import page


if TYPE_CHECKING:
    from backjournal.store.bin import Deleted


class HistoryActions(Navigation):
    """Shows what was before, and puts back what was deleted."""

    _bin: "bin_window.BinWindow | None" = None
    """The window of the bin that was opened last."""

    def on_history_wanted(self, message: HistoryWanted) -> None:
        """Show the versions of a check-in, of a practice, or of the doses of an exercise."""
        from backjournal.exchange.history_lines import history_lines
        from backjournal.journal.versions import dose_histories, history_of, practice_histories

        try:
            if message.check_in_id:
                found = [history_of(self.store, "check_ins", message.check_in_id)]
            elif message.day:
                found = practice_histories(self.store, message.exercise_id, message.day)
            else:
                found = dose_histories(self.store, message.exercise_id)
        except JournalError as error:
            self.report(str(error))
            return
        if not found:
            self.say("Neither ticked nor skipped on this day so far: there is no history.")
            return
        text = "\n\n".join("\n".join(history_lines(each)) for each in found)
        self.push_screen(page.Page(f"History: {message.what}", Content(text)))

    def action_bin(self) -> None:
        """Show the bin."""
        if (rows := self._bin_rows()) is not None:
            self._bin = bin_window.BinWindow()
            self._bin.rows = rows
            self.push_screen(self._bin)

    def on_bin_window_restored(self, message: "bin_window.BinWindow.Restored") -> None:
        """Put an entry of the bin back."""
        from backjournal.exchange.bin_lines import entry_name, restore_label

        before = self.standing()

        def restore() -> str:
            entry = next((each for each in self.store.bin.entries() if _row_id(each) == message.row_id), None)
            if entry is None:
                raise JournalError("it is no longer in the bin: look at the bin again")
            self.store.bin.restore(entry, restore_label(entry), self.today)
            return self.with_changed_signs(f"Put back: {entry_name(entry)}. u takes it back.", before)

        if said := self.attempt(restore):
            self.say(said)

    @work(exit_on_error=False)
    async def on_bin_window_emptied(self, message: "bin_window.BinWindow.Emptied") -> None:
        """Ask, and remove what the bin holds for good."""
        from backjournal.exchange.bin_lines import emptied_words, entries_words

        if not await self.push_screen_wait(bin_window.EmptyBin(entries_words(message.entries))):
            return

        def empty() -> str:
            return emptied_words(self.store.bin.empty(), len(self.store.bin.entries()))

        if said := self.attempt(empty):
            self.say(said)

    def read(self) -> bool:
        """Read the state of the panes, and of the bin while it is shown; return False if that failed."""
        if not super().read():
            return False
        if self._bin and self._bin.is_attached and (rows := self._bin_rows()) is not None:
            self._bin.rows = rows
        return True

    def _bin_rows(self) -> "tuple[bin_window.BinRow, ...] | None":
        from backjournal.exchange.bin_lines import deleted_briefly, entry_name, own_words_first

        zone = self.store.clock.now().tzinfo
        try:
            entries = self.store.bin.entries()
        except JournalError as error:
            self.report(str(error))
            return None
        return tuple(
            bin_window.BinRow(_row_id(each), entry_name(each), own_words_first(each), deleted_briefly(each, zone))
            for each in entries
        )


def _row_id(entry: "Deleted") -> str:
    return f"{entry.table} {entry.id}"
