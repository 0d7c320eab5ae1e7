"""The words of the command line as text: no letter of them is dropped without a word."""

import os
import sys
from collections.abc import Sequence
from typing import TextIO


def unreadable(words: Sequence[str]) -> str | None:
    """Return why the words of a command line cannot be taken, in one line; None if all of them are text."""
    for word in words:
        # Python keeps each byte that it cannot read as half of a character, which no text has.
        if not word.isprintable() and any("\ud800" <= char <= "\udfff" for char in word):
            shown = word.encode(errors="replace").decode()
            return f"'{shown}' is not UTF-8 where a ? stands: write it anew in a terminal that is set to UTF-8"
    return None


def speak_utf8() -> None:
    """Start Python anew, in UTF-8, where it was told to know ASCII only: no other letter could come in."""
    knows_only_ascii = sys.getfilesystemencoding() == "ascii" and os.environ.get("PYTHONUTF8") != "1"
    if knows_only_ascii and sys.executable:
        # The terminal keeps its encoding, in which what looks alike is written for what it lacks.
        environment = {"PYTHONIOENCODING": "ascii", **os.environ, "PYTHONUTF8": "1"}
        # Nothing was read or written so far; the second run has the same process and the same streams.
        os.execve(sys.executable, [sys.executable, *sys.orig_argv[1:]], environment)  # noqa: S606


def replace_unreadable(stream: TextIO) -> None:
    """Make a stream read � for each byte that is no text, in place of an error, so that no answer is one by mistake."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")
