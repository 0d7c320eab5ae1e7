"""The journal's file is deleted, moved, replaced, cut off or locked while the app is open."""

import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from textual.widgets import Static

from backjournal.store.store import Store
from backjournal.tui.app import BackjournalApp
from backjournal.tui.core import journal_watch
from tests.helpers.app import Person, running, seeded
from tests.helpers.clock import ManualClock
from tests.helpers.values import check_in

OpenStore = Callable[[], Store]


def trouble(person: Person) -> str:
    """Return the text of the line above the panes; empty if it is not shown."""
    lines = [line for line in person.app.screen_stack[0].query("#trouble") if line.display]
    return person.app.trouble if lines else ""


def sentences(person: Person) -> str:
    """Return what a person reads on the screen, with its lines joined: the path of a test's journal may be long."""
    return " ".join(re.sub("[^ -~]", " ", person.text).split())


def another(journal: Path, note: str) -> Path:
    """Make another journal beside this one, as a sync program brings it from another device."""
    path = journal.with_name("brought.db")
    shutil.copy(journal, path)
    with closing(Store.open(path, ManualClock())) as store:
        store.diary.save(check_in(77, note=note))
    return path


GONE = "is gone: nothing can be saved until it is there again"


async def test_a_deleted_journal_is_told_once_in_place_and_its_backup_is_offered(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        store.path.unlink()
        await person.look()
        assert trouble(person) == (
            f"the journal {store.path} {GONE}; its newest sound backup is of 2026-11-21 09:30,"
            " and 'backjournal restore 2026-11-21' brings it back (here: B)"
        )
        assert "✗ the journal" in person.text
        assert "Child's pose" in person.text, "what was read stays on the screen"
        shown = person.text
        await person.look()
        assert (person.text, person.notices) == (shown, [])
        await person.press("space")
        assert GONE in person.notices[-1]
        assert not store.path.exists(), "nothing is made in its place"


async def test_over_a_window_trouble_is_told_once_in_a_notice(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.press("n")
        store.path.unlink()
        await person.look()
        await person.look()
        assert [GONE in notice for notice in person.notices] == [True]


@pytest.mark.slow
async def test_a_deleted_journal_is_restored_in_the_app(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        store.path.unlink()
        await person.look()
        await person.press("n", "8")
        assert person.answer("pain") == 8, "a form still opens"
        person.app.keep_drafts()
        await person.press("escape", "escape", "ctrl+s")
        assert GONE in sentences(person)
        await person.press("escape", "d", "B")
        await person.threads_done()
        await person.press("down", "enter")
        await person.threads_done()
        await person.press("y")
        await person.threads_done()
        assert trouble(person) == ""
        assert person.notices[-1] == "The backup of 2026-11-21 09:30 is restored."
        await person.press("space")
        with closing(Store.open(store.path, ManualClock())) as file:
            assert file.diary.check_ins() == store.diary.check_ins() != ()
            assert file.changes.undo() == "clearing of Child's pose on 2026-11-21"


async def test_a_journal_that_comes_back_is_all_there_again(store: Store) -> None:
    away = store.path.with_name("away.db")
    async with running(BackjournalApp(seeded(store))) as person:
        store.path.rename(away)
        await person.look()
        assert GONE in trouble(person)
        away.rename(store.path)
        await person.look()
        assert trouble(person) == ""
        assert "gone" not in person.text
        await person.press("space")
        assert person.notices == []
        store.path.rename(away)
        await person.look()
        assert GONE in trouble(person), "it is told again"


@pytest.mark.slow
async def test_what_is_typed_outlasts_a_deleted_journal(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.press("n", "7")
        away = store.path.rename(store.path.with_name("away.db"))
        await person.look()
        await person.press("ctrl+s")
        assert GONE in sentences(person), "the window covers the line: its own says it"
        assert person.answer("pain") == 7
        assert len(person.notices) == 1
        person.app.keep_drafts()
        away.rename(store.path)
        await person.look()
        await person.press("ctrl+s")
        assert person.window == "ReadyScreen"
        assert store.diary.check_ins()[0].pain == 7


@pytest.mark.slow
async def test_a_replaced_journal_is_taken_up_without_a_restart(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.press("2", "n", "6")
        another(store.path, "from the other device").replace(store.path)
        await person.press("ctrl+s")
        assert "was replaced by another one: nothing was saved, try again" in sentences(person)
        await person.look()
        await person.press("ctrl+s")
        assert person.window == "ReadyScreen"
        assert "from the other device" in person.text
        assert "Another program has replaced the journal: you see it as it is now." in person.notices
        with closing(Store.open(store.path, ManualClock())) as file:
            saved = file.diary.check_ins()
        assert saved == store.diary.check_ins()
        assert {(6, ""), (None, "from the other device")} <= {(each.pain, each.note) for each in saved}


async def test_a_replaced_journal_is_told_once_and_looked_at_for_damage(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        brought = another(store.path, "from the other device")
        page = store._db.value("SELECT rootpage FROM sqlite_master WHERE name = 'marks_by_word'")
        whole = brought.read_bytes()
        brought.write_bytes(whole[: (page - 1) * 4096] + bytes(4096) + whole[page * 4096 :])
        brought.replace(store.path)
        await person.look()
        await person.look()
        replaced, damaged = person.notices
        assert replaced == "Another program has replaced the journal: you see it as it is now."
        assert damaged.startswith(f"the journal {store.path} is damaged: ")


async def test_the_way_back_is_looked_for_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        store.path.unlink()
        await person.look()
        told, again = person.app.trouble, list[str]()
        monkeypatch.setattr(person.app, "_find_way_back", again.append)
        await person.look()
        assert (person.app.trouble, again) == (told, [])


async def test_a_way_back_that_is_found_too_late_is_not_told(store: Store) -> None:
    async with running(BackjournalApp(store)) as person:
        person.app._add_way_back("what was wrong before", "a way back")
        assert trouble(person) == person.app.trouble == ""


async def test_damage_that_every_look_meets_is_told_once(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        page = store._db.value("SELECT rootpage FROM sqlite_master WHERE name = 'check_ins'")
        whole = store.path.read_bytes()
        store.path.write_bytes(whole[: (page - 1) * 4096] + bytes(4096) + whole[page * 4096 :])
        with closing(sqlite3.connect(store.path)) as other, other:
            other.execute("PRAGMA user_version = 1")
        for _ in range(3):
            await person.look()
        assert ["is damaged" in notice for notice in person.notices] == [True]


@pytest.mark.slow
async def test_the_trends_follow_a_replaced_journal(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.press("3")
        await person.threads_done()
        before = person.app.record
        another(store.path, "from the other device").replace(store.path)
        await person.look()
        await person.threads_done()
        assert before is not None
        assert person.app.record is not None
        noted = [sum(day.check_ins for day in record.diary.values()) for record in (before, person.app.record)]
        assert noted[1] == noted[0] + 1


async def test_a_journal_written_over_in_place_is_followed(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        brought = another(store.path, "copied over")
        await person.look()
        store.path.write_bytes(brought.read_bytes())
        await person.look()
        await person.press("2")
        assert "copied over" in person.text
        await person.press("1", "space")
        assert trouble(person) == ""


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "cut off": lambda whole: whole[: len(whole) // 2],
    "emptied": lambda _whole: b"",
    "another file": lambda whole: b"no journal at all" * (len(whole) // 17),
    "a few bytes": lambda _whole: b"short",
}


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.slow
async def test_a_damaged_journal_is_told_and_never_written(store: Store, damage: str) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.look()
        whole = store.path.read_bytes()
        damaged = DAMAGES[damage](whole)
        store.path.write_bytes(damaged)
        await person.press("space")
        assert store.path.read_bytes() == damaged
        await person.look()
        assert "its newest sound backup is of 2026-11-21 09:30" in trouble(person)
        assert "Child's pose" in person.text
        told = len(person.notices)
        await person.look()
        assert len(person.notices) == told
        assert store.path.read_bytes() == damaged
        store.path.write_bytes(whole)
        await person.look()
        assert trouble(person) == ""
        await person.press("space")
        with closing(Store.open(store.path, ManualClock())) as again:
            again.check(thoroughly=True)


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.slow
async def test_the_backups_are_the_way_back_from_any_damage(store: Store, damage: str) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.look()
        store.path.write_bytes(DAMAGES[damage](store.path.read_bytes()))
        await person.look()
        shown = str(person.app.screen_stack[0].query_one("#trouble", Static).content)
        assert f"'backjournal --journal {store.path} restore 2026-11-21'" in shown
        await person.press("B")
        await person.threads_done()
        assert person.window == "BackupsWindow"
        await person.press("enter")
        await person.threads_done()
        assert "or beside the journal if it is damaged" in " ".join(sentences(person).split())
        await person.press("y")
        await person.threads_done()
        assert trouble(person) == ""
        assert "The damaged journal is kept as journal.db.damaged-" in person.notices[-1]


async def test_a_damaged_file_in_the_place_of_the_journal_is_not_taken_up(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        bad = store.path.with_name("bad.db")
        bad.write_bytes(store.path.read_bytes()[:5000])
        bad.replace(store.path)
        await person.look()
        assert "is damaged" in trouble(person)
        another_store = store.path.with_name("good.db")
        backup = next((store.path.parent / "backups").iterdir())
        shutil.copy(backup, another_store)
        another_store.replace(store.path)
        await person.look()
        assert trouble(person) == ""
        await person.press("space")
        with closing(Store.open(store.path, ManualClock())) as again:
            assert again.changes.undo() == "clearing of Child's pose on 2026-11-21"


async def test_each_copy_of_a_sync_program_is_named_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal_watch, "LOOKS_BETWEEN", 1)
    names = ["journal.sync-conflict-20261121-093000-ABCDEFG.db", "journal (Anna's conflicted copy 2026-11-21).db"]
    async with running(BackjournalApp(seeded(store))) as person:
        for number, name in enumerate(names, 1):
            store.path.with_name(name).write_bytes(b"")
            await person.look()
            await person.look()
            assert len(person.notices) == number
            assert name in person.notices[-1]
            assert "'backjournal check' says more" in person.notices[-1]


@contextmanager
def locked(path: Path) -> Iterator[None]:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for no locks, which would only take the time of the tests."""
    monkeypatch.setattr(journal_watch, "SECONDS_TO_READ", 0)
    monkeypatch.setattr(journal_watch, "SECONDS_TO_WRITE", 0)
    monkeypatch.setattr("backjournal.store.connection.BUSY_SECONDS", 0)


@pytest.mark.usefixtures("impatient")
async def test_a_short_lock_is_not_told_and_what_could_not_be_read_is_read_soon(
    store: Store, open_store: OpenStore
) -> None:
    other = open_store()
    async with running(BackjournalApp(seeded(store))) as person:
        with locked(store.path):
            await person.press("left")
            await person.look()
            await person.look()
        await person.look()
        assert "yesterday Fri 20 Nov" in person.text
        assert person.notices == []
        other.diary.save(check_in(1, note="from elsewhere"))
        await person.press("2")
        await person.look()
        assert "from elsewhere" in person.text


def waiting(store: Store) -> int:
    """Return how long the store waits for a lock, in milliseconds."""
    return int(store._db.value("PRAGMA busy_timeout"))


def test_the_app_waits_for_locks_only_briefly(store: Store) -> None:
    assert (journal_watch.SECONDS_TO_READ, journal_watch.SECONDS_TO_WRITE) < (0.2, 1.1)
    BackjournalApp(store)
    waits = [waiting(store)]
    with store.changes.write("a change"):
        waits.append(waiting(store))
    waits.append(waiting(store))
    store.path.rename(store.path.with_name("away.db"))
    shutil.copy(store.path.with_name("away.db"), store.path)
    assert store.changes.follow_file()
    assert [*waits, waiting(store)] == [50, 1000, 50, 50]


KEYS = ("n", "f", "E", "m", "t", "u", "U", "x", "comma", "exclamation_mark", "question_mark", "B", "left", "right")
PANE_KEYS = {
    "1": ("space", "s", "S", "a", "i", "y", "e", "z", "p", "enter", "plus", "minus"),
    "2": ("e", "d", "enter", "/"),
    "3": ("tab", "c", "C", "v", "k", "r", "b", "o", "plus"),
    "4": ("e", "d", "g", "shift+up", "n", "a", "o", "enter"),
    "5": ("enter", "r", "e", "d", "a", "i"),
}


@pytest.mark.slow
@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("pane", PANE_KEYS)
async def test_no_key_ends_the_app_while_the_journal_is_locked(store: Store, pane: str) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.press(pane)
        await person.threads_done()
        for key in (*PANE_KEYS[pane], *KEYS):
            with locked(store.path):
                await person.press(key)
                if person.window not in ("ReadyScreen", "Page"):
                    await person.press("ctrl+s")
                await person.threads_done()
            while len(person.app.screen_stack) > 1:
                person.app.pop_screen()
                await person.threads_done()
            await person.look()
        assert person.app.is_running
        assert trouble(person) == ""
