"""Standard output and standard error, watched: a failure to print stops no command, and is told when it has ended."""

import errno
import io
import os
import sys
from typing import Any, TextIO

SAVED_NOT_TOLD = 4
"""The exit status when something was saved, but the command could not say so, or was broken off afterwards."""


class _Watched(io.RawIOBase):
    """The file of a stream: the first error of writing is noted, and the command goes on as if all were written."""

    def __init__(self, stream: TextIO) -> None:
        binary: Any = stream.buffer
        self._file = getattr(binary, "raw", binary)
        self._stream = stream  # which would close the file, if nothing held it
        self.trouble: OSError | None = None

    def write(self, data: Any) -> int:
        try:
            written: int | None = self._file.write(data)
            if written is None:  # a reader that takes nothing, of an output that does not wait
                raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))
        except OSError as error:
            self.trouble = self.trouble or error
            return memoryview(data).nbytes
        return written

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return int(self._file.fileno())

    def isatty(self) -> bool:
        return bool(self._file.isatty())


def watch_streams() -> None:
    """Watch standard output and standard error, and open in their place and that of the input what was left closed.

    For characters that their encoding lacks they write what looks alike, in place of an error.
    """
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            # Or the journal, opened next, would get the number of the closed stream, and what is printed would go
            # there. Writing to what is open for reading only is refused, as it would be to the closed one.
            nothing = os.open(os.devnull, os.O_RDONLY)
            stream = open(nothing, "r" if name == "stdin" else "w", encoding="utf-8", closefd=False)  # noqa: SIM115
            setattr(sys, name, stream)
            setattr(sys, f"__{name}__", stream)
    sys.stdout, sys.stderr = _watched(sys.stdout), _watched(sys.stderr)


def _watched(stream: TextIO) -> TextIO:
    binary, errors = io.BufferedWriter(_Watched(stream)), _missing_characters(stream.encoding)
    if isinstance(stream, io.TextIOWrapper):  # the app draws on the stream itself
        stream.reconfigure(errors=errors)
    return io.TextIOWrapper(binary, stream.encoding, errors, line_buffering=bool(stream.line_buffering))


def _missing_characters(encoding: str) -> str:
    """Return the handler that writes what looks alike for characters that an encoding lacks."""
    if encoding.casefold() == "utf-8":  # it lacks only halves of characters
        return "replace"
    from backjournal.cli import missing_characters

    missing_characters.register()
    return missing_characters.HANDLER


def unprinted() -> OSError | None:
    """Return why something could not be written to standard output; None if all was, or nobody watches it."""
    file = getattr(getattr(sys.stdout, "buffer", None), "raw", None)
    return file.trouble if isinstance(file, _Watched) else None


def why_unprinted() -> str:
    """Return in words why something could not be printed; empty if all was, or if the reader wanted no more of it."""
    trouble = unprinted()
    if trouble is None or trouble.errno == errno.EPIPE:
        return ""
    return "it is closed" if trouble.errno == errno.EBADF else trouble.strerror or type(trouble).__name__


def told(status: int) -> int:
    """Return the exit status of a command that ended with `status`, after telling what could not be written."""
    sys.stdout.flush()
    why = why_unprinted()
    if not why or status in (1, 2, SAVED_NOT_TOLD):
        return status
    sys.stderr.write(f"backjournal: standard output could not be written: {why}\n")
    return 1
