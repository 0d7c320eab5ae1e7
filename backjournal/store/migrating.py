"""Bringing a journal up to date: which migrations it lacks, and running them.

They are run by sqlite-utils, which is imported only for a journal that lacks some: its import takes longer than a whole
command on a journal that is up to date.
"""

from backjournal.store.rows import Rows
from backjournal.store.schema import MIGRATIONS

_SET = "backjournal"
_TABLE = "_sqlite_migrations"


def known() -> frozenset[str]:
    """Return the names of all migrations that this version knows."""
    return frozenset(migration.__name__ for migration in MIGRATIONS)


def applied(rows: Rows) -> frozenset[str]:
    """Return the names of the migrations that a journal has gone through.

    Raises:
        JournalError: the journal cannot be read.
    """
    if not rows.value("SELECT count(*) FROM sqlite_master WHERE name = ?", [_TABLE]):
        return frozenset()
    return frozenset(row["name"] for row in rows.query(f"SELECT name FROM {_TABLE} WHERE migration_set = ?", [_SET]))


def migrate(rows: Rows) -> None:
    """Run the migrations that a journal lacks, within the transaction that has begun.

    Raises:
        sqlite3.Error: a migration failed.
    """
    from sqlite_utils import Database, Migrations

    migrations = Migrations(_SET)
    for migration in MIGRATIONS:
        migrations()(migration)
    migrations.apply(Database(rows.conn))
