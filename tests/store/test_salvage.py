"""Salvaging a damaged journal: nobody writes meanwhile, and the damaged file is neither changed nor overwritten."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from backjournal.model.errors import JournalError
from backjournal.store.check import salvage as module
from backjournal.store.check.salvage import salvage
from backjournal.store.store import Store
from tests.helpers.clock import ManualClock
from tests.helpers.values import check_in

PAGE = 4096
OF_A_PAGE, OF_AN_INDEX = ["a page is no page"], ["row 1 missing from index check_ins_by_day"]


@pytest.fixture
def damaged(open_store: Callable[[], Store], journal: Path) -> Path:
    """Return a closed journal with a check-in, in which a page of another table is overwritten with zeros."""
    store = open_store()
    store.diary.save(check_in(1))
    page = store._db.value("SELECT rootpage FROM sqlite_master WHERE name = 'results'")
    store.close()
    whole = journal.read_bytes()
    journal.write_bytes(whole[: (page - 1) * PAGE] + bytes(PAGE) + whole[page * PAGE :])
    journal.chmod(0o600)
    return journal


def beside(journal: Path) -> set[str]:
    """Return the names of all files in the folder of a journal, hidden ones too."""
    return {path.name for path in journal.parent.iterdir()}


def test_what_is_new_and_what_is_set_aside_are_for_the_owner_only(damaged: Path, clock: ManualClock) -> None:
    was = damaged.read_bytes()
    found = salvage(damaged, OF_A_PAGE, clock.now())
    assert found.aside is not None
    assert found.aside.read_bytes() == was
    assert found.saved["check_ins"] == 1
    assert beside(damaged) == {damaged.name, found.aside.name}
    assert {path.stat().st_mode & 0o777 for path in damaged.parent.iterdir()} == {0o600}


def test_the_database_of_another_program_is_refused_as_it_is(journal: Path, clock: ManualClock) -> None:
    journal.parent.mkdir()
    execute(journal, "CREATE TABLE check_ins (id TEXT, note TEXT)", "INSERT INTO check_ins VALUES ('c', '')")
    was = journal.read_bytes()
    with pytest.raises(JournalError, match="is a database of another program"):
        salvage(journal, OF_A_PAGE, clock.now())
    assert journal.read_bytes() == was
    assert beside(journal) == {journal.name}


def test_none_that_was_set_aside_before_is_overwritten(damaged: Path, clock: ManualClock) -> None:
    was = damaged.read_bytes()
    first = salvage(damaged, OF_A_PAGE, clock.now())
    damaged.write_bytes(was)
    second = salvage(damaged, OF_A_PAGE, clock.now())
    assert first.aside != second.aside
    for found in (first, second):
        assert found.aside is not None
        assert found.aside.read_bytes() == was


def test_new_indexes_that_do_not_mend_all_are_taken_back(damaged: Path, clock: ManualClock) -> None:
    was = damaged.read_bytes()
    found = salvage(damaged, OF_AN_INDEX, clock.now())
    assert found.aside is not None
    assert found.aside.read_bytes() == was


def test_new_indexes_beside_other_damage_are_taken_back(
    open_store: Callable[[], Store], journal: Path, clock: ManualClock
) -> None:
    store = open_store()
    store.diary.save(check_in(1))
    store.close()
    whole = journal.read_bytes()
    pages = len(whole) // PAGE + 1
    with_unused_page = whole[:28] + pages.to_bytes(4, "big") + whole[32:] + bytes(PAGE)
    journal.write_bytes(with_unused_page)
    found = salvage(journal, OF_AN_INDEX, clock.now())
    assert found.aside is not None
    assert found.aside.read_bytes() == with_unused_page


def test_indexes_are_made_anew_only_where_nothing_else_is_damaged(
    damaged: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(_journal: Path) -> bool:
        raise AssertionError

    monkeypatch.setattr(module, "_reindexed", never)
    assert salvage(damaged, OF_A_PAGE + OF_AN_INDEX, clock.now()).aside


@pytest.mark.parametrize("damage", [OF_A_PAGE, OF_AN_INDEX])
def test_a_journal_that_others_use_is_refused_as_it_is(
    damaged: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch, damage: list[str]
) -> None:
    was = damaged.read_bytes()
    with closing(sqlite3.connect(damaged, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        monkeypatch.setattr(sqlite3, "connect", partial(sqlite3.connect, timeout=0))
        with pytest.raises(JournalError, match="is in use: close it elsewhere, and try again"):
            salvage(damaged, damage, clock.now())
    assert damaged.read_bytes() == was
    assert beside(damaged) == {damaged.name}


def written_elsewhere(journal: Path) -> str:
    """Write to a journal, and return what went wrong; in another process, as within one SQLite knows its own locks."""
    code = (
        f"import sqlite3; db = sqlite3.connect({str(journal)!r}, timeout=0, isolation_level=None);"
        " db.execute('UPDATE check_ins SET pain = 9')"
    )
    return subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True).stderr


@pytest.mark.parametrize("step", ["_copy", "_saved", "move_aside", "place"])
def test_nobody_writes_before_the_new_journal_is_in_its_place(
    damaged: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    go_on, said = getattr(module, step), list[str]()

    def tried_before(*arguments: Any) -> Any:
        said.append(written_elsewhere(damaged))
        return go_on(*arguments)

    monkeypatch.setattr(module, step, tried_before)
    salvage(damaged, OF_A_PAGE, clock.now())
    assert ["database is locked" in each for each in said] == [True]


def test_what_was_written_just_after_the_copy_is_not_lost(
    damaged: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = module._copy

    def copy_and_write(journal: Path, target: Path) -> None:
        copy(journal, target)
        assert written_elsewhere(journal) == ""

    monkeypatch.setattr(module, "_copy", copy_and_write)
    with pytest.raises(JournalError, match="is in use: close it elsewhere, and try again"):
        salvage(damaged, OF_A_PAGE, clock.now())
    assert beside(damaged) == {damaged.name}
    with closing(sqlite3.connect(damaged)) as db:
        assert db.execute("SELECT pain FROM check_ins").fetchall() == [(9,)]


def test_where_nothing_can_be_read_the_file_stays(damaged: Path, clock: ManualClock) -> None:
    was = damaged.read_bytes()
    damaged.write_bytes(was[:100] + bytes(len(was) - 100))
    was = damaged.read_bytes()
    with pytest.raises(JournalError, match=r"nothing of the journal .* can be read: 'backjournal restore' goes back"):
        salvage(damaged, OF_A_PAGE, clock.now())
    assert damaged.read_bytes() == was
    assert beside(damaged) == {damaged.name}


def execute(journal: Path, *statements: str) -> None:
    with closing(sqlite3.connect(journal, isolation_level=None)) as db:
        for sql in statements:
            db.execute(sql)


def test_a_table_whose_definition_is_damaged_is_read_all_the_same(damaged: Path, clock: ManualClock) -> None:
    garbled = "sql = 'CREATE TABLE check_inz (', name = 'check_inz', tbl_name = 'check_inz' WHERE name = 'check_ins'"
    execute(damaged, "PRAGMA writable_schema = ON", f"UPDATE sqlite_master SET {garbled}")
    assert salvage(damaged, OF_A_PAGE, clock.now()).saved["check_ins"] == 1


def test_rows_before_between_and_after_damaged_pages_are_read(
    open_store: Callable[[], Store], journal: Path, clock: ManualClock
) -> None:
    store = open_store()
    for number in range(90):
        store.diary.save(check_in(number, note=f"note {number} {'long ' * 100}"))
    store.close()
    whole = journal.read_bytes()
    for number in (30, 60):
        page = whole.index(f"note {number} ".encode()) // PAGE * PAGE
        whole = whole[:page] + bytes(PAGE) + whole[page + PAGE :]
    journal.write_bytes(whole)
    found = salvage(journal, OF_A_PAGE, clock.now())
    with closing(Store.open(journal, clock)) as store:
        there = {each.id for each in store.diary.check_ins()}
    assert {"c0", "c20", "c45", "c70", "c89"} <= there
    assert not {"c30", "c60"} & there
    assert (found.saved["check_ins"], found.lost) == (len(there), {"check_ins": 90 - len(there)})


def test_what_lies_in_a_log_beside_it_is_read_too(damaged: Path, clock: ManualClock, tmp_path: Path) -> None:
    whole = tmp_path / "whole.db"
    shutil.copy(damaged, whole)
    with closing(sqlite3.connect(whole, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("UPDATE check_ins SET note = 'in the log'")
        shutil.copy(whole, damaged)
        shutil.copy(f"{whole}-wal", f"{damaged}-wal")
    salvage(damaged, OF_A_PAGE, clock.now())
    with closing(Store.open(damaged, clock)) as store:
        assert [each.note for each in store.diary.check_ins()] == ["in the log"]
