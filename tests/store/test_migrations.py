"""A journal of an older version is brought up to date with all that is in it."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from backjournal.model.doses import Dose, Sides
from backjournal.model.flare_ups import FlareUp
from backjournal.model.practices import MOST, Practice, Status
from backjournal.model.prescriptions import Prescription
from backjournal.model.schedules import Schedule
from backjournal.model.settings import Settings
from backjournal.model.weeks import WeekStarts
from backjournal.store import migrating
from backjournal.store.backups import backups_folder
from backjournal.store.changes import Changes
from backjournal.store.rows import Rows
from backjournal.store.schema import APPLICATION_ID, MIGRATIONS
from backjournal.store.store import Store
from tests.helpers.clock import ManualClock
from tests.helpers.user_actions import visible
from tests.helpers.values import TODAY

OpenStore = Callable[[], Store]

YESTERDAY = TODAY - timedelta(days=1)
FIRST = date(2026, 11, 1)
PLAN = (
    Prescription("p3", "walking", Dose(minutes=30), Schedule.parse("mon-fri"), FIRST, None, 0),
    Prescription("p1", "bridge", Dose(2, 10, 3), Schedule(), FIRST, YESTERDAY, 1),
    Prescription("p2", "bird-dog", Dose(2, 10, 4, sides=Sides.EACH), Schedule(), FIRST, None, 2),
    Prescription("p4", "own", Dose(hold_seconds=20, times_a_day=2, sides=Sides.EACH), Schedule(), TODAY, None, 3),
)
FEVER = {"kind": "symptom", "word": "fever with back pain", "amount": ""}
CHEST_PAIN = {"kind": "symptom", "word": "chest pain", "amount": ""}
PRACTICES = (
    Practice("p2", YESTERDAY, Status.PARTIAL, 1),
    Practice("p1", YESTERDAY, Status.DONE, 2, 5, note="typed anew"),
    Practice("p2", TODAY, Status.SKIPPED, reason="travel"),
)


def exercise_row(name: str, category: str, *, sides: bool) -> dict[str, object]:
    texts = {"how_to": "How.", "caution": "Watch.", "dose_note": "", "source": "NHS"}
    return {"name": name, "category": category, "sides": int(sides), **texts}


def prescription_row(known: Prescription, position: int) -> dict[str, object]:
    dose, last = known.dose, known.last_day
    return {
        "exercise_id": known.exercise_id, "sets": dose.sets, "repetitions": dose.repetitions,
        "hold_seconds": dose.hold_seconds, "breaths": dose.breaths, "minutes": dose.minutes,
        "times_a_day": dose.times_a_day, "schedule": str(known.schedule), "first_day": known.first_day.isoformat(),
        "last_day": last.isoformat() if last else None, "position": position,
    }  # fmt: skip


def practice_row(known: Practice) -> dict[str, object]:
    return {
        "prescription_id": known.prescription_id, "day": known.day.isoformat(), "status": known.status.value,
        "amount": known.amount, "pain_during": known.pain_during, "reason": known.reason, "note": known.note,
    }  # fmt: skip


def put_practice(changes: Changes, known: Practice, label: str) -> None:
    with changes.write(label):
        changes.put("practices", f"{known.prescription_id}/{known.day}", practice_row(known))


def fill(changes: Changes) -> None:
    """Write entries as the first version did, whose rows had fewer columns."""
    with changes.write("plan"):
        changes.put("exercises", "bridge", exercise_row("Bridge", "strengthening", sides=False))
        changes.put("exercises", "bird-dog", exercise_row("Bird-dog", "stabilization", sides=True))
        changes.put("exercises", "walking", exercise_row("Walking", "aerobic conditioning", sides=False))
        changes.put("exercises", "own", exercise_row("Side bend", "stretching", sides=True))
        for position, known in enumerate(sorted(PLAN, key=lambda known: known.id)):
            changes.put("prescriptions", known.id, prescription_row(replace(known, last_day=None), position))
    put_practice(changes, PRACTICES[0], "first tick")
    put_practice(changes, replace(PRACTICES[1], pain_during=3, note="as typed first"), "second tick")
    put_practice(changes, PRACTICES[1], "changed tick")
    put_practice(changes, PRACTICES[2], "skip")
    put_practice(changes, Practice("p3", YESTERDAY, Status.DONE, 30), "wrong tick")
    with changes.write("clearing"):
        changes.delete("practices", f"p3/{YESTERDAY}")
    with changes.write("new order"):
        for known in PLAN:
            changes.put("prescriptions", known.id, prescription_row(replace(known, last_day=None), known.position))
    with changes.write("stopping"):
        changes.put("prescriptions", "p1", prescription_row(PLAN[1], PLAN[1].position))
    with changes.write("flare-up"):
        changes.put("flare_ups", "f1", {"first_day": YESTERDAY.isoformat(), "last_day": None})
    with changes.write(""):
        changes.put("settings", "week_starts_on", {"value": "6"})
        for check_in_id, note in (("c1", "numb groin"), ("c2", "a quiet day")):
            at = {"at": "2026-11-20T08:00:00Z", "utc_offset": 60, "day": YESTERDAY.isoformat()}
            changes.put("check_ins", check_in_id, {**at, "note": note})
        changes.put("marks", "c2/0", {"check_in_id": "c2", "position": 0, **CHEST_PAIN})
    put_practice(changes, Practice("p4", TODAY, Status.DONE, 2, note="undone then"), "undone tick")
    changes.undo()


LABELS = (
    "plan", "first tick", "second tick", "changed tick", "skip", "wrong tick", "clearing", "new order", "stopping",
    "flare-up", "undone tick",
)  # fmt: skip


@pytest.fixture
def old_journal(journal: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the path of a closed journal as the first version wrote it."""
    journal.parent.mkdir()
    with closing(sqlite3.connect(journal, isolation_level=None)) as connection, monkeypatch.context() as patch:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        database = Rows(connection, journal)
        patch.setattr(migrating, "MIGRATIONS", MIGRATIONS[:1])
        migrating.migrate(database)
        fill(Changes(database, journal, clock, "old"))
    return journal


@pytest.fixture
def migrated(old_journal: Path, open_store: OpenStore) -> Store:
    """Return the journal of the first version, opened by this version."""
    return open_store()


def test_everything_is_kept_and_sides_are_those_of_the_exercise(migrated: Store) -> None:
    assert migrated.plan.prescriptions() == PLAN
    assert migrated.practices.between(date.min, date.max) == PRACTICES
    assert [(key, each.name, each.sides, each.gentle) for key, each in migrated.plan.exercises().items()] == [
        ("bridge", "Bridge", False, False),
        ("bird-dog", "Bird-dog", True, False),
        ("walking", "Walking", False, False),
        ("own", "Side bend", True, False),
    ]
    assert migrated.diary.flare_ups() == (FlareUp("f1", YESTERDAY),)
    assert migrated.settings.get() == Settings(weeks=WeekStarts(6))
    revs = migrated._db.execute("SELECT DISTINCT substr(rev, -3) FROM practices").fetchall()
    assert revs == [("old",)], "nobody wrote them anew"


def test_old_changes_are_undone_and_redone_to_the_very_first(migrated: Store) -> None:
    opened = visible(migrated)
    assert migrated.changes.redo() == "undone tick"
    assert migrated.practices.of("p4", TODAY) == Practice("p4", TODAY, Status.DONE, 2, note="undone then")
    seen = []
    for label in reversed(LABELS):
        seen.append(visible(migrated))
        assert migrated.changes.undo() == label
        if label == "wrong tick":
            assert migrated.practices.of("p3", YESTERDAY) is None
        if label == "changed tick":
            before = replace(PRACTICES[1], pain_during=3, note="as typed first")
            assert migrated.practices.of("p1", YESTERDAY) == before
    assert migrated.changes.undo() is None
    assert migrated.plan.prescriptions() == ()
    for label in LABELS:
        assert migrated.changes.redo() == label
        assert visible(migrated) == seen.pop()
    migrated.changes.undo()
    assert visible(migrated) == opened


def test_what_is_new_has_a_history_of_its_own(migrated: Store) -> None:
    opened = visible(migrated)
    walking, _, bird_dog, _ = migrated.plan.prescriptions()
    rested = replace(bird_dog.dose, rest_seconds=30, sides=Sides.LEFT)
    migrated.plan.change(bird_dog, replace(bird_dog, dose=rested, note="slowly"), TODAY + timedelta(days=1))
    migrated.plan.change(walking, replace(walking, note="uphill"), TODAY)
    migrated.plan.keep_gentle(migrated.plan.exercises()["bridge"], gentle=True)
    changed = visible(migrated)
    for _ in range(3):
        migrated.changes.undo()
    assert visible(migrated) == opened
    for _ in range(3):
        migrated.changes.redo()
    assert visible(migrated) == changed
    columns = migrated._db.execute("SELECT DISTINCT column_name FROM history").fetchall()
    assert {"note", "gentle"} <= {column for (column,) in columns}


def test_the_signs_in_old_check_ins_are_found(migrated: Store) -> None:
    assert migrated.diary.latest_signs() == {"saddle numbness": YESTERDAY, "chest pain": YESTERDAY}


def test_signs_follow_what_an_older_version_wrote_through_undo_and_redo(
    old_journal: Path, open_store: OpenStore, clock: ManualClock
) -> None:
    at = {"at": "2026-11-20T09:00:00Z", "utc_offset": 60, "day": YESTERDAY.isoformat()}
    with closing(sqlite3.connect(old_journal, isolation_level=None)) as connection:
        changes = Changes(Rows(connection, old_journal), old_journal, clock, "old")
        for note in ("cannot pee", "all fine", "foot drop"):
            with changes.write(note):
                changes.put("check_ins", "c3", {**at, "note": note})
        with changes.write("symptom"):
            changes.put("check_ins", "c4", {**at, "note": ""})
            changes.put("marks", "c4/0", {"check_in_id": "c4", "position": 0, **FEVER})
        with changes.write("deletion"):
            changes.delete("marks", "c4/0")
            changes.delete("check_ins", "c4")
    store = open_store()
    before = {"saddle numbness", "chest pain"}
    seen = [set(store.diary.latest_signs()) - before]
    for move in (*[store.changes.undo] * 4, *[store.changes.redo] * 4):
        move()
        seen.append(set(store.diary.latest_signs()) - before)
    drop, pee, fever = {"foot drop or weak leg"}, {"bladder or bowel trouble"}, {"fever with back pain"}
    undone = [drop, drop | fever, drop, set(), pee]
    assert seen == [*undone, *reversed(undone[:-1])]


def test_the_largest_distance_can_be_kept(migrated: Store) -> None:
    far = Practice("p2", YESTERDAY, Status.DONE, MOST)
    migrated.practices.save(far, "far")
    assert migrated.practices.of("p2", YESTERDAY) == far


def test_an_updated_journal_is_made_like_a_new_one(migrated: Store, tmp_path: Path, clock: ManualClock) -> None:
    def made(store: Store) -> dict[str, str]:
        rows = store._db.execute("SELECT type || ' ' || name, sql FROM sqlite_master").fetchall()
        return dict(rows)

    with closing(Store.open(tmp_path / "new.db", clock)) as new:
        assert made(migrated) == made(new)
    indexes = {name.removeprefix("index ") for name in made(migrated) if name.startswith("index ")}
    assert {"practices_by_day", "check_ins_by_day", "marks_by_check_in", "history_by_change"} <= indexes
    assert migrated._db.execute("PRAGMA foreign_key_check").fetchall() == []
    assert migrated._db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_the_backup_before_the_update_is_the_old_journal(old_journal: Path, open_store: OpenStore) -> None:
    with closing(sqlite3.connect(old_journal)) as old:
        before = list(old.iterdump())
    open_store()
    (again,) = backups_folder(old_journal).glob("journal.db-before-update-*.db")
    with closing(sqlite3.connect(again)) as backup:
        assert list(backup.iterdump()) == before
    with closing(sqlite3.connect(old_journal)) as new:
        assert list(new.iterdump()) != before
    stamp = again.stat().st_mtime_ns
    open_store()
    assert again.stat().st_mtime_ns == stamp, "there was nothing to update any more"
