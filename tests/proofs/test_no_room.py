"""A full disk, or a limit on the size of files, costs nothing that was there, and is said in one plain line."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from backjournal.store.backups import backups_of
from backjournal.store.leftovers import leftovers
from backjournal.store.store import Store
from tests.helpers.clock import ManualClock
from tests.helpers.values import check_in
from tests.helpers.worker import worker
from tests.proofs.conftest import Cases
from tests.proofs.test_backup_kills import dump

pytestmark = pytest.mark.slow

ACTIONS = ("back up", "restore", "migrate", "write", "create")
PART, WHOLE = 10, 50
"""At how many sizes each kind of work meets the end of the room."""

DISK = 8_000_000
"""Bytes of the disk that is filled."""


def prepared(folder: Path, demo: Path, action: str) -> tuple[Path, Path]:
    """Put the journal and a backup of another state into a folder."""
    journal, backup = folder / "home" / "journal.db", folder / "backup.db"
    shutil.rmtree(journal.parent, ignore_errors=True)
    journal.parent.mkdir()
    if action != "create":
        shutil.copy(demo, journal)
    if not backup.exists():
        shutil.copy(demo, backup)
        with closing(Store.open(backup, ManualClock())) as store:
            store.diary.save(check_in(1))
    return journal, backup


def tried(folder: Path, demo: Path, action: str, sizes: list[int], *, full: Callable[[int], Iterator[str]]) -> None:
    """Do the work at each of these sizes, and check each time what it leaves."""
    journal, backup = prepared(folder, demo, action)
    refused = 0
    with worker(action, journal, backup) as work:
        work.run("whole")
        after = dump(journal)
        for size in sizes:
            prepared(folder, demo, action)
            before = dump(journal) if journal.exists() else None
            with contextmanager(full)(size) as how:
                said = work.run(how)
            refused += said.startswith("refused")
            assert said.startswith("done") or said.isprintable(), said
            if journal.exists():
                found = dump(journal)
                assert found in (before, after if action != "write" else found), size
                assert (found != before) <= said.startswith("done"), "what is refused has changed nothing"
            else:
                assert before is None
            for each in backups_of(journal, None):
                assert dump(each.path) == before
            assert [*leftovers(journal)] == [], size
    assert 0 < refused < len(sizes)
    print(f"{action}: {len(sizes)} sizes, {refused} refused in one line, 0 lost, 0 leftovers")  # noqa: T201


@pytest.mark.parametrize("action", ACTIONS)
def test_a_limit_on_the_size_of_files_loses_nothing(demo: Path, tmp_path: Path, cases: Cases, action: str) -> None:
    def limited(size: int) -> Iterator[str]:
        yield f"room {size}"

    count = cases(PART, WHOLE)
    most = int(1.3 * demo.stat().st_size)
    tried(tmp_path, demo, action, [number * most // (count - 1) for number in range(count)], full=limited)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """Return a small disk of its own; the test is left out where none can be mounted."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={DISK}", "none", str(place)]
    if shutil.which("mount") is None or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("no disk of its own can be mounted here: run it as root")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


@pytest.mark.parametrize("action", ACTIONS)
def test_a_full_disk_loses_nothing(demo: Path, disk: Path, cases: Cases, action: str) -> None:
    def filled(size: int) -> Iterator[str]:
        ballast = disk / "ballast"
        free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
        with ballast.open("wb") as file:
            os.posix_fallocate(file.fileno(), 0, max(1, free - size))
        yield "whole"
        ballast.unlink()

    count = cases(PART, WHOLE)
    most = int(4.2 * demo.stat().st_size)
    tried(disk, demo, action, [number * most // (count - 1) for number in range(count)], full=filled)
