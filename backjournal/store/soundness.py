"""Whether the journal's file is sound: all of it is read, so that damage is met before the last good backup is gone.

It takes longer than everything else at opening, so it is not done there: see `Store.back_up` and `Store.check`.
"""

from backjournal.model.errors import JournalError
from backjournal.store.plain_errors import DAMAGED
from backjournal.store.rows import Rows

COUNTED = ("exercises", "practices", "check_ins", "results", "changes")
"""The tables whose rows are counted for the person."""


def refuse_damage(rows: Rows, *, thoroughly: bool = False) -> None:
    """Read the whole file.

    Thoroughly, every index is compared with its table too, and every reference is followed.

    Raises:
        JournalError: the file is damaged.
    """
    found = rows.value(f"PRAGMA {'integrity_check' if thoroughly else 'quick_check'}(1)")
    if found == "ok" and thoroughly and (lost := rows.first("PRAGMA foreign_key_check")):
        found = f"a row of {lost['table']} belongs to none of {lost['parent']}"
    if found != "ok":
        raise JournalError(f"{DAMAGED.format(path=rows.path)}: {' '.join(str(found).split())}")


def counts(rows: Rows) -> dict[str, int]:
    """Return how many rows the journal has, by table, without deleted ones.

    Raises:
        JournalError: the journal cannot be read.
    """
    return {
        table: rows.value(f"SELECT count(*) FROM {table} {'' if table == 'changes' else 'WHERE NOT deleted'}")
        for table in COUNTED
    }
