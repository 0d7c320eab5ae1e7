"""Printing the day in one line, for a prompt or a bar; it is loaded without click, so that a prompt need not wait."""

import sys

from backjournal.cli.session import Session

SOMETHING_IS_LEFT = 3
"""The exit status while something of the day is left to do."""


def print_status(session: Session) -> int:
    """Print the status of today, and return the exit status: 0 if nothing is left to do, else `SOMETHING_IS_LEFT`.

    Raises:
        JournalError: there is no journal yet, or it is refused.
    """
    from backjournal.exchange.status_line import is_complete, status_line
    from backjournal.journal.signs import journal_signs

    with session.existing() as store:
        today = store.today()
        items = store.checklist(today)
        check_ins, flare_ups = store.diary.check_ins(today, today), store.diary.flare_ups()
        line = status_line(today, items, check_ins, flare_ups, journal_signs(store, today))
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
    return 0 if is_complete(items) else SOMETHING_IS_LEFT
