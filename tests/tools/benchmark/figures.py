"""What is measured: figures by name, in seconds or in MB."""

import resource
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from time import monotonic, process_time
from typing import NamedTuple


class Figure(NamedTuple):
    """How long something took, or how much memory it needed."""

    size: float
    """Seconds by the clock, or MB."""

    cpu: float | None = None
    """Seconds of the processor; None for memory."""


Figures = Iterator[tuple[str, Figure]]
"""Figures by the names that `table.py` knows them by."""

Measure = Callable[[Path, Path], Figures]
"""Measures a journal (the first path) once, with what stands beside it; the second path is a folder for its files."""


def timed(work: Callable[[], object]) -> Figure:
    """Return how long some work in this process takes."""
    at, cpu = monotonic(), process_time()
    work()
    return Figure(monotonic() - at, process_time() - cpu)


def run(command: Sequence[str | Path], env: Mapping[str, str] | None = None) -> Figure:
    """Return how long a command takes from start to end.

    Raises:
        subprocess.CalledProcessError: it ended with a status other than 0 or, as `status` does, 3.
    """
    at, cpu = monotonic(), _cpu_of_children()
    done = subprocess.run(command, check=False, capture_output=True, env=env)
    took = Figure(monotonic() - at, _cpu_of_children() - cpu)
    if done.returncode not in (0, 3):
        raise subprocess.CalledProcessError(done.returncode, command, done.stdout, done.stderr)
    return took


def _cpu_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
