"""The signs that a check-in speaks of, kept with it in its row."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from backjournal.model.marks import Mark, MarkKind
from backjournal.store.rows import Rows

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
        columns = "kind, word, amount FROM marks WHERE check_in_id = ? AND NOT deleted ORDER BY position"
        marks = [Mark(MarkKind(row["kind"]), row["word"], row["amount"]) for row in _rows(db, columns, check_in_id)]
        (row,) = _rows(db, "note, signs FROM check_ins WHERE id = ?", check_in_id)
        signs = signs_text(marks, row["note"])
        if signs != row["signs"]:
            db.execute("UPDATE check_ins SET signs = ?, rev = ? WHERE id = ?", [signs, rev, check_in_id])


def _rows(db: Rows, what: str, check_in_id: str) -> list[dict[str, Any]]:
    return list(db.query(f"SELECT {what}", [check_in_id]))


def signs_between(db: Rows, first: date, last: date) -> dict[str, tuple[str, ...]]:
    """Return the words of the red flags in the check-ins of some days that have any, by the id of the check-in."""
    rows = db.query(
        "SELECT id, signs FROM check_ins WHERE signs <> '' AND day BETWEEN ? AND ? AND NOT deleted",
        [first.isoformat(), last.isoformat()],
    )
    return {row["id"]: tuple(row["signs"].split(_BETWEEN)) for row in rows}


def latest_signs(db: Rows) -> dict[str, date]:
    """Return the latest day with each red flag in a check-in, by the word of the flag."""
    rows = db.query("SELECT signs, max(day) AS day FROM check_ins WHERE signs <> '' AND NOT deleted GROUP BY signs")
    latest: dict[str, date] = {}
    for row in rows:
        day = date.fromisoformat(row["day"])
        for word in row["signs"].split(_BETWEEN):
            latest[word] = max(day, latest.get(word, day))
    return latest
