"""A tick reads and draws only what it changes, and shows nothing that is not on the disk."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from textual.screen import Screen
from textual.strip import Strip

from backjournal.model.practices import Practice, Status
from backjournal.model.schedules import Schedule
from backjournal.store.store import Store
from backjournal.tui.app import BackjournalApp
from backjournal.tui.core.state import DayState, read_day
from backjournal.tui.today.checklist import ChecklistEntries
from tests.helpers.app import Person, running, seeded
from tests.helpers.values import BIRD_DOG, BRIDGE, TODAY, WALKING

OpenStore = Callable[[], Store]


def as_read(store: Store, state: DayState | None) -> DayState:
    """Return the state of the same day as it is read afresh."""
    assert state
    return read_day(store, state.day, state.today)


async def test_a_tick_reads_one_practice_and_nothing_of_the_plan_or_the_diary(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.to_row("Bird-dog")
        asked: list[str] = []
        store._db.conn.set_trace_callback(asked.append)
        await person.press("space")
        assert "practices" in " ".join(asked)
        for table in ("prescriptions", "exercises", "check_ins", "marks", "flare_ups", "answers", "stopwatches"):
            assert not [sql for sql in asked if f"FROM {table}" in sql], table
        assert not [sql for sql in asked if "FROM practices" in sql and "BETWEEN" in sql]


async def test_a_tick_lays_nothing_out_anew(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.to_row("Bird-dog")
        laid_out: list[object] = []
        monkeypatch.setattr(Screen, "_refresh_layout", lambda *given, **_: laid_out.append(given))
        await person.press("space")
        assert not laid_out


async def test_a_tick_draws_no_other_row_anew(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.to_row("Bird-dog")
        assert "◐ Bird-dog" in person.text
        drawn: list[int] = []
        render_line = ChecklistEntries.render_line

        def watched(entries: ChecklistEntries, y: int) -> Strip:
            drawn.append(y)
            return render_line(entries, y)

        monkeypatch.setattr(ChecklistEntries, "render_line", watched)
        await person.press("space")
        assert person.line("▸").startswith("▸✓ Bird-dog")
        assert drawn == [person.app.query_one(ChecklistEntries).highlighted]


async def test_what_a_tick_shows_is_on_the_disk(store: Store, open_store: OpenStore) -> None:
    seeded(store)
    async with running(BackjournalApp(store)) as person:
        other, found = open_store(), []

        def look(state: DayState) -> None:
            found.append(read_day(other, state.day, state.today) == state)

        person.app.watch(person.app, "day_state", look, init=False)
        await person.to_row("Bird-dog")
        await person.press("space", "space", "plus", "minus")
        assert found == [True] * 4


@pytest.mark.slow
async def test_a_tick_shows_what_reading_the_day_would_show(store: Store) -> None:
    thrice = Schedule.parse("3 times a week")
    store.plan.prescribe(BRIDGE.exercise, BRIDGE.dose, Schedule(), TODAY - timedelta(days=20))
    store.plan.prescribe(BIRD_DOG.exercise, BIRD_DOG.dose, thrice, TODAY - timedelta(days=20))
    walking = store.plan.prescribe(WALKING.exercise, WALKING.dose, thrice, TODAY - timedelta(days=20))
    store.practices.save(Practice(walking.id, TODAY, Status.SKIPPED, reason="illness"), "")
    async with running(BackjournalApp(store)) as person:
        for name in ("Bridge", "Bird-dog", "Walking"):
            await _ticks_as_read(store, person, name)
        await person.press("left", "left")
        for name in ("Bridge", "Bird-dog", "Walking"):
            await _ticks_as_read(store, person, name)


async def test_an_extra_that_is_ticked_and_taken_back_leaves_the_list(store: Store) -> None:
    store.plan.prescribe(BRIDGE.exercise, BRIDGE.dose, Schedule(), TODAY - timedelta(days=20))
    store.plan.prescribe(BIRD_DOG.exercise, BIRD_DOG.dose, Schedule.parse("mon"), TODAY - timedelta(days=20))
    async with running(BackjournalApp(store)) as person:
        await person.press("e", "space")
        assert person.row.startswith("✓ Bird-dog")
        await person.press("space")
        assert person.app.day_state == as_read(store, person.app.day_state)
        assert "Bird-dog" not in person.text


async def _ticks_as_read(store: Store, person: Person, name: str) -> None:
    await person.to_row(name)
    for key in ("space", "space", "plus", "minus", "space"):
        await person.press(key)
        assert person.app.day_state == as_read(store, person.app.day_state), (name, key)
