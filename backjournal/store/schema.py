"""The tables of the journal, as migrations that new files and old ones go through alike."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from backjournal.model.marks import Mark, MarkKind

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = 0x42414A4C
"""SQLite's `application_id`, `BAJL` in ASCII: it marks a file as a journal of backjournal."""

_ROW = """
    id TEXT PRIMARY KEY CHECK (id <> ''),
    rev TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
"""


def _day(column: str, *, required: bool = True) -> str:
    # Without '+0 days' SQLite accepts 31 February as a date.
    check = f"date({column}, '+0 days') IS {column}"
    return (
        f"{column} TEXT NOT NULL CHECK ({check})" if required else f"{column} TEXT CHECK ({column} IS NULL OR {check})"
    )


def _scale(column: str) -> str:
    return f"{column} INTEGER CHECK ({column} BETWEEN 0 AND 10)"


def m001_journal(db: "Database") -> None:
    """Create exercises, prescriptions, practices, check-ins, marks, flare-ups, settings, and the history."""
    tables = {
        "exercises": """
            name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
            category TEXT NOT NULL CHECK (category IN ('stretching', 'strengthening', 'aerobic conditioning',
                'stabilization', 'functional movement')),
            sides INTEGER NOT NULL CHECK (sides IN (0, 1)),
            how_to TEXT NOT NULL, caution TEXT NOT NULL, dose_note TEXT NOT NULL, source TEXT NOT NULL""",
        "prescriptions": f"""
            exercise_id TEXT NOT NULL REFERENCES exercises (id),
            sets INTEGER NOT NULL CHECK (sets >= 1),
            repetitions INTEGER CHECK (repetitions >= 1),
            hold_seconds INTEGER CHECK (hold_seconds >= 1),
            breaths INTEGER CHECK (breaths >= 1),
            minutes INTEGER CHECK (minutes >= 1),
            times_a_day INTEGER NOT NULL CHECK (times_a_day >= 1),
            schedule TEXT NOT NULL CHECK (schedule <> ''),
            {_day("first_day")},
            {_day("last_day", required=False)},
            position INTEGER NOT NULL,
            CHECK (last_day >= first_day)""",
        "practices": f"""
            prescription_id TEXT NOT NULL REFERENCES prescriptions (id),
            {_day("day")},
            status TEXT NOT NULL CHECK (status IN ('done', 'partial', 'skipped')),
            amount INTEGER NOT NULL CHECK (amount BETWEEN 0 AND 10000),
            {_scale("pain_during")},
            reason TEXT NOT NULL CHECK ((status = 'skipped') = (reason <> '')),
            note TEXT NOT NULL,
            UNIQUE (prescription_id, day)""",
        "check_ins": f"""
            at TEXT NOT NULL CHECK (datetime(at) IS NOT NULL),
            utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -1080 AND 1080),
            {_day("day")},
            {_scale("pain")}, {_scale("worst_pain")}, {_scale("mobility")}, {_scale("mood")},
            stiffness_min INTEGER CHECK (stiffness_min BETWEEN 0 AND 1440),
            sleep_hours REAL CHECK (sleep_hours BETWEEN 0 AND 24),
            note TEXT NOT NULL CHECK (length(note) <= 20000)""",
        "marks": """
            check_in_id TEXT NOT NULL REFERENCES check_ins (id),
            position INTEGER NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('location', 'quality', 'trigger', 'relief', 'medicine', 'symptom')),
            word TEXT NOT NULL CHECK (length(word) BETWEEN 1 AND 80),
            amount TEXT NOT NULL""",
        "flare_ups": f"""
            {_day("first_day")},
            {_day("last_day", required=False)},
            CHECK (last_day >= first_day)""",
        "settings": "value TEXT NOT NULL",
    }
    for name, columns in tables.items():
        db.execute(f"CREATE TABLE {name} ({_ROW}{columns}) STRICT")
    db.execute("CREATE INDEX practices_by_day ON practices (day)")
    db.execute("CREATE INDEX check_ins_by_day ON check_ins (day)")
    db.execute("CREATE INDEX marks_by_check_in ON marks (check_in_id)")
    db.execute("CREATE INDEX marks_by_word ON marks (kind, word)")
    db.execute(
        """CREATE TABLE changes (
            id INTEGER PRIMARY KEY AUTOINCREMENT, rev TEXT NOT NULL, label TEXT NOT NULL,
            reverts INTEGER REFERENCES changes (id),
            reverted INTEGER NOT NULL DEFAULT 0 CHECK (reverted IN (0, 1))) STRICT"""
    )
    db.execute(
        """CREATE TABLE history (
            id INTEGER PRIMARY KEY AUTOINCREMENT, change_id INTEGER NOT NULL REFERENCES changes (id),
            table_name TEXT NOT NULL, row_id TEXT NOT NULL, column_name TEXT, before ANY) STRICT"""
    )
    db.execute("CREATE INDEX history_by_change ON history (change_id)")
    keep_history(db, tables)


def keep_history(db: "Database", tables: Iterable[str]) -> None:
    """Create the triggers that record every change of the tables in the history.

    A new row adds one line without a column name, a changed row one line for each changed column with its previous
    value. (No JSON: with trusted_schema off, SQLite 3.40 refuses its functions in triggers.) A migration that adds a
    column calls this again for its table.
    """
    for table in tables:
        columns = [column.name for column in db.table(table).columns if column.name not in ("id", "rev")]
        line = "INSERT INTO history (change_id, table_name, row_id, column_name, before)"
        change = f"(SELECT max(id) FROM changes), '{table}', NEW.id"
        changed = "".join(
            f"{line} SELECT {change}, '{column}', OLD.{column} WHERE OLD.{column} IS NOT NEW.{column};"
            for column in columns
        )
        triggers = {
            "inserted": f"AFTER INSERT ON {table} BEGIN {line} VALUES ({change}, NULL, NULL); END",
            "updated": f"AFTER UPDATE ON {table} BEGIN {changed} END",
            "stays": f"BEFORE DELETE ON {table} BEGIN SELECT raise(ABORT, 'rows are marked, never removed'); END",
        }
        for name, body in triggers.items():
            db.execute(f"DROP TRIGGER IF EXISTS {table}_{name}")
            db.execute(f"CREATE TRIGGER {table}_{name} {body}")


def m002_plan_and_practice(db: "Database") -> None:
    """Add rests, distances, sides, notes, gentle exercises, single sets, plan facts, stopwatches and answers."""
    db.execute("ALTER TABLE exercises ADD COLUMN gentle INTEGER NOT NULL DEFAULT 0 CHECK (gentle IN (0, 1))")
    for column in (
        "rest_seconds INTEGER CHECK (rest_seconds >= 1)",
        "distance_m INTEGER CHECK (distance_m >= 1)",
        "sides TEXT NOT NULL DEFAULT 'both' CHECK (sides IN ('both', 'each', 'left', 'right'))",
        "note TEXT NOT NULL DEFAULT ''",
    ):
        db.execute(f"ALTER TABLE prescriptions ADD COLUMN {column}")
    db.execute("UPDATE prescriptions SET sides = 'each' WHERE exercise_id IN (SELECT id FROM exercises WHERE sides)")
    # A distance in metres can exceed the largest amount that the table has allowed so far.
    db.execute("ALTER TABLE practices RENAME TO practices_before")
    db.execute("DROP INDEX practices_by_day")
    tables = {
        "practices": f"""
            prescription_id TEXT NOT NULL REFERENCES prescriptions (id),
            {_day("day")},
            status TEXT NOT NULL CHECK (status IN ('done', 'partial', 'skipped')),
            amount INTEGER NOT NULL CHECK (amount BETWEEN 0 AND 1200000),
            {_scale("pain_during")},
            reason TEXT NOT NULL CHECK ((status = 'skipped') = (reason <> '')),
            note TEXT NOT NULL,
            sets TEXT NOT NULL DEFAULT '',
            UNIQUE (prescription_id, day)""",
        "plan_facts": f"""
            aim TEXT NOT NULL, prescribed_by TEXT NOT NULL, {_day("prescribed_on", required=False)}""",
        "stopwatches": f"""
            prescription_id TEXT NOT NULL REFERENCES prescriptions (id),
            {_day("day")},
            seconds INTEGER NOT NULL CHECK (seconds >= 0),
            running_since TEXT CHECK (running_since IS NULL OR datetime(running_since) IS NOT NULL)""",
        "answers": f"{_day('day')}",
    }
    for name, columns in tables.items():
        db.execute(f"CREATE TABLE {name} ({_ROW}{columns}) STRICT")
    columns = "id, rev, deleted, prescription_id, day, status, amount, pain_during, reason, note"
    db.execute(f"INSERT INTO practices ({columns}) SELECT {columns} FROM practices_before ORDER BY rowid")
    db.execute("DROP TABLE practices_before")
    db.execute("CREATE INDEX practices_by_day ON practices (day)")
    keep_history(db, ("exercises", "prescriptions", *tables))


def m003_confidence(db: "Database") -> None:
    """Add the confidence to move to the check-ins."""
    db.execute(f"ALTER TABLE check_ins ADD COLUMN {_scale('confidence')}")
    keep_history(db, ["check_ins"])


def m004_measures(db: "Database") -> None:
    """Add the outcome measures that the person has chosen or defined, and their results."""
    tables = {
        "measures": """
            own INTEGER NOT NULL CHECK (own IN (0, 1)),
            name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
            unit TEXT NOT NULL,
            low REAL NOT NULL CHECK (low BETWEEN -100000 AND 100000),
            high REAL CHECK (high > low AND high <= 100000),
            better TEXT NOT NULL CHECK (better IN ('lower', 'higher')),
            threshold REAL CHECK (threshold > 0),
            parts TEXT NOT NULL,
            every_weeks INTEGER CHECK (every_weeks IN (1, 2, 4)),
            chosen INTEGER NOT NULL CHECK (chosen IN (0, 1))""",
        "results": f"""
            measure_id TEXT NOT NULL REFERENCES measures (id),
            {_day("day")},
            scores TEXT NOT NULL CHECK (scores <> ''),
            note TEXT NOT NULL CHECK (length(note) <= 20000)""",
    }
    for name, columns in tables.items():
        db.execute(f"CREATE TABLE {name} ({_ROW}{columns}) STRICT")
    db.execute("CREATE INDEX results_by_day ON results (day)")
    keep_history(db, tables)


def m005_experiments(db: "Database") -> None:
    """Add the experiments, each with its draw and the days on which the person did not keep to it."""
    columns = f"""
        name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
        value TEXT NOT NULL CHECK (value <> ''),
        unit TEXT NOT NULL CHECK (unit IN ('days', 'weeks')),
        {_day("first_day")},
        draw TEXT NOT NULL CHECK (draw <> '' AND draw NOT GLOB '*[^01]*' AND length(draw) % 2 = 0),
        {_day("stopped", required=False)},
        not_kept TEXT NOT NULL"""
    db.execute(f"CREATE TABLE experiments ({_ROW}{columns}) STRICT")
    keep_history(db, ["experiments"])


def m006_sitting(db: "Database") -> None:
    """Add the hours sat to the check-ins."""
    db.execute("ALTER TABLE check_ins ADD COLUMN sitting_hours REAL CHECK (sitting_hours BETWEEN 0 AND 24)")
    keep_history(db, ["check_ins"])


def m007_signs(db: "Database") -> None:
    """Keep with each check-in which signs it speaks of, so that looking for them needs no reading of every note."""
    from backjournal.store.signs import signs_text

    db.execute("ALTER TABLE check_ins ADD COLUMN signs TEXT NOT NULL DEFAULT ''")
    db.execute("CREATE INDEX check_ins_with_signs ON check_ins (day) WHERE signs <> ''")
    marks: dict[str, list[Mark]] = {}
    for row in db.query("SELECT check_in_id, kind, word, amount FROM marks WHERE NOT deleted ORDER BY position"):
        marks.setdefault(row["check_in_id"], []).append(Mark(MarkKind(row["kind"]), row["word"], row["amount"]))
    for row in list(db.query("SELECT id, note FROM check_ins")):
        signs = signs_text(marks.get(row["id"], ()), row["note"])
        if signs:
            db.execute("UPDATE check_ins SET signs = ? WHERE id = ?", [signs, row["id"]])
    keep_history(db, ["check_ins"])


def m008_indexes(db: "Database") -> None:
    """Find the latest result of a measure without reading all of its results."""
    db.execute("CREATE INDEX results_by_measure ON results (measure_id, day)")


MIGRATIONS = (
    m001_journal,
    m002_plan_and_practice,
    m003_confidence,
    m004_measures,
    m005_experiments,
    m006_sitting,
    m007_signs,
    m008_indexes,
)
"""Every migration, in the order in which a journal goes through them."""
