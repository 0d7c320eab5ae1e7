"""The backups of a journal, complete copies in a folder beside it, and what their names say."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import Enum
from pathlib import Path

from backjournal.model.frozen import dataclass

BACKUP_EVERY = timedelta(minutes=30)
"""How often a backup is made at most while the journal is in use."""

SIDECARS = ("-journal", "-wal", "-shm")
"""What SQLite adds to the name of a database for its own files beside it, which belong to that database alone."""

_TIME = "%Y-%m-%dT%H-%M-%SZ"
_MOMENT = r"(?P<time>\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ)"
_DIGEST = r"(?P<digest>[0-9a-f]{16})"


class Kind(Enum):
    """What a backup was made for."""

    REGULAR = "regular"
    BEFORE_UPDATE = "before-update"
    """Made before a newer backjournal brought the journal up to date."""
    BEFORE_RESTORE = "before-restore"
    """Made before another backup took the place of the journal."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A file in the folder of backups, as its name tells."""

    path: Path
    taken: datetime
    """When it was made, in the person's time zone; of the names of earlier versions the start of the day."""

    kind: Kind
    digest: str
    """The hash of the file's bytes (see `fingerprint.py`); empty in the names of earlier versions."""

    size: int
    """Bytes."""

    written: int
    """When the system wrote the file, in nanoseconds; it tells which of one second is the newer one."""

    ours: bool = True
    """Whether it is surely of this journal: earlier versions gave `work.db` and `work.sqlite` one name."""

    @property
    def day(self) -> date:
        """The calendar day on which it was made."""
        return self.taken.date()

    @property
    def order(self) -> tuple[datetime, int, str]:
        """What sorts backups from the oldest to the newest."""
        return self.taken, self.written, self.path.name


def backups_folder(journal: Path) -> Path:
    """Return the folder of a journal's backups: `backups` beside it."""
    return journal.parent / "backups"


def backup_name(journal: Path, kind: Kind, now: datetime | None, digest: str) -> str:
    """Return the name of a backup; one before an update needs no time, so that a second try replaces the first."""
    parts = [
        journal.name,
        *([] if now is None else [now.astimezone(UTC).strftime(_TIME)]),
        *([] if kind is Kind.REGULAR else [kind.value]),
        digest,
    ]
    return f"{'-'.join(parts)}.db"


def backups_of(journal: Path, zone: tzinfo | None) -> tuple[Backup, ...]:
    """Return the backups of a journal, the oldest first, with times in a zone; none if the folder cannot be read."""
    try:
        # Only the backups of this journal are looked at closely: the folder may hold many of others.
        found = [path for path in backups_folder(journal).iterdir() if path.name.startswith(journal.stem)]
    except OSError:
        return ()
    ours = not _shares_its_stem(journal)
    backups = filter(None, (_read_name(journal, path, zone, ours=ours) for path in found))
    return tuple(sorted(backups, key=lambda backup: backup.order))


def latest(backups: Iterable[Backup], now: datetime) -> Backup | None:
    """Return the newest backup of the journal's own time; one that is dated in the future came from a wrong clock."""
    past = [backup for backup in backups if backup.taken <= now and backup.kind is not Kind.BEFORE_UPDATE]
    return max(past, key=lambda backup: backup.order, default=None)


def is_due(journal: Path, now: datetime) -> bool:
    """Return whether the newest backup is older than `BACKUP_EVERY`, or is empty, or there is none."""
    newest = latest(backups_of(journal, now.tzinfo), now)
    return newest is None or not newest.size or now - newest.taken >= BACKUP_EVERY


def _read_name(journal: Path, path: Path, zone: tzinfo | None, *, ours: bool) -> Backup | None:
    """Return what the name of a file says; None if it is not that of a backup of this journal."""
    match = _match(journal, path.name)
    if match is None:
        return None
    try:
        status = path.stat()
        said = match.groupdict()
        kind = Kind(said.get("kind") or Kind.REGULAR.value)
        if said.get("time"):
            taken = datetime.strptime(said["time"], _TIME).replace(tzinfo=UTC).astimezone(zone)
        elif said.get("day"):
            taken = datetime.combine(date.fromisoformat(said["day"]), time(), zone)
        else:
            taken = datetime.fromtimestamp(status.st_mtime, UTC).astimezone(zone)
    except (OSError, ValueError, OverflowError):
        return None
    digest = said.get("digest") or ""
    return Backup(path, taken, kind, digest, status.st_size, status.st_mtime_ns, ours=bool(digest) or ours)


def _match(journal: Path, name: str) -> re.Match[str] | None:
    own, stem = re.escape(journal.name), re.escape(journal.stem)
    return (
        re.fullmatch(rf"{own}-{_MOMENT}(-(?P<kind>before-restore))?-{_DIGEST}\.db", name)
        or re.fullmatch(rf"{own}-(?P<kind>before-update)-{_DIGEST}\.db", name)
        or re.fullmatch(rf"{stem}-((?P<day>\d{{4}}-\d\d-\d\d)|(?P<kind>before-update))\.db", name)
    )


def _shares_its_stem(journal: Path) -> bool:
    """Return whether another file beside the journal had the same names of backups in earlier versions."""
    try:
        return any(
            path.stem == journal.stem and path.name != journal.name and not path.name.endswith(SIDECARS)
            for path in journal.parent.iterdir()
            if path.is_file()
        )
    except OSError:
        return True
