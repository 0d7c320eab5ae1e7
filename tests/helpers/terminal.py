"""A program in a pseudo-terminal: tests press keys and read its screen."""

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
from collections.abc import Callable, Mapping
from pathlib import Path
from time import clock_gettime, monotonic
from types import TracebackType
from typing import Self

import pyte

ENTER, TAB, ESCAPE = "\r", "\t", "\x1b"
DOWN, RIGHT, LEFT = "\x1b[B", "\x1b[C", "\x1b[D"
CTRL_Q, CTRL_S = "\x11", "\x13"

PATIENCE = 20.0
"""Seconds until a test gives up waiting: far more than a slow machine needs."""

_LINE_WRAP, _CURSOR = 7, 25
"""The modes of a terminal that are on before a program starts."""

# pyte would write a part of the keyboard protocol's sequences on the screen.
_UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<>=][0-9;]*u")


class Terminal:
    """A program in a pseudo-terminal; leaving the `with` block ends it in any case.

    `raw` holds every byte that the program wrote, `cpu_at` is what `cpu_of` said of the program at the last read.
    """

    def __init__(
        self,
        *command: str,
        env: Mapping[str, str] | None = None,
        folder: Path | None = None,
        columns: int = 100,
        lines: int = 30,
    ) -> None:
        self.raw = b""
        self.started_at = monotonic()
        self.cpu_at = 0.0
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        # The program keeps the writing end open while it runs, so its end can be awaited even without a terminal.
        self._life, held = os.pipe()
        self.pid, self._master = pty.fork()
        if self.pid == 0:
            os.set_inheritable(held, True)
            _become(command, {**environment(), **(env or {})}, folder, (columns, lines))
        os.close(held)
        self._settings = self._read_settings()
        self._status: int | None = None

    def send(self, *keys: str) -> None:
        """Press keys, one after another."""
        os.write(self._master, "".join(keys).encode())

    def paste(self, text: str) -> None:
        """Paste text, marked as pasted as terminals do it."""
        self.send(f"\x1b[200~{text}\x1b[201~")

    def resize(self, columns: int, lines: int) -> None:
        """Change the size of the terminal."""
        self._screen.resize(lines, columns)
        set_size(self._master, columns, lines)

    def text(self) -> str:
        """Return the text of the screen, without blanks at the ends of the lines."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def wait_for(self, *words: str, seconds: float = PATIENCE) -> float:
        """Wait until all the words stand on the screen; return the time of the read that brought the last of them."""
        return self.wait_until(lambda: all(each in self.text() for each in words), f"{words} to come", seconds)

    def wait_gone(self, *words: str, seconds: float = PATIENCE) -> float:
        """Wait until none of the words stands on the screen; return the time of the read that removed the last one."""
        return self.wait_until(lambda: not any(each in self.text() for each in words), f"{words} to go", seconds)

    def wait_until(self, seen: Callable[[], bool], what: str = "it", seconds: float = PATIENCE) -> float:
        """Wait until `seen` is true; return the time of the read that made it so, by the monotonic clock in seconds."""
        deadline, read_at = monotonic() + seconds, monotonic()
        while not seen():
            if not self._read(deadline):
                raise AssertionError(f"waited for {what}, but the screen was\n{self.text()}")
            read_at = self._read_at
        return read_at

    def settle(self, seconds: float) -> None:
        """Read for some seconds whatever the program writes."""
        deadline = monotonic() + seconds
        while self._read(deadline):
            pass

    def look_of(self, words: str) -> list[tuple[object, ...]]:
        """Return the colours and styles of the lines that contain some words: they show where the focus is."""
        rows = (row for row, line in enumerate(self._screen.display) if words in line)
        cells = (self._screen.buffer[row] for row in rows)
        return [cell[1:] for row in cells for cell in (row[column] for column in range(self._screen.columns))]

    def is_restored(self) -> bool:
        """Return whether the program left the terminal as it found it: settings, main screen, cursor, mouse, paste."""
        last = dict(re.findall(rb"\x1b\[\?(\d+)([hl])", self.raw))
        still_on = {int(mode) for mode, switch in last.items() if switch == b"h"}
        return self._read_settings() == self._settings and still_on == {_LINE_WRAP, _CURSOR}

    def hang_up(self) -> None:
        """Close the terminal's window."""
        os.close(self._master)
        self._master = -1

    def kill(self, number: int) -> None:
        """Send the program a signal."""
        os.kill(self.pid, number)

    def close(self, seconds: float = PATIENCE) -> int:
        """Wait until the program has ended, and return its exit status: minus the number of a signal that ended it."""
        if self._status is None:
            deadline = monotonic() + seconds
            while self._master >= 0 and self._read(deadline):
                pass
            if not select.select([self._life], [], [], max(0, deadline - monotonic()))[0]:
                raise AssertionError(f"waited for the end of the program, but the screen was\n{self.text()}")
            self._status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        return self._status

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._status is None:
            self.kill(signal.SIGKILL)
            self.close()
        if self._master >= 0:
            self.hang_up()
        os.close(self._life)

    def _read_settings(self) -> list[object]:
        """Return the terminal's modes, such as whether it echoes, and whether it passes on lines or keys."""
        return termios.tcgetattr(self._master)[:4]

    def _read(self, deadline: float) -> bool:
        """Wait until the deadline for output, and read all that is there; return whether any came."""
        taken = b""
        wait = max(0, deadline - monotonic())
        while select.select([self._master], [], [], 0 if taken else wait)[0]:
            try:
                chunk = os.read(self._master, 65536)
            except OSError:  # Linux raises it when the program has ended
                chunk = b""
            if not chunk:
                break
            taken += chunk
        self._read_at, self.cpu_at = monotonic(), cpu_of(self.pid)
        self.raw += taken
        self._stream.feed(_UNKNOWN_TO_PYTE.sub(b"", taken))
        return bool(taken)


def _become(command: tuple[str, ...], env: Mapping[str, str], folder: Path | None, size: tuple[int, int]) -> None:
    """Become the program, in the new process."""
    try:
        set_size(0, *size)
        if folder:
            os.chdir(folder)
        os.execvpe(command[0], command, env)
    finally:
        os._exit(127)


def set_size(terminal: int, columns: int, lines: int) -> None:
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))


def cpu_of(pid: int) -> float:
    """Return the seconds of the processor that a process has used so far; 0 if it is gone or this is not Linux."""
    if sys.platform != "linux":
        return 0.0
    # What clock_getcpuclockid(3) returns, which Python offers for threads only.
    with contextlib.suppress(OSError):
        return clock_gettime(~pid << 3 | 2)
    return 0.0


def environment() -> dict[str, str]:
    """Return the environment of a program; with COLUMNS and LINES it would not follow the terminal's size."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return {**kept, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
