"""Watching the clock, so that running stopwatches keep what they have counted when it is set back."""

from datetime import datetime

from backjournal.model.frozen import replace
from backjournal.model.stopwatches import Stopwatch
from backjournal.store.store import Store

SET_BACK_SECONDS = 1
"""How far the clock has to go back at least: clocks are corrected by less all the time."""


class ClockWatch:
    """Looks at the clock from time to time, as long as the journal is open."""

    def __init__(self, now: datetime) -> None:
        self._seen = now
        self._running: tuple[Stopwatch, ...] = ()

    def look(self, store: Store) -> None:
        """Write down what the running stopwatches had counted, if the clock was set back since the last look.

        One that was changed meanwhile, as by another instance that has noticed it too, is left as it is.

        Raises:
            JournalError: the journal cannot be read or written.
        """
        now = store.clock.now()
        if now.timestamp() < self._seen.timestamp() - SET_BACK_SECONDS:
            for known in self._running:
                if store.stopwatches.of(known.prescription_id, known.day) == known:
                    counted = known.elapsed(self._seen)
                    store.stopwatches.save(replace(known, seconds=counted, running_since=now))
        self._seen = now
        self._running = tuple(each for each in store.stopwatches.all() if each.running_since)
