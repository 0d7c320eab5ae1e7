"""Every byte that a program writes to its terminal."""

import contextlib
import os
import pty
import subprocess
from pathlib import Path

from tests.helpers.terminal import environment, set_size

FOLDER = Path(__file__).parent.parent.parent
"""The project's folder, in which programs find the helpers of the tests."""


def raw_output(*command: str, columns: int = 100, lines: int = 30) -> bytes:
    """Run a program in a pseudo-terminal to its end, and return what it wrote.

    Raises:
        AssertionError: it ended with another exit status than 0.
    """
    master, terminal = pty.openpty()
    set_size(terminal, columns, lines)
    written = []
    with subprocess.Popen(
        command, stdin=terminal, stdout=terminal, stderr=terminal, env=environment(), cwd=FOLDER, start_new_session=True
    ) as program:
        os.close(terminal)
        # Linux raises an OSError when the program has ended.
        with contextlib.suppress(OSError):
            while chunk := os.read(master, 65536):
                written.append(chunk)
    os.close(master)
    assert program.returncode == 0, b"".join(written)[-2000:].decode(errors="replace")
    return b"".join(written)
