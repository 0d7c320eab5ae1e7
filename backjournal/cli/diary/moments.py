"""The moment of a check-in from the day and the time that were typed."""

from datetime import date, datetime, time

from backjournal.cli.session import day_or_today
from backjournal.days import edited_moment, fix_offset, journal_day, parse_time, past_moment
from backjournal.model.check_ins import CheckIn


def typed_moment(now: datetime, starts: time, day: str | None, at: str | None) -> tuple[datetime, date]:
    """Return the moment and the journal day of a new check-in; a day without a time means the current time of day.

    Raises:
        InvalidValue: the day or the time cannot be read, or lies in the future.
    """
    today = journal_day(now, starts)
    on = day_or_today(day, today)
    if at is None and on == today:
        return fix_offset(now), on
    clock_time = now.time().replace(microsecond=0) if at is None else parse_time(at)
    return past_moment(on, clock_time, now, starts), on


def retyped_moment(
    check_in: CheckIn, now: datetime, starts: time, day: str | None, at: str | None
) -> tuple[datetime, date]:
    """Return the moment and the journal day of an existing check-in after a change of day or time.

    Raises:
        InvalidValue: the day or the time cannot be read, or lies in the future.
    """
    on = check_in.day if day is None else day_or_today(day, journal_day(now, starts))
    clock_time = check_in.at.time() if at is None else parse_time(at)
    return edited_moment(check_in, on, clock_time, now, starts), on
