"""A process that does one kind of work on a journal again and again, and is killed at it (see `killing.py`)."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Worker:
    """The process that does the work."""

    process: subprocess.Popen[str]

    def run(self, how: str) -> str:
        """Let the work be done once, in one of the ways that `killing.py` knows, and return how it ended."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(f"{how}\n")
        self.process.stdin.flush()
        said = self.process.stdout.readline().strip()
        assert said
        assert not said.startswith("failed"), said
        return said

    def seconds(self) -> float:
        """Let the work be done to its end, and return how long that took."""
        return float(self.run("whole").rpartition(" in ")[2])

    def lines(self) -> int:
        """Let the work be done to its end, and return how many lines of the store it runs."""
        return int(self.run("lines 0").split()[1])


@contextmanager
def worker(action: str, journal: Path, source: Path | None = None) -> Iterator[Worker]:
    """Start a process for an action on a journal."""
    words = [sys.executable, "-m", "tests.helpers.killing", action, str(journal), *([str(source)] if source else [])]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield Worker(process)
        finally:
            assert process.stdin
            process.stdin.close()
