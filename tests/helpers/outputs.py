"""Commands whose standard output fails, or that are stopped by an error, at a chosen moment."""

import contextlib
import errno
import io
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from backjournal.cli.output import told, watch_streams
from backjournal.cli.root import root
from backjournal.store.changes import Changes
from backjournal.store.rows import Rows
from tests.helpers.clock import ManualClock


class Failing(io.RawIOBase):
    """An output that takes some writes, and then refuses every further one with an error."""

    def __init__(self, taken: int, number: int = errno.ENOSPC) -> None:
        self.left = taken
        self.number = number
        self.written = b""

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        if not self.left:
            raise OSError(self.number, os.strerror(self.number))
        self.left -= 1
        self.written += bytes(data)
        return memoryview(data).nbytes


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended: its exit status, and what it printed."""

    status: int
    stdout: str
    stderr: str


def run_with(output: Failing, journal: Path, words: Sequence[str], clock: ManualClock, typed: str = "") -> Ended:
    """Run a command whose standard output is `output`, as the program does it."""
    streams, errors = (sys.stdin, sys.stdout, sys.stderr), io.BytesIO()
    try:
        sys.stdin = io.TextIOWrapper(io.BytesIO(typed.encode()))
        sys.stdout = io.TextIOWrapper(io.BufferedWriter(output), "utf-8", line_buffering=True)
        sys.stderr = io.TextIOWrapper(errors, "utf-8", line_buffering=True)
        watch_streams()
        with pytest.raises(SystemExit) as left:
            root(["--journal", str(journal), *words], obj=clock)
        return Ended(told(int(left.value.code or 0)), output.written.decode(), errors.getvalue().decode())
    finally:
        sys.stdin, sys.stdout, sys.stderr = streams


def dump(journal: Path) -> list[str]:
    """Return everything that a journal holds, as SQL."""
    import sqlite3

    with closing(sqlite3.connect(journal)) as database:
        return list(database.iterdump())


@contextlib.contextmanager
def failing_after_a_change(monkeypatch: pytest.MonkeyPatch, reads: int, error: BaseException) -> Iterator[list[int]]:
    """Let reads of the journal fail once a change was made and some more reads were; give the list of those reads."""
    made: list[int] = []
    done = [False]
    write, value, query = Changes.write, Rows.value, Rows.query

    @contextlib.contextmanager
    def noting(changes: Changes, label: str, *, joined: bool = False) -> Iterator[None]:
        with write(changes, label, joined=joined):
            yield
        done[0] = done[0] or changes.made

    def count() -> None:
        if done[0]:
            made.append(len(made))
            if len(made) > reads:
                raise error

    def counted_value(rows: Rows, *arguments: Any) -> Any:
        count()
        return value(rows, *arguments)

    def counted_query(rows: Rows, *arguments: Any) -> Iterator[dict[str, Any]]:
        count()
        return query(rows, *arguments)

    with monkeypatch.context() as patches:
        patches.setattr(Changes, "write", noting)
        patches.setattr(Rows, "value", counted_value)
        patches.setattr(Rows, "query", counted_query)
        yield made
