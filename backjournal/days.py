"""The journal day, weeks, and the clock: the only reader of the time."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Protocol

from backjournal.model.errors import InvalidValue

WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class Clock(Protocol):
    """Tells the time; passed in, so that a test can set it."""

    def now(self) -> datetime:
        """Return the moment in the person's time zone, with the zone attached."""


class LocalZone(tzinfo):
    """The time zone that the system is set to, with its clock changes."""

    def utcoffset(self, moment: datetime | None) -> timedelta | None:
        return moment.replace(tzinfo=None).astimezone().utcoffset() if moment else None

    def dst(self, moment: datetime | None) -> timedelta | None:
        return None

    def tzname(self, moment: datetime | None) -> str | None:
        return moment.replace(tzinfo=None).astimezone().tzname() if moment else None

    def fromutc(self, moment: datetime) -> datetime:
        seconds = moment.replace(tzinfo=UTC).timestamp()
        return datetime.fromtimestamp(seconds).replace(tzinfo=self)  # noqa: DTZ006 - this is the zone itself


class SystemClock:
    """The clock of the machine."""

    def now(self) -> datetime:
        """Return the moment in the system's time zone."""
        return datetime.now(LocalZone())


def journal_day(moment: datetime, day_starts_at: time) -> date:
    """Return the day that a moment belongs to: its calendar date, or the one before until the day starts.

    Reckoned on the wall clock: subtracting elapsed hours would pick another day around clock changes. When the
    clocks go back across the day's start, the day that has begun goes on: a day never runs backwards.
    """
    start = datetime.combine(moment.date(), day_starts_at, moment.tzinfo)
    if moment.replace(tzinfo=None) >= start.replace(tzinfo=None):
        return moment.date()
    if moment.fold and _happens_twice(start):
        return moment.date()
    return moment.date() - timedelta(days=1)


def moment_of(day: date, at: time, zone: tzinfo | None, day_starts_at: time) -> datetime:
    """Return the moment of a wall-clock time within a journal day, with its offset from UTC fixed.

    A time before the day's start belongs to the small hours of the next calendar date.
    """
    calendar_date = day + timedelta(days=1) if at < day_starts_at else day
    return fix_offset(datetime.combine(calendar_date, at, zone))


def fix_offset(moment: datetime) -> datetime:
    """Return the moment to the second with its offset from UTC written down, free of any zone's rules."""
    return datetime.fromisoformat(moment.replace(microsecond=0).isoformat())


def week_of(day: date, week_starts_on: int) -> date:
    """Return the first day of the week that a day lies in; `week_starts_on` is 0 for Monday, 6 for Sunday."""
    return day - timedelta(days=(day.weekday() - week_starts_on) % 7)


def days_between(first: date, last: date) -> Iterator[date]:
    """Give each day from first to last, both included; none if last lies before first."""
    for number in range((last - first).days + 1):
        yield first + timedelta(days=number)


def parse_day(text: str, today: date) -> date:
    """Read a day: an ISO date, `today`, `yesterday`, or a weekday, which is the latest one up to today.

    Raises:
        InvalidValue: it is none of these.
    """
    word = text.strip().lower()
    if word in ("today", "yesterday"):
        return today - timedelta(days=word == "yesterday")
    names = [number for number, name in enumerate(WEEKDAY_NAMES) if len(word) >= 3 and name.startswith(word)]
    if names:
        return today - timedelta(days=(today.weekday() - names[0]) % 7)
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", word):
            return date.fromisoformat(word)
    except ValueError:
        pass
    raise InvalidValue("day", f"'{text}' is not a day: write {today}, today, yesterday or a weekday")


def parse_time(text: str) -> time:
    """Read a time of day: 8:05, 08:05 or 0805.

    Raises:
        InvalidValue: it is no time of day.
    """
    match = re.fullmatch(r"([01]?\d|2[0-3])[:.]?([0-5]\d)", text.strip())
    if not match:
        raise InvalidValue("time", f"'{text}' is not a time of day: write it like 08:05")
    return time(int(match[1]), int(match[2]))


def _happens_twice(moment: datetime) -> bool:
    first, second = (moment.replace(fold=fold).utcoffset() for fold in (0, 1))
    return first is not None and second is not None and first > second
