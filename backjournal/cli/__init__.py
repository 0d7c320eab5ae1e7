"""The command line: a plain-text twin of the app, for scripts and screen readers.

Nothing heavy is imported before a command needs it: `--help` answers at once.
"""

import os
import sys
from typing import TextIO

from backjournal.cli.root import root


def main() -> None:
    """Run the command line and leave with its exit status: 0 done, 1 refused, 2 wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        _never_stumble(stream)
    try:
        root(prog_name="backjournal")
    finally:
        _forget_what_cannot_be_written(sys.stdout)


def _never_stumble(stream: TextIO) -> None:
    """Let a terminal that lacks a character show another one in its place."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")


def _forget_what_cannot_be_written(stream: TextIO) -> None:
    """Python would complain once more about a full disk, in its own words, when it closes the stream."""
    try:
        stream.flush()
    except (OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
