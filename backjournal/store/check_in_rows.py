"""Check-ins and their marks as rows of the journal, and those of them that cannot be read."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta, timezone
from functools import partial
from typing import Any

from backjournal.model.check_ins import CheckIn
from backjournal.model.dates import FIRST_DAY, LAST_DAY
from backjournal.model.diary_values import NUMBERS
from backjournal.model.errors import InvalidValue
from backjournal.model.marks import Mark
from backjournal.model.text import NOTE_LENGTH
from backjournal.store.rows import Rows
from backjournal.store.signs import mark_of
from backjournal.store.unreadable import readable

_LONGEST_OFFSET = 24 * 60 - 1
"""How many minutes a time zone of Python may lie from UTC."""

_WORDS = "EXISTS (SELECT 1 FROM marks WHERE check_in_id = check_ins.id AND NOT marks.deleted)"

_SOUND = " AND ".join(
    (
        f"day BETWEEN '{FIRST_DAY}' AND '{LAST_DAY}' AND date(day, '+0 days') IS day",
        "at GLOB '????-??-??T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z' AND substr(at, 12, 2) < '24'",
        f"utc_offset BETWEEN -{_LONGEST_OFFSET} AND {_LONGEST_OFFSET}",
        "(substr(at, 1, 10) = day OR julianday(at) + utc_offset / 1440.0 - julianday(day) BETWEEN -1 AND 2)",
        *(f"({value.name} IS NULL OR {value.name} BETWEEN 0 AND {value.high})" for value in NUMBERS),
        "(worst_pain < pain) IS NOT TRUE",
        f"typeof(note) = 'text' AND length(note) <= {NOTE_LENGTH}",
        f"coalesce({', '.join(value.name for value in NUMBERS)}, nullif(note, ''), nullif({_WORDS}, 0)) IS NOT NULL",
    )
)

# Only as the condition of a CASE is a part left out that the others have decided.
SOUND = f"CASE WHEN {_SOUND} THEN 1 ELSE 0 END"
"""The SQL that is true for a check-in that can surely be read; of others `check_in_of` decides.

It is for what reads years without an object for each check-in. Of the notes, it does not see whether they are UTF-8.
"""


def check_in_of(row: dict[str, Any], marks: Iterable[Mark]) -> CheckIn:
    """Return the check-in of a row.

    Raises:
        InvalidValue, TypeError, ValueError, OverflowError: the row makes no sense.
    """
    zone = timezone(timedelta(minutes=row["utc_offset"]))
    at = datetime.fromisoformat(row["at"])
    if at.tzinfo is None:
        raise InvalidValue("at", f"at has no offset from UTC: '{row['at']}'")
    return CheckIn(
        id=row["id"],
        at=at.astimezone(zone),
        day=date.fromisoformat(row["day"]),
        values={value.name: row[value.name] for value in NUMBERS if row[value.name] is not None},
        marks=tuple(marks),
        note=row["note"],
    )


def marks_of(db: Rows, check_in_ids: list[str]) -> Mapping[str, list[Mark]]:
    """Return the marks of some check-ins in the order given; a search has looked at every check-in, once."""
    marks = defaultdict(list)
    of_these = "check_in_id IN (SELECT value FROM json_each(?)) AND NOT deleted"
    rows = db.query(f"SELECT * FROM marks WHERE {of_these} ORDER BY check_in_id, position", [json.dumps(check_in_ids)])
    for check_in_id, mark in readable(db, "marks", rows, lambda row: (row["check_in_id"], mark_of(row))):
        marks[check_in_id].append(mark)
    return marks


def whole_check_ins(db: Rows, rows: Iterable[dict[str, Any]]) -> Iterator[CheckIn]:
    """Yield the check-ins of rows that can be read, each with its marks; they are read one by one."""
    return readable(db, "check_ins", rows, partial(_whole, db))


def check_ins_left_out(db: Rows, first: date, last: date) -> list[str]:
    """Return the ids of the check-ins from first to last day, both included, that cannot be read."""
    days = [max(first, FIRST_DAY).isoformat(), min(last, LAST_DAY).isoformat()]
    unsure = f"SELECT * FROM check_ins WHERE day BETWEEN ? AND ? AND NOT deleted AND NOT {SOUND}"
    found = list(db.query(unsure, days))
    read = {check_in.id for check_in in whole_check_ins(db, found)}
    return [row["id"] for row in found if row["id"] not in read]


def check_in_with(db: Rows, check_in_id: str) -> CheckIn | None:
    """Return the check-in with an id; None if there is none that can be read."""
    return next(whole_check_ins(db, db.query("SELECT * FROM check_ins WHERE id = ?", [check_in_id])), None)


def _whole(db: Rows, row: dict[str, Any]) -> CheckIn:
    return check_in_of(row, marks_of(db, [row["id"]])[row["id"]])
