"""Days without an entry in the app: offered once, answered for each day or for all, left, taken back."""

from datetime import date, timedelta

import pytest
from syrupy.assertion import SnapshotAssertion

from backjournal.model.errors import JournalError
from backjournal.model.practices import Status
from backjournal.store.practices import Practices
from backjournal.store.store import Store
from backjournal.tui.app import BackjournalApp
from tests.helpers.app import LOW, Person, running, seeded
from tests.helpers.clock import ManualClock
from tests.helpers.values import TODAY, check_in

OFFER = "A fills in 5 days without an entry"
BACK = TODAY + timedelta(days=6)


def away(store: Store, clock: ManualClock, days: int = 5) -> Store:
    """Return the seeded journal, whose last entry is of the day before some days without one."""
    clock.advance(timedelta(days=days + 1))
    return seeded(store)


def answered(store: Store, day: date) -> set[str]:
    """Return what the exercises of a day came to: done, the reason of a skip, or open."""
    practices = {item.practice for item in store.checklist(day)}
    return {each.reason or each.status.value if each else "open" for each in practices}


async def offered(person: Person) -> bool:
    """Return whether the line of the offer is shown, once the app has looked for it."""
    await person.suggestions()
    return "without an entry" in person.text


async def test_a_gap_is_filled_in_for_each_day_and_taken_back_by_one_undo(
    store: Store, clock: ManualClock, snapshot: SnapshotAssertion
) -> None:
    async with running(BackjournalApp(away(store, clock)), LOW) as person:
        assert await offered(person)
        assert OFFER in person.text
        await person.press("A", "s", "5", "down", "space", "down", "space", "space")
        assert person.text == snapshot(name="window")
        await person.press("enter")
        assert person.notices[-1] == "4 days filled in. u takes it back."
        days = [TODAY + timedelta(days=number) for number in range(1, 6)]
        assert [answered(store, day) for day in days] == [{"done"}, {"open"}, {"travel"}, {"travel"}, {"travel"}]
        assert "without an entry" not in person.text, "the line goes at once"
        assert not await offered(person)
        await person.press("u")
        assert store.practices.between(days[0], days[-1]) == ()
        assert await offered(person), "the answer was taken back too"


async def test_leaving_changes_nothing_and_is_not_asked_again(store: Store, clock: ManualClock) -> None:
    async with running(BackjournalApp(away(store, clock))) as person:
        assert await offered(person)
        await person.press("A", "escape")
        assert "without an entry" not in person.text
        assert not await offered(person)
        await person.press("A", "space", "escape")
        assert person.window == "Confirm", "what was chosen is not thrown away"
        await person.press("d")
        assert len(person.app.screen_stack) == 1
        assert answered(store, BACK - timedelta(days=1)) == {"open"}
        await person.press("A", "space", "escape", "s")
        assert person.notices[-1] == "5 days filled in. u takes it back.", "it can be opened again"
        clock.advance(timedelta(days=3))
        await person.look()
        assert await offered(person), "another gap is asked about"


async def test_logging_today_does_not_wait_for_an_answer(store: Store, clock: ManualClock) -> None:
    async with running(BackjournalApp(away(store, clock))) as person:
        await person.press("space")
        assert answered(store, BACK) == {"done", "open"}
        assert await offered(person)
        await person.press("left")
        assert "without an entry" not in person.text, "past days are shown as they are"
        await person.press("t")
        clock.advance(timedelta(days=1))
        await person.look()
        assert not await offered(person)


async def test_days_after_an_earlier_gap_are_asked_about_of_their_own(store: Store, clock: ManualClock) -> None:
    away(store, clock, 4)
    back = TODAY + timedelta(days=5)
    store.diary.save(check_in(900, at=clock.now(), day=back, pain=3))
    clock.advance(timedelta(days=2))
    async with running(BackjournalApp(store)) as person:
        await person.press("A", "space", "enter")
        assert person.notices[-1] == "4 days filled in. u takes it back."
        clock.advance(timedelta(days=1))
        await person.look()
        await person.suggestions()
        assert "A fills in 2 days without an entry" in person.text


async def test_what_was_chosen_is_kept_while_it_cannot_be_saved_and_asked_about_before_quitting(
    store: Store, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object, **_named: object) -> None:
        raise JournalError("no room")

    async with running(BackjournalApp(away(store, clock))) as person:
        await person.press("A", "space")
        with monkeypatch.context() as patch:
            patch.setattr(Practices, "save", refuse)
            await person.press("enter")
        assert person.notices == ["no room"]
        assert person.window == "AwayWindow"
        await person.press("ctrl+q")
        assert person.window == "Confirm"
        await person.press("s")
        assert person.notices[-1] == "5 days filled in. u takes it back."


async def test_days_of_a_flare_up_propose_it_as_the_excuse(store: Store, clock: ManualClock) -> None:
    away(store, clock, 2).diary.start_flare_up(TODAY + timedelta(days=2))
    async with running(BackjournalApp(store)) as person:
        await person.press("A", "s", "enter")
        assert person.window == "ExcuseDialog", "one of the days lies before it, so nothing is proposed"
        await person.press("escape", "down", "down", "s", "enter", "enter")
        assert answered(store, TODAY + timedelta(days=2)) == {"flare-up"}
        assert answered(store, TODAY + timedelta(days=1)) == {"open"}


@pytest.mark.parametrize(("days", "offers"), [(1, False), (2, True)])
async def test_two_days_are_a_gap(store: Store, clock: ManualClock, days: int, offers: bool) -> None:
    async with running(BackjournalApp(away(store, clock, days))) as person:
        assert await offered(person) is offers
        await person.press("A")
        assert (person.window == "AwayWindow") is offers


async def test_the_earlier_days_of_a_long_gap_share_a_row(store: Store, clock: ManualClock) -> None:
    async with running(BackjournalApp(away(store, clock, 90))) as person:
        await person.press("A", "down")
        assert person.row.startswith("to Fri 5 Feb")
        assert "76 days, Sun 22 Nov to Fri 5 Feb" in person.text
        await person.press("s", "2", "enter")
        assert person.notices[-1] == "76 days filled in. u takes it back."
        assert answered(store, TODAY + timedelta(days=76)) == {"illness"}
        assert answered(store, TODAY + timedelta(days=77)) == {"open"}
        skips = store.practices.between(TODAY + timedelta(days=1), TODAY + timedelta(days=90))
        assert {each.status for each in skips} == {Status.SKIPPED}
        await person.press("u")
        assert store.practices.between(TODAY + timedelta(days=1), TODAY + timedelta(days=90)) == ()


@pytest.mark.parametrize("row", [1, 5])
async def test_the_days_that_are_left_are_offered_for_the_rest_of_the_day(
    store: Store, clock: ManualClock, row: int
) -> None:
    async with running(BackjournalApp(away(store, clock))) as person:
        await person.press("A", *["down"] * row, "space", "enter")
        assert person.notices[-1] == "1 day filled in. u takes it back."
        assert "A fills in 4 days without an entry" in person.text
        assert await offered(person)
        await person.press("A", "escape")
        assert "without an entry" not in person.text
        assert not await offered(person)


async def test_a_week_that_was_empty_is_reviewed_once_it_has_an_entry(store: Store, clock: ManualClock) -> None:
    async with running(BackjournalApp(away(store, clock, 8))) as person:
        assert await offered(person)
        await person.press("W", "escape", "A", "down", "down", "space", "enter")
        assert "W reviews last week" in person.text
        await person.press("W", "escape")
        assert "W reviews last week" not in person.text
