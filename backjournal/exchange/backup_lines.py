"""Backups in plain lines and as JSON: the list, what restoring changes, what was restored."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from backjournal.exchange.as_json import data_json
from backjournal.exchange.made_backup_lines import size_text
from backjournal.model.errors import DamagedJournal
from backjournal.model.numbers import count
from backjournal.store.backup_list import Listed
from backjournal.store.backups import Backup, Kind
from backjournal.store.difference import Contents, Difference, KindDifference, contents, difference
from backjournal.store.restoring import Restored
from backjournal.store.unreadable import with_unreadable

_MADE_FOR = {
    Kind.REGULAR: "",
    Kind.BEFORE_UPDATE: "before an update",
    Kind.BEFORE_RESTORE: "before a restore",
}

DAYS_NAMED = 7
"""How many days that differ are named; of more, the first and the last are."""


def time_text(backup: Backup, *, seconds: bool = False) -> str:
    """Return when a backup was made, as `restore` takes it; of an earlier version's the day alone is known."""
    at = f" {backup.taken:{'%H:%M:%S' if seconds else '%H:%M'}}"
    return f"{backup.day}{at if backup.digest or backup.kind is not Kind.REGULAR else ''}"


def contents_text(contents: Contents | None) -> str:
    """Return in words how much a backup holds."""
    if contents is None:
        return "damaged"
    return ", ".join(
        count(number, word)
        for number, word in (
            (contents.check_ins, "check-in"),
            (contents.practices, "practice"),
            (contents.results, "result"),
        )
    )


def remark(each: Listed) -> str:
    """Return what there is to say about a backup besides what it holds; mostly nothing."""
    made_for = _MADE_FOR[each.backup.kind]
    future = "dated in the future: a clock was wrong" if each.in_future else ""
    bad = with_unreadable(each.contents.unreadable) if each.contents else ""
    return ", ".join(filter(None, [made_for, future, bad]))


def list_line(each: Listed) -> str:
    """Return a backup in one line: when, how large, what it holds."""
    said = f"{remark(each)}: " if remark(each) else ""
    when, size = time_text(each.backup, seconds=each.shares_minute), size_text(each.backup.size)
    return f"{when:<16}  {size:>8}  {said}{contents_text(each.contents)}"


def list_lines(backups: Sequence[Listed], folder: Path, limit: int) -> list[str]:
    """Return all backups, one in a line, under how many there are and how much they take; `limit` is in megabytes."""
    if not backups:
        return [f"No backups yet in {folder}: 'backjournal backup' makes one."]
    total = sum(each.backup.size for each in backups)
    head = f"{count(len(backups), 'backup')}, {size_text(total)} of at most {limit} MB, in {folder}"
    return [head, *map(list_line, backups)]


def list_json(backups: Sequence[Listed]) -> str:
    """Return backups as a JSON array; what a damaged one holds is null."""
    return data_json([_row(each) for each in backups])


def difference_lines(changes: Difference) -> list[str]:
    """Return what restoring changes: by kind how many entries are removed, come back or change, and on which days."""
    if changes.nothing:
        return ["It holds the same as the journal now."]
    lines = [_kind_line(kind) for kind in changes.kinds if kind.gone or kind.back or kind.changed]
    return [*lines, *([f"Days that differ: {_days_text(changes.days)}"] if changes.days else [])]


def what_changes(journal: Path, source: Path) -> list[str]:
    """Return what restoring a backup changes; where no journal can be read, what the backup holds.

    Raises:
        JournalError: one of the two is locked or cannot be reached.
    """
    held = contents(source)
    bad = with_unreadable(held.unreadable) if held else ""
    holds = f"The backup holds {', '.join(filter(None, [contents_text(held), bad]))}."
    if not journal.exists():
        return [f"There is no journal at {journal} now.", holds]
    try:
        return [*difference_lines(difference(journal, source)), *([f"The backup is one {bad}."] if bad else [])]
    except DamagedJournal:
        return [f"The journal {journal} is damaged: it is moved aside, never overwritten.", holds]


def restored_lines(restored: Restored, source: Path) -> list[str]:
    """Return what was restored, and how to take it back."""
    if restored.was_the_same:
        return ["There is nothing to do."]
    lines = [f"Restored: the journal is as in {source.name}."]
    if restored.was_damaged:
        return [*lines, f"The damaged journal lies at {restored.kept}."]
    if restored.kept is None:
        return lines
    return [*lines, f"The journal before is kept: {restored.kept}", "'backjournal restore --undo' brings it back."]


def _row(each: Listed) -> dict[str, object]:
    backup, held = each.backup, each.contents
    return {
        "file": str(backup.path),
        "made": backup.taken.isoformat(timespec="seconds"),
        "kind": backup.kind.value,
        "bytes": backup.size,
        "sound": held is not None,
        "in_future": each.in_future,
        "unreadable": held.unreadable if held else None,
        "check_ins": held.check_ins if held else None,
        "practices": held.practices if held else None,
        "results": held.results if held else None,
        "first_day": held.first_day.isoformat() if held and held.first_day else None,
        "last_day": held.last_day.isoformat() if held and held.last_day else None,
    }


def _kind_line(kind: KindDifference) -> str:
    if kind.name == "settings":
        gone, numbers = "go back to their defaults" if kind.gone > 1 else "go back to its default", ""
    else:
        gone, numbers = "be removed", f"{kind.now:,} now, {kind.then:,} then: "
    parts = [
        f"{number:,} would {what}"
        for number, what in ((kind.gone, gone), (kind.back, "come back"), (kind.changed, "change"))
        if number
    ]
    return f"{kind.name}: {numbers}{', '.join(parts)}"


def _days_text(days: Sequence[date]) -> str:
    if len(days) <= DAYS_NAMED:
        return ", ".join(map(str, days))
    return f"{len(days):,}, from {days[0]} to {days[-1]}"
