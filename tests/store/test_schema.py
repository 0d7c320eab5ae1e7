"""The tables refuse what cannot be true, whoever writes; older journals are brought up to date."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from backjournal.model.errors import JournalError
from backjournal.store import backing_up, connection, migrating
from backjournal.store.backing_up import make_backup
from backjournal.store.backups import Kind, backups_folder
from backjournal.store.rows import Rows
from backjournal.store.schema import APPLICATION_ID, MIGRATIONS, keep_history
from backjournal.store.store import Store
from tests.helpers.clock import ManualClock
from tests.helpers.values import BRIDGE, TODAY, check_in

OpenStore = Callable[[], Store]

ROWS: dict[str, dict[str, Any]] = {
    "exercises": {
        "name": "Bridge", "category": "strengthening", "sides": 0,
        "how_to": "", "caution": "", "dose_note": "", "source": "",
    },
    "prescriptions": {
        "exercise_id": "x", "sets": 2, "repetitions": 10, "times_a_day": 1,
        "schedule": "daily", "first_day": "2026-11-01", "last_day": "2026-11-30", "position": 0,
    },
    "practices": {"prescription_id": "x", "day": "2026-11-21", "status": "done", "amount": 2, "reason": "", "note": ""},
    "check_ins": {"at": "2026-11-21T08:00:00Z", "utc_offset": 60, "day": "2026-11-21", "note": ""},
    "marks": {"check_in_id": "x", "position": 0, "kind": "location", "word": "hip", "amount": ""},
    "flare_ups": {"first_day": "2026-11-01", "last_day": None},
    "settings": {"value": "nord"},
    "plan_facts": {"aim": "", "prescribed_by": "", "prescribed_on": None},
    "stopwatches": {"prescription_id": "x", "day": "2026-11-21", "seconds": 0, "running_since": None},
    "answers": {"day": "2026-11-21"},
    "measures": {
        "own": 1, "name": "Walk", "unit": "m", "low": 0, "high": 10, "better": "higher", "parts": "", "chosen": 1,
    },
    "results": {"measure_id": "x", "day": "2026-11-21", "scores": "3.0", "note": ""},
    "experiments": {
        "name": "heat", "value": "pain", "unit": "days", "first_day": "2026-11-21", "draw": "0110", "stopped": None,
        "not_kept": "",
    },
}  # fmt: skip


def insert(store: Store, table: str, **values: Any) -> None:
    row = {"id": "x", "rev": "r", "deleted": 0} | ROWS[table] | values
    marks = ", ".join("?" * len(row))
    store._db.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", list(row.values()))


@pytest.fixture
def tables(store: Store) -> Store:
    """Return an open journal with one valid row in every table."""
    store._db.execute("INSERT INTO changes (rev, label) VALUES ('r', 'by hand')")
    for table in ROWS:
        insert(store, table)
    return store


@pytest.mark.parametrize(
    ("table", "values"),
    [
        ("practices", {"day": "2026-02-31"}),
        ("practices", {"day": "2026-2-3"}),
        ("practices", {"day": "today"}),
        ("practices", {"day": ""}),
        ("practices", {"day": None}),
        ("practices", {"day": "2026-11-21T08:00"}),
        ("practices", {"day": 20261121}),
        ("practices", {"prescription_id": "nobody"}),
        ("practices", {"status": "missed"}),
        ("practices", {"status": "skipped"}),
        ("practices", {"reason": "travel"}),
        ("practices", {"amount": -1}),
        ("practices", {"amount": 1_200_001}),
        ("practices", {"sets": None}),
        ("practices", {"amount": "two"}),
        ("practices", {"pain_during": 11}),
        ("practices", {"note": b"\x00"}),
        ("practices", {}),  # a second practice of the same prescription and day
        ("check_ins", {"day": "2026-02-31"}),
        ("check_ins", {"at": "yesterday"}),
        ("check_ins", {"at": None}),
        ("check_ins", {"utc_offset": 1081}),
        ("check_ins", {"pain": 11}),
        ("check_ins", {"pain": -1}),
        ("check_ins", {"pain": 3.5}),
        ("check_ins", {"worst_pain": 11}),
        ("check_ins", {"mobility": 11}),
        ("check_ins", {"mood": 11}),
        ("check_ins", {"confidence": 11}),
        ("check_ins", {"stiffness_min": 1441}),
        ("check_ins", {"sleep_hours": 24.5}),
        ("check_ins", {"note": "n" * 20_001}),
        ("check_ins", {"note": None}),
        ("check_ins", {"deleted": 2}),
        ("check_ins", {"id": ""}),
        ("check_ins", {"id": None}),
        ("check_ins", {"rev": None}),
        ("marks", {"kind": "colour"}),
        ("marks", {"word": ""}),
        ("marks", {"word": "w" * 81}),
        ("marks", {"check_in_id": "nobody"}),
        ("exercises", {"name": ""}),
        ("exercises", {"category": "yoga"}),
        ("exercises", {"sides": 2}),
        ("exercises", {"gentle": 2}),
        ("exercises", {"gentle": None}),
        ("prescriptions", {"exercise_id": "nobody"}),
        ("prescriptions", {"sets": 0}),
        ("prescriptions", {"repetitions": 0}),
        ("prescriptions", {"hold_seconds": 0}),
        ("prescriptions", {"rest_seconds": 0}),
        ("prescriptions", {"distance_m": 0}),
        ("prescriptions", {"sides": "middle"}),
        ("prescriptions", {"sides": None}),
        ("prescriptions", {"note": None}),
        ("prescriptions", {"breaths": 0}),
        ("prescriptions", {"minutes": 0}),
        ("prescriptions", {"times_a_day": 0}),
        ("prescriptions", {"schedule": ""}),
        ("prescriptions", {"first_day": "2026-02-31"}),
        ("prescriptions", {"last_day": "2026-02-31"}),
        ("prescriptions", {"last_day": "2026-10-31"}),
        ("flare_ups", {"first_day": "2026-02-31"}),
        ("flare_ups", {"last_day": "2026-02-31"}),
        ("flare_ups", {"last_day": "2026-10-31"}),
        ("settings", {"value": None}),
        ("plan_facts", {"prescribed_on": "2026-02-31"}),
        ("plan_facts", {"aim": None}),
        ("plan_facts", {"prescribed_by": None}),
        ("stopwatches", {"prescription_id": "nobody"}),
        ("stopwatches", {"day": "2026-02-31"}),
        ("stopwatches", {"seconds": -1}),
        ("stopwatches", {"running_since": "yesterday"}),
        ("answers", {"day": "2026-02-31"}),
        ("answers", {"day": None}),
        ("measures", {"name": ""}),
        ("measures", {"low": None}),
        ("measures", {"low": -100_001}),
        ("measures", {"high": 0}),
        ("measures", {"high": 100_001}),
        ("measures", {"better": "same"}),
        ("measures", {"threshold": 0}),
        ("measures", {"every_weeks": 3}),
        ("measures", {"chosen": 2}),
        ("results", {"measure_id": "nobody"}),
        ("results", {"day": "2026-02-31"}),
        ("results", {"scores": ""}),
        ("results", {"note": "n" * 20_001}),
        ("experiments", {"name": ""}),
        ("experiments", {"name": "n" * 81}),
        ("experiments", {"value": ""}),
        ("experiments", {"unit": "months"}),
        ("experiments", {"first_day": "2026-02-31"}),
        ("experiments", {"draw": ""}),
        ("experiments", {"draw": "011"}),
        ("experiments", {"draw": "01x0"}),
        ("experiments", {"stopped": "2026-02-31"}),
        ("experiments", {"not_kept": None}),
    ],
)
def test_a_row_that_cannot_be_true_is_refused(tables: Store, table: str, values: dict[str, Any]) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        insert(tables, table, **({"id": "y"} | values))


@pytest.mark.parametrize("table", ROWS)
def test_a_row_is_never_removed(tables: Store, table: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="rows are marked, never removed"):
        tables._db.execute(f"DELETE FROM {table}")


@pytest.mark.parametrize("table", [*ROWS, "changes", "history"])
def test_the_tables_are_strict(store: Store, table: str) -> None:
    assert Database(store._db.conn).table(table).strict


def before_update(journal: Path) -> Path:
    """Return the backup that was made before an update."""
    (backup,) = backups_folder(journal).glob("journal.db-before-update-*.db")
    return backup


def test_an_older_journal_is_backed_up_and_brought_up_to_date(journal: Path, open_store: OpenStore) -> None:
    journal.parent.mkdir()
    with closing(sqlite3.connect(journal)) as older:
        older.executescript(f"PRAGMA application_id = {APPLICATION_ID}; CREATE TABLE kept (word TEXT)")
    store = open_store()
    store.diary.save(check_in())
    assert store.diary.check_ins() == (check_in(),)
    assert migrating.applied(store._db) == migrating.known()
    backup = before_update(journal)
    assert backup.stat().st_mode & 0o777 == 0o600
    with closing(sqlite3.connect(backup)) as copy:
        assert copy.execute("SELECT name FROM sqlite_master").fetchall() == [("kept",)]


def test_the_backup_before_an_update_is_not_of_what_another_process_updated(
    journal: Path, open_store: OpenStore, monkeypatch: pytest.MonkeyPatch
) -> None:

    def come_second(db: Rows, path: Path, kind: Kind) -> tuple[Path, str]:
        monkeypatch.setattr(backing_up, "make_backup", make_backup)
        with pytest.raises(JournalError, match="is locked by another program"):
            open_store()
        return make_backup(db, path, kind)

    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.01)
    monkeypatch.setattr(backing_up, "make_backup", come_second)
    test_an_older_journal_is_backed_up_and_brought_up_to_date(journal, open_store)


def add_weather(db: Database) -> None:
    db.execute("ALTER TABLE check_ins ADD COLUMN weather TEXT NOT NULL DEFAULT ''")
    keep_history(db, ["check_ins"])


def break_off(db: Database) -> None:
    add_weather(db)
    raise sqlite3.OperationalError("no more")


@pytest.fixture
def written(open_store: OpenStore, journal: Path) -> Path:
    """Return the path of a closed journal of this version with a check-in and a plan."""
    store = open_store()
    store.plan.prescribe(BRIDGE.exercise, BRIDGE.dose, BRIDGE.schedule, TODAY)
    store.diary.save(check_in())
    store.close()
    return journal


@pytest.fixture
def add_migration(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[Database], None]], None]:
    """Return a function that adds a migration to this version for the time of the test."""

    def add(migration: Callable[[Database], None]) -> None:
        monkeypatch.setattr(migrating, "MIGRATIONS", (*MIGRATIONS, migration))

    return add


def test_a_later_migration_keeps_the_rows_their_history_and_undo(
    written: Path, open_store: OpenStore, add_migration: Callable[[Callable[[Database], None]], None]
) -> None:
    add_migration(add_weather)
    assert "add_weather" in migrating.known()
    store = open_store()
    with store.changes.write("weather"):
        store.changes.put("check_ins", "c1", {"weather": "rain"})
    assert store.changes.undo() == "weather"
    assert next(store._db.query("SELECT weather FROM check_ins")) == {"weather": ""}
    assert str(store.changes.undo()).startswith("check-in")
    assert store.diary.check_ins() == ()
    with closing(Store.open(before_update(written), ManualClock())) as copy:
        assert copy.diary.check_ins() == (check_in(),)


def test_a_migration_that_breaks_off_leaves_the_journal_as_it_was(
    written: Path, add_migration: Callable[[Callable[[Database], None]], None]
) -> None:
    before = written.read_bytes()
    add_migration(break_off)
    with pytest.raises(JournalError):
        Store.open(written, ManualClock())
    assert written.read_bytes() == before
