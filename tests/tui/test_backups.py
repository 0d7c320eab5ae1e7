"""The backups in the app: made by themselves, listed, made on purpose, and restored."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from backjournal.store.backups import backups_folder
from backjournal.store.restoring import restore
from backjournal.store.store import Store
from backjournal.tui.app import BackjournalApp
from backjournal.tui.core.backup_window import BackupsWindow
from backjournal.tui.core.journal_watch import SECONDS_FOR_BACKUP, SECONDS_TO_WRITE
from tests.helpers.app import Person, at_rest, running, seeded
from tests.helpers.clock import ManualClock
from tests.helpers.values import check_in


def names(journal: Path) -> list[str]:
    """Return the names of the backups, the oldest first."""
    return sorted(path.name for path in backups_folder(journal).iterdir())


async def settled(person: Person) -> None:
    """Wait until the threads are done and their windows are drawn."""
    await person.threads_done()
    await at_rest(person.app)


async def test_a_backup_is_made_at_the_start_and_every_half_hour_of_use(store: Store, clock: ManualClock) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        made = names(store.path)
        assert len(made) == 1
        for minutes, number in ((29, 1), (1, 2), (10, 2), (20, 3)):
            store.diary.save(check_in(minutes))
            clock.advance(timedelta(minutes=minutes))
            await person.look()
            await settled(person)
            assert len(names(store.path)) == number
        clock.advance(timedelta(days=3))
        await person.look()
        await settled(person)
        assert len(names(store.path)) == 3, "nothing has changed"
        assert person.notices == []


async def test_writes_wait_longer_while_the_app_itself_has_the_journal_locked(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, waits = BackjournalApp(seeded(store)), list[float]()
    monkeypatch.setattr(store.changes, "wait_briefly", lambda _to_read, to_write: waits.append(to_write))
    async with running(app) as person:
        await settled(person)
        assert max(waits) == SECONDS_FOR_BACKUP
        assert waits[-1] == SECONDS_TO_WRITE


async def test_a_clock_that_is_set_back_makes_no_backup_wait(store: Store, clock: ManualClock) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        store.diary.save(check_in(1))
        clock.advance(timedelta(days=-900))
        await person.look()
        await settled(person)
        assert len(names(store.path)) == 2


@pytest.mark.slow
@pytest.mark.parametrize("key", ["B", "palette"])
async def test_the_backups_are_listed_and_one_is_made(store: Store, key: str) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        if key == "palette":
            await person.press("ctrl+p")
            await person.write("backups")
            await person.app.workers.wait_for_complete()
            await person.press("enter")
        else:
            await person.press(key)
        await settled(person)
        assert person.window == BackupsWindow.__name__
        assert "1 backup, 0." in person.text
        assert "2026-11-21 09:30" in person.text
        assert "10 check-ins" in person.text
        await person.press("n")
        await settled(person)
        assert person.notices == ["Nothing has changed since the newest backup."]
        await person.press("escape")
        await settled(person)
        store.diary.save(check_in(1))
        await person.press("B")
        await settled(person)
        await person.press("n")
        await settled(person)
        assert person.notices[-1].startswith("A backup was made: journal.db-2026-11-21T08-30-00Z-")
        assert "2 backups, 0." in person.text


@pytest.mark.slow
async def test_a_backup_is_restored_after_a_yes_and_the_one_before_brings_the_rest_back(
    store: Store, clock: ManualClock, open_store: Callable[[], Store]
) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        open_store().diary.save(check_in(1, note="written since"))
        clock.advance(timedelta(minutes=5))
        await person.look()
        await person.press("2")
        assert "written since" in person.text
        await person.press("B")
        await settled(person)
        await person.press("enter")
        await settled(person)
        assert "check-ins: 11 now, 10 then: 1 would be removed" in person.text
        assert "Days that differ: 2026-11-21" in person.text
        await person.press("enter")
        await settled(person)
        assert person.window == BackupsWindow.__name__, "it was left: the button that changes nothing has the focus"
        await person.press("enter")
        await settled(person)
        await person.press("y")
        await settled(person)
        assert person.window == "ReadyScreen"
        assert person.notices[-1] == (
            "The backup of 2026-11-21 09:30 is restored. The journal before is kept as a backup: B has it."
        )
        assert not any("Another program" in notice for notice in person.notices)
        assert "written since" not in person.text
        assert len(open_store().diary.check_ins()) == 10
        await person.press("B")
        await settled(person)
        assert "before a restore: 11 check-ins" in person.text
        await person.press("enter")
        await settled(person)
        assert "check-ins: 10 now, 11 then: 1 would come back" in person.text
        await person.press("y")
        await settled(person)
        assert "written since" in person.text
        await person.press("n", "7", "ctrl+s")
        await settled(person)
        assert len(open_store().diary.check_ins()) == 12, "it is written on in the restored journal"


@pytest.mark.slow
async def test_a_backup_like_the_journal_is_not_offered_and_says_so_if_it_becomes_like_it(
    store: Store, clock: ManualClock, open_store: Callable[[], Store]
) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.press("B")
        await settled(person)
        await person.press("enter")
        await settled(person)
        assert "It holds the same as the journal now." in person.text
        assert "Restore" not in person.text
        await person.press("y", "enter")
        await settled(person)
        assert person.window == BackupsWindow.__name__
        await person.press("escape")
        await settled(person)
        open_store().diary.save(check_in(1, note="written since"))
        await person.press("B")
        await settled(person)
        await person.press("enter")
        await settled(person)
        (backup,) = backups_folder(store.path).iterdir()
        restore(store.path, backup, clock.now())
        await person.press("y")
        await settled(person)
        await person.look()
        await settled(person)
        # The app may have looked by itself before the key.
        assert sorted(person.notices) == [
            "Another program has replaced the journal: you see it as it is now.",
            "The journal is as in the backup of 2026-11-21 09:30 already: nothing was changed.",
        ]


async def test_a_damaged_backup_is_called_so_and_refused(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        (backup,) = backups_folder(store.path).iterdir()
        backup.write_bytes(b"")
        await person.press("B")
        await settled(person)
        assert "damaged" in person.text
        await person.press("enter")
        await settled(person)
        assert person.notices[-1].endswith(
            "is empty, not a journal: choose another file, or remove it to start a new one"
        )
        assert person.window == BackupsWindow.__name__
        await person.press("escape")


async def test_without_a_backup_one_can_be_made(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        for path in backups_folder(store.path).iterdir():
            path.unlink()
        await person.press("B")
        await settled(person)
        assert "No backups yet in " in person.text
        await person.press("enter")
        await settled(person)
        assert person.window == BackupsWindow.__name__
        await person.press("n")
        await settled(person)
        assert "1 backup, 0." in person.text


async def test_what_had_to_go_for_the_limit_is_told(
    store: Store, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        monkeypatch.setattr("backjournal.store.backing_up.MEGABYTE", store.path.stat().st_size // 400)
        store.diary.save(check_in(1))
        clock.advance(timedelta(minutes=30))
        await person.look()
        await settled(person)
        (notice,) = person.notices
        assert notice.startswith("the backups took more than 500 MB: 1 backup removed, of 2026-11-21")


async def test_what_had_to_go_for_one_that_was_made_in_the_window_is_told_too(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        monkeypatch.setattr("backjournal.store.backing_up.MEGABYTE", store.path.stat().st_size // 400)
        store.diary.save(check_in(1))
        await person.press("B")
        await settled(person)
        await person.press("n")
        await settled(person)
        made, removed = person.notices
        assert made.startswith("A backup was made: ")
        assert removed.startswith("the backups took more than 500 MB: 1 backup removed, of 2026-11-21")
