"""The backups as they are listed and chosen: what each holds, and which one a date means."""

import re
from collections import Counter
from datetime import date, datetime, time
from pathlib import Path

from backjournal.days import parse_day, parse_time
from backjournal.model.errors import InvalidValue, JournalError
from backjournal.model.frozen import dataclass
from backjournal.store.backing_up import is_sound
from backjournal.store.backups import Backup, Kind, backups_folder, backups_of
from backjournal.store.difference import Contents, contents
from backjournal.store.paths import typed_path

_WITH_SECONDS = re.compile(r"\d\d:\d\d:\d\d")


@dataclass(frozen=True, slots=True)
class Listed:
    """A backup and what it holds."""

    backup: Backup
    contents: Contents | None
    """None if it is damaged."""

    in_future: bool
    """Whether it is dated after now, by a clock that was wrong."""

    shares_minute: bool = False
    """Whether another backup is of the same minute, so that only the seconds tell them apart."""


def listed(journal: Path, now: datetime) -> tuple[Listed, ...]:
    """Return the backups of a journal, the newest first; each is read whole, to see whether it is sound."""
    backups = backups_of(journal, now.tzinfo)
    in_minute = Counter(map(_minute, backups))
    return tuple(
        Listed(
            each,
            contents(each.path) if is_sound(each, journal) else None,
            each.taken > now,
            in_minute[_minute(each)] > 1,
        )
        for each in reversed(backups)
    )


def chosen(journal: Path, typed: str, now: datetime, today: date) -> Path:
    """Return the backup that a person means: the newest sound one of a day, of a minute of it, or a file.

    `typed` is a day, a day and a time such as `2026-11-21 09:30` or `2026-11-21 09:30:15`, the name of a
    backup, or the path of a file.

    Raises:
        JournalError: there is none of that day or minute, several of that minute, or none that is sound.
    """
    when = _moment(typed, today)
    if when is None:
        inside = backups_folder(journal) / typed
        return inside if Path(typed).name == typed and inside.is_file() else typed_path(typed)
    day, at, seconds = when
    known = backups_of(journal, now.tzinfo)
    meant = [each for each in known if each.day == day and (at is None or _is_of(each, at, seconds=seconds))]
    if at and not seconds and len(times := sorted({f"{each.taken:%Y-%m-%d %H:%M:%S}" for each in meant})) > 1:
        raise JournalError(f"there are {len(meant)} backups of {day} {at:%H:%M}: write one of {', '.join(times)}")
    # A day means what was written on it, not what was there before something was restored.
    meant.sort(key=lambda each: (at is not None or each.kind is Kind.REGULAR, each.order))
    for backup in reversed(meant):
        if is_sound(backup, journal):
            return backup.path
    if meant:
        raise JournalError(f"{meant[-1].path} is damaged, and there is no other backup of {typed}: choose another day")
    raise JournalError(_none_of(day, known) if at is None else f"there is no backup of {typed.strip()}")


def _moment(typed: str, today: date) -> tuple[date, time | None, bool] | None:
    """Return the day and the time that were typed, and whether with seconds; None if it is neither."""
    day, _, at = typed.strip().replace("T", " ").partition(" ")
    try:
        if _WITH_SECONDS.fullmatch(at.strip()):
            return parse_day(day, today), time.fromisoformat(at.strip()), True
        return parse_day(day, today), parse_time(at) if at.strip() else None, False
    except (InvalidValue, ValueError):
        return None


def _is_of(backup: Backup, at: time, *, seconds: bool) -> bool:
    taken = backup.taken
    return (taken.hour, taken.minute) == (at.hour, at.minute) and (not seconds or taken.second == at.second)


def _minute(backup: Backup) -> str:
    return f"{backup.taken:%Y-%m-%d %H:%M}"


def _none_of(day: date, known: tuple[Backup, ...]) -> str:
    before = max((each.day for each in known if each.day < day), default=None)
    after = min((each.day for each in known if each.day > day), default=None)
    nearest = " and ".join(str(each) for each in (before, after) if each)
    if not nearest:
        return f"there is no backup of {day}, and no other: 'backjournal backup' makes one"
    return f"there is no backup of {day}: the nearest {'are' if before and after else 'is'} of {nearest}"
