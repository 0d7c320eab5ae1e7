"""A program in a real terminal: how long it takes from a key to what it shows."""

import re
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic

from tests.helpers.terminal import Terminal, cpu_of
from tests.tools.benchmark.figures import Figure
from tests.tools.benchmark.journals import CHECKLIST

READY = "space done"
"""A text that the app shows once it takes keys."""

REST = 2.0
"""Seconds in which the app does its postponed work, such as looking for suggested doses."""


def app(journal: Path) -> Terminal:
    """Start the app on a journal."""
    return in_terminal(sys.executable, "-m", "backjournal", "--journal", str(journal))


def in_terminal(*command: str | Path, folder: Path | None = None) -> Terminal:
    """Start a program in a terminal of 120 × 40; in `folder` it keeps its settings and data."""
    kept = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"), str(folder)) if folder else {}
    return Terminal(*map(str, command), columns=120, lines=40, env=kept)


def since_start(terminal: Terminal, *words: str) -> Figure:
    """Return how long it takes from the start of the program until all the words are readable."""
    return Figure(terminal.wait_for(*words) - terminal.started_at, terminal.cpu_at)


def timed_keys(terminal: Terminal, keys: str, seen: Callable[[], bool], what: str = "it") -> Figure:
    """Press keys, and return how long it takes until `seen` is true."""
    cpu, at = cpu_of(terminal.pid), monotonic()
    terminal.send(keys)
    seen_at = terminal.wait_until(seen, what)
    return Figure(seen_at - at, max(0, terminal.cpu_at - cpu))


def shows(terminal: Terminal, *words: str) -> Callable[[], bool]:
    """Return a function that says whether all the words stand on the screen."""
    return lambda: all(word in terminal.text() for word in words)


def tick(terminal: Terminal) -> Figure:
    """Press space, and return how long it takes until the sign before the first exercise has changed."""
    before = _sign(terminal)
    return timed_keys(terminal, " ", lambda: _sign(terminal) not in ("", before), "the tick")


def peak_memory(terminal: Terminal) -> Figure:
    """Return the peak memory of a program so far, as Linux reports it."""
    status = Path(f"/proc/{terminal.pid}/status").read_text("ascii")
    peak = next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))
    return Figure(int(peak) / 1024)


def _sign(terminal: Terminal) -> str:
    """Return the sign before the first exercise of the checklist, which tells whether it is done."""
    found = re.search(rf"^[ ▸](\S) {CHECKLIST[0]}", terminal.text(), re.MULTILINE)
    return found[1] if found else ""
