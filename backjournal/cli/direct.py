"""Starting the app, `status` or `today` without click, which would take longer to load than the whole status.

Only the plainest command lines start like this; all others, with their mistakes and their help, are left to click.
"""

import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from backjournal.cli.refusals import refusal_line
from backjournal.cli.session import Session, chosen_journal
from backjournal.days import SystemClock


def directly(words: Sequence[str], environment: Mapping[str, str]) -> Callable[[], int] | None:
    """Return what runs a command line without click and returns its exit status; None if click has to read it.

    It is the app, `status` or `today`, alone or after `--journal FILE`.
    """
    if "_BACKJOURNAL_COMPLETE" in environment:
        return None
    journal: str | None
    match [*words]:
        case ["--journal", file, *rest] if not file.startswith("-"):
            journal = file
        case rest:
            journal = environment.get("BACKJOURNAL_FILE") or None
    command = _COMMANDS.get(tuple(rest))
    return partial(_told, command, journal) if command else None


def _told(command: Callable[[Session], int], journal: str | None) -> int:
    """Run a command, tell its refusal in one line on standard error, and return its exit status."""
    session = None
    try:
        session = Session(chosen_journal(journal), SystemClock())
        return command(session)
    except Exception as error:  # noqa: BLE001 - a traceback could show what the person wrote
        sys.stderr.write(refusal_line(error, session))
    return 1


def _app(session: Session) -> int:
    from backjournal.cli.app import open_app

    return open_app(session)


def _status(session: Session) -> int:
    from backjournal.cli.status import print_status

    return print_status(session)


def _today(session: Session) -> int:
    from backjournal.cli.today import print_today

    return print_today(session)


_COMMANDS = {(): _app, ("status",): _status, ("today",): _today}
"""What runs the command lines, by their words."""
