"""The journal day and the clock, the only place where the current time is read."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Protocol

from backjournal.model.check_ins import CheckIn
from backjournal.model.dates import check_day, weekday_of
from backjournal.model.errors import InvalidValue
from backjournal.model.text import clean_line

_NAMED = {"yesterday": -1, "today": 0, "tomorrow": 1}


class Clock(Protocol):
    """A source of the current time, passed in so that a test can set it."""

    def now(self) -> datetime:
        """Return the current moment in the person's time zone, with the zone attached."""


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
        """Return the current moment in the system's time zone."""
        return datetime.now(LocalZone())


def journal_day(moment: datetime, day_starts_at: time) -> date:
    """Return the journal day of a moment: its calendar date, or the date before if the day has not started yet.

    It is computed with wall-clock times, because subtracting elapsed hours would give the wrong day around clock
    changes. When the clocks go back across the start of a day, the day that has begun continues: days never go back.
    """
    day = moment.date() - timedelta(days=moment.time() < day_starts_at)
    following = day + timedelta(days=1)
    start_of_following = datetime.combine(following, day_starts_at, moment.tzinfo)
    has_begun = moment.fold and start_of_following.timestamp() <= moment.timestamp()
    return following if has_begun else day


def moment_of(day: date, at: time, zone: tzinfo | None, day_starts_at: time) -> datetime:
    """Return the moment of a wall-clock time within a journal day, with its offset from UTC fixed.

    A time before the start of the day lies in the night after it, on the next calendar date.
    """
    calendar_date = day + timedelta(days=1) if at < day_starts_at else day
    return fix_offset(datetime.combine(calendar_date, at, zone))


def past_moment(day: date, at: time, now: datetime, day_starts_at: time, zone: tzinfo | None = None) -> datetime:
    """Return the moment of a time that is not in the future, by default in the time zone of `now`.

    Raises:
        InvalidValue: it lies in the future; `field` is `day` if the whole day does, else `time`.
    """
    moment = moment_of(day, at, zone or now.tzinfo, day_starts_at)
    if moment > now:
        night = f"; {at:%H:%M} of a day is in the night after it" if at < day_starts_at else ""
        raise InvalidValue(
            "day" if day > journal_day(now, day_starts_at) else "time",
            f"a check-in cannot be in the future: {moment:%Y-%m-%d %H:%M} has not come yet{night}",
        )
    return moment


def edited_moment(before: CheckIn, day: date, at: time, now: datetime, day_starts_at: time) -> datetime:
    """Return the moment of an edited check-in, unchanged if its day and minute are; its UTC offset is kept.

    Raises:
        InvalidValue: it would lie in the future.
    """
    if (day, at.hour, at.minute) == (before.day, before.at.hour, before.at.minute):
        return before.at
    return past_moment(day, at, now, day_starts_at, before.at.tzinfo)


def fix_offset(moment: datetime) -> datetime:
    """Return the moment to the second with a fixed offset from UTC, independent of the rules of a time zone."""
    return datetime.fromisoformat(moment.replace(microsecond=0).isoformat())


def days_between(first: date, last: date) -> Iterator[date]:
    """Yield each day from first to last, both included; none if last lies before first."""
    for number in range((last - first).days + 1):
        yield first + timedelta(days=number)


def parse_day(text: str, today: date, field: str = "day", *, ahead: bool = False) -> date:
    """Read a day: an ISO date, `today`, `yesterday`, `tomorrow`, or a weekday.

    A weekday is the latest one up to today, or with `ahead` the next one from today on. `field` is passed on to the
    error.

    Raises:
        InvalidValue: the text is none of these, or the day lies before 1900 or after 2199.
    """
    word = text.strip().lower()
    if word in _NAMED:
        return today + timedelta(days=_NAMED[word])
    weekday = weekday_of(word)
    if weekday is not None:
        past = (today.weekday() - weekday) % 7
        return today + timedelta(days=-past % 7 if ahead else -past)
    try:
        day = date.fromisoformat(word) if re.fullmatch(r"\d{4}-\d\d-\d\d", word) else None
    except ValueError:
        day = None
    if day is None:
        near = "tomorrow" if ahead else "yesterday"
        raise InvalidValue(field, f"'{clean_line(text)}' is not a day: write {today}, today, {near} or a weekday")
    check_day(field, day)
    return day


def past_day(field: str, text: str, today: date) -> date | None:
    """Read a day up to today; empty text gives None.

    Raises:
        InvalidValue: the text is not a day, or the day is in the future.
    """
    if not text.strip():
        return None
    day = parse_day(text, today, field)
    if day > today:
        raise InvalidValue(field, f"{day} has not come yet")
    return day


def parse_time(text: str, field: str = "time") -> time:
    """Read a time of day: 8:05, 08:05 or 0805; `field` is passed on to the error.

    Raises:
        InvalidValue: the text is not a time of day.
    """
    match = re.fullmatch(r"([01]?\d|2[0-3])[:.]?([0-5]\d)", text.strip())
    if not match:
        raise InvalidValue(field, f"'{clean_line(text)}' is not a time of day: write it like 08:05")
    return time(int(match[1]), int(match[2]))
