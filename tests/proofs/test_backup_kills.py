"""A program that is killed in the middle of a backup, a restore or an update leaves the old or the new, never a mix."""

import os
import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from backjournal.store.backing_up import is_sound
from backjournal.store.backups import backups_folder, backups_of
from backjournal.store.leftovers import leftovers, remove_stale
from backjournal.store.store import Store
from tests.helpers.clock import ManualClock
from tests.helpers.values import check_in
from tests.helpers.worker import Worker, worker
from tests.proofs.conftest import Cases

pytestmark = pytest.mark.slow

PART, WHOLE = 24, 200
"""How many kills strike each kind of work."""

MOST_TRIES = 3
"""How many tries there are at most for each kill that has to strike."""


def dump(path: Path) -> list[str]:
    """Return all that a sound journal holds, but when its migrations were run."""
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",), path
        return [line for line in db.iterdump() if "_sqlite_migrations" not in line]


@pytest.fixture
def fresh(demo: Path, journal: Path) -> Callable[[], None]:
    """Return a function that puts the journal as it was before into its place, and takes its backups away."""
    journal.parent.mkdir()

    def put() -> None:
        for suffix in ("-journal", "-wal", "-shm"):
            journal.with_name(f"{journal.name}{suffix}").unlink(missing_ok=True)
        shutil.copy(demo, journal)
        for backup in backups_of(journal, None):
            backup.path.unlink()

    put()
    return put


def kills(work: Worker, fresh: Callable[[], None], count: int) -> Iterator[str]:
    """Kill the work until so many kills have struck, and yield after each try how it ended.

    Half of the kills are at lines of the store, for what happens between two calls of the system: spread over all, and
    at each of the last ones. The others are spread over the time that it takes, for what happens within the calls: the
    work may have ended before, and then one more is tried.
    """
    chance = random.Random(12)
    fresh()
    lines, seconds = work.lines(), 0.0
    for _ in range(3):
        fresh()
        seconds = max(seconds, work.seconds())
    tried = struck = 0
    while struck < count:
        assert tried < MOST_TRIES * count, f"of {tried} kills only {struck} have struck"
        fresh()
        if tried % 2:
            end = work.run(f"after {chance.uniform(0, 1.1 * seconds):.5f}")
        else:
            of_all, of_last = 1 + tried % count * lines // count, lines + 1 - tried // 4
            end = work.run(f"lines {of_last if tried % 4 else of_all}")
        tried += 1
        struck += end == "killed"
        yield end


def check_backups(journal: Path, held: list[str]) -> int:
    """Check that each backup is sound and holds what it should, and return how many there are."""
    backups = backups_of(journal, None)
    for backup in backups:
        assert backup.digest
        assert is_sound(backup, journal)
        assert dump(backup.path) == held
    return len(backups)


def check_nothing_is_left(journal: Path) -> int:
    """Check that the next start removes what the killed ones have left, and return how many files there were."""
    found, clock = [*leftovers(journal)], ManualClock()
    for path in found:
        os.utime(path, (clock.now().timestamp() - 1000,) * 2)
    remove_stale(journal, clock.now())
    hidden = [path for folder in (journal.parent, backups_folder(journal)) for path in folder.glob(".*")]
    assert hidden == []
    return len(found)


def told(what: str, ends: list[str], new: int, left: int) -> None:
    """Print the figures of a proof."""
    killed = ends.count("killed")
    print(f"{what}: {len(ends)} tried, {killed} killed, {new} as after it, 0 between, {left} leftovers removed")  # noqa: T201


def test_a_killed_backup_leaves_a_whole_one_or_none(journal: Path, fresh: Callable[[], None], cases: Cases) -> None:
    before, ends, made, seen = dump(journal), list[str](), 0, set[Path]()
    with worker("back up", journal) as work:
        for end in kills(work, fresh, cases(PART, WHOLE)):
            ends.append(end)
            made += check_backups(journal, before)
            seen |= {*leftovers(journal)}
            assert dump(journal) == before
    assert 0 < made < len(ends)
    check_nothing_is_left(journal)
    assert seen, "some were killed while they wrote, and the next backup has removed what they left"
    told("backup", ends, made, len(seen))


def test_a_killed_restore_leaves_the_journal_or_the_backup(
    demo: Path, journal: Path, fresh: Callable[[], None], cases: Cases, tmp_path: Path
) -> None:
    backup = tmp_path / "backup.db"
    shutil.copy(demo, backup)
    with closing(Store.open(backup, ManualClock())) as store:
        store.diary.save(check_in(1))
    old, new = dump(journal), dump(backup)
    ends, restored = list[str](), 0
    with worker("restore", journal, backup) as work:
        for end in kills(work, fresh, cases(PART, WHOLE)):
            ends.append(end)
            found = dump(journal)
            assert found in (old, new)
            restored += found == new
            assert check_backups(journal, old) or found == old, "what was replaced is kept"
    assert 0 < restored < len(ends)
    told("restore", ends, restored, check_nothing_is_left(journal))


def test_a_killed_restore_over_a_change_that_was_cut_off_leaves_the_journal_or_the_backup(
    demo: Path, journal: Path, fresh: Callable[[], None], cases: Cases, tmp_path: Path
) -> None:
    backup, hot = tmp_path / "backup.db", tmp_path / "hot"
    shutil.copy(demo, backup)
    with closing(Store.open(backup, ManualClock())) as store:
        store.diary.save(check_in(1))
    old, new = dump(journal), dump(backup)
    # A copy of the two files within a change is what a kill within it leaves.
    with closing(sqlite3.connect(journal, isolation_level=None)) as db:
        db.execute("PRAGMA cache_size = 5")
        db.execute("BEGIN")
        db.execute("UPDATE check_ins SET note = note || hex(zeroblob(400))")
        shutil.copytree(journal.parent, hot)
        db.execute("ROLLBACK")

    def cut_off() -> None:
        fresh()
        for path in hot.glob("journal.db*"):
            shutil.copy(path, journal.parent)

    cut_off()
    assert journal.with_name("journal.db-journal").stat().st_size
    ends, restored = list[str](), 0
    with worker("restore", journal, backup) as work:
        for end in kills(work, cut_off, cases(PART, WHOLE)):
            ends.append(end)
            found = dump(journal)
            assert found in (old, new)
            restored += found == new
            check_backups(journal, old)
    assert 0 < restored < len(ends)
    told("restore after a cut-off change", ends, restored, check_nothing_is_left(journal))


def test_a_killed_update_leaves_the_old_journal_or_the_new_one(
    journal: Path, fresh: Callable[[], None], cases: Cases
) -> None:
    old, ends, updated = dump(journal), list[str](), 0
    with worker("migrate", journal) as work:
        fresh()
        work.run("whole")
        new = dump(journal)
        assert new != old
        for end in kills(work, fresh, cases(PART, WHOLE)):
            ends.append(end)
            found = dump(journal)
            assert found in (old, new)
            updated += found == new
            assert check_backups(journal, old) == 1 or found == old, "what was updated is kept"
    assert 0 < updated < len(ends)
    told("update", ends, updated, check_nothing_is_left(journal))
