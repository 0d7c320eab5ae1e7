"""The frame of the app: panes, help, palette, themes, sizes, files, settings, undo and quitting."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from backjournal.model.settings import Settings
from backjournal.store.store import Store
from backjournal.tui.app import BackjournalApp
from backjournal.tui.widgets.confirm import Confirm
from tests.helpers.app import COMFORTABLE, at_rest, running, seeded
from tests.helpers.values import TODAY


async def test_the_panes_by_key_and_by_mouse(store: Store) -> None:
    async with running(BackjournalApp(seeded(store), "All of this is made up")) as person:
        assert person.text.splitlines()[0].strip() == "All of this is made up"
        for key, pane, focus in (("2", "diary", "DiaryEntries"), ("4", "plan", "prescriptions"), ("1", "today", "")):
            await person.press(key)
            assert person.app.pane.id == pane
            assert person.focus == focus or not focus
        assert person.focus == "checklist"
        await person.click("#tabs", len(" 1 Today ") + 2)
        assert person.app.pane.id == "diary"
        assert person.focus == "DiaryEntries"
        await person.press("3")
        await person.threads_done()
        assert person.app.pane.id == "trends"
        await person.press("2", "n", "3")
        assert person.window == "CheckInForm", "a digit in a form is a value"


@pytest.mark.slow
async def test_help_lists_the_keys_of_each_pane(store: Store) -> None:
    async with running(BackjournalApp(seeded(store)), (100, 120)) as person:
        for key, title, help_line in (
            ("1", "Help: Today", "tick as done (one of the day's times), or take the tick back"),
            ("2", "Help: Diary", "edit the check-in"),
            ("3", "Help: Trends", "a longer range"),
            ("4", "Help: Plan", "stop the exercise; its past stays"),
        ):
            await person.press(key)
            await person.threads_done()
            await person.press("?")
            assert person.window == "HelpPage"
            for line in (
                title,
                help_line,
                "undo",
                "redo what was undone",
                "export as CSV",
                "settings: day, week",
                "quit",
            ):
                assert line in person.text
            await person.press("q")
            assert len(person.app.screen_stack) == 1, "q closes the page and not the app"


@pytest.mark.slow
async def test_the_palette_finds_actions_and_themes(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        for typed, title in (("export", "Export as CSV"), ("skip", "Skip with a reason"), ("theme", "Theme")):
            await person.press("ctrl+p")
            assert person.window == "CommandPalette"
            await person.write(typed)
            await person.app.workers.wait_for_complete()
            await at_rest(person.app)
            assert title in person.text
            await person.press("escape")
        assert len(person.app.screen_stack) == 1


@pytest.mark.slow
async def test_a_chosen_theme_is_kept(store: Store) -> None:
    app = BackjournalApp(store)
    async with running(app) as person:
        app.theme = "nord"
        await at_rest(app)
        assert store.settings.get().theme == "nord"
        await person.press("u")
        assert person.notices == ["There is nothing left to undo."]
    async with running(BackjournalApp(store)) as person:
        assert person.app.theme == "nord"


@pytest.mark.slow
async def test_a_small_terminal_says_so_and_keeps_what_was_typed(store: Store) -> None:
    async with running(BackjournalApp(seeded(store)), (59, 16)) as person:
        assert "The terminal is too small." in person.text
        assert "60×16" in person.text
        await person.resize(60, 16)
        assert len(person.app.screen_stack) == 1
        assert "Child's pose" in person.text
        await person.press("n", "4")
        await person.resize(60, 15)
        assert person.window == "TooSmall"
        await person.resize(100, 30)
        assert person.window == "CheckInForm"
        assert person.answer("pain") == 4
        await person.press("ctrl+s")
        assert store.diary.check_ins(limit=1)[0].pain == 4


async def test_undo_and_redo_name_what_they_do(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        before = store.practices.between(TODAY, TODAY)
        await person.to_row("Side plank")
        await person.press("space")
        after = store.practices.between(TODAY, TODAY)
        assert len(after) == len(before) + 1
        await person.press("u")
        assert store.practices.between(TODAY, TODAY) == before
        assert person.row.startswith("○")
        await person.press("U")
        assert store.practices.between(TODAY, TODAY) == after
        assert person.row.startswith("✓")
        await person.press("U", "u", "u")
        assert person.notices == [
            "Undone: tick of Side plank on 2026-11-21",
            "Done again: tick of Side plank on 2026-11-21",
            "There is nothing left to redo.",
            "Undone: tick of Side plank on 2026-11-21",
            "There is nothing left to undo.",
        ]


async def test_quitting_asks_only_about_a_changed_form(store: Store) -> None:
    async with running(BackjournalApp(store)) as person:
        await person.press("n", "4", "ctrl+q")
        assert person.window == "Confirm"
        assert person.app.is_running
        await person.press("ctrl+q")
        assert [type(screen) for screen in person.app.screen_stack].count(Confirm) == 1, "it asks once"
        assert person.notices == []
        await person.press("s")
        assert [saved.pain for saved in store.diary.check_ins()] == [4]
        await person.press("n", "5", "ctrl+q")
        assert person.window == "Confirm"
        await person.press("d", "q")
        assert not person.app.is_running
    assert person.app.return_code == 0


@pytest.mark.slow
async def test_what_was_typed_just_before_quitting_is_asked_about_too(store: Store) -> None:
    async with running(BackjournalApp(store)) as person:
        await person.press("n")
        await person.burst("4", "ctrl+q")
        assert person.window == "Confirm"
        await person.press("s")
        assert [saved.pain for saved in store.diary.check_ins()] == [4]


@pytest.mark.slow
async def test_a_locked_journal_is_one_line_and_the_app_goes_on(
    journal: Path, open_store: Callable[[], Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backjournal.store.connection.BUSY_SECONDS", 0.01)
    store = seeded(open_store())
    async with running(BackjournalApp(store)) as person:
        await person.to_row("Side plank")
        with closing(sqlite3.connect(journal, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            await person.press("space")
            assert person.row.startswith("○")
            await person.press("n", "f", "comma", "u", "2", "d", "3")
            person.app.theme = "nord"
            await person.look()
            assert person.app.is_running
            assert len(person.app.screen_stack) == 1
            assert all("is locked by another program" in notice for notice in person.notices)
            assert 1 <= len(person.notices) <= 10
        await person.press("1", "space")
        assert person.row.startswith("✓")
        assert len(store.diary.check_ins()) == 10


@pytest.mark.slow
@pytest.mark.parametrize("backed_up", [False, True])
async def test_damage_that_no_screen_has_met_is_said_after_the_start(store: Store, *, backed_up: bool) -> None:
    if backed_up:
        store.back_up()
    page = store._db.value("SELECT rootpage FROM sqlite_master WHERE name = 'marks_by_word'")
    with store.path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(bytes(4096))
    async with running(BackjournalApp(store), COMFORTABLE) as person:
        (notice,) = person.notices
        assert notice.startswith("no backup was made: ") != backed_up
        assert f"the journal {store.path} is damaged: put a backup in its place" in notice


async def test_a_backup_that_fails_is_said_and_an_unknown_theme_passed_over(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    (store.path.parent / "backups").write_text("in the way")
    store.settings.save(Settings(theme="a theme of another version"))
    async with running(BackjournalApp(store), COMFORTABLE) as person:
        (notice,) = person.notices
        assert notice.startswith("no backup was made: ")
        assert person.app.theme in person.app.available_themes
        assert person.app.is_running


@pytest.mark.slow
async def test_a_window_that_is_opened_at_once_is_in_the_middle(store: Store) -> None:
    app = BackjournalApp(seeded(store))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n")
        await pilot.pause()
        window = app.screen.query_one(".window").region
        assert abs(window.x - (120 - window.right)) <= 1
        assert window.y > 1
