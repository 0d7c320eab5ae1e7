"""When a check-in was, as typed."""

from datetime import date, datetime, time

from backjournal.cli.session import day_or_today
from backjournal.days import fix_offset, journal_day, moment_of, parse_time
from backjournal.model.check_ins import CheckIn
from backjournal.model.errors import InvalidValue


def typed_moment(now: datetime, starts: time, day: str | None, at: str | None) -> tuple[datetime, date]:
    """Return the moment and the journal day of a new check-in; a day alone keeps the clock's time.

    Raises:
        InvalidValue: the day or the time cannot be read, or lies in the future.
    """
    today = journal_day(now, starts)
    on = day_or_today(day, today)
    if at is None and on == today:
        return fix_offset(now), on
    clock_time = now.time().replace(microsecond=0) if at is None else parse_time(at)
    return _that_came(moment_of(on, clock_time, now.tzinfo, starts), now, starts), on


def edited_moment(
    check_in: CheckIn, now: datetime, starts: time, day: str | None, at: str | None
) -> tuple[datetime, date]:
    """Return the moment and the journal day of a check-in after a change of day or time; its offset stays.

    Raises:
        InvalidValue: the day or the time cannot be read, or lies in the future.
    """
    if day is None and at is None:
        return check_in.at, check_in.day
    on = check_in.day if day is None else day_or_today(day, journal_day(now, starts))
    clock_time = check_in.at.time() if at is None else parse_time(at)
    return _that_came(moment_of(on, clock_time, check_in.at.tzinfo, starts), now, starts), on


def _that_came(moment: datetime, now: datetime, starts: time) -> datetime:
    if moment > now:
        night = f"; {moment:%H:%M} of a day is in the night after it" if moment.time() < starts else ""
        raise InvalidValue(
            "time", f"a check-in cannot be in the future: {moment:%Y-%m-%d %H:%M} has not come yet{night}"
        )
    return moment
