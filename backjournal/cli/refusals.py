"""The one plain line that every error becomes."""

import errno
from pathlib import Path

from backjournal.model.errors import JournalError

_PACKAGE = Path(__file__).parent.parent


def refusal(error: Exception) -> str:
    """Return what is told about an error: what a refusal says, or for an error of backjournal itself where it is."""
    if isinstance(error, JournalError):
        return str(error)
    if isinstance(error, OSError):
        return f"the system refused: {error.strerror or type(error).__name__}"
    # A traceback could show what the person wrote.
    return _unexpected(error)


def is_closed_pipe(error: Exception) -> bool:
    """Return whether the reader of the output has closed the pipe, which is no reason to say anything."""
    return isinstance(error, OSError) and error.errno == errno.EPIPE


def _unexpected(error: Exception) -> str:
    import traceback

    ours = [frame for frame in traceback.extract_tb(error.__traceback__) if _PACKAGE in Path(frame.filename).parents]
    frame = ours[-1]
    place = f"{Path(frame.filename).name}, line {frame.lineno}"
    return f"an error of backjournal itself ({type(error).__name__} in {place}): please report this line"
