"""The signs that stand; on most days there are none, and then nothing that is known of signs is loaded."""

from datetime import date
from typing import TYPE_CHECKING

from backjournal.store.store import Store

if TYPE_CHECKING:
    from backjournal.plan.signs import StandingSign


def signs_that_stand(store: Store, today: date) -> "tuple[StandingSign, ...]":
    """Return the signs that stand today, the most urgent first.

    Raises:
        JournalError: the journal cannot be read.
    """
    if not store.diary.latest_signs():
        return ()
    from backjournal.journal.signs import journal_signs

    return journal_signs(store, today)
