"""Which backups stay: all of today and yesterday, then fewer the older they are."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import datetime, timedelta

from backjournal.store.backups import Backup, Kind

DAYS, WEEKS, MONTHS = 12, 10, 9
"""Of how many days before yesterday, weeks before those, and months before those the newest backup stays.

Only days, weeks and months with a backup are counted: a pause takes nothing away.
"""

KEPT_BEFORE = 5
"""How many backups stay of those made before an update, and of those made before a restore."""

_PERIODS: tuple[tuple[int, Callable[[Backup], Hashable]], ...] = (
    (DAYS, lambda backup: backup.day),
    (WEEKS, lambda backup: backup.day.isocalendar()[:2]),
    (MONTHS, lambda backup: (backup.day.year, backup.day.month)),
)


def to_remove(
    backups: Iterable[Backup], now: datetime, is_sound: Callable[[Backup], bool] = lambda _: True
) -> tuple[Backup, ...]:
    """Return the backups that need not stay, the oldest first.

    A damaged backup never stays in the place of a sound one, and is not removed; which ones are sound is asked only
    if something can be removed. What is dated after `now` was written with a wrong clock: it stays, and counts for
    nothing.
    """
    candidates = sorted(
        (backup for backup in backups if backup.ours and backup.taken <= now), key=lambda backup: backup.order
    )
    while True:
        stay = _staying(candidates, now)
        removed = tuple(backup for backup in candidates if backup not in stay)
        damaged = {backup for backup in stay if not is_sound(backup)} if removed else set()
        if not damaged:
            return removed
        candidates = [backup for backup in candidates if backup not in damaged]


def over_limit(backups: Iterable[Backup], now: datetime, limit: int) -> tuple[Backup, ...]:
    """Return the backups that have to go until the rest takes at most `limit` bytes.

    Those go first that a later one of the same day follows, then the oldest, then those of another clock. The newest
    one, and the newest one that was made before a restore, never go.
    """
    known = sorted(backups, key=lambda backup: backup.order)
    excess = sum(backup.size for backup in known) - limit
    removed = []
    for backup in _by_worth(known, now):
        if excess <= 0:
            break
        removed.append(backup)
        excess -= backup.size
    return tuple(removed)


def _staying(backups: Sequence[Backup], now: datetime) -> set[Backup]:
    yesterday = now.date() - timedelta(days=1)
    stay = {backup for backup in backups if backup.kind is Kind.REGULAR and backup.day >= yesterday}
    older = [backup for backup in backups if backup.kind is Kind.REGULAR and backup.day < yesterday]
    for count, period in _PERIODS:
        newest = {period(backup): backup for backup in older}
        chosen = sorted(newest.values(), key=lambda backup: backup.order)[-count:]
        stay |= set(chosen)
        begins = {period(backup) for backup in chosen}
        older = [backup for backup in older if period(backup) not in begins]
    for kind in (Kind.BEFORE_UPDATE, Kind.BEFORE_RESTORE):
        stay |= set([backup for backup in backups if backup.kind is kind][-KEPT_BEFORE:])
    return stay


def _by_worth(backups: Sequence[Backup], now: datetime) -> list[Backup]:
    """Return the backups that may go for want of room, those first that are missed the least."""
    past = [backup for backup in backups if backup.taken <= now]
    newest_of_day = {(backup.kind, backup.day): backup for backup in past}
    needed = {backup.path for backup in past[-1:]}
    needed |= {backup.path for backup in [each for each in past if each.kind is Kind.BEFORE_RESTORE][-1:]}

    def worth(backup: Backup) -> tuple[bool, bool]:
        return backup.taken > now, newest_of_day.get((backup.kind, backup.day)) is backup

    return sorted((each for each in backups if each.ours and each.path not in needed), key=worth)
