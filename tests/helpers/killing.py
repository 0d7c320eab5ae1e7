"""Work on a journal that is killed or runs out of room: `python -m tests.helpers.killing ACTION JOURNAL [SOURCE]`.

For each line on standard input the work is done once, in a process of its own, and a line tells how that ended. The
lines are `whole`, `lines N` (killed at the N-th line of the store's code), `after SECONDS` (killed by then), and
`room BYTES` (no file may grow beyond).
"""

import os
import resource
import signal
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from types import FrameType
from typing import Any

from sqlite_utils import Database

from backjournal.model.errors import JournalError
from backjournal.store import backing_up, migrating
from backjournal.store.check.salvage import salvage
from backjournal.store.restoring import restore
from backjournal.store.schema import MIGRATIONS, keep_history
from backjournal.store.store import Store
from tests.helpers.clock import ManualClock
from tests.helpers.values import check_in

_OURS = str(Path(backing_up.__file__).parent)


def m999_weather(db: Database) -> None:
    """Change every check-in, as a later migration may."""
    db.execute("ALTER TABLE check_ins ADD COLUMN weather TEXT NOT NULL DEFAULT ''")
    db.execute("UPDATE check_ins SET weather = hex(zeroblob(100))")
    keep_history(db, ["check_ins"])


def _migrate(journal: Path, _source: Path) -> None:
    vars(migrating)["MIGRATIONS"] = (*MIGRATIONS, m999_weather)
    Store.open(journal, ManualClock()).close()


def _back_up(journal: Path, _source: Path) -> None:
    with closing(Store.open(journal, ManualClock())) as store:
        store.back_up()


def _write(journal: Path, _source: Path) -> None:
    with closing(Store.open(journal, ManualClock())) as store:
        store.diary.save(check_in(1000, note="n" * 20_000))


def _create(journal: Path, _source: Path) -> None:
    Store.open(journal, ManualClock()).close()


ACTIONS: dict[str, Callable[[Path, Path], object]] = {
    "back up": _back_up,
    "restore": lambda journal, source: restore(journal, source, ManualClock().now()),
    "migrate": _migrate,
    "write": _write,
    "create": _create,
    "salvage": lambda journal, _source: salvage(journal, ["a page is no page"], ManualClock().now()),
    "reindex": lambda journal, _source: salvage(journal, ["row 1 missing from index"], ManualClock().now()),
}


class _Lines:
    """Counts the lines of the store that are run, and kills the process at one of them."""

    def __init__(self, deadly: int) -> None:
        self.count = 0
        self._deadly = deadly

    def trace(self, frame: FrameType, event: str, _argument: object) -> Any:
        if not frame.f_code.co_filename.startswith(_OURS):
            return None
        if event == "line":
            self.count += 1
            if self.count == self._deadly:
                os.kill(os.getpid(), signal.SIGKILL)
        return self.trace


def _work(action: Callable[[], object], how: str, number: float) -> str:
    lines = _Lines(int(number))
    if how == "lines":
        sys.settrace(lines.trace)
    if how == "room":
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(number),) * 2)
    try:
        action()
    except JournalError as refusal:
        return f"refused {refusal}"
    finally:
        sys.settrace(None)
    return f"done {lines.count}"


def _in_process(action: Callable[[], object], how: str, number: float) -> str:
    read_end, write_end = os.pipe()
    begun = time.monotonic()
    child = os.fork()
    if not child:
        try:
            os.write(write_end, _work(action, how, number).encode())
        except BaseException as mistake:  # noqa: BLE001 - it is told to the test
            os.write(write_end, f"failed {mistake!r}".encode())
        os._exit(0)
    os.close(write_end)
    if how == "after":
        # Waits for the end of the child, but not longer than that.
        signal.sigtimedwait({signal.SIGCHLD}, number)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if how != "after":
        signal.sigtimedwait({signal.SIGCHLD}, 0)
    with os.fdopen(read_end) as said:
        text = said.read()
    if os.WIFSIGNALED(status) or not text:
        return "killed"
    return f"{text} in {time.monotonic() - begun:.4f}" if how == "whole" else text


def main() -> None:
    """Do the work as often as standard input asks for it."""
    action, journal, *source = sys.argv[1:]
    run = ACTIONS[action]
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD})
    for line in sys.stdin:
        how, _, number = line.strip().partition(" ")
        said = _in_process(lambda: run(Path(journal), Path(*source)), how, float(number or 0))
        print(" ".join(said.split()), flush=True)  # noqa: T201 - this is how they talk


if __name__ == "__main__":
    main()
