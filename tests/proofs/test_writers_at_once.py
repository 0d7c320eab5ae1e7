"""Three processes write to one journal at the same time, beside an open app: all of it is there."""

import subprocess
import sys
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from backjournal.store.store import Store
from backjournal.tui.app import BackjournalApp
from backjournal.tui.core.base import PAGE, POLL_SECONDS
from backjournal.tui.core.state import read_diary
from tests.helpers.app import running, seeded
from tests.helpers.clock import ManualClock
from tests.helpers.values import TODAY
from tests.proofs.conftest import Cases

pytestmark = pytest.mark.slow

WRITERS = 3


def writer(journal: Path, first: int, count: int) -> subprocess.Popen[str]:
    """Start a process that will write `count` check-ins, one change each."""
    command = [sys.executable, "-m", "tests.helpers.children", "write", str(journal), str(first), str(count)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def has_ended(child: subprocess.Popen[str]) -> bool:
    """Wait for the end of a child as long as the app waits between two looks."""
    try:
        child.wait(POLL_SECONDS)
    except subprocess.TimeoutExpired:
        return False
    return True


async def test_what_three_processes_write_at_once_is_all_there_and_the_app_shows_it(store: Store, cases: Cases) -> None:
    each = cases(40, 400)
    seeded(store)
    before = len(store.diary.check_ins())
    changes = store._db.value("SELECT count(*) FROM changes")
    async with running(BackjournalApp(store)) as person:
        await person.press("2")
        with ExitStack() as stack:
            children = [stack.enter_context(writer(store.path, place * each, each)) for place in range(WRITERS)]
            for child in children:
                assert child.stdout
                assert child.stdout.readline() == "ready\n"
            for child in children:
                assert child.stdin
                child.stdin.write("go\n")
                child.stdin.flush()
            for child in children:
                while not has_ended(child):
                    await person.look()
            assert [child.returncode for child in children] == [0] * WRITERS
        await person.look()
        assert [told for told in person.notices if "is locked by another program" not in told] == []
        with closing(Store.open(store.path, ManualClock())) as another:
            assert len(another.diary.check_ins()) == before + WRITERS * each
            assert person.app.diary_state == read_diary(another, TODAY, "", PAGE)
        assert person.app.trouble == ""
    ids = {entry.id for entry in store.diary.check_ins()}
    assert {f"c{number}" for number in range(WRITERS * each)} <= ids
    assert store._db.value("SELECT count(*) FROM changes") == changes + WRITERS * each
    store.check(thoroughly=True)
