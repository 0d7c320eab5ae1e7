"""A program that is killed while it mends a damaged journal leaves the old file or the new one, and loses neither."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from backjournal.store.backups import SIDECARS
from tests.helpers.worker import worker
from tests.proofs.conftest import Cases
from tests.proofs.test_backup_kills import WHOLE, check_nothing_is_left, dump, kills, told

pytestmark = pytest.mark.slow

PART = 8
PAGE = 4096


def execute(journal: Path, sql: str) -> None:
    with closing(sqlite3.connect(journal, isolation_level=None)) as db:
        db.executescript(sql)


def damage(journal: Path) -> None:
    """Overwrite the first page of a table with zeros."""
    with closing(sqlite3.connect(f"{journal.as_uri()}?mode=ro&immutable=1", uri=True)) as db:
        (page,) = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'results'").fetchone()
    with journal.open("r+b") as file:
        file.seek((page - 1) * PAGE)
        file.write(bytes(PAGE))


def cut_off(journal: Path) -> None:
    """Leave what a kill within a change leaves: a file with half of it, and beside it what takes that back."""
    whole = journal.with_name("whole")
    journal.rename(whole)
    with closing(sqlite3.connect(whole, isolation_level=None)) as db:
        db.execute("PRAGMA cache_size = 5")
        db.execute("BEGIN")
        db.execute("UPDATE check_ins SET note = note || hex(zeroblob(400))")
        shutil.copy(whole, journal)
        shutil.copy(f"{whole}-journal", f"{journal}-journal")
        db.execute("ROLLBACK")
    whole.unlink()


def set_aside(journal: Path) -> list[bytes]:
    return [path.read_bytes() for path in journal.parent.glob("*.damaged-*") if not path.name.endswith(SIDECARS)]


@pytest.fixture
def fresh(demo: Path, journal: Path, request: pytest.FixtureRequest) -> Callable[[], None]:
    """Return a function that puts a damaged journal into its place, and takes away all that lies beside it."""
    original = journal.parent.with_name("original")
    original.mkdir()
    shutil.copy(demo, original / journal.name)
    for change in request.param:
        change(original / journal.name)

    def put() -> None:
        shutil.rmtree(journal.parent, ignore_errors=True)
        shutil.copytree(original, journal.parent)

    put()
    return put


@pytest.mark.parametrize("fresh", [(damage,), (cut_off, damage)], ids=["damaged", "and cut off"], indirect=True)
def test_a_killed_salvage_leaves_the_damaged_journal_or_the_new_one(
    demo: Path, journal: Path, fresh: Callable[[], None], cases: Cases
) -> None:
    damaged = journal.with_name("damaged")
    shutil.copy(demo, damaged)
    damage(damaged)
    old, ends, mended, left = damaged.read_bytes(), list[str](), 0, 0
    with worker("salvage", journal) as work:
        fresh()
        work.run("whole")
        new = dump(journal)
        assert len(new) > 0.9 * len(dump(demo)), "most of it could be read"
        for end in kills(work, fresh, cases(PART, WHOLE)):
            ends.append(end)
            if journal.with_name("journal.db-journal").exists() or journal.read_bytes() == old:
                assert end == "killed"
                assert work.run("whole").startswith("done"), "it is mended with the next try"
            else:
                mended += 1
            assert dump(journal) == new
            assert {*set_aside(journal)} == {old}, "the damaged file is never overwritten"
            left += check_nothing_is_left(journal)
    assert 0 < mended < len(ends)
    told("salvage", ends, mended, left)


def without_rows(journal: Path) -> None:
    """Take the rows of some days out of an index, as damage does."""
    rewrite = (
        "PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = replace(sql, '{}', '{}')"
        " WHERE name = 'check_ins_by_day'"
    )
    execute(journal, rewrite.format("(day)", "(day) WHERE pain > 5"))
    execute(journal, "REINDEX check_ins_by_day")
    execute(journal, rewrite.format(" WHERE pain > 5", ""))


@pytest.mark.parametrize("fresh", [(without_rows,)], ids=[""], indirect=True)
def test_killed_new_indexes_leave_the_damaged_ones_or_the_new_ones(
    demo: Path, journal: Path, fresh: Callable[[], None], cases: Cases
) -> None:
    new, ends, mended, left = dump(demo), list[str](), 0, 0
    with worker("reindex", journal) as work:
        for end in kills(work, fresh, cases(PART, WHOLE)):
            ends.append(end)
            with closing(sqlite3.connect(journal)) as db:
                sound = db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            mended += sound
            if not sound:
                assert work.run("whole").startswith("done"), "it is mended with the next try"
            assert dump(journal) == new
            assert set_aside(journal) == []
            left += check_nothing_is_left(journal)
    assert 0 < mended < len(ends)
    told("new indexes", ends, mended, left)
