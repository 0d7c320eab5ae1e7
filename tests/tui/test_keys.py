"""Keys that come faster than the app can follow, and keys in windows that cover a pane."""

import sys
from contextlib import nullcontext
from datetime import timedelta

import pytest

from backjournal.model.practices import Status
from backjournal.store.store import Store
from backjournal.tui import app as apps
from backjournal.tui.app import BackjournalApp
from backjournal.tui.core.title_bar import TabLine
from backjournal.tui.widgets.confirm import Confirm
from tests.helpers.app import COMFORTABLE, SIZES, running, seeded
from tests.helpers.values import TODAY
from tests.tui.today.test_today import done, practice

YESTERDAY = TODAY - timedelta(days=1)


@pytest.mark.slow
@SIZES
async def test_a_check_in_typed_in_one_burst_is_taken_whole(store: Store, size: tuple[int, int]) -> None:
    async with running(BackjournalApp(store), size) as person:
        await person.burst("n", "4", "tab", "6", "tab", "5", *["tab"] * 2, *"warm", "ctrl+s")
        assert len(person.app.screen_stack) == 1
        (saved,) = store.diary.check_ins()
        assert (saved.pain, saved.worst_pain, saved.mobility, saved.note) == (4, 6, 5, "warm")


@pytest.mark.slow
async def test_ctrl_s_waits_for_the_keys_before_it_in_every_kind_of_field(store: Store) -> None:
    async with running(BackjournalApp(store)) as person:
        for field, typed in (("pain", "10"), ("note", "abc"), ("stiffness_min", "35"), ("location", "hip")):
            await person.press("n", "4")
            await person.to_field(field)
            await person.burst(*typed, "ctrl+s")
            saved = store.diary.check_ins(limit=1)[0]
            saved_text = f"{saved.pain} {saved.note} {saved.values.get('stiffness_min')} {saved.marks}"
            assert typed in saved_text
            assert len(person.app.screen_stack) == 1


@pytest.mark.slow
async def test_panes_in_one_burst_end_in_the_last_one(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.burst("2", "3", "4")
        await person.threads_done()
        assert person.app.pane.id == "plan"
        assert person.focus == "prescriptions"
        assert person.app.query_one(TabLine).pane == "plan"


async def test_two_ticks_in_one_burst_tick_and_untick(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.to_row("Side plank")
        await person.burst("space", "space")
        assert practice(store, "side-plank") is None
        assert person.row.startswith("○ Side plank")
        await person.burst("+", "+")
        assert done(store, "side-plank") == (Status.DONE, 2), "both are counted"
        await person.burst("space", "space", "space")
        assert practice(store, "side-plank") is None


@pytest.mark.slow
async def test_a_tick_is_of_the_day_that_was_shown_when_the_key_came(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.press("left")
        await person.to_row("Walking")
        before = done(store, "walking")
        await person.burst("space", "right")
        assert done(store, "walking", YESTERDAY) == (Status.DONE, 30)
        assert done(store, "walking") == before
        assert person.app.day == TODAY


@pytest.mark.slow
async def test_esc_twice_in_one_burst_closes_what_is_open_and_nothing_else(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        for keys in (("n",), ("a",), ("s",), ("f",), ("comma",), ("x",), ("?",), ("4", "n"), ("4", "e")):
            await person.press(*keys)
            assert len(person.app.screen_stack) == 2
            await person.burst("escape", "escape")
            assert len(person.app.screen_stack) == 1, keys
            await person.press("1")
        await person.press("n", "4")
        await person.burst("escape", "escape", "escape")
        asked = [type(screen) for screen in person.app.screen_stack].count(Confirm)
        assert asked <= 1
        await person.press(*["escape"] * asked)
        assert person.window == "CheckInForm", "it was asked, and nothing is lost"
        assert person.answer("pain") == 4


@pytest.mark.slow
async def test_saving_and_leaving_in_one_burst_saves_once_and_does_not_ask(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        number = len(store.diary.check_ins())
        await person.press("n", "4")
        await person.burst("ctrl+s", "escape")
        assert len(person.app.screen_stack) == 1
        assert len(store.diary.check_ins()) == number + 1
        await person.press("4", "n", *"cat", "enter")
        await person.to_field("sets")
        await person.press("2")
        await person.burst("ctrl+s", "escape", "ctrl+s")
        assert len(person.app.screen_stack) == 1
        assert len(store.plan.prescriptions()) == 7


@pytest.mark.slow
async def test_n_adds_in_the_plan_and_is_a_letter_in_an_input(store: Store) -> None:
    async with running(BackjournalApp(seeded(store)), COMFORTABLE) as person:
        await person.press("4", "n")
        assert person.window == "AddExercise"
        await person.press("n", "escape", "2", "/", *"fun", "escape")
        assert len(person.app.screen_stack) == 1
        await person.press("/", "n")
        assert person.app.search == "n"
        assert "check-in" not in person.text.splitlines()[-1], "the line of keys does not offer what a letter cannot do"
        assert len(person.app.screen_stack) == 1
        await person.press("escape", "n")
        assert person.window == "CheckInForm"
        await person.to_field("note")
        await person.press("n")
        assert person.answer("note") == "n"
        assert len(person.app.screen_stack) == 2


@pytest.mark.slow
async def test_quitting_over_a_picker_says_that_the_form_below_has_unsaved_text(store: Store) -> None:
    async with running(BackjournalApp(store)) as person:
        await person.press("n", "4")
        await person.to_field("symptom")
        await person.press("enter", "ctrl+q")
        assert person.window == "SymptomPicker"
        assert person.notices == ["A window below has unsaved changes: close this one first."]
        await person.press("escape", "ctrl+q")
        assert person.window == "Confirm"
        await person.press("d", "n")
        await person.to_field("symptom")
        await person.press("enter", "ctrl+q")
        assert not person.app.is_running, "an unchanged form holds nothing back"


@pytest.mark.slow
async def test_the_palette_stays_closed_on_a_terminal_that_is_too_small(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.resize(50, 12)
        await person.press("ctrl+p", "n", "2", "u")
        assert person.window == "TooSmall"
        await person.resize(80, 24)
        assert len(person.app.screen_stack) == 1
        assert person.app.pane.id == "today"
        await person.press("ctrl+p")
        assert person.window == "CommandPalette"
        await person.press("escape")


@pytest.mark.slow
async def test_the_palette_offers_what_the_other_panes_do_and_does_it_there(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        for typed, title, pane, window in (
            ("plan add", "Plan: Add an exercise", "plan", "AddExercise"),
            ("diary edit", "Diary: Edit the check-in", "diary", "CheckInForm"),
            ("trends numbers of", "Trends: Show the numbers of the graph in a table", "trends", "ReadyScreen"),
            ("today one set", "Today: One set (or 5 minutes) more", "today", "ReadyScreen"),
            ("plan stop", "Plan: Stop the exercise; its past stays", "plan", "ReadyScreen"),
            ("today skip with", "Today: Skip with a reason", "today", "SkipDialog"),
        ):
            await person.press("ctrl+p")
            await person.write(typed)
            await person.app.workers.wait_for_complete()
            await person.threads_done()
            assert person.text.count(title) == 1
            await person.press("enter")
            await person.threads_done()
            assert (person.app.pane.id, person.window) == (pane, window)
            await person.press("escape")
            assert len(person.app.screen_stack) == 1


def test_a_key_waits_less_than_a_millisecond_for_a_thread_that_computes(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    running_with = []
    monkeypatch.setattr(apps, "drawn_on_terminal", nullcontext)
    monkeypatch.setattr(BackjournalApp, "run", lambda _: running_with.append(sys.getswitchinterval()))
    before = sys.getswitchinterval()
    try:
        apps.run(store)
    finally:
        sys.setswitchinterval(before)
    assert running_with
    assert running_with[0] < 0.001
