"""Processes that write to a journal beside a test: `python -m tests.helpers.children ACTION JOURNAL …`.

A child prints `ready` on standard output, and waits for a line on standard input before it continues.
"""

import resource
import signal
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from backjournal.model.errors import JournalError
from backjournal.store.store import Store
from tests.helpers.clock import ManualClock
from tests.helpers.values import check_in


def ready() -> None:
    """Tell the test that the child is ready, and wait for its answer."""
    print("ready", flush=True)  # noqa: T201 - this is how they talk
    sys.stdin.readline()


def write(journal: Path, first: int, count: int) -> None:
    """Write check-ins with ids of this child only, one change each."""
    ready()
    with closing(Store.open(journal, ManualClock())) as store:
        for number in range(first, first + count):
            store.diary.save(check_in(number))


def break_off(journal: Path, count: int) -> None:
    """Write check-ins in a change that never ends, so many that they reach the file before it would."""
    with closing(Store.open(journal, ManualClock())) as store:
        store._db.execute("PRAGMA cache_size = 5")
        with store.changes.write("broken off"):
            for number in range(1000, 1000 + count):
                store.diary.save(check_in(number, note="a note that fills the pages " * 20))
            ready()


def finish(journal: Path, count: int) -> None:
    """Write check-ins in one change, and keep the journal open."""
    with closing(Store.open(journal, ManualClock())) as store:
        with store.changes.write("finished"):
            for number in range(1000, 1000 + count):
                store.diary.save(check_in(number))
        ready()


def fill(journal: Path, limit: int) -> None:
    """Write with files limited to `limit` bytes, and print the refusal."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    try:
        with closing(Store.open(journal, ManualClock())) as store:
            store.diary.save(check_in(1000, note="n" * 20_000))
    except JournalError as refusal:
        print(refusal)  # noqa: T201 - this is how they talk


if __name__ == "__main__":
    action, path, *numbers = sys.argv[1:]
    actions: dict[str, Callable[..., None]] = {"write": write, "break_off": break_off, "finish": finish, "fill": fill}
    actions[action](Path(path), *map(int, numbers))
