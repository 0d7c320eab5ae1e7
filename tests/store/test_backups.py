"""The daily copies of the journal."""

import shutil
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from backjournal.model.errors import JournalError
from backjournal.store.backups import KEPT, backups_folder
from backjournal.store.store import Store
from tests.helpers.clock import ManualClock
from tests.helpers.values import check_in


def names(journal: Path) -> list[str]:
    return sorted(path.name for path in backups_folder(journal).iterdir())


def test_one_backup_a_day_and_the_first_of_the_day_stays(store: Store, journal: Path, clock: ManualClock) -> None:
    store.diary.save(check_in(1))
    made = store.back_up()
    assert made == journal.parent / "backups" / "journal-2026-11-21.db"
    store.diary.save(check_in(2))
    clock.advance(timedelta(hours=18))  # 03:30: still the same journal day
    assert store.back_up() is None
    with closing(Store.open(made, clock)) as copy:
        assert copy.diary.check_ins() == (check_in(1),)
    clock.advance(timedelta(hours=1))
    assert store.back_up() == journal.parent / "backups" / "journal-2026-11-22.db"


def test_fourteen_daily_backups_stay_and_others_are_left_alone(store: Store, journal: Path, clock: ManualClock) -> None:
    folder = backups_folder(journal)
    folder.mkdir()
    others = ["journal-before-update.db", "journal-mine.db", "other-2020-01-01.db"]
    for name in others:
        (folder / name).write_bytes(b"mine")
    for _ in range(KEPT + 3):
        assert store.back_up()
        clock.advance(timedelta(days=1))
    days = [f"journal-2026-{day}.db" for day in [f"11-{n}" for n in range(24, 31)] + [f"12-0{n}" for n in range(1, 8)]]
    assert names(journal) == sorted(days + others)


@pytest.mark.parametrize("name", ["a[1].db", "*.db"])
def test_a_name_with_wildcards_counts_its_own_backups_only(tmp_path: Path, clock: ManualClock, name: str) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    (folder / "a1-2020-01-01.db").write_bytes(b"another journal's")
    with closing(Store.open(tmp_path / name, clock)) as store:
        for _ in range(KEPT + 1):
            store.back_up()
            clock.advance(timedelta(days=1))
    assert len(names(tmp_path / name)) == KEPT + 1
    assert (folder / "a1-2020-01-01.db").exists()


def test_a_backup_put_in_its_place_restores_the_journal(
    open_store: Callable[[], Store], journal: Path, clock: ManualClock
) -> None:
    store = open_store()
    store.diary.save(check_in(1))
    backup = store.back_up()
    assert backup
    store.diary.delete(check_in(1))
    store.close()
    shutil.copyfile(backup, journal)
    restored = open_store()
    assert restored.diary.check_ins() == (check_in(1),)
    assert restored.changes.undo() == "check-in of 2026-11-21 08:01"
    assert restored.changes.redo() == "check-in of 2026-11-21 08:01"
    assert restored.diary.check_ins() == (check_in(1),)


def test_a_backup_that_cannot_be_written_is_said_and_nothing_of_it_stays(store: Store, journal: Path) -> None:
    backups_folder(journal).write_text("a file where the folder should be")
    with pytest.raises(JournalError, match="backups cannot be written to: File exists"):
        store.back_up()
    assert backups_folder(journal).read_text() == "a file where the folder should be"


def test_a_copy_that_breaks_off_leaves_no_half(store: Store, journal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(draft: Path, target: Path) -> None:
        assert draft.stat().st_size > 0
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(JournalError, match="No space left on device"):
        store.back_up()
    assert names(journal) == []
