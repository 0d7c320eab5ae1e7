"""Stopwatches: the minutes of a practice that are being counted."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Self


@dataclass(frozen=True, slots=True)
class Stopwatch:
    """The seconds of one prescription on one day: those counted so far, and since when it runs; None is a pause."""

    prescription_id: str
    day: date
    seconds: int = 0
    running_since: datetime | None = None

    def elapsed(self, now: datetime) -> int:
        """Return the whole seconds counted by now; a clock that was set back counts nothing."""
        # Subtracting moments of one time zone would compute on the wall clock, also around clock changes.
        running = now.timestamp() - self.running_since.timestamp() if self.running_since else 0
        return self.seconds + max(0, int(running))

    def paused(self, now: datetime) -> Self:
        """Return it stopped at this moment."""
        return replace(self, seconds=self.elapsed(now), running_since=None)

    def started(self, now: datetime) -> Self:
        """Return it running from this moment on, or as it is if it runs."""
        return self if self.running_since else replace(self, running_since=now)
