"""Journals as earlier versions of the program wrote them, with rows in every table that they had."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

from backjournal.library.exercises import library
from backjournal.model.diary_values import NUMBERS, Kind
from backjournal.model.marks import Mark, MarkKind
from backjournal.store import migrating
from backjournal.store.changes import Changes
from backjournal.store.plan_rows import exercise_row
from backjournal.store.rows import Rows
from backjournal.store.schema import APPLICATION_ID, MIGRATIONS
from backjournal.store.signs import signs_text
from tests.helpers.clock import ManualClock
from tests.helpers.values import TODAY

Row = dict[str, Any]
Written = tuple[str, str, Row]
"""A row with its table and its id."""

_NOTES = ("", "", "", "a quiet day", "cannot pee", "long drive, stiff after it", "fever in the night")
_WORDS = (("location", "hip", ""), ("trigger", "stairs", ""), ("medicine", "ibuprofen", "400 mg"))
_DOSES: tuple[Row, ...] = (
    {"sets": 2, "repetitions": 10, "hold_seconds": 3},
    {"sets": 1, "breaths": 8},
    {"sets": 1, "minutes": 30},
    {"sets": 3, "hold_seconds": 20, "times_a_day": 2},
)


def columns(path: Path) -> dict[str, set[str]]:
    """Return the columns of each table of a journal."""
    with closing(sqlite3.connect(path)) as db:
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {table: {row[1] for row in db.execute(f"PRAGMA table_info({table})")} for table in tables}


def as_known_to(rows: list[Written], known: Mapping[str, set[str]]) -> list[Written]:
    """Return the rows without the tables and the columns that a version does not have."""
    return [
        (table, row_id, {column: value for column, value in row.items() if column in known[table]})
        for table, row_id, row in rows
        if table in known
    ]


def completed(rows: list[Written]) -> list[Written]:
    """Return the rows of an old version with what the present one says of them in columns that are newer."""
    each_side = {row_id for table, row_id, row in rows if table == "exercises" and row["sides"]}
    marks: dict[str, list[Mark]] = {}
    for table, _, row in rows:
        if table == "marks":
            mark = Mark(MarkKind(row["kind"]), row["word"], row["amount"])
            marks.setdefault(row["check_in_id"], []).append(mark)
    return [(table, row_id, row | _newer(table, row_id, row, each_side, marks)) for table, row_id, row in rows]


def _newer(table: str, row_id: str, row: Row, each_side: set[str], marks: dict[str, list[Mark]]) -> Row:
    if table == "prescriptions" and "sides" not in row:
        return {"sides": "each" if row["exercise_id"] in each_side else "both"}
    if table == "check_ins":
        return {"signs": signs_text(marks.get(row_id, []), row["note"])}
    return {}


def make_journal(path: Path, migrations: int) -> None:
    """Make an empty journal as the version with the first `migrations` migrations made it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("BEGIN IMMEDIATE")
        with patch.object(migrating, "MIGRATIONS", MIGRATIONS[:migrations]):
            migrating.migrate(Rows(connection, path))
        connection.execute("COMMIT")


def write_rows(path: Path, rows: list[Written]) -> None:
    """Write rows into a journal, a change for each table, and change and delete one row in ten of the practices."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        changes = Changes(Rows(connection, path), path, ManualClock(), "old")
        for wanted in dict.fromkeys(table for table, _, _ in rows):
            with changes.write(f"all {wanted}"):
                for table, row_id, row in rows:
                    if table == wanted:
                        changes.put(table, row_id, row)
        practices = [row for row in rows if row[0] == "practices"]
        with changes.write("corrections"):
            for table, row_id, row in practices[::10]:
                changes.put(table, row_id, row | {"note": "corrected"})
            for table, row_id, _ in practices[5::20]:
                changes.delete(table, row_id)
        with changes.write("a mistake"):
            changes.put("flare_ups", "mistake", {"first_day": TODAY.isoformat(), "last_day": None})
        changes.undo()


def made_up(years: int, chance: Random) -> list[Written]:
    """Return made-up rows of every table for some years up to today, with all columns of the present version."""
    first = TODAY - timedelta(days=365 * years)
    days = [first + timedelta(days=number) for number in range(365 * years + 1)]
    rows = [*_plan(first), *_settings()]
    for number, day in enumerate(days):
        rows += _diary(number, day, chance)
        rows += _practices(day, chance)
    return rows + list(_measured(days, chance))


def _plan(first: date) -> Iterator[Written]:
    for number, (entry, dose) in enumerate(zip(library(), _DOSES, strict=False)):
        exercise = entry.exercise
        yield "exercises", exercise.id, exercise_row(exercise) | {"gentle": number % 2}
        sides = "each" if exercise.sides else "both"
        row = {"times_a_day": 1, **dose, "exercise_id": exercise.id, "first_day": first.isoformat(), "last_day": None}
        schedule = "daily" if number % 2 else "mon wed fri"
        yield (
            "prescriptions",
            f"p{number}",
            row | {"schedule": schedule, "position": number, "sides": sides, "note": ""},
        )
    yield "plan_facts", "plan", {"aim": "Walk the dog", "prescribed_by": "Dr Weiss", "prescribed_on": None}


def _settings() -> Iterator[Written]:
    yield "settings", "pain_limit", {"value": "4"}
    yield "flare_ups", "f1", {"first_day": "2026-10-01", "last_day": "2026-10-05"}
    yield "answers", "flare-up", {"day": "2026-10-02"}
    yield "experiments", "e1", {
        "name": "heat", "value": "pain", "unit": "days", "first_day": "2026-10-10", "draw": "01100110100101",
        "stopped": None, "not_kept": "2026-10-11",
    }  # fmt: skip


def _diary(number: int, day: date, chance: Random) -> Iterator[Written]:
    if chance.random() < 0.2:
        return
    at = datetime.combine(day, time(7)) + timedelta(minutes=chance.randrange(600))
    values: Row = {
        value.name: chance.randrange(11) if value.kind is not Kind.HOURS else chance.randrange(18) / 2
        for value in NUMBERS
        if chance.random() < 0.7
    }
    values["worst_pain"] = max(values.get("worst_pain", 0), values.get("pain", 0))
    note = chance.choice(_NOTES)
    yield (
        "check_ins",
        f"c{number}",
        {"at": f"{at.isoformat()}Z", "utc_offset": 60, "day": day.isoformat(), "note": note} | values,
    )
    for place, (kind, word, amount) in enumerate(_WORDS):
        if chance.random() < 0.3:
            mark = {"kind": kind, "word": word, "amount": amount, "position": place}
            yield "marks", f"c{number}/{place}", {"check_in_id": f"c{number}", **mark}


def _practices(day: date, chance: Random) -> Iterator[Written]:
    for number, dose in enumerate(_DOSES):
        if chance.random() < 0.3:
            continue
        skipped = chance.random() < 0.1
        target = dose.get("minutes") or dose["sets"] * dose.get("times_a_day", 1)
        amount = 0 if skipped else chance.choice([target, target, 1])
        status = "skipped" if skipped else "done" if amount == target else "partial"
        pain = None if skipped else chance.choice([None, 1, 2, 6])
        yield "practices", f"p{number}/{day}", {
            "prescription_id": f"p{number}", "day": day.isoformat(), "status": status, "amount": amount,
            "pain_during": pain, "reason": chance.choice(["pain", "no time"]) if skipped else "", "note": "",
            "sets": "",
        }  # fmt: skip


def _measured(days: list[date], chance: Random) -> Iterator[Written]:
    yield "measures", "fingertip", {
        "own": 0, "name": "Fingertip to floor", "unit": "cm", "low": 0.0, "high": None, "better": "lower",
        "threshold": None, "parts": "", "every_weeks": 2, "chosen": 1,
    }  # fmt: skip
    for number, day in enumerate(days[::14]):
        row = {"measure_id": "fingertip", "day": day.isoformat(), "scores": f"{chance.randrange(60) / 2}", "note": ""}
        yield "results", f"r{number}", row
