"""The mouse: what a click does in each pane and window, and that the keys work afterwards as before."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual import events
from textual.widgets import Button, Input

from backjournal.model.practices import Status
from backjournal.store.store import Store
from backjournal.tui.app import BackjournalApp
from backjournal.tui.widgets.key_line import KeyLine
from tests.helpers.app import COMFORTABLE, LOW, Person, at_rest, running, seeded
from tests.helpers.measures_app import measured
from tests.helpers.values import TODAY
from tests.tui.today.test_today import done, practice

PANES = {"1": "today", "2": "diary", "3": "trends", "4": "plan", "5": "measures"}


def places(person: Person) -> Iterator[tuple[int, int]]:
    """Yield a place in each part of the screen that a click can tell apart: a widget, a link, a row, a row's sign."""
    width, height = person.app.size
    seen = set()
    for y in range(height):
        for x in range(width):
            widget, _ = person.screen.get_widget_at(x, y)
            meta = person.screen.get_style_at(x, y).meta
            part = (id(widget), meta.get("@click"), meta.get("option"), x < 4, meta.get("row"))
            if part not in seen:
                seen.add(part)
                yield x, y


async def click_at(person: Person, x: int, y: int) -> None:
    """Click at a place of the screen."""
    await person.pilot.click(offset=(x, y))
    await person.threads_done()


async def click_on(person: Person, text: str) -> None:
    """Click on the first place of the screen that has a text."""
    x, y = next((line.index(text), y) for y, line in enumerate(person.text.splitlines()) if text in line)
    await click_at(person, x, y)


async def turn_wheel_on(person: Person, text: str) -> None:
    """Turn the wheel down on the first place of the screen that has a text."""
    x, y = next((line.index(text), y) for y, line in enumerate(person.text.splitlines()) if text in line)
    down = events.MouseScrollDown(None, x, y, 0, 0, 0, False, False, False, x, y)
    person.screen._forward_event(down)
    await person.threads_done()


@pytest.mark.slow
@pytest.mark.parametrize("key", PANES)
@pytest.mark.parametrize("size", [LOW, COMFORTABLE], ids=["80x24", "100x30"])
async def test_after_a_click_anywhere_in_a_pane_its_keys_work(store: Store, key: str, size: tuple[int, int]) -> None:
    async with running(BackjournalApp(seeded(store)), size) as person:
        await person.press(key)
        await person.threads_done()
        for x, y in list(places(person)):
            await click_at(person, x, y)
            while len(person.app.screen_stack) > 1:
                await person.press("escape")
            await person.threads_done()
            keyboard, pane = person.app.focused, person.app.pane
            pane.focus_main()
            await at_rest(person.app)
            assert keyboard is person.app.focused or isinstance(keyboard, Input), f"{pane.id}: {x}, {y}"
            await person.press("escape", key)
            await person.threads_done()
        assert person.app.pane.id == PANES[key]


@pytest.mark.parametrize(
    ("key", "first", "second", "window"),
    [
        ("1", "Knee to chest", "Walking", "ExercisePage"),
        ("2", "Größe ÄNDERN", "Can hardly", "Page"),
        ("4", "Knee to chest", "Bridge", "ExercisePage"),
        ("5", "PSFS activities", "Front plank", "ResultForm"),
    ],
)
@pytest.mark.slow
async def test_a_click_highlights_a_row_and_a_second_one_opens_it(
    store: Store, key: str, first: str, second: str, window: str
) -> None:
    async with running(BackjournalApp(measured(seeded(store)))) as person:
        await person.press(key)
        await person.threads_done()
        for row in (first, second, first):
            await click_on(person, row)
            assert (len(person.app.screen_stack), row in person.row) == (1, True), "a click highlights"
        await click_on(person, first)
        assert person.window == window
        await person.press("escape")
        await person.press("down")
        assert first not in person.row, "the keys work as before"
        await person.press("up")
        await click_on(person, first)
        assert len(person.app.screen_stack) == 1, "keys came between: it is a first click again"


async def test_a_click_on_the_sign_ticks_and_one_on_the_row_never_begins_a_practice(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.click("ChecklistEntries", 2, 9)
        assert done(store, "side-plank") == (Status.DONE, 2)
        await person.click("ChecklistEntries", 2, 9)
        assert practice(store, "side-plank") is None
        await click_on(person, "Side plank")
        await click_on(person, "Side plank")
        assert person.window == "ExercisePage"
        await person.press("escape", "e")
        assert practice(store, "side-plank") is None
        await click_on(person, "⏎ practise")
        assert person.window == "GuidedPractice", "the last line says how it is begun"


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("writes down what is due", "Measure"),
        ("n check-in", "CheckInForm"),
        ("check-in  ", "CheckInForm"),
        ("skip", "SkipDialog"),
        ("? help", "HelpPage"),
    ],
)
@pytest.mark.slow
async def test_lines_that_name_a_key_press_it(store: Store, text: str, there: str) -> None:
    async with running(BackjournalApp(measured(seeded(store)))) as person:
        await click_on(person, text)
        assert person.window.startswith(there)


@pytest.mark.slow
async def test_the_lines_of_the_help_and_of_empty_panes_press_their_keys(store: Store) -> None:
    async with running(BackjournalApp(store), (100, 80)) as person:
        await click_on(person, "write how your back is")
        assert person.window == "CheckInForm"
        await person.press("escape", "2")
        await click_on(person, "write down a flare-up")
        assert person.window == "FlareUpForm"
        await person.press("escape", "?")
        await click_on(person, "an experiment: start")
        assert person.window == "ExperimentPage"
        await person.press("escape", "?")
        await click_on(person, "go to Plan")
        assert (len(person.app.screen_stack), person.app.pane.id) == (1, "plan")
        await person.press("?")
        await click_on(person, "m opens the manual")
        assert person.window == "ManualWindow"


@pytest.mark.slow
async def test_a_button_leaves_the_keyboard_where_something_is_typed(store: Store) -> None:
    async with running(BackjournalApp(seeded(store)), COMFORTABLE) as person:
        await person.press("n", "4")
        await person.to_field("note")
        await person.write("war")
        await click_on(person, "Leave (esc)")
        await click_on(person, "Keep writing")
        await person.write("m")
        assert person.answer("note") == "warm"


async def test_a_click_on_what_a_search_has_found_leaves_the_keyboard_to_the_search(store: Store) -> None:
    async with running(BackjournalApp(store), COMFORTABLE) as person:
        await person.press("4", "n")
        await click_on(person, "Bridge")
        await person.write("walk")
        assert person.screen.query_one(Input).value == "walk"
        await click_on(person, "▸Walking")
        await click_on(person, "▸Walking")
        assert person.window == "PrescriptionForm"


@pytest.mark.slow
async def test_a_click_ticks_a_symptom_or_takes_a_reason_and_one_on_a_label_goes_to_its_field(store: Store) -> None:
    async with running(BackjournalApp(seeded(store)), COMFORTABLE) as person:
        await person.press("n")
        await person.to_field("symptom")
        await person.press("enter")
        await click_on(person, "[ ] A fever")
        assert person.window == "AdviceScreen", "it is ticked, and answered at once"
        await person.press("escape")
        assert "[x] A fever" in person.text
        await person.press("escape")
        assert person.answer("symptom") == ("fever with back pain",)
        await click_on(person, "Note")
        await person.write("tired")
        assert person.answer("note") == "tired"
        await person.press("escape", "d")
        await person.to_row("Side plank")
        await click_on(person, "s skip")
        await click_on(person, "2 illness")
        skipped = practice(store, "side-plank")
        assert skipped is not None
        assert skipped.reason == "illness"


async def test_the_wheel_scrolls_what_is_under_it(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        how_to = person.app.query_one("#exercise-detail")
        await turn_wheel_on(person, "Start on your hands")
        assert how_to.scroll_y > 0
        await click_on(person, "hands and")
        await click_on(person, "mobility")
        assert person.focus == "checklist"
        await person.press("4")
        await person.threads_done()
        rows = person.app.query_one("#prescriptions")
        await turn_wheel_on(person, "Knee to chest")
        assert rows.scroll_y > 0
        await person.press("n")
        library = person.screen.query_one("#library")
        await turn_wheel_on(person, "Bridge")
        assert library.scroll_y > 0


async def test_the_six_daily_tasks_by_mouse_alone(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await click_on(person, "○ Side plank")
        assert done(store, "side-plank") == (Status.DONE, 2), "ticked"
        await click_on(person, "u undo")
        assert practice(store, "side-plank") is None, "undone"
        for place in ("s skip", "6 no time"):
            await click_on(person, place)
        skipped = practice(store, "side-plank")
        assert skipped is not None
        assert skipped.reason == "no time", "skipped"
        for place in ("n check-in", " 7 ", "ctrl+s save"):
            await click_on(person, place)
        assert store.diary.check_ins(limit=1)[0].pain == 7, "a check-in"
        await click_on(person, "3 Trends")
        assert person.app.pane.id == "trends", "the weeks"
        await click_on(person, "1 Today")
        await click_on(person, "⏎ practise")
        assert person.window == "GuidedPractice", "practised"


@pytest.mark.slow
@pytest.mark.parametrize(
    "keys",
    ["n", "s", "comma", "x", "f", "B", "a", "4 n", "4 e", "5 a", "3 tab tab tab c", "question_mark m", "E"],
)
async def test_after_a_click_anywhere_in_a_window_a_field_or_list_has_the_keyboard(
    store: Store, keys: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # one of the clicks saves an export
    async with running(BackjournalApp(measured(seeded(store)))) as person:
        for key in ("down", *keys.split()):
            await person.press(key)
            await person.threads_done()
        opened = person.screen
        focus = person.app.focused
        assert len(person.app.screen_stack) > 1
        for x, y in list(places(person)):
            if isinstance(person.screen.get_widget_at(x, y)[0], KeyLine):
                continue  # its keys may move the keyboard
            await click_at(person, x, y)
            while person.screen is not opened and len(person.app.screen_stack) > 1:
                await person.press("escape")
            if person.screen is not opened:
                break  # a click has closed it
            keyboard = person.app.focused
            assert keyboard is focus or (keyboard and not isinstance(keyboard, Button)), f"after a click at {x}, {y}"


async def test_a_line_of_the_help_of_a_practice_presses_its_key(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.to_row("Side plank")
        await person.press("enter")
        assert "GET READY" in person.text
        await person.press("question_mark")
        await click_on(person, "go on to the next step")
        assert person.window == "GuidedPractice"
        assert "GET READY" not in person.text


async def test_what_is_due_in_the_third_column_is_opened_by_a_click(store: Store) -> None:
    plan_only = seeded(store)
    plan_only.diary.delete(plan_only.diary.check_ins(TODAY, TODAY)[0])
    async with running(BackjournalApp(plan_only), (160, 45)) as person:
        await click_on(person, "a check-in")
        assert person.window == "CheckInForm"
