"""Today at several sizes: what is seen, and texts that are longer than their room."""

from datetime import date

import pytest
from textual.events import MouseScrollDown
from textual.widget import Widget

from backjournal.model.doses import Dose
from backjournal.model.frozen import replace
from backjournal.model.schedules import Schedule
from backjournal.store.store import Store
from backjournal.tui.app import BackjournalApp
from tests.helpers.app import PLAN, Person, at_rest, running, seeded
from tests.helpers.values import TODAY, WALKING, check_in, shipped

NAMES = [shipped(key).exercise.name for key in PLAN]


async def test_the_smallest_screen_shows_all_six_exercises_of_a_plan(store: Store) -> None:
    async with running(BackjournalApp(seeded(store)), (60, 16)) as person:
        assert [name for name in NAMES if name in person.text] == NAMES
        await person.press("left")
        assert [name for name in NAMES if name in person.text] == NAMES


@pytest.mark.parametrize("text", ["day-notes", "exercise-detail"])
async def test_a_long_note_scrolls_in_its_own_place_by_keys_and_wheel(store: Store, text: str) -> None:
    note = "\n".join(f"line {number}" for number in range(60))
    seeded(store)
    store.diary.save(check_in(1, pain=3, note=note))
    shown = next(each for each in store.plan.prescriptions() if each.exercise_id == "side-plank")
    store.plan.change(shown, replace(shown, note=note), TODAY)
    async with running(BackjournalApp(store), (100, 30)) as person:
        await person.to_row("Side plank")
        for _ in range(3):
            if person.focus != text:
                await person.press("tab")
        assert person.focus == text
        assert scrolled(person, text) == 0
        await person.press("down", "pagedown")
        assert scrolled(person, text) > 5
        assert "esc back to the list" in person.text.splitlines()[-1]
        await person.press("home", "escape")
        assert (scrolled(person, text), person.focus) == (0, "checklist")
        await person.pilot._post_mouse_events([MouseScrollDown], widget=f"#{text}", offset=(3, 3), button=0)
        await at_rest(person.app)
        assert scrolled(person, text) > 0
        assert person.focus == "checklist"


async def test_tab_goes_to_no_text_that_has_room(store: Store) -> None:
    async with running(BackjournalApp(seeded(store)), (140, 45)) as person:
        await person.press("tab")
        assert person.focus == "checklist"


def scrolled(person: Person, text: str) -> float:
    """Return how far a text is scrolled."""
    return person.app.query_one(f"#{text}", Widget).scroll_offset.y


async def test_on_a_day_without_exercises_the_notes_have_the_room_to_the_last_line(store: Store) -> None:
    store.plan.prescribe(WALKING.exercise, Dose(minutes=20), Schedule.parse("mon"), date(2026, 11, 16))
    store.diary.save(check_in(1, note="\n".join(f"line {number}" for number in range(60))))
    async with running(BackjournalApp(store)) as person:
        assert person.text.splitlines()[-2].strip().startswith("line 1")
        await person.press("tab", "end")
        assert "line 59" in person.text.splitlines()[-2]
        await person.press("escape")
        assert person.focus == "today"
