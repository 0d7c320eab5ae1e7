"""The command line: a plain-text twin of the app, for scripts and screen readers.

Nothing heavy is imported before a command needs it: `--help` answers at once, and the app and `status` do without
click.
"""

import gc
import os
import sys
from typing import TextIO

from backjournal.cli.arguments import replace_unreadable, speak_utf8, unreadable


def main() -> None:
    """Run the command line and leave with its exit status: 0 done, 1 refused, 2 wrong usage, or a command's own."""
    # Collecting garbage would take a fifteenth of a command, and it makes hardly any. The app enables it for itself.
    gc.disable()
    speak_utf8()
    replace_unreadable(sys.stdin)
    for stream in (sys.stdout, sys.stderr):
        _replace_missing_characters(stream)
    try:
        _run(sys.argv[1:])
    finally:
        _flush_or_discard(sys.stdout)


def _run(words: list[str]) -> None:
    if why := unreadable(words):
        sys.stderr.write(f"backjournal: {why}\n")
        sys.exit(1)
    from backjournal.cli.direct import directly

    start = directly(words, os.environ)
    if start is not None:
        sys.exit(start())
    from backjournal.cli.root import root

    root(prog_name="backjournal")


def _replace_missing_characters(stream: TextIO) -> None:
    """Make a stream write what looks alike for characters that its encoding lacks, in place of an error."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is None:
        return
    if stream.encoding.casefold() == "utf-8":  # it lacks only halves of characters
        reconfigure(errors="replace")
        return
    from backjournal.cli import missing_characters

    missing_characters.register()
    reconfigure(errors=missing_characters.HANDLER)


def _flush_or_discard(stream: TextIO) -> None:
    """Flush a stream, or discard its rest, so that Python prints no second error about a full disk on closing it."""
    try:
        stream.flush()
    except (OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
