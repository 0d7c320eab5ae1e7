"""A clock that is set by hand."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

BERLIN = ZoneInfo("Europe/Berlin")
SATURDAY_MORNING = datetime(2026, 11, 21, 9, 30, tzinfo=BERLIN)


class ManualClock:
    """A clock that shows the time it was set to until it is set or advanced again."""

    def __init__(self, now: datetime = SATURDAY_MORNING) -> None:
        self._now = now

    def now(self) -> datetime:
        return self._now

    def set(self, now: datetime) -> None:
        """Set the clock to a moment with a time zone."""
        self._now = now

    def advance(self, by: timedelta) -> None:
        """Let real time pass, across clock changes too."""
        self._now = self._now.fromtimestamp(self._now.timestamp() + by.total_seconds(), self._now.tzinfo)
