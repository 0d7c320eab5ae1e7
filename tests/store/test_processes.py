"""Crashes, and several processes at one journal."""

import hashlib
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from backjournal.model.errors import JournalError
from backjournal.store import connection
from backjournal.store.store import Store
from tests.helpers.clock import ManualClock
from tests.helpers.values import check_in

OpenStore = Callable[[], Store]
StartChild = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def start_child() -> Iterator[StartChild]:
    """Return a function that starts a child of `tests.helpers.children` and waits until it is ready."""
    with ExitStack() as children:

        def start(what: str, journal: Path, *numbers: int) -> subprocess.Popen[str]:
            command = [sys.executable, "-m", "tests.helpers.children", what, str(journal), *map(str, numbers)]
            child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
            children.enter_context(child)
            children.callback(child.kill)
            assert child.stdout
            assert child.stdout.readline() == "ready\n"
            return child

        yield start


def resume(child: subprocess.Popen[str]) -> None:
    assert child.stdin
    child.stdin.write("go\n")
    child.stdin.flush()


def fingerprint(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def dump(path: Path) -> list[str]:
    """Return the contents of a file as SQL: SQLite does not restore the bytes of pages that were free."""
    with closing(sqlite3.connect(path)) as db:
        return list(db.iterdump())


def test_after_a_crash_in_the_middle_of_a_change_nothing_of_it_is_there(
    open_store: OpenStore, journal: Path, start_child: StartChild
) -> None:
    store = open_store()
    for number in range(20):
        store.diary.save(check_in(number))
    before, known = dump(journal), store.diary.check_ins()
    bytes_before = fingerprint(journal)
    store.close()
    child = start_child("break_off", journal, 50)
    child.kill()
    child.wait()
    left = journal.with_name("journal.db-journal")
    assert left.stat().st_size > 0
    assert fingerprint(journal) != bytes_before
    again = open_store()
    assert again.diary.check_ins() == known
    assert again._db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert not left.exists()
    assert dump(journal) == before
    assert str(again.changes.undo()).startswith("check-in")


def test_after_a_crash_a_change_that_was_made_is_there_whole(
    open_store: OpenStore, journal: Path, start_child: StartChild
) -> None:
    open_store().diary.save(check_in(1))
    child = start_child("finish", journal, 50)
    child.kill()
    child.wait()
    again = open_store()
    assert len(again.diary.check_ins()) == 51
    assert again.changes.undo() == "finished"
    assert again.diary.check_ins() == (check_in(1),)


def test_a_journal_left_by_a_crash_that_may_not_be_written_is_said(
    open_store: OpenStore, journal: Path, start_child: StartChild, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_store().close()
    child = start_child("break_off", journal, 50)
    child.kill()
    child.wait()
    before = fingerprint(journal)
    monkeypatch.setattr(os, "access", lambda path, how: False)
    with pytest.raises(JournalError, match=r"read-only|cannot be opened"):
        open_store()
    assert fingerprint(journal) == before


def test_the_version_changes_when_another_writes_and_not_by_own_writes(open_store: OpenStore) -> None:
    store, other = open_store(), open_store()
    seen = store.changes.version()
    store.diary.save(check_in(1))
    store.diary.check_ins()
    assert store.changes.version() == seen
    other.diary.check_ins()
    assert store.changes.version() == seen
    other.diary.save(check_in(2))
    assert store.changes.version() != seen
    assert len(store.diary.check_ins()) == 2


def test_two_first_starts_at_once_end_with_one_whole_journal(
    open_store: OpenStore, journal: Path, start_child: StartChild
) -> None:
    children = [start_child("write", journal, number, 1) for number in (1, 2)]
    for child in children:
        resume(child)
    assert [child.wait() for child in children] == [0, 0]
    assert open_store().diary.check_ins() == (check_in(2), check_in(1))
    assert [path.name for path in journal.parent.iterdir()] == [journal.name]


def test_a_first_start_that_comes_second_takes_the_journal_of_the_first(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = connection._place

    def come_second(draft: Path, path: Path) -> None:
        monkeypatch.setattr(connection, "_place", place)
        with closing(Store.open(path, ManualClock())) as first:
            first.diary.save(check_in())
        place(draft, path)

    monkeypatch.setattr(connection, "_place", come_second)
    with closing(Store.open(journal, ManualClock())) as second:
        assert second.diary.check_ins() == (check_in(),)
    assert [path.name for path in journal.parent.iterdir()] == [journal.name]


def test_a_file_system_without_links_gets_its_journal_too(journal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def without_links(path: Path, draft: Path) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", without_links)
    with closing(Store.open(journal, ManualClock())) as store:
        store.diary.save(check_in())
        assert store.diary.check_ins() == (check_in(),)


def test_what_two_processes_write_at_once_all_arrives(
    open_store: OpenStore, journal: Path, start_child: StartChild
) -> None:
    store = open_store()
    seen = store.changes.version()
    children = [start_child("write", journal, first, 40) for first in (0, 40)]
    for child in children:
        resume(child)
    assert [child.wait() for child in children] == [0, 0]
    assert store.changes.version() != seen
    assert [entry.id for entry in store.diary.check_ins()] == [f"c{number}" for number in range(79, -1, -1)]
    assert store._db.value("SELECT count(*) FROM changes") == 80
    assert store._db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
