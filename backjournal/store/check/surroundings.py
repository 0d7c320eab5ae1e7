"""What lies around a journal and who may read it: permissions, leftovers, backups, and whether the folder is synced."""

import contextlib
import re
import stat
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from backjournal.model.frozen import dataclass
from backjournal.store.backing_up import is_sound
from backjournal.store.backups import SIDECARS, backups_folder, backups_of, latest
from backjournal.store.check.reading import unreadable_in
from backjournal.store.leftovers import leftovers
from backjournal.store.paths import as_typed
from backjournal.store.synced import conflict_copies, synced_folder
from backjournal.store.unreadable import with_unreadable

_OTHERS = stat.S_IRWXG | stat.S_IRWXO


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about a journal that the person should know."""

    area: str
    """`permissions`, `leftovers`, `backups` or `sync`."""

    text: str
    """What is so, as a sentence without its full stop."""

    advice: str
    """What to do about it."""


def surroundings(journal: Path, now: datetime) -> tuple[Finding, ...]:
    """Return what the person should know of what lies around a journal; nothing is changed."""
    found = (_open_to_others(journal), _leftovers(journal), _backups(journal, now), _synced(journal))
    return tuple(finding for findings in found for finding in findings)


def backups_line(journal: Path, now: datetime) -> str:
    """Return how many backups a journal has and when the newest sound one was made."""
    backups = backups_of(journal, now.tzinfo)
    newest = latest(backups, now)
    if newest is None:
        return f"Backups: {len(backups)}, none of them dated before now" if backups else "Backups: none"
    state = "damaged"
    if is_sound(newest, journal):
        state = ", ".join(filter(None, ["verified", with_unreadable(len(unreadable_in(newest.path)))]))
    return f"Backups: {len(backups)}, the newest of {newest.taken:%Y-%m-%d %H:%M}, {state}"


def close_to_others(journal: Path) -> dict[Path, str]:
    """Take from others the right to read the journal, its folder and its backups.

    Return of what others could get at why it could not be closed to them; an empty text if it was.
    """
    changed = {}
    for path, mode in list(_modes(journal)):
        try:
            path.chmod(mode & ~_OTHERS)
            changed[path] = ""
        except OSError as error:
            changed[path] = error.strerror or str(error)
    return changed


def _open_to_others(journal: Path) -> Iterator[Finding]:
    paths = [f"{path} (mode {mode:o})" for path, mode in _modes(journal)]
    if paths:
        named = ", ".join(paths[:3]) + (f" and {len(paths) - 3} more" if len(paths) > 3 else "")
        advice = "'backjournal check --fix' takes that right from them"
        yield Finding("permissions", f"others can read or change what is yours: {named}", advice)


def _modes(journal: Path) -> Iterator[tuple[Path, int]]:
    """Yield what others can get at, of the journal, its folder and its backups, with its mode."""
    if sys.platform == "win32":  # it has other rights, which a folder of the person's own gives to nobody else
        return
    folder = backups_folder(journal)
    with contextlib.suppress(OSError):
        own = [*folder.glob("*.db")] if folder.is_dir() else []
        beside = [Path(f"{journal}{suffix}") for suffix in SIDECARS]
        for path in (journal, *beside, folder, *own, *_private_folder(journal)):
            if path.exists() and (mode := stat.S_IMODE(path.stat().st_mode)) & _OTHERS:
                yield path, mode


def _private_folder(journal: Path) -> Iterator[Path]:
    """Yield the journal's folder if it holds nothing but what belongs to the journal: any other may be shared."""
    own = re.compile(rf"\.?{re.escape(journal.name)}.*|backups")
    if all(own.fullmatch(path.name) for path in journal.parent.iterdir()):
        yield journal.parent


def _leftovers(journal: Path) -> Iterator[Finding]:
    for path in leftovers(journal):
        yield Finding("leftovers", f"{path} was left half written", "it is removed by itself once it is surely stale")
    for suffix in SIDECARS:
        path = Path(f"{journal}{suffix}")
        if path.exists():
            advice = "leave it there: it belongs to the journal, and SQLite needs it to take back what was interrupted"
            yield Finding("leftovers", f"{path} lies beside the journal", advice)
    for path in _names_beside(journal, rf"{re.escape(journal.name)}\.damaged-[^-]+-.*"):
        if not path.name.endswith(SIDECARS):
            yield Finding("leftovers", f"{path} is a damaged journal", "keep it until you miss nothing, then delete it")
    for path in _names_beside(journal, rf".*{re.escape(journal.suffix)}"):
        if path != journal and _is_copy_without_its_log(path):
            yield Finding(
                "leftovers",
                f"{path} is a copy of the journal that was made within a change, without its {path.name}-journal",
                "do not use it: 'backjournal backup FILE' makes a copy that is whole",
            )


def _is_copy_without_its_log(path: Path) -> bool:
    """Return whether a file is damaged as a copy is that was made while a change was being written."""
    from backjournal.model.errors import JournalError
    from backjournal.store.backing_up import open_copy
    from backjournal.store.check.content import damage_of
    from backjournal.store.connection import check_header

    with contextlib.suppress(OSError, JournalError):
        check_header(path)
        with contextlib.closing(open_copy(path)) as copy:
            return bool(damage_of(copy)) and not Path(f"{path}-journal").exists()
    return False


def _names_beside(journal: Path, pattern: str) -> list[Path]:
    with contextlib.suppress(OSError):
        return sorted(path for path in journal.parent.iterdir() if re.fullmatch(pattern, path.name) and path.is_file())
    return []


def _backups(journal: Path, now: datetime) -> Iterator[Finding]:
    backups = backups_of(journal, now.tzinfo)
    if not backups:
        yield Finding("backups", "there is no backup", "'backjournal backup' makes one")
    for backup in backups:
        if not is_sound(backup, journal):
            advice = "it is no help any more: delete it, the others are as they were"
            yield Finding("backups", f"{backup.path} is not as it was written", advice)
        elif backup.taken > now:
            yield Finding("backups", f"{backup.path} is dated after now", "check the clock of this device")


def _synced(journal: Path) -> Iterator[Finding]:
    if folder := synced_folder(journal):
        advice = "use the journal on one device at a time, and let it finish before you change to another"
        yield Finding("sync", f"{folder.path} is kept in sync by {folder.service}", advice)
    for path in conflict_copies(journal):
        copy = as_typed(path)
        advice = (
            f"'backjournal --journal {copy} diary' shows what is in it, 'backjournal restore {copy}' puts it in the"
            " place of the journal, which is kept as a backup; then delete the copy"
        )
        yield Finding("sync", f"{path} is a copy from two devices that changed the journal at once", advice)
