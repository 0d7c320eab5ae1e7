"""Printing the day in one line, for a prompt or a bar; it is loaded without click, so that a prompt need not wait."""

import sys
from datetime import date
from typing import TYPE_CHECKING

from backjournal.cli.session import Session

if TYPE_CHECKING:
    from backjournal.store.store import Store

SOMETHING_IS_LEFT = 3
"""The exit status while something of the day is left to do."""


def print_status(session: Session) -> int:
    """Print the status of today, and return the exit status: 0 if nothing is left to do, else `SOMETHING_IS_LEFT`.

    Raises:
        JournalError: there is no journal yet, or it is refused.
    """
    from backjournal.exchange.status_line import is_complete, status_line

    with session.existing() as store:
        today = store.today()
        items = store.checklist(today)
        check_ins, flare_ups = store.diary.check_ins(today, today), store.diary.flare_ups()
        line = status_line(today, items, check_ins, flare_ups, _what_to_do(store, today))
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
    return 0 if is_complete(items) else SOMETHING_IS_LEFT


def _what_to_do(store: "Store", today: date) -> str:
    """Return what to do about the signs that stand; empty if there are none."""
    from backjournal.journal.standing import signs_that_stand

    signs = signs_that_stand(store, today)
    if not signs:
        return ""
    from backjournal.library.red_flags import advice
    from backjournal.plan.signs import urgency_of

    urgency = urgency_of(signs)
    return advice(urgency).title if urgency else ""
