"""The program in a real terminal: how long it takes from a key to what it shows."""

import re
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

from tests.helpers.terminal import Terminal
from tests.tools.benchmark_journals import CHECKLIST

Figures = Iterator[tuple[str, float]]
"""Measured figures by name: milliseconds, or MB or a plain number where the name ends so."""


def in_terminal(*command: str) -> Terminal:
    """Start a program in a terminal of 120 × 40."""
    return Terminal(*command, columns=120, lines=40)


def press(terminal: Terminal, *keys: str) -> float:
    """Press keys, and return the time."""
    at = monotonic()
    terminal.send(*keys)
    return at


def sign(terminal: Terminal) -> str:
    """Return the sign before the first exercise of the checklist: whether it is done."""
    found = re.search(rf"^[ ▸](\S) {CHECKLIST[0]}", terminal.text(), re.MULTILINE)
    return found[1] if found else ""


def ms(seconds: float) -> float:
    """Return seconds as milliseconds."""
    return seconds * 1000


def mb(path: Path) -> float:
    """Return the size of a file in MB."""
    return path.stat().st_size / 1024**2


def peak_memory(terminal: Terminal) -> float:
    """Return the peak memory of a program so far in MB, as Linux reports it."""
    status = Path(f"/proc/{terminal.pid}/status")
    peak = [line.split()[1] for line in status.read_text().splitlines() if line.startswith("VmHWM")]
    return int(peak[0]) / 1024
