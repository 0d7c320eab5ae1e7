"""What is wrong within the journal's file: damage, rows that cannot be read, and rows that nobody has changed."""

import contextlib
import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from backjournal.model.errors import DamagedJournal, JournalError
from backjournal.model.frozen import dataclass
from backjournal.store.backing_up import open_copy, sound_backups
from backjournal.store.backups import Backup
from backjournal.store.check.reading import TABLES, unreadable_rows
from backjournal.store.check.set_aside import set_aside_rows
from backjournal.store.emptying import NAMELESS
from backjournal.store.migrating import applied
from backjournal.store.rows import Rows
from backjournal.store.soundness import OF_ROWS
from backjournal.store.store import Store
from backjournal.store.unreadable import Unreadable

_OF_UNDO = {
    "changes": ["rev", "label", "reverts"],
    "history": ["change_id", "table_name", "row_id", "column_name", "before"],
}
"""The tables that undo lives from, with the columns that never change."""


_FAR_AHEAD = timedelta(days=365)
"""How far ahead the first day of a dose may lie before it is told."""


@dataclass(frozen=True, slots=True)
class Content:
    """What is wrong within a journal."""

    damage: tuple[str, ...] = ()
    """In the words of SQLite; where there is any, the rest is what could still be seen."""

    unreadable: tuple[Unreadable, ...] = ()
    altered: tuple[Unreadable, ...] = ()
    """Rows that can be read but are not as they were written: the newest backup has others under the same revision."""

    backup: Backup | None = None
    """The newest backup that is as it was written, with which the rows were compared; None if there is none."""

    set_aside: tuple[Unreadable, ...] = ()
    """Rows that a mending has set aside."""

    in_future: tuple[Unreadable, ...] = ()
    """Rows that are dated after now, and doses that begin more than a year from now."""

    @property
    def is_well(self) -> bool:
        """Whether nothing is wrong with what the person wrote."""
        return not (self.damage or self.unreadable or self.altered)


def content_of(store: Store, *, after_loss: bool = False) -> Content:
    """Return what is wrong within an open journal; all of it is read.

    `after_loss` tells that rows were lost to damage a moment ago, perhaps with all that undo knew of them.

    Raises:
        JournalError: the journal is locked or cannot be reached.
    """
    db = store._db  # noqa: SLF001 - the check looks at the rows themselves
    damage = damage_of(db)
    backup = newest_sound(store.path, store.clock.now())
    try:
        unreadable = unreadable_rows(store)
        altered = [*_altered(db, backup.path, after_loss=after_loss)] if backup else []
        set_aside = tuple(set_aside_rows(db))
        in_future = tuple(_in_future(db, store.clock.now(), store.today()))
    except JournalError as error:
        if not is_damage(error):
            raise
        return Content(damage or (str(error),), tuple(store.left_out), backup=backup)
    schema = tuple(row.why for row in altered if row.table == _SCHEMA)
    known = {(row.table, row.id) for row in unreadable}
    in_future = tuple(row for row in in_future if (row.table, row.id) not in known)
    rows = tuple(row for row in altered if row.table != _SCHEMA and (row.table, row.id) not in known)
    return Content((*damage, *schema), unreadable, rows, backup, set_aside, in_future)


def is_damage(error: JournalError) -> bool:
    """Return whether an error comes from damage: also that a column is not there, whose table lost its definition."""
    code = getattr(error.__cause__, "sqlite_errorcode", 0)
    return isinstance(error, DamagedJournal) or code == sqlite3.SQLITE_ERROR


def damage_of(db: Rows) -> tuple[str, ...]:
    """Return what SQLite finds damaged in a file, but for what is wrong with single rows.

    Raises:
        JournalError: the file is locked or cannot be reached.
    """
    try:
        found = [str(line) for row in db.query("PRAGMA integrity_check") for line in row.values() if line != "ok"]
    except DamagedJournal as error:
        return (str(error),)
    return tuple(" ".join(line.split()) for line in found if not line.startswith(OF_ROWS))


def newest_sound(journal: Path, now: datetime) -> Backup | None:
    """Return the newest backup that is as it was written; None if there is none."""
    return next((backup for backup in sound_backups(journal, now) if backup.taken <= now), None)


_SCHEMA = "sqlite_master"


_KNOWN_TO_UNDO = "AND id IN (SELECT row_id FROM main.history WHERE table_name = '{}')"

_LEFT = " OR ".join(f"table_name = '{table}' AND row_id IN (SELECT id FROM main.{table})" for table in TABLES)

_OF_ROWS_LEFT = {
    "changes": f"AND id IN (SELECT change_id FROM backup.history WHERE {_LEFT})",
    "history": f"AND ({_LEFT})",
}
"""What was not removed with the rows that it tells of."""


def _altered(db: Rows, backup: Path, *, after_loss: bool) -> Iterator[Unreadable]:
    """Yield the rows of which a backup has others under the same revision, and those that only the backup has.

    Nothing of the journal writes a row without a new revision. Only who empties the bin removes one, together with all
    that undo knows of it.
    """
    with contextlib.closing(open_copy(backup)) as copy:
        if applied(copy) != applied(db):
            return
    db.execute("ATTACH ? AS backup", [f"{backup.absolute().as_uri()}?mode=ro&immutable=1"])
    try:
        kept = "SELECT name, sql FROM backup.sqlite_master EXCEPT SELECT name, sql FROM main.sqlite_master"
        for row in db.query(kept):
            yield Unreadable(_SCHEMA, row["name"], f"{row['name']} is not defined as it was")
        for table in TABLES:
            columns = db.query("SELECT name FROM pragma_table_info(?) WHERE name NOT IN ('id', 'rev')", [table])
            yield from _compared(db, table, [column["name"] for column in columns], "AND old.rev IS new.rev")
            yield from _missing(db, table, "" if after_loss else _KNOWN_TO_UNDO.format(table))
        for table, fixed in _OF_UNDO.items():
            renamed = f"AND new.label NOT LIKE '%{NAMELESS}%'" if table == "changes" else ""
            yield from _compared(db, table, fixed, renamed)
            yield from _missing(db, table, "" if after_loss else _OF_ROWS_LEFT[table])
    finally:
        db.execute("DETACH backup")


def _compared(db: Rows, table: str, columns: list[str], same: str) -> Iterator[Unreadable]:
    differs = " OR ".join(f"old.{column} IS NOT new.{column}" for column in columns)
    both = f"SELECT new.id FROM main.{table} new JOIN backup.{table} old ON old.id = new.id {same} WHERE {differs}"
    for row in db.query(both):
        yield Unreadable(table, str(row["id"]), "it was changed, but by no change of the journal")


def _missing(db: Rows, table: str, but_only: str) -> Iterator[Unreadable]:
    gone = f"SELECT id FROM backup.{table} WHERE id NOT IN (SELECT id FROM main.{table}) {but_only}"
    for row in db.query(gone):
        yield Unreadable(table, str(row["id"]), "it is there no more, but was never deleted")


def _in_future(db: Rows, now: datetime, today: date) -> Iterator[Unreadable]:
    moment = f"{now.astimezone(UTC):%Y-%m-%dT%H:%M:%S}Z"
    for table, column, latest in (
        ("check_ins", "at", moment),
        ("practices", "day", today.isoformat()),
        ("results", "day", today.isoformat()),
        ("flare_ups", "first_day", today.isoformat()),
        # A plan looks ahead, but hardly that far.
        ("prescriptions", "first_day", (today + _FAR_AHEAD).isoformat()),
    ):
        found = f"SELECT id, {column} AS day FROM {table} WHERE {column} > ? AND NOT deleted ORDER BY {column}"
        for row in db.query(found, [latest]):
            yield Unreadable(table, str(row["id"]), f"of {str(row['day'])[:10]}")
