"""What a check of the journal has found and mended, as plain lines and as JSON."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from backjournal.model.text import clean_line
from backjournal.store.backups import Backup
from backjournal.store.check.content import Content
from backjournal.store.check.mending import Mended
from backjournal.store.check.salvage import Salvaged
from backjournal.store.check.surroundings import Finding
from backjournal.store.unreadable import Unreadable, with_all

_MOST = 20
"""How many rows are named; JSON names them all."""


def check_lines(
    content: Content, findings: Sequence[Finding], counts: Mapping[str, int], backups: str
) -> Iterator[str]:
    """Yield what a check has found, with what to do about it."""
    if content.damage:
        yield from (f"Damaged: {clean_line(line)}" for line in content.damage[:_MOST])
        if content.backup:
            yield f"The newest backup that is whole is of {content.backup.taken:%Y-%m-%d %H:%M}."
    else:
        found = ", ".join(f"{table.replace('_', '-')} {count:,}" for table, count in counts.items())
        yield f"{'Sound' if content.is_well else 'Whole'}: {found}"
    yield backups
    yield from _rows("that cannot be read and are left out", content.unreadable)
    yield from _rows("that are not as they were written", content.altered)
    if content.set_aside:
        number = len(content.set_aside)
        yield f"! Rows that were set aside and are not shown: {number:,}{with_all(content.set_aside)}. 'bin' lists them"
        yield from _named(content.set_aside)
    if content.in_future:
        number = len(content.in_future)
        entries = "1 entry is" if number == 1 else f"{number:,} entries are"
        yield f"! {entries} dated after now: check the clock, and edit or delete what has a wrong day"
        yield from _named(content.in_future)
    yield from (f"! {finding.text}: {finding.advice}" for finding in findings)


def _rows(what: str, rows: Sequence[Unreadable]) -> Iterator[str]:
    if rows:
        advice = "'check --fix' puts them back from a backup or sets them aside"
        yield f"! Rows {what}: {len(rows):,}{with_all(rows)}. {advice}"
        yield from _named(rows)


def _named(rows: Sequence[Unreadable]) -> Iterator[str]:
    yield from (f"    {clean_line(str(row))}" for row in rows[:_MOST])
    if len(rows) > _MOST:
        yield f"    and {len(rows) - _MOST} more; --json names them all"


def check_json(content: Content, findings: Iterable[Finding], counts: Mapping[str, int], mended: Sequence[str]) -> str:
    """Return what a check has found as JSON."""
    data = {
        "sound": content.is_well,
        "counts": dict(counts),
        "damage": [clean_line(line) for line in content.damage],
        "unreadable": [row._asdict() for row in content.unreadable],
        "altered": [row._asdict() for row in content.altered],
        "set_aside": [row._asdict() for row in content.set_aside],
        "in_future": [row._asdict() for row in content.in_future],
        "newest_sound_backup": str(content.backup.path) if content.backup else None,
        "findings": [{"area": each.area, "text": each.text, "advice": each.advice} for each in findings],
        "mended": list(mended),
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def mended_lines(mended: Mended) -> Iterator[str]:
    """Yield what has become of rows that could not be read or were altered."""
    for names, what in (
        (mended.from_backup, "put back from a backup"),
        (mended.decoded, "whose text was no UTF-8, read as an older encoding: look whether it is right"),
        (mended.set_aside, "set aside"),
        (mended.left, "left as they are: nothing could be made of them"),
    ):
        if names:
            shown = ", ".join(map(clean_line, names[:_MOST])) + (" …" if len(names) > _MOST else "")
            yield f"{len(names)} {'row' if len(names) == 1 else 'rows'} {what}: {shown}"
    if mended.can_be_undone:
        yield "'backjournal undo' takes it back."


def closed_lines(closed: Mapping[Path, str]) -> Iterator[str]:
    """Yield which files were closed to others, and which could not be."""
    for path, why in closed.items():
        yield f"Closed to others: {path}" if not why else f"Could not be closed to others: {path} ({why})"


def salvaged_lines(salvaged: Salvaged) -> Iterator[str]:
    """Yield what has become of a damaged journal."""
    if salvaged.aside is None:
        yield "The indexes were rebuilt, and nothing is lost."
        return
    saved = ", ".join(f"{table.replace('_', '-')} {count:,}" for table, count in salvaged.saved.items() if count)
    yield f"The damaged journal lies at {salvaged.aside}, as it was."
    yield f"Saved into a new one: {saved}"
    lost = ", ".join(_number_of(table, number) for table, number in salvaged.lost.items())
    if salvaged.certain:
        yield f"Lost: {lost or 'nothing'}"
    else:
        yield f"Lost: at least {lost}" if lost else "Whether anything is lost cannot be told."


def brings_back_line(backup: Backup) -> str:
    """Return the offer to bring back what was lost from a backup that holds more."""
    taken = f"{backup.taken:%Y-%m-%d %H:%M}"
    return f"The backup of {taken} holds more: 'backjournal restore \"{taken}\"' shows what it would bring back."


_CALLED = {"history": ("line of history", "lines of history"), "stopwatches": ("stopwatch", "stopwatches")}
"""What the rows of a table are called if they are not called like it."""


def _number_of(table: str, number: int) -> str:
    plural = table.replace("_", "-")
    one, several = _CALLED.get(table, (plural.removesuffix("s"), plural))
    return f"{number:,} {one if number == 1 else several}"
