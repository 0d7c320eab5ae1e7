"""The journal's file: how it is made and opened, and what it refuses."""

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from backjournal.model.errors import JournalError
from backjournal.store import connection
from backjournal.store.changes import device_name
from backjournal.store.schema import APPLICATION_ID
from backjournal.store.store import Store, random_id
from tests.helpers.clock import ManualClock
from tests.helpers.quick import AS_SHIPPED
from tests.helpers.values import BRIDGE, TODAY, check_in

OpenStore = Callable[[], Store]


@pytest.fixture
def open_umask() -> Iterator[None]:
    """Clear the umask, so that the system restricts no file by itself."""
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.fixture
def written(open_store: OpenStore, journal: Path) -> Path:
    """Return the path of a closed journal that holds entries."""
    store = open_store()
    prescription = store.plan.prescribe(BRIDGE.exercise, BRIDGE.dose, BRIDGE.schedule, TODAY)
    store.practices.clear(prescription.id, TODAY, "nothing")
    for number in range(30):
        store.diary.save(check_in(number, note="a note that fills the pages " * 20))
    store.diary.start_flare_up(TODAY)
    store.close()
    return journal


def fingerprint(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def refused(path: Path) -> str:
    """Return the one plain line of the refusal to open a file; check that its bytes and folder stay as they were."""
    before, beside = fingerprint(path), sorted(path.parent.iterdir())
    with pytest.raises(JournalError) as refusal:
        Store.open(path, ManualClock())
    assert fingerprint(path) == before
    assert sorted(path.parent.iterdir()) == beside
    message = str(refusal.value)
    assert message.isprintable()
    assert str(path) in message
    return message


def pragma(store: Store, name: str) -> object:
    return store._db.execute(f"PRAGMA {name}").fetchone()[0]


@pytest.mark.usefixtures("open_umask")
def test_a_new_journal_and_its_folder_are_for_the_owner_only(open_store: OpenStore, journal: Path) -> None:
    Store.open(journal, ManualClock()).close()
    store = open_store()
    assert mode(journal) == 0o600
    assert mode(journal.parent) == 0o700
    backup = store.back_up()
    assert backup is not None
    assert mode(backup.path) == 0o600
    assert mode(backup.path.parent) == 0o700
    assert [path.name for path in journal.parent.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("application_id", APPLICATION_ID),
        ("journal_mode", "delete"),
        ("synchronous", 3),  # EXTRA
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("secure_delete", 1),
        ("busy_timeout", 5000),
    ],
)
def test_the_pragmas_in_force(open_store: OpenStore, monkeypatch: pytest.MonkeyPatch, name: str, value: object) -> None:
    monkeypatch.setattr(connection, "SYNCHRONOUS", AS_SHIPPED)
    assert pragma(open_store(), name) == value
    assert pragma(open_store(), name) == value


def test_a_new_journal_is_empty_and_whole(store: Store) -> None:
    assert store.diary.check_ins() == ()
    assert store.diary.flare_ups() == ()
    assert store.plan.prescriptions() == ()
    assert store.plan.exercises() == {}
    assert pragma(store, "integrity_check") == "ok"
    assert store.today() == TODAY


def test_what_was_written_is_there_when_the_journal_is_opened_again(written: Path, open_store: OpenStore) -> None:
    store = open_store()
    assert len(store.diary.check_ins()) == 30
    assert len(store.plan.prescriptions()) == 1
    assert len(store.diary.flare_ups()) == 1


@pytest.mark.parametrize("name", ["my journal #1?.db", "Rücken%20.db", "journal"])
def test_a_journal_may_have_any_name(tmp_path: Path, name: str) -> None:
    for _ in range(2):
        with closing(Store.open(tmp_path / name, ManualClock())) as store:
            store.diary.save(check_in())
            assert store.diary.check_ins() == (check_in(),)
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_link_to_a_journal_is_followed(written: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(written)
    with closing(Store.open(link, ManualClock())) as store:
        store.diary.save(check_in(99))
    with closing(Store.open(written, ManualClock())) as store:
        assert len(store.diary.check_ins()) == 31
    assert link.is_symlink()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty, not a journal"),
        (b"\n", "is not a journal"),
        (b"Dear diary,\nmy back hurts.\n" * 50, "is not a journal"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 200, "is not a journal"),
        (b"SQLite format 3\0", "is not a journal"),
    ],
)
def test_a_file_that_is_no_journal_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "other.db"
    path.write_bytes(content)
    assert message in refused(path)


@pytest.mark.parametrize("application", [0, 0x42414A4B])
def test_the_database_of_another_program_is_refused(tmp_path: Path, application: int) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as other:
        other.executescript(f"PRAGMA application_id = {application}; CREATE TABLE check_ins (id TEXT)")
    assert "is a database of another program" in refused(path)


@pytest.mark.parametrize("kept", [50, 100, 4096, 10_000, -4096, -1])
def test_a_truncated_journal_is_refused(written: Path, kept: int) -> None:
    written.write_bytes(written.read_bytes()[:kept])
    assert ("is not a journal" if kept == 50 else "is damaged") in refused(written)


def test_the_journal_of_a_newer_backjournal_is_refused(written: Path) -> None:
    with closing(sqlite3.connect(written)) as newer:
        newer.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('backjournal', 'm999_later', '')"
        )
        newer.commit()
    assert "was written by a newer backjournal: update this one" in refused(written)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(JournalError, match="is a folder: choose another journal"):
        Store.open(tmp_path, ManualClock())


def test_a_place_below_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(JournalError, match="cannot be reached"):
        Store.open(tmp_path / "file" / "journal.db", ManualClock())


def test_a_journal_that_may_not_be_written_can_be_read(written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The administrator may write everywhere, so the system's answer is simulated.
    monkeypatch.setattr(os, "access", lambda path, how: False)
    before = fingerprint(written)
    with closing(Store.open(written, ManualClock())) as store:
        assert len(store.diary.check_ins()) == 30
        with pytest.raises(JournalError, match="is read-only, nothing was changed: allow writing"):
            store.diary.save(check_in(99))
        assert len(store.diary.check_ins()) == 30
    assert fingerprint(written) == before


def test_a_journal_in_wal_mode_goes_back_to_one_file_with_what_its_log_held(written: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(written)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("CREATE TABLE large AS SELECT randomblob(50000)")
        left = tmp_path / "left"  # as a crash of the other program would leave it
        shutil.copytree(written.parent, left)
    with closing(Store.open(left / written.name, ManualClock())) as store:
        assert pragma(store, "journal_mode") == "delete"
        assert store._db.value("SELECT count(*) FROM large") == 1
        assert len(store.diary.check_ins()) == 30
    assert [path.name for path in left.iterdir()] == [written.name]


def test_the_same_journal_can_be_opened_elsewhere_for_a_thread_of_its_own(store: Store) -> None:
    store.diary.save(check_in())
    with store.elsewhere() as other:
        assert other.diary.check_ins() == (check_in(),)
        assert other._db is not store._db
    with pytest.raises(JournalError):
        other.diary.check_ins()
    assert store.diary.check_ins() == (check_in(),)


def test_what_is_read_at_once_is_the_journal_as_it_was_then(
    store: Store, monkeypatch: pytest.MonkeyPatch, open_store: Callable[[], Store]
) -> None:
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.01)
    store.diary.save(check_in())
    other = open_store()
    with store.reading() as reading:
        with pytest.raises(JournalError, match="is locked"):
            other.diary.save(check_in(2))
        assert reading.diary.check_ins() == (check_in(),)
        assert reading.diary.check_ins(search="nothing like it") == ()
        with pytest.raises(JournalError):
            reading.diary.save(check_in(4))
    other.diary.save(check_in(2))
    assert len(store.diary.check_ins()) == 2


def test_a_journal_that_is_gone_or_something_else_cannot_be_read(store: Store) -> None:
    for make_it, message in (
        (store.path.unlink, "cannot be opened"),
        (lambda: store.path.write_bytes(b""), "is empty, not a journal"),
        (lambda: store.path.write_bytes(b"nonsense" * 99), "is not a journal"),
    ):
        make_it()
        with pytest.raises(JournalError, match=message), store.reading():
            pass


def test_ids_and_the_name_of_the_device_reveal_nothing() -> None:
    assert len({random_id() for _ in range(100)}) == 100
    assert len(device_name()) == 8
    assert int(device_name(), 16) >= 0
    assert device_name.__wrapped__() == device_name()


def test_a_change_names_this_machine_if_no_device_is_given(store: Store, journal: Path) -> None:
    with store.elsewhere() as elsewhere, closing(Store.open(journal, ManualClock())) as other:
        elsewhere.diary.save(check_in(1))
        other.diary.save(check_in(2))
    revs = [row["rev"] for row in store._db.query("SELECT rev FROM check_ins")]
    assert {rev.split()[1] for rev in revs} == {device_name()}
