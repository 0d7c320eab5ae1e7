"""Starting the app on the person's journal."""

import os
import sys

from backjournal.cli.session import Session
from backjournal.model.errors import JournalError


def open_app(session: Session) -> int:
    """Open the app on the journal, a new one with the tour, and return its exit status.

    Raises:
        JournalError: there is no terminal, or the journal is refused.
    """
    need_terminal()
    from backjournal.tui.app import run

    is_new = not session.exists()
    with session.opened() as store:
        return run(store, tour=is_new)


def need_terminal() -> None:
    """Refuse to open the app where it cannot be drawn.

    Raises:
        JournalError: there is no terminal, or one that draws nothing.
    """
    on_terminal = all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))
    if not on_terminal or os.environ.get("TERM") == "dumb":
        raise JournalError("the app needs a terminal: 'backjournal today' prints the day in plain text")
