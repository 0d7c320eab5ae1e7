"""The backups that the app makes by itself: at its start, and while something changes."""

from datetime import datetime
from typing import TYPE_CHECKING

from textual import work

from backjournal.model.errors import JournalError
from backjournal.store.backups import BACKUP_EVERY
from backjournal.store.store import Store
from backjournal.tui.core.record_cache import RecordCache

if TYPE_CHECKING:
    from backjournal.store.backing_up import Made


class BackupKeeper(RecordCache):
    """Makes a backup in a thread when one is due, and tells what the person has to know of it."""

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self._backed_up_at: datetime | None = None

    def back_up_when_due(self) -> None:
        """Make a backup if the latest one was made half an hour ago or more, by a clock that may have been set."""
        if self._backed_up_at and abs(self.store.clock.now() - self._backed_up_at) >= BACKUP_EVERY:
            self.back_up()

    @work(exit_on_error=False, thread=True, group="backup")
    def back_up(self, *, look_for_damage: bool = False) -> None:
        """Make a backup unless nothing has changed; `look_for_damage` reads the whole file then all the same."""
        self._backed_up_at = self.store.clock.now()
        trouble = "no backup was made: "
        try:
            with self.store.elsewhere() as store:
                made = store.back_up()
                if made is not None:
                    self.tell_of_backup(made, store.settings.get().backup_limit_mb)
                elif look_for_damage:
                    trouble = ""
                    store.check()
        except JournalError as error:
            self.call_from_thread(self.report, f"{trouble}{error}")

    def tell_of_backup(self, made: "Made", limit: int) -> None:
        """Show what the person has to know after a backup was made, mostly nothing; called from a thread."""
        from backjournal.exchange.made_backup_lines import made_lines

        for line in made_lines(made, limit):
            self.call_from_thread(self.notify, line, title="The backups", severity="warning", timeout=15, markup=False)
