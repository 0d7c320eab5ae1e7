"""Changes: made whole or not at all, undone and redone, and nothing that was typed is lost."""

from collections.abc import Callable
from datetime import time, timedelta

import pytest

from backjournal.model.errors import JournalError
from backjournal.model.flare_ups import FlareUp
from backjournal.model.settings import Settings
from backjournal.model.weeks import WeekStarts
from backjournal.store.store import Store
from tests.helpers.clock import ManualClock
from tests.helpers.user_actions import (
    EDITED,
    NOTE,
    add,
    add_own,
    add_phase,
    change_later,
    change_today,
    clear,
    end,
    keep_gentle,
    limit,
    name_the_aim,
    practise,
    reorder,
    rewrite,
    several,
    skip,
    stop_later,
    stop_today,
    tick,
    visible,
)
from tests.helpers.values import BRIDGE, TODAY, WALKING, check_in

OpenStore = Callable[[], Store]

CHANGES: list[tuple[list[Callable[[Store], object]], Callable[[Store], object], str]] = [
    ([], tick, "Bridge done"),
    ([tick], skip, "Bridge skipped"),
    ([skip], tick, "Bridge done"),
    ([tick], clear, "Bridge cleared"),
    ([tick, clear], tick, "Bridge done"),
    ([], lambda store: store.diary.save(NOTE), "check-in of 2026-11-21 08:01"),
    (
        [lambda store: store.diary.save(NOTE)],
        lambda store: store.diary.save(EDITED),
        "change of the check-in of 2026-11-21 08:01",
    ),
    (
        [lambda store: store.diary.save(EDITED)],
        lambda store: store.diary.save(NOTE),
        "change of the check-in of 2026-11-21 08:01",
    ),
    (
        [lambda store: store.diary.save(NOTE)],
        lambda store: store.diary.delete(NOTE),
        "deletion of the check-in of 2026-11-21 08:01",
    ),
    ([], lambda store: store.diary.start_flare_up(TODAY), "flare-up from 2026-11-21, going on"),
    (
        [lambda store: store.diary.start_flare_up(TODAY)],
        end,
        "change of the flare-up from 2026-11-21, until 2026-11-21",
    ),
    (
        [lambda store: store.diary.save_flare_up(FlareUp("f", TODAY))],
        lambda store: store.diary.delete_flare_up(FlareUp("f", TODAY)),
        "deletion of the flare-up from 2026-11-21",
    ),
    ([], add, "adding of Bird-dog to the plan"),
    ([], change_today, "change of Bridge to 5 min"),
    ([], change_later, "change of Bridge to 5 breaths"),
    ([], stop_today, "stopping of Bridge"),
    ([tick], stop_today, "stopping of Bridge"),
    ([], stop_later, "stopping of Bridge"),
    ([add], reorder, "new order of the plan"),
    ([], several, "starter plan"),
    ([], limit, "change of Bridge to 2 × 10, 3 s"),
    ([limit], add_phase, "adding of Bridge to the plan"),
    ([], add_own, "adding of Wall squat to the plan"),
    ([add_own], rewrite, "change of Wall sit"),
    ([], keep_gentle, "Bridge kept in a flare-up"),
    ([], name_the_aim, "aim of the plan"),
    ([], practise, "guided practice"),
    ([tick], practise, "guided practice"),
    ([skip], practise, "guided practice"),
]


@pytest.fixture
def planned(open_store: OpenStore) -> OpenStore:
    """Return the function that opens the journal, which has a plan."""
    store = open_store()
    for entry in (BRIDGE, WALKING):
        store.plan.prescribe(entry.exercise, entry.dose, entry.schedule, TODAY)
    store.close()
    return open_store


@pytest.mark.slow
@pytest.mark.parametrize(("before", "change", "label"), CHANGES)
def test_a_change_is_undone_and_redone_even_after_the_journal_was_closed(
    planned: OpenStore,
    before: list[Callable[[Store], object]],
    change: Callable[[Store], object],
    label: str,
) -> None:
    store = planned()
    for earlier in before:
        earlier(store)
    unchanged = visible(store)
    change(store)
    changed = visible(store)
    assert changed != unchanged
    for _ in range(2):
        store.close()
        store = planned()
        assert store.changes.undo() == label
        assert visible(store) == unchanged
        store.close()
        store = planned()
        assert store.changes.redo() == label
        assert visible(store) == changed
    assert store.changes.redo() is None
    assert visible(store) == changed


def test_changes_are_undone_one_after_the_other_to_the_very_first(planned: OpenStore) -> None:
    store = planned()
    states = [visible(store)]
    for change in (tick, add, skip, change_later, clear):
        change(store)
        states.append(visible(store))
    for state in states[-2::-1]:
        assert store.changes.undo()
        assert visible(store) == state
    assert store.changes.undo() == "adding of Walking to the plan"
    assert store.changes.undo() == "adding of Bridge to the plan"
    assert store.changes.undo() is None
    assert store.plan.prescriptions() == ()
    for _ in range(2 + 5):
        assert store.changes.redo()
    assert store.changes.redo() is None
    assert visible(store) == states[-1]


def test_a_new_change_ends_what_can_be_redone_but_not_what_can_be_undone(planned: OpenStore) -> None:
    store = planned()
    tick(store)
    add(store)
    store.changes.undo()
    store.diary.save(NOTE)
    assert store.changes.redo() is None
    assert store.changes.undo() == "check-in of 2026-11-21 08:01"
    assert store.changes.undo() == "Bridge done"
    assert store.changes.redo() == "Bridge done"
    assert store.changes.redo() == "check-in of 2026-11-21 08:01"
    assert store.changes.redo() is None


def test_a_change_of_another_process_is_undone_too(planned: OpenStore) -> None:
    store, other = planned(), planned()
    tick(store)
    other.diary.save(NOTE)
    assert store.changes.undo() == "check-in of 2026-11-21 08:01"
    assert other.changes.undo() == "Bridge done"
    assert store.changes.redo() == "Bridge done"
    assert visible(store) == visible(other)


def test_nothing_that_was_typed_is_ever_lost(store: Store) -> None:
    store.diary.save(NOTE)
    store.diary.save(EDITED)
    store.diary.delete(EDITED)
    for revert in (store.changes.undo, store.changes.undo, store.changes.redo, store.changes.redo, store.changes.undo):
        revert()
    store.diary.save(check_in(1, note="and once more"))
    lines = list(store._db.query("SELECT * FROM history"))
    before = {(line["table_name"], line["column_name"], line["before"]) for line in lines}
    assert {
        ("check_ins", "note", "as typed first"),
        ("check_ins", "note", "typed anew"),
        ("check_ins", "pain", 3),
        ("marks", "word", "hip"),
        ("marks", "word", "garden"),
    } <= before
    assert all(line["change_id"] in {row["id"] for row in store._db.query("SELECT * FROM changes")} for line in lines)


def test_a_change_says_when_and_by_which_device_also_when_it_is_undone(store: Store, clock: ManualClock) -> None:
    store.diary.save(NOTE)
    clock.advance(timedelta(hours=1, milliseconds=5))
    store.changes.undo()
    revs = [row["rev"] for row in store._db.query("SELECT * FROM changes")]
    assert revs == ["2026-11-21T08:30:00.000Z device01", "2026-11-21T09:30:00.005Z device01"]
    assert next(store._db.query("SELECT rev FROM check_ins"))["rev"] == revs[1]


def test_settings_are_kept_and_not_undone(open_store: OpenStore) -> None:
    store = open_store()
    assert store.settings.get() == Settings()
    weeks = WeekStarts().changed(6, TODAY).changed(0, TODAY + timedelta(days=90))
    chosen = Settings(time(0, 30), weeks, "nord", sound=False, pain_limit=0)
    store.diary.save(NOTE)
    store.settings.save(chosen)
    assert open_store().settings.get() == chosen
    assert store.changes.undo() == "check-in of 2026-11-21 08:01"
    assert store.changes.undo() is None
    store.settings.save(Settings(theme="gruvbox"))
    assert store.changes.redo() == "check-in of 2026-11-21 08:01"
    assert store.settings.get() == Settings(theme="gruvbox")


@pytest.mark.parametrize("day_starts_at", [time(0), time(4), time(12)])
def test_the_day_starts_when_the_settings_say(store: Store, clock: ManualClock, day_starts_at: time) -> None:
    store.settings.save(Settings(day_starts_at))
    expected = TODAY if day_starts_at < clock.now().time() else TODAY - timedelta(days=1)
    assert store.today() == expected


@pytest.mark.parametrize("problem", [RuntimeError, KeyboardInterrupt, JournalError])
def test_a_change_that_breaks_off_leaves_nothing(planned: OpenStore, problem: type[BaseException]) -> None:
    store = planned()
    unchanged = visible(store)

    def break_off() -> None:
        with store.changes.write("broken"):
            add(store)
            store.diary.save(NOTE)
            raise problem

    with pytest.raises(problem):
        break_off()
    assert visible(store) == unchanged
    assert store.changes.undo() == "adding of Walking to the plan"
    store.diary.save(NOTE)
    assert planned().diary.check_ins() == (NOTE,)


def test_a_change_that_the_tables_refuse_leaves_nothing(store: Store) -> None:
    def refused() -> None:
        with store.changes.write("refused"):
            store.diary.save(NOTE)
            store.changes.put("flare_ups", "f", {"first_day": "2026-02-31", "last_day": None})

    with pytest.raises(JournalError, match="cannot be used: CHECK constraint failed"):
        refused()
    assert store.diary.check_ins() == ()
    assert store.changes.undo() is None


def test_changes_within_a_change_are_one(planned: OpenStore) -> None:
    store = planned()
    unchanged = visible(store)
    several(store)
    assert store.changes.undo() == "starter plan"
    assert visible(store) == unchanged


def test_a_change_without_effect_leaves_nothing_to_undo(planned: OpenStore) -> None:
    store = planned()
    store.diary.save(NOTE)
    tick(store)
    store.changes.undo()
    store.diary.save(NOTE)
    store.diary.delete(check_in(9))
    clear(store)
    store.plan.reorder([])
    store.settings.save(store.settings.get())
    with store.changes.write("nothing"):
        pass
    assert store.changes.redo() == "Bridge done"
    assert store.changes.undo() == "Bridge done"
    assert store.changes.undo() == "check-in of 2026-11-21 08:01"


def test_a_check_in_that_was_undone_can_be_saved_again(store: Store) -> None:
    store.diary.save(NOTE)
    store.changes.undo()
    assert store.diary.check_ins() == ()
    store.diary.save(EDITED)
    assert store.diary.check_ins() == (EDITED,)
    store.changes.undo()
    assert store.diary.check_ins() == ()
    store.changes.redo()
    assert store.diary.check_ins() == (EDITED,)


def test_a_write_takes_the_lock_before_it_reads_anything(store: Store) -> None:
    statements: list[str] = []
    store._db.conn.set_trace_callback(statements.append)
    store.diary.save(check_in(1, pain=4))
    store.practices.clear("none", TODAY, "clearing", joined=True)
    begun = [statement for statement in statements if statement.upper().startswith("BEGIN")]
    assert begun == ["BEGIN IMMEDIATE"] * 2, "a deferred one cannot wait for another writer once it has read"
    # What to call the change is asked before it, and is no part of it.
    quick = ("PRAGMA busy_timeout", "SELECT 1 FROM check_ins WHERE id")
    assert next(each for each in statements if not each.startswith(quick)) == "BEGIN IMMEDIATE"
