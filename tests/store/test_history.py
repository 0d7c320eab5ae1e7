"""Every table that a person writes to keeps its history: undo would silently skip one without it."""

import sqlite3

import pytest
from sqlite_utils import Database, Migrations

from backjournal.store.schema import MIGRATIONS
from backjournal.store.store import Store

NOT_WRITTEN_BY_A_PERSON = {"changes", "history", "sqlite_sequence", "_sqlite_migrations"}
ALWAYS_THERE = {"id", "rev"}
"""Columns that no undo restores: the id never changes, and the rev says when the row was last written."""


def without_history(db: sqlite3.Connection) -> set[str]:
    """Return the tables whose new or deleted rows the history misses, and the columns whose changes it misses."""
    names = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    found = set()
    for table in names - NOT_WRITTEN_BY_A_PERSON:
        triggers = dict(
            db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", [table])
        )
        if not {f"{table}_inserted", f"{table}_updated", f"{table}_stays"} <= triggers.keys():
            found.add(table)
            continue
        columns = {row[1] for row in db.execute(f"PRAGMA table_info({table})")} - ALWAYS_THERE
        updated = triggers[f"{table}_updated"]
        found |= {f"{table}.{column}" for column in columns if f"'{column}', OLD.{column} WHERE" not in updated}
    return found


def test_every_table_and_column_keeps_its_history(store: Store) -> None:
    with sqlite3.connect(store.path) as db:
        assert len({name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}) > 10
        assert without_history(db) == set()


@pytest.mark.parametrize(
    ("statement", "missed"),
    [
        ("CREATE TABLE habits (id TEXT PRIMARY KEY, rev TEXT, name TEXT)", "habits"),
        ("ALTER TABLE check_ins ADD COLUMN energy INTEGER", "check_ins.energy"),
    ],
)
def test_a_migration_that_forgets_the_history_is_noticed(statement: str, missed: str) -> None:
    forgetful = Migrations("backjournal")
    for migration in MIGRATIONS:
        forgetful()(migration)
    forgetful()(lambda db: db.execute(statement))
    db = Database(memory=True)
    forgetful.apply(db)
    assert without_history(db.conn) == {missed}
