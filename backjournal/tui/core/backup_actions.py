"""The actions of the window of backups: list them, make one, restore one."""

from asyncio import to_thread
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work

from backjournal.model.errors import JournalError
from backjournal.model.settings import DEFAULT_BACKUP_LIMIT_MB
from backjournal.tui.core.navigation import Navigation
from backjournal.tui.lazy import lazy_imports

if TYPE_CHECKING:
    from backjournal.store.restoring import Restored

with lazy_imports():
    from backjournal.tui.core import backup_window


class BackupActions(Navigation):
    """Shows the backups, and does what is asked for there."""

    @work(exit_on_error=False)
    async def action_backups(self) -> None:
        """Show the backups until the window is closed or one was restored."""
        while True:
            chosen, made_at = await self._choose_backup()
            if chosen is None:
                return
            try:
                if chosen == backup_window.MAKE_ONE:
                    await to_thread(self._make_backup)
                elif await self._restore_backup(Path(chosen), made_at[chosen]):
                    return
            except JournalError as error:
                self.notify(str(error), title="The backups", severity="error", timeout=10, markup=False)

    async def _choose_backup(self) -> tuple[str | None, dict[str, str]]:
        """Show the backups, and return what was chosen there and when each was made, by its file."""
        from backjournal.exchange.backup_lines import list_line, list_lines, time_text
        from backjournal.store.backup_list import listed
        from backjournal.store.backups import backups_folder

        journal, now = self.store.path, self.store.clock.now()
        # Each backup is read whole, to see whether it is as it was written.
        found = await to_thread(listed, journal, now)
        head, *_ = list_lines(found, backups_folder(journal), self._limit())
        rows = {str(each.backup.path): list_line(each) for each in found}
        made_at = {str(each.backup.path): time_text(each.backup, seconds=each.shares_minute) for each in found}
        return await self.push_screen_wait(backup_window.BackupsWindow(head, rows)), made_at

    def _limit(self) -> int:
        # The window is the way back from a journal that cannot be read, so it needs nothing of it.
        with suppress(JournalError):
            return self.store.settings.get().backup_limit_mb
        return DEFAULT_BACKUP_LIMIT_MB

    def _make_backup(self) -> None:
        with self.store.elsewhere() as store:
            made, limit = store.back_up(), store.settings.get().backup_limit_mb
        said = f"A backup was made: {made.path.name}" if made else "Nothing has changed since the newest backup."
        self.call_from_thread(self.say, said)
        if made:
            self.tell_of_backup(made, limit)

    async def _restore_backup(self, source: Path, made_at: str) -> bool:
        """Show what restoring changes, restore if the person agrees, and return whether it was restored."""
        from backjournal.store.restoring import restore

        journal, now = self.store.path, self.store.clock.now()
        lines, same = await to_thread(_what_changes, journal, source)
        if not await self.push_screen_wait(backup_window.RestorePreview(made_at, lines, same=same)):
            return False
        self.is_restoring = True
        try:
            restored = await to_thread(restore, journal, source, now)
        finally:
            self.is_restoring = False
        self.restored = not restored.was_the_same
        if restored.was_the_same:
            self.say(f"The journal is as in the backup of {made_at} already: nothing was changed.")
            return True
        self.look_for_changes()
        self.say(f"The backup of {made_at} is restored.{_kept_words(restored)}")
        return True


def _kept_words(restored: "Restored") -> str:
    if restored.kept is None:
        return ""
    if restored.was_damaged:
        return f" The damaged journal is kept as {restored.kept.name}."
    return " The journal before is kept as a backup: B has it."


def _what_changes(journal: Path, source: Path) -> tuple[list[str], bool]:
    """Return what restoring changes, and whether there is nothing to restore."""
    from backjournal.exchange.backup_lines import what_changes
    from backjournal.store.restoring import is_the_same, verify

    verify(source, journal)
    lines = what_changes(journal, source)
    same = journal.exists() and is_the_same(journal, source)
    return [*lines, backup_window.KEPT] if journal.exists() and not same else lines, same
