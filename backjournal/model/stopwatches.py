"""Stopwatches: the time of a practice in minutes while it is being counted."""

from datetime import date, datetime
from typing import Self

from backjournal.model.frozen import dataclass, replace


@dataclass(frozen=True, slots=True)
class Stopwatch:
    """The time counted for one prescription on one day."""

    prescription_id: str
    day: date
    seconds: int = 0
    """The whole seconds counted up to the last pause."""

    running_since: datetime | None = None
    """None while paused."""

    def elapsed(self, now: datetime) -> int:
        """Return the whole seconds counted up to now; a clock that was set back adds nothing."""
        # Subtracting datetimes of one zone compares wall-clock times, which is wrong across a clock change.
        running = now.timestamp() - self.running_since.timestamp() if self.running_since else 0
        return self.seconds + max(0, int(running))

    def is_ahead(self, now: datetime) -> bool:
        """Return whether the clock was set back behind its start, so that nobody knows how long it has run since."""
        return self.running_since is not None and now.timestamp() < self.running_since.timestamp()

    def paused(self, now: datetime) -> Self:
        """Return the stopwatch paused at this moment."""
        return replace(self, seconds=self.elapsed(now), running_since=None)

    def started(self, now: datetime) -> Self:
        """Return the stopwatch running from this moment on, or unchanged if it is running already."""
        return self if self.running_since else replace(self, running_since=now)
