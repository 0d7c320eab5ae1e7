"""The signs that a check-in speaks of, kept with it in its row."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from backjournal.model.dates import check_day
from backjournal.model.marks import Mark, MarkKind
from backjournal.store.rows import Rows
from backjournal.store.unreadable import readable

_BETWEEN = "; "


def signs_text(marks: Sequence[Mark], note: str) -> str:
    """Return the words of the red flags that a check-in speaks of, as its row keeps them; empty without any."""
    from backjournal.library.own_words import signs_in

    return _BETWEEN.join(flag.word for flag in signs_in(marks, note))


def hear_again(db: Rows, rows: Iterable[tuple[str, str]], rev: str) -> None:
    """Bring the signs of the check-ins among rows, given by table and id, up to date with their marks and note."""
    of_mark = "SELECT check_in_id FROM marks WHERE id = ?"
    found = {
        row_id if table == "check_ins" else db.value(of_mark, [row_id])
        for table, row_id in rows
        if table in ("check_ins", "marks")
    }
    for check_in_id in found:
        columns = "id, kind, word, amount FROM marks WHERE check_in_id = ? AND NOT deleted ORDER BY position"
        marks = list(readable(db, "marks", _rows(db, columns, check_in_id), mark_of))
        for row in _rows(db, "id, note, signs FROM check_ins WHERE id = ?", check_in_id):
            signs = signs_text(marks, row["note"])
            if signs != row["signs"]:
                db.execute("UPDATE check_ins SET signs = ?, rev = ? WHERE id = ?", [signs, rev, check_in_id])


def _rows(db: Rows, what: str, check_in_id: str) -> list[dict[str, Any]]:
    return list(db.query(f"SELECT {what}", [check_in_id]))


def mark_of(row: dict[str, Any]) -> Mark:
    """Return the mark of a row."""
    return Mark(MarkKind(row["kind"]), row["word"], row["amount"])


def signs_between(db: Rows, first: date, last: date) -> dict[str, tuple[str, ...]]:
    """Return the words of the red flags in the check-ins of some days that have any, by the id of the check-in."""
    rows = db.query(
        "SELECT id, signs FROM check_ins WHERE signs <> '' AND day BETWEEN ? AND ? AND NOT deleted",
        [first.isoformat(), last.isoformat()],
    )
    return {row["id"]: tuple(row["signs"].split(_BETWEEN)) for row in rows}


def latest_signs(db: Rows) -> dict[str, date]:
    """Return the latest day with each red flag in a check-in, by the word of the flag."""
    found = list(db.query(_NOTED.format("max(day) AS day", "GROUP BY signs")))
    noted = list(readable(db, "check_ins", found, _noted))
    if len(noted) < len(found):  # a day that cannot be read hides the one before it
        noted = list(readable(db, "check_ins", db.query(_NOTED.format("day", "")), _noted))
    latest: dict[str, date] = {}
    for day, words in noted:
        for word in words:
            latest[word] = max(day, latest.get(word, day))
    return latest


_NOTED = "SELECT id, signs, {} FROM check_ins WHERE signs <> '' AND NOT deleted {}"


def _noted(row: dict[str, Any]) -> tuple[date, list[str]]:
    day = date.fromisoformat(row["day"])
    check_day("day", day)
    return day, row["signs"].split(_BETWEEN)
