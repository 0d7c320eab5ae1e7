"""Backups: when one is made, what it is called, which ones stay, and what is said."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import BinaryIO

import pytest

from backjournal.model.errors import JournalError
from backjournal.store.backing_up import Made, is_sound
from backjournal.store.backups import Kind, backups_folder, backups_of, is_due
from backjournal.store.fingerprint import content_hash
from backjournal.store.store import Store
from tests.helpers.clock import ManualClock
from tests.helpers.values import check_in


def names(journal: Path) -> list[str]:
    """Return the names of all files in the folder of backups."""
    return sorted(path.name for path in backups_folder(journal).iterdir())


def made(store: Store) -> Made:
    """Make a backup of a journal that has changed."""
    backup = store.back_up()
    assert backup is not None
    return backup


def test_a_backup_is_made_of_each_change_and_none_without_one(
    store: Store, journal: Path, clock: ManualClock, open_store: Callable[[], Store]
) -> None:
    store.diary.save(check_in(1))
    first = made(store)
    assert first.path.name.startswith("journal.db-2026-11-21T08-30-00Z-"), "its time is that of UTC"
    clock.advance(timedelta(days=1))
    assert store.back_up() is None
    open_store().diary.save(check_in(2))
    second = made(store)
    assert names(journal) == [first.path.name, second.path.name]
    for backup, held in ((first, 1), (second, 2)):
        with closing(Store.open(backup.path, clock)) as copy:
            assert len(copy.diary.check_ins()) == held


def test_a_backup_is_due_every_half_hour_and_when_the_newest_one_was_emptied(
    store: Store, journal: Path, clock: ManualClock
) -> None:
    assert is_due(journal, clock.now())
    store.diary.save(check_in(1))
    backup = made(store)
    clock.advance(timedelta(minutes=29))
    assert not is_due(journal, clock.now())
    backup.path.write_bytes(b"")
    assert is_due(journal, clock.now())
    again = made(store)
    assert again.damaged is not None
    assert again.damaged.path == backup.path
    clock.advance(timedelta(minutes=30))
    assert is_due(journal, clock.now())


def test_a_newest_backup_with_a_flipped_bit_is_noticed_and_made_anew(store: Store, clock: ManualClock) -> None:
    store.diary.save(check_in(1))
    backup = made(store)
    whole = bytearray(backup.path.read_bytes())
    whole[len(whole) // 2] ^= 1
    backup.path.write_bytes(whole)
    clock.advance(timedelta(minutes=1))
    again = made(store)
    assert again.damaged is not None
    assert is_sound(backups_of(store.path, clock.now().tzinfo)[-1], store.path)


def test_a_clock_that_was_wrong_ends_no_backups(store: Store, journal: Path, clock: ManualClock) -> None:
    folder = backups_folder(journal)
    folder.mkdir()
    future = [f"journal-2099-01-{day:02}.db" for day in range(1, 15)]
    for name in future:
        (folder / name).write_bytes(b"of a wrong clock")
    ours = []
    for number in range(3):
        store.diary.save(check_in(number))
        ours.append(made(store).path.name)
        clock.advance(timedelta(hours=1))
        assert names(journal) == sorted([*future, *ours]), "the new ones stay, and so do those"


def test_a_clock_that_was_set_back_ends_no_backups(store: Store, journal: Path, clock: ManualClock) -> None:
    store.diary.save(check_in(1))
    before = made(store)
    clock.advance(timedelta(days=-3000))
    assert is_due(journal, clock.now())
    store.diary.save(check_in(2))
    after = made(store)
    assert names(journal) == sorted([before.path.name, after.path.name])
    assert not is_due(journal, clock.now())


@pytest.mark.parametrize("other", ["work.sqlite", "work"])
def test_two_journals_with_one_stem_share_no_backup(tmp_path: Path, clock: ManualClock, other: str) -> None:
    for name in ("work.db", other):
        with closing(Store.open(tmp_path / name, clock)) as store:
            store.diary.save(check_in(1 if name == "work.db" else 2))
            store.back_up()
    for name, held in (("work.db", "c1"), (other, "c2")):
        (backup,) = backups_of(tmp_path / name, clock.now().tzinfo)
        with closing(Store.open(backup.path, clock)) as copy:
            assert [each.id for each in copy.diary.check_ins()] == [held]


def old_backups(journal: Path, days: int) -> list[str]:
    """Make backups as earlier versions named them, of the days before the test's today."""
    folder = backups_folder(journal)
    folder.mkdir(exist_ok=True)
    found = []
    for day in range(1, days + 1):
        path = folder / f"journal-2026-{10 if day <= 31 else 11:02}-{day if day <= 31 else day - 31:02}.db"
        path.write_bytes(journal.read_bytes())
        found.append(path.name)
    return found


def test_backups_with_the_names_of_earlier_versions_are_found_and_thinned(
    store: Store, journal: Path, clock: ManualClock
) -> None:
    old = old_backups(journal, 45)  # 1 October to 14 November
    found = backups_of(journal, clock.now().tzinfo)
    assert [backup.path.name for backup in found] == old
    assert {backup.day.isoformat() for backup in found} >= {"2026-10-01", "2026-11-14"}
    store.diary.save(check_in(1))
    made(store)
    stay = [name for name in names(journal) if name.startswith("journal-2026")]
    assert stay[-12:] == old[-12:], "12 days"
    assert len(stay) == 12 + 6, "6 weeks reach back to the first of them"
    assert old[0] not in stay


def test_backups_that_may_be_of_another_journal_are_never_thinned(
    store: Store, journal: Path, clock: ManualClock
) -> None:
    old = old_backups(journal, 45)
    journal.with_suffix(".sqlite").write_bytes(b"another journal")
    store.diary.save(check_in(1))
    made(store)
    assert set(names(journal)) > set(old)


@pytest.mark.parametrize("name", ["a[1].db", "*.db"])
def test_a_name_with_wildcards_means_its_own_backups_only(tmp_path: Path, clock: ManualClock, name: str) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    for day in range(1, 30):
        (folder / f"a1-2020-01-{day:02}.db").write_bytes(b"another journal's")
    with closing(Store.open(tmp_path / name, clock)) as store:
        for number in range(3):
            store.diary.save(check_in(number))
            store.back_up()
            clock.advance(timedelta(days=1))
    assert len(names(tmp_path / name)) == 29 + 3


def test_files_that_are_no_backups_are_left_alone(store: Store, journal: Path) -> None:
    folder = backups_folder(journal)
    folder.mkdir()
    others = ["journal-mine.db", "other-2020-01-01.db", "journal.db-2026-11-21.db", "journal-2026-13-01.db", "note.txt"]
    for name in others:
        (folder / name).write_bytes(b"mine")
    store.diary.save(check_in(1))
    made(store)
    assert set(names(journal)) > set(others)
    assert len(backups_of(journal, None)) == 1


def test_a_backup_that_cannot_be_written_is_said_and_nothing_of_it_stays(store: Store, journal: Path) -> None:
    backups_folder(journal).write_text("a file where the folder should be")
    with pytest.raises(JournalError, match="backups cannot be written to: File exists"):
        store.back_up()
    assert backups_folder(journal).read_text() == "a file where the folder should be"


def test_a_copy_that_breaks_off_leaves_no_half(store: Store, journal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(draft: Path, target: Path) -> None:
        assert draft.stat().st_size > 0
        draft.with_name(f"{draft.name}-journal").write_bytes(b"what SQLite leaves on a full disk")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(JournalError, match="No space left on device"):
        store.back_up()
    assert names(journal) == []


def test_a_copy_that_is_not_as_the_journal_is_not_kept(
    store: Store, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store._db, "conn", _Forgetful(store._db.conn))
    store.diary.save(check_in(1))
    with pytest.raises(JournalError, match="is not as the journal: check the health of the disk"):
        store.back_up()
    assert names(journal) == []


class _Forgetful:
    """A connection whose backups lack what was written last."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn

    def __getattr__(self, name: str) -> object:
        return getattr(self._conn, name)

    def backup(self, copy: sqlite3.Connection) -> None:
        self._conn.backup(copy)
        copy.execute("DELETE FROM history WHERE id = (SELECT max(id) FROM history)")


@pytest.mark.slow
def test_while_others_write_a_backup_is_of_one_moment(
    store: Store, open_store: Callable[[], Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    other = open_store()
    store.diary.save(check_in(1))

    def hashed_while_others_try(database: BinaryIO, size: int) -> str:
        if database.name == str(store.path):
            other._db.execute("PRAGMA busy_timeout = 0")
            with pytest.raises(JournalError, match="is locked"):
                other.diary.save(check_in(2))
        else:
            other.diary.save(check_in(3))
        return content_hash(database, size)

    monkeypatch.setattr("backjournal.store.backing_up.content_hash", hashed_while_others_try)
    backup = made(store)
    with closing(Store.open(backup.path, store.clock)) as copy:
        assert [each.id for each in copy.diary.check_ins()] == ["c1"], "what is written meanwhile is in the next one"
    assert len(store.diary.check_ins()) == 2


def test_what_quick_check_passes_is_no_backup(store: Store, journal: Path) -> None:
    store.diary.save(check_in(1))
    with closing(sqlite3.connect(journal, isolation_level=None)) as other:
        other.execute("PRAGMA writable_schema = ON")
        other.execute("UPDATE sqlite_master SET sql = replace(sql, 'WHERE signs', 'WHERE id <> '''' OR signs')")
        assert other.execute("PRAGMA quick_check").fetchone() == ("ok",)
    with (
        closing(Store.open(journal, store.clock)) as damaged,
        pytest.raises(JournalError, match=r"is damaged: .*missing from index"),
    ):
        damaged.back_up()
    assert names(journal) == []


def test_a_journal_with_a_row_that_cannot_be_right_is_backed_up_with_a_word(store: Store) -> None:
    store.diary.save(check_in(1))
    store._db.execute("PRAGMA ignore_check_constraints = ON")
    store._db.execute("UPDATE check_ins SET pain = 99")
    store._db.execute("PRAGMA ignore_check_constraints = OFF")
    assert made(store).unreadable == 1


def test_a_row_that_is_deleted_is_no_word_worth(store: Store) -> None:
    store.diary.save(check_in(1))
    store._db.execute("PRAGMA ignore_check_constraints = ON")
    store._db.execute("UPDATE check_ins SET pain = 99, deleted = 1")
    store._db.execute("PRAGMA ignore_check_constraints = OFF")
    assert made(store).unreadable == 0


def test_the_limit_of_the_folder_is_kept_and_what_went_is_told(
    store: Store, journal: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = journal.stat().st_size
    monkeypatch.setattr("backjournal.store.backing_up.MEGABYTE", size // 100)  # 500 of them are five journals
    kept, went = [], []
    for number in range(8):
        store.diary.save(check_in(number))
        backup = made(store)
        kept.append(backup.path)
        went += [each.path for each in backup.removed]
        clock.advance(timedelta(minutes=31))
    assert len(went) >= 3
    assert went == kept[: len(went)], "the oldest of the day"
    assert [each.path for each in backups_of(journal, None)] == kept[len(went) :]
    assert 4 * size <= sum(path.stat().st_size for path in kept[len(went) :]) <= 5 * size


def test_the_newest_backup_and_that_of_the_latest_restore_stay_whatever_the_limit(
    store: Store, journal: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    from backjournal.store.backing_up import make_backup

    before, _ = make_backup(store._db, journal, Kind.BEFORE_RESTORE, clock.now())
    monkeypatch.setattr("backjournal.store.backing_up.MEGABYTE", 1)
    for number in range(2):
        clock.advance(timedelta(minutes=31))
        store.diary.save(check_in(number))
        backup = made(store)
    assert {each.path for each in backups_of(journal, None)} == {before, backup.path}
    assert backup.size > 500
