"""Whether the journal's file is sound: all of it is read, so that damage is met before the last good backup is gone.

It takes longer than everything else at opening, so it is not done there: see `Store.back_up` and `Store.check`.
"""

from backjournal.model.errors import DamagedJournal
from backjournal.store.plain_errors import DAMAGED, plain_errors
from backjournal.store.rows import Rows

COUNTED = ("exercises", "practices", "check_ins", "results", "changes")
"""The tables whose rows are counted for the person."""


def refuse_damage(rows: Rows, *, thoroughly: bool = False) -> None:
    """Read the whole file.

    Thoroughly, every index is compared with its table too, and every reference is followed.

    Raises:
        DamagedJournal: the file is damaged.
        JournalError: the file is locked or cannot be reached.
    """
    found = rows.value(f"PRAGMA {'integrity_check' if thoroughly else 'quick_check'}(1)")
    if found == "ok" and thoroughly and (lost := rows.first("PRAGMA foreign_key_check")):
        found = f"a row of {lost['table']} belongs to none of {lost['parent']}"
    if found != "ok":
        raise DamagedJournal(f"{DAMAGED.format(path=rows.path)}: {' '.join(str(found).split())}")


def refuse_damage_but_rows(rows: Rows) -> str:
    """Read the whole file thoroughly, and return what is wrong with single rows; empty if nothing is.

    Such a file is whole: a row in it holds what no version of backjournal writes.

    Raises:
        DamagedJournal: the file is damaged in another way.
        JournalError: the file is locked or cannot be reached.
    """
    found = [str(line) for row in rows.query("PRAGMA integrity_check") for line in row.values() if line != "ok"]
    if any(not line.startswith(OF_ROWS) for line in found):
        refuse_damage(rows, thoroughly=True)
    lost = rows.first("PRAGMA foreign_key_check")
    found += [f"a row of {lost['table']} belongs to none of {lost['parent']}"] if lost else []
    return " ".join(found[0].split()) if found else ""


OF_ROWS = ("CHECK constraint failed in ", "NULL value in ")
"""How SQLite begins what it finds wrong with a row that is whole otherwise."""


def refuse_cut_off(rows: Rows) -> None:
    """Refuse a file whose end is missing, which SQLite would read as zeros, without an error.

    Raises:
        DamagedJournal: the file is shorter than it says.
    """
    names = ("journal_mode", "page_count", "page_size")
    mode, pages, page_size = (rows.value(f"PRAGMA {name}") for name in names)
    with plain_errors(rows.path):
        if mode != "wal" and rows.path.stat().st_size < pages * page_size:
            raise DamagedJournal(DAMAGED.format(path=rows.path))


def counts(rows: Rows) -> dict[str, int]:
    """Return how many rows the journal has, by table, without deleted ones.

    Raises:
        JournalError: the journal cannot be read.
    """
    return {
        table: rows.value(f"SELECT count(*) FROM {table} {'' if table == 'changes' else 'WHERE NOT deleted'}")
        for table in COUNTED
    }
