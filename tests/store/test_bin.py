"""What was deleted can be put back, until the bin is emptied: then nothing of it is left in the file."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from backjournal.model.doses import Dose
from backjournal.model.errors import JournalError
from backjournal.model.exercises import Category, Exercise
from backjournal.model.experiments import Unit
from backjournal.model.flare_ups import FlareUp
from backjournal.model.marks import MarkKind
from backjournal.model.measures import Score
from backjournal.model.practices import Practice, Status
from backjournal.model.prescriptions import PlanFacts
from backjournal.model.schedules import Schedule
from backjournal.store.bin import IN_BIN, Deleted
from backjournal.store.store import Store
from tests.helpers.records import measure
from tests.helpers.user_actions import visible
from tests.helpers.values import BRIDGE, TODAY, WALKING, check_in, mark

OpenStore = Callable[[], Store]
SECRET = "xyzzy"
OWN = Exercise("own", f"Squat {SECRET}", Category.STRENGTHENING, how_to=f"Slide, {SECRET}.")
NOTED = check_in(1, pain=3, note=f"{SECRET} one " * 40, marks=(mark(MarkKind.LOCATION, f"hip {SECRET}"),))


def restore(store: Store, entry: Deleted) -> Deleted:
    return store.bin.restore(entry, "putting back", TODAY)


def only(store: Store, table: str) -> Deleted:
    (found,) = (entry for entry in store.bin.entries() if entry.table == table)
    return found


def fill_bin(store: Store) -> None:
    """Write something of every kind, with a word that no other text has, and delete all of it."""
    store.diary.save(NOTED)
    store.diary.save(replace(NOTED, note=f"{SECRET} two", marks=()))
    store.diary.delete(NOTED)
    store.diary.delete_flare_up(store.diary.start_flare_up(TODAY))
    for other in (WALKING, BRIDGE):
        store.plan.prescribe(other.exercise, other.dose, other.schedule, TODAY)
    known = store.plan.prescribe(OWN, Dose(2, 10), Schedule(), TODAY, note=f"slowly {SECRET}")
    assert store.plan.move(OWN, -1, TODAY)
    practised = Practice(known.id, TODAY, Status.DONE, 2, note=f"easy {SECRET}")
    store.practices.save(practised, f"tick of {OWN.name} on {TODAY}")
    store.practices.clear(known.id, TODAY, f"clearing of {OWN.name} on {TODAY}")
    for _ in range(4):
        store.changes.undo()
    peg = measure("peg-style")
    store.measures.choose(peg)
    result = store.measures.new_result(peg, TODAY, tuple(Score(3, part) for part in peg.parts), SECRET)
    store.measures.save(result)
    store.measures.delete(result)
    store.experiments.start(f"heat {SECRET}", "pain", Unit.DAYS, 14, TODAY, TODAY)
    store.changes.undo()
    store.plan.save_facts(PlanFacts(f"aim {SECRET}"))
    store.changes.undo()


def test_what_is_deleted_or_undone_is_in_the_bin_and_comes_back_as_it_was(store: Store) -> None:
    store.diary.save(NOTED)
    before = visible(store)
    store.diary.delete(NOTED)
    entry = only(store, "check_ins")
    assert not entry.undone
    restore(store, entry)
    assert visible(store) == before
    assert store.bin.entries() == ()
    assert store.changes.undo() == "putting back"
    assert store.diary.check_ins() == ()
    store.changes.redo()
    assert visible(store) == before
    for _ in range(3):
        store.changes.undo()
    assert only(store, "check_ins").undone


def test_marks_that_an_edit_took_away_stay_away(store: Store) -> None:
    store.diary.save(NOTED)
    changed = replace(NOTED, marks=(mark(MarkKind.TRIGGER, "sofa"),))
    store.diary.save(replace(NOTED, marks=(*NOTED.marks, *changed.marks)))
    store.diary.save(changed)
    store.diary.delete(changed)
    restore(store, only(store, "check_ins"))
    assert store.diary.check_ins() == (changed,)


def test_a_practice_comes_back_with_the_dose_and_the_exercise_it_belongs_to(store: Store) -> None:
    known = store.plan.prescribe(OWN, Dose(2, 10), Schedule(), TODAY)
    practised = Practice(known.id, TODAY, Status.DONE, 2)
    store.practices.save(practised, "tick")
    for _ in range(2):
        store.changes.undo()
    assert store.plan.prescriptions() == ()
    restore(store, only(store, "practices"))
    assert store.practices.of(known.id, TODAY) == practised
    assert store.plan.prescriptions() == (known,)
    assert store.plan.exercises()["own"] == OWN
    assert store.bin.entries() == ()


def test_a_dose_comes_back_from_today_on_and_the_past_stays_as_it_was(store: Store) -> None:
    first = TODAY - timedelta(days=9)
    store.plan.prescribe(BRIDGE.exercise, BRIDGE.dose, BRIDGE.schedule, first)
    over = store.plan.prescribe(WALKING.exercise, WALKING.dose, WALKING.schedule, first, TODAY - timedelta(days=1))
    for _ in range(2):
        store.changes.undo()
    past = store.checklists(first, TODAY - timedelta(days=1))
    by_id = {entry.id: entry for entry in store.bin.entries()}
    restored = restore(store, next(entry for entry in by_id.values() if entry.id != over.id))
    assert restored.row["first_day"] == TODAY.isoformat()
    assert store.checklists(first, TODAY - timedelta(days=1)) == past
    assert len(store.checklist(TODAY)) == 1
    restore(store, by_id[over.id])
    assert over in store.plan.prescriptions(), "one that is over has no other days"


def test_what_would_contradict_the_journal_is_refused_and_nothing_changes(store: Store) -> None:
    store.diary.save_flare_up(FlareUp("f1", TODAY, TODAY))
    store.diary.delete_flare_up(FlareUp("f1", TODAY, TODAY))
    store.diary.start_flare_up(TODAY - timedelta(days=1))
    store.plan.prescribe(BRIDGE.exercise, BRIDGE.dose, BRIDGE.schedule, TODAY)
    store.plan.stop(store.plan.prescriptions()[0], TODAY)
    store.plan.prescribe(replace(BRIDGE.exercise, id="mine", name="bridge"), Dose(2, 5), Schedule(), TODAY)
    store.experiments.start("heat", "pain", Unit.DAYS, 14, TODAY, TODAY)
    store.changes.undo()
    store.experiments.start("cold", "pain", Unit.DAYS, 14, TODAY + timedelta(days=2), TODAY)
    before = visible(store)
    for table, beside in (
        ("flare_ups", "the flare-up from 2026-11-20"),
        ("prescriptions", "bridge, in the plan from 2026-11-21"),
        ("experiments", "the experiment cold from 2026-11-23"),
    ):
        with pytest.raises(JournalError, match=f"beside {beside}"):
            restore(store, only(store, table))
    assert visible(store) == before


def test_an_entry_that_was_put_back_elsewhere_is_refused(open_store: OpenStore) -> None:
    store, other = open_store(), open_store()
    store.diary.save(NOTED)
    store.diary.delete(NOTED)
    entry = only(store, "check_ins")
    restore(other, only(other, "check_ins"))
    with pytest.raises(JournalError, match="no longer in the bin"):
        restore(store, entry)


def test_the_bin_is_for_every_kind(store: Store) -> None:
    fill_bin(store)
    found = {entry.table for entry in store.bin.entries()}
    assert found == set(IN_BIN) - {"measures"}, "a measure is stopped rather than deleted"
    moments = [entry.at for entry in store.bin.entries()]
    assert moments == sorted(moments, reverse=True)


def test_an_emptied_bin_leaves_no_word_in_the_file_and_everything_else_as_it_was(store: Store, journal: Path) -> None:
    # Some builds of SQLite overwrite what is deleted by themselves.
    store._db.execute("PRAGMA secure_delete = OFF")
    store.diary.save(check_in(7, note="this stays"))
    fill_bin(store)
    before = visible(store)
    made = store._db.execute("SELECT type, name, sql FROM sqlite_master ORDER BY name").fetchall()
    assert SECRET.encode() in journal.read_bytes()
    entries = len(store.bin.entries())
    assert store.bin.empty() == entries
    assert SECRET.encode() not in journal.read_bytes()
    assert b"this stays" in journal.read_bytes()
    assert store.bin.entries() == ()
    assert visible(store) == before
    store.check(thoroughly=True)
    assert store._db.execute("SELECT type, name, sql FROM sqlite_master ORDER BY name").fetchall() == made
    assert store.bin.empty() == 0


def test_after_emptying_undo_goes_on_with_what_is_left(store: Store) -> None:
    store.diary.save(check_in(7, note="this stays"))
    with store.changes.write("two at once"):
        store.diary.save(NOTED)
        store.diary.start_flare_up(TODAY)
    store.diary.delete(NOTED)
    store.bin.empty()
    assert store.changes.undo() == "two at once"
    assert store.diary.flare_ups() == ()
    assert str(store.changes.undo()).startswith("check-in of")
    assert store.changes.undo() is None
    for _ in range(2):
        store.changes.redo()
    assert [entry.note for entry in store.diary.check_ins()] == ["this stays"]
    assert len(store.diary.flare_ups()) == 1
    store.diary.save(NOTED)
    assert NOTED in store.diary.check_ins(), "the same id can be written again"


def test_the_dose_of_a_practice_that_stays_stays_too(store: Store) -> None:
    known = store.plan.prescribe(OWN, Dose(2, 10), Schedule(), TODAY + timedelta(days=1))
    store.practices.save(Practice(known.id, TODAY, Status.DONE, 2), "tick")
    store.plan.stop(known, TODAY + timedelta(days=1))
    assert store.bin.empty() == 0
    assert only(store, "prescriptions").id == known.id
    assert store.practices.of(known.id, TODAY)


def test_a_locked_journal_refuses_to_be_emptied_and_keeps_all(
    open_store: OpenStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, other = open_store(), open_store()
    fill_bin(store)
    before = store.bin.entries()
    store._db.execute("PRAGMA busy_timeout = 0")
    with other.changes.write("long"), pytest.raises(JournalError, match="locked"):
        store.bin.empty()
    assert store.bin.entries() == before


def test_two_instances_see_the_same_after_emptying(open_store: OpenStore, journal: Path) -> None:
    store, other = open_store(), open_store()
    fill_bin(store)
    place = other.history.latest()
    store.bin.empty()
    assert other.history.since(place) is None, "what was known is read anew"
    assert visible(other) == visible(store)
    with closing(Store.open(journal, store.clock)) as again:
        assert visible(again) == visible(store)
