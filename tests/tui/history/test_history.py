"""The windows of the past: what a row was before, and the bin."""

from dataclasses import replace
from datetime import timedelta

import pytest

from backjournal.store.store import Store
from backjournal.tui.app import BackjournalApp
from tests.helpers.app import SIZES, running, seeded
from tests.helpers.values import TODAY


async def test_h_shows_what_a_check_in_was_before(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        known = store.diary.check_ins(limit=1)[0]
        store.diary.save(replace(known, values={**known.values, "pain": 5}))
        await person.look()
        await person.press("2", "h")
        assert person.window == "Page"
        assert "History: Check-in of Sat 21 Nov 2026, 08:10" in person.text
        assert person.line("Pain: from").strip(" │") == "Pain: from 4 to 5"
        await person.press("escape")
        assert person.window == "ReadyScreen"


@pytest.mark.slow
async def test_h_shows_the_ticks_of_a_day_and_the_doses_of_the_plan(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.to_row("Side plank")
        await person.press("h")
        assert person.notices == ["Neither ticked nor skipped on this day so far: there is no history."]
        await person.press("space", "space", "h")
        assert "Practice of Side plank, deleted: 2 versions, newest first." in person.text
        await person.press("escape", "4")
        await person.to_row("Side plank")
        await person.press("h")
        assert "Dose of Side plank: 1 version, newest first." in person.text
        await person.press("escape")


@SIZES
async def test_the_bin_shows_what_was_deleted_and_puts_it_back(store: Store, size: tuple[int, int]) -> None:
    async with running(BackjournalApp(seeded(store)), size) as person:
        gone = store.diary.check_ins(limit=1)[0]
        await person.press("2", "d", "D")
        assert person.window == "BinWindow"
        assert "Check-in  deleted 21 Nov 2026, 09:30" in person.text
        await person.press("enter")
        assert store.diary.check_ins(limit=1)[0] == gone
        assert person.notices[-1] == "Put back: Check-in. u takes it back."
        assert "The bin is empty." in person.text
        await person.press("u")
        assert "Check-in  undone 21 Nov" in person.text, "the list follows an undo"
        await person.press("escape")
        assert person.window == "ReadyScreen"
        assert gone not in store.diary.check_ins()


@pytest.mark.parametrize("size", [(60, 16), (80, 24)])
async def test_the_note_of_what_was_deleted_is_seen_whole(store: Store, size: tuple[int, int]) -> None:
    async with running(BackjournalApp(seeded(store)), size) as person:
        known = store.diary.check_ins(limit=1)[0]
        note = "after the long drive to the coast it pulled in the left side, and a warm bath helped until noon"
        store.diary.save(replace(known, note=note))
        store.diary.delete(known)
        await person.look()
        await person.press("D")
        assert note in " ".join(person.text.replace("│", " ").split())
        assert "pain: 4" in " ".join(person.text.replace("│", " ").split())


async def test_an_empty_bin_offers_nothing_to_do_with_it(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.press("D")
        assert "The bin is empty." in person.text
        assert "put back" not in person.text
        assert "empty the bin" not in person.text
        with store.elsewhere() as other:
            other.diary.delete(other.diary.check_ins(limit=1)[0])
        await person.look()
        assert "put back" in person.text
        assert "empty the bin" in person.text


async def test_the_bin_follows_another_instance(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.press("D")
        with store.elsewhere() as other:
            other.diary.delete(other.diary.check_ins(limit=1)[0])
        await person.look()
        assert "Check-in  deleted 21 Nov" in person.text


async def test_what_cannot_be_put_back_says_why(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        gone = store.diary.start_flare_up(TODAY - timedelta(days=1), TODAY)
        store.diary.delete_flare_up(gone)
        store.diary.start_flare_up(TODAY)
        await person.press("D", "enter")
        assert person.notices[-1].startswith("it cannot be put back beside the flare-up from 2026-11-21")
        assert person.window == "BinWindow"


async def test_what_holds_values_without_sense_is_not_put_back(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        gone = store.diary.check_ins(limit=1)[0]
        store.diary.delete(gone)
        store._db.execute("PRAGMA ignore_check_constraints = ON")
        store._db.execute("UPDATE check_ins SET pain = 77 WHERE id = ?", [gone.id])
        store._db.execute("PRAGMA ignore_check_constraints = OFF")
        await person.press("D", "enter")
        said = "this entry cannot be put back: it holds a value that makes no sense (pain)"
        assert person.notices[-1].startswith(said)


async def test_the_bin_is_emptied_after_a_question(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.press("2", "d", "d", "D", "E")
        assert "Remove 2 entries for good?" in person.text
        await person.press("escape", "E", "enter")
        assert len(store.bin.entries()) == 2, "the button that is highlighted keeps it"
        await person.press("E", "y")
        assert store.bin.entries() == ()
        assert person.notices[-1].startswith("Removed for good: 2 entries.")
        assert "The bin is empty." in person.text
        await person.press("E")
        assert person.window == "BinWindow"


async def test_the_palette_finds_the_past(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.press("2", "d", "ctrl+p", *"the bin what was", "enter")
        assert person.window == "BinWindow"
