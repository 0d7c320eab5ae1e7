"""The review of a week in the app: offered once a week, read, noted in the diary, taken back."""

from datetime import timedelta

import pytest
from syrupy.assertion import SnapshotAssertion

from backjournal.store.store import Store
from backjournal.tui.app import BackjournalApp
from tests.helpers.app import COMFORTABLE, LOW, Person, running, seeded
from tests.helpers.clock import ManualClock
from tests.helpers.values import TODAY, check_in

OFFER = "W reviews last week"


async def offered(person: Person) -> bool:
    """Return whether the line of the offer is shown, once the app has looked for it."""
    await person.suggestions()
    return OFFER in person.text


async def test_the_window_of_the_review(store: Store, clock: ManualClock, snapshot: SnapshotAssertion) -> None:
    clock.advance(timedelta(days=7))
    async with running(BackjournalApp(seeded(store)), COMFORTABLE) as person:
        assert await offered(person)
        await person.press("W")
        assert person.text == snapshot(name="window")
        assert person.focus == "note"


@pytest.mark.slow
async def test_it_is_offered_once_a_week_and_only_of_a_week_with_an_entry(store: Store, clock: ManualClock) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        assert await offered(person)
        await person.press("left")
        assert OFFER not in person.text
        await person.press("t", "W", "escape")
        assert OFFER not in person.text, "the line goes at once"
        assert not await offered(person)
        clock.advance(timedelta(days=1))
        await person.look()
        assert not await offered(person), "it is Sunday, and the week goes on"
        clock.advance(timedelta(days=1))
        await person.look()
        assert await offered(person)
        clock.advance(timedelta(days=7))
        await person.look()
        assert not await offered(person), "nothing was noted in that week"
        await person.press("W")
        assert "The week of 23 to 29 Nov 2026" in person.text, "it can be looked at all the same"


async def test_a_note_is_saved_in_the_diary_and_taken_back_alone(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.press("W", "ctrl+s")
        assert person.problems() == {"note": "there is nothing to note yet"}
        await person.write("slow walks")
        await person.press("escape")
        assert person.window == "Confirm"
        await person.press("s")
        assert person.notices[-1] == "Noted in the diary of today. u takes it back."
        newest = store.diary.check_ins(limit=1)[0]
        assert (newest.day, newest.note, dict(newest.values)) == (TODAY, "Week of 9 Nov 2026: slow walks", {})
        await person.press("W")
        assert "You noted: slow walks" in person.text
        assert person.answer("note") == ""
        await person.press("escape", "u")
        assert store.diary.check_ins(limit=1)[0] != newest
        assert not await offered(person), "it was looked at"


async def test_a_sign_in_the_note_gets_its_advice(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.press("W")
        await person.write("tingling in both legs")
        await person.press("ctrl+s")
        assert person.window == "AdviceScreen"


async def test_the_arrows_scroll_the_facts_while_the_note_has_the_keyboard(store: Store, clock: ManualClock) -> None:
    clock.advance(timedelta(days=7))
    async with running(BackjournalApp(seeded(store)), (60, 16)) as person:
        await person.press("W")
        assert "Note" in person.text, "there is room for the question"
        assert "Least pain" not in person.text
        await person.press(*["down"] * 6)
        assert "Least pain" in person.text
        await person.press(*["up"] * 6)
        assert "Practice" in person.text


@pytest.mark.parametrize("keys", ["A", "W"])
@pytest.mark.slow
async def test_the_keys_work_in_every_pane_and_the_palette_finds_them(
    store: Store, clock: ManualClock, keys: str
) -> None:
    clock.advance(timedelta(days=4))
    window = {"A": "AwayWindow", "W": "ReviewForm"}[keys]
    async with running(BackjournalApp(seeded(store)), LOW) as person:
        for pane in ("1", "2", "3", "4", "5"):
            await person.press(pane, keys)
            assert person.window == window
            await person.press("escape")
        await person.press("ctrl+p")
        await person.write({"A": "without an entry", "W": "look back at the week"}[keys])
        await person.app.workers.wait_for_complete()
        await person.threads_done()
        await person.press("enter")
        await person.threads_done()
        assert person.window == window


@pytest.mark.parametrize("days_ago", [5, 6, 13])
async def test_one_check_in_is_enough_for_an_offer(store: Store, days_ago: int) -> None:
    day = TODAY - timedelta(days=days_ago)
    store.diary.save(check_in(1, day=day, at=check_in(1).at - timedelta(days=days_ago), pain=4))
    async with running(BackjournalApp(store)) as person:
        # Monday is five days ago: what was noted from then on belongs to the week that goes on.
        assert await offered(person) is (6 <= days_ago <= 12)
