"""The app shows what another process writes and the new day, and keeps the person's place."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime, timedelta

import pytest

from backjournal.model.doses import Dose
from backjournal.model.exercises import Category, Exercise
from backjournal.model.flare_ups import FlareUp
from backjournal.model.practices import Practice, Status
from backjournal.model.schedules import Schedule
from backjournal.store.store import Store
from backjournal.tui.app import BackjournalApp
from backjournal.tui.core.journal_watch import LOCKED_LOOKS
from backjournal.tui.diary.entries import DiaryEntries
from tests.helpers.app import Person, many, running, seeded
from tests.helpers.clock import BERLIN, ManualClock
from tests.helpers.values import TODAY, check_in

TOMORROW = TODAY + timedelta(days=1)


async def test_the_app_looks_for_changes_within_a_second(store: Store) -> None:
    app = BackjournalApp(store)
    async with running(app):
        (timer,) = (timer for timer in app._timers if timer._callback == app.look_for_changes)
        assert timer._interval <= 1
        assert timer._active.is_set()
        assert timer._repeat is None, "it goes on for ever"


async def test_what_another_process_writes_is_shown_and_the_highlight_stays(
    store: Store, open_store: Callable[[], Store]
) -> None:
    other = open_store()
    async with running(BackjournalApp(seeded(store))) as person:
        await person.to_row("Bird-dog")
        plank = store.plan.prescriptions()[-1]
        other.practices.save(Practice(plank.id, TODAY, Status.DONE, 2), "ticked elsewhere")
        circles = Exercise("circles", "Arm circles", Category.FUNCTIONAL)
        other.plan.prescribe(circles, Dose(repetitions=10), Schedule(), TODAY)
        other.diary.save(check_in(1, pain=9, mobility=1))
        assert "Arm circles" not in person.text
        await person.look()
        assert "4 of 6 done" in person.text
        assert "pain 4   mobility 6" in person.text, "the latest check-in of the day is the one of 08:10"
        assert "Arm circles" in person.text
        assert "✓ Side plank" in person.text
        assert person.row.startswith("◐ Bird-dog")
        assert person.focus == "checklist"
        other.practices.clear(plank.id, TODAY, "unticked elsewhere")
        other.diary.save_flare_up(FlareUp("elsewhere", TODAY))
        await person.look()
        assert "3 of 6 done" in person.text
        assert "flare-up since Sat 21 Nov" in person.text


def line_with(person: Person, part: str) -> int:
    """Return the number of the first visible line that contains a text."""
    return next(number for number, line in enumerate(person.text.splitlines()) if part in line)


async def test_the_place_in_a_long_diary_stays(store: Store, open_store: Callable[[], Store]) -> None:
    other = open_store()
    async with running(BackjournalApp(many(store, 60))) as person:
        await person.press("2")
        await person.to_row("entry 40")
        shown = person.app.query_one(DiaryEntries)
        scrolled, line = shown.scroll_offset.y, line_with(person, "entry 40")
        assert scrolled > 10
        other.diary.save(check_in(1, pain=9, note="from elsewhere"))
        await person.look()
        assert store.diary.check_ins(limit=1)[0].note == "from elsewhere"
        assert person.row.endswith("entry 40")
        assert abs(shown.scroll_offset.y - scrolled) <= 1
        assert abs(line_with(person, "entry 40") - line) <= 1
        await person.press("home")
        assert person.row.endswith("from elsewhere")


@pytest.mark.slow
async def test_what_is_being_typed_stays(store: Store, open_store: Callable[[], Store]) -> None:
    other = open_store()
    async with running(BackjournalApp(seeded(store))) as person:
        await person.press("n", "7", "up")
        before = person.focus
        await person.to_field("stiffness_min")
        await person.write("3")
        other.diary.save(check_in(1, pain=9))
        await person.look()
        assert before != person.focus == "stiffness_min"
        assert person.window == "CheckInForm"
        assert (person.answer("pain"), person.answer("stiffness_min")) == (7, "3")
        await person.write("5")
        await person.press("ctrl+s")
        assert {saved.pain: saved.values.get("stiffness_min") for saved in store.diary.check_ins(TODAY, TODAY)} == {
            4: 20,
            7: 35,
            9: None,
        }
        await person.press("2", "/")
        await person.write("chair")
        other.diary.save(check_in(2, note="a better chair"))
        await person.look()
        assert person.focus == "search"
        state = person.app.diary_state
        assert state is not None
        assert [found.note for found in state.check_ins] == ["a better chair", "Größe ÄNDERN: the new chair helps."]
        await person.write("s")
        assert person.app.search == "chairs"


@pytest.mark.slow
async def test_an_edited_check_in_that_was_deleted_elsewhere_is_saved_all_the_same(
    store: Store, open_store: Callable[[], Store]
) -> None:
    store.diary.save(check_in(1, note="long text"))
    other = open_store()
    async with running(BackjournalApp(store)) as person:
        await person.press("2", "e", "8")
        other.diary.delete(check_in(1, note="long text"))
        await person.look()
        await person.press("ctrl+s")
        assert [(saved.pain, saved.note) for saved in store.diary.check_ins()] == [(8, "long text")]


async def test_the_turn_of_the_day(store: Store, clock: ManualClock) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.to_row("Bird-dog")
        clock.set(datetime(2026, 11, 22, 3, 59, tzinfo=BERLIN))
        await person.look()
        assert person.app.today == TODAY
        assert "today Sat 21 Nov" in person.text
        clock.set(datetime(2026, 11, 22, 4, 0, tzinfo=BERLIN))
        await person.look()
        assert (person.app.today, person.app.day) == (TOMORROW, TOMORROW)
        assert "today Sun 22 Nov" in person.text
        assert "Sun 22 Nov 2026" in person.text.splitlines()[0]
        assert "0 of 6 done" in person.text
        assert person.row.startswith("○ Bird-dog")
        await person.press("space")
        assert {each.day for each in store.practices.between(TOMORROW, date.max)} == {TOMORROW}


async def test_a_past_day_stays_over_the_turn_of_the_day(store: Store, clock: ManualClock) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.press("left")
        clock.set(datetime(2026, 11, 22, 9, 0, tzinfo=BERLIN))
        await person.look()
        assert (person.app.today, person.app.day) == (TOMORROW, TODAY - timedelta(days=1))
        assert "◂ Fri 20 Nov" in person.text
        await person.press("right")
        assert "yesterday Sat 21 Nov" in person.text
        await person.press("t")
        assert person.app.day == TOMORROW


async def test_a_journal_that_cannot_be_read_is_said_once_until_it_can_be(
    open_store: Callable[[], Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backjournal.tui.core.journal_watch.SECONDS_TO_READ", 0.01)
    store = seeded(open_store())
    async with running(BackjournalApp(store)) as person:
        for times in (1, 2):
            with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
                other.execute("BEGIN EXCLUSIVE")
                for _ in range(LOCKED_LOOKS + 1):
                    await person.look()
                assert len(person.notices) == times
                assert "is locked by another program" in person.notices[-1]
            open_store().diary.save(check_in(times))
            await person.look()
            assert "Child's pose" in person.text
