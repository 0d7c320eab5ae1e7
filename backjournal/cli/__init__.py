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
        _replace_missing_characters(stream)
    try:
        root(prog_name="backjournal")
    finally:
        _flush_or_discard(sys.stdout)


def _replace_missing_characters(stream: TextIO) -> None:
    """Make a stream write a replacement for characters that its encoding lacks, in place of an error."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")


def _flush_or_discard(stream: TextIO) -> None:
    """Flush a stream, or discard its rest, so that Python prints no second error about a full disk on closing it."""
    try:
        stream.flush()
    except (OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
