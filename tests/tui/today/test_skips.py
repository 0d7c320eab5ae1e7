"""Skips and ticks that are taken back in the app: reasons, the rest of a day, and what stays of a practice."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from backjournal.model.practices import Practice, Status
from backjournal.store.store import Store
from backjournal.tui.app import BackjournalApp
from tests.helpers.app import running, seeded
from tests.helpers.values import TODAY
from tests.tui.today.test_today import done, practice

YESTERDAY = TODAY - timedelta(days=1)


def with_pain_and_note(store: Store, exercise: str) -> Practice:
    """Give an exercise's practice of today a note and a pain, and return it."""
    before = practice(store, exercise)
    assert before is not None
    after = replace(before, pain_during=3, note="slowly")
    store.practices.save(after, "told")
    return after


async def test_letters_are_own_words_and_digits_choose_a_reason(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.to_row("Side plank")
        await person.press("s")
        await person.write("a cold, 2 days")
        assert person.focus == "own-reason"
        await person.press("enter")
        assert person.row.endswith("a cold, 2 days"), (
            "the first letter is there, and digits in the words choose nothing"
        )
        await person.press("s", "2")
        skipped = practice(store, "side-plank")
        assert skipped is not None
        assert (skipped.status, skipped.reason) == (Status.SKIPPED, "illness"), "s changes the reason"
        await person.press("space")
        assert practice(store, "side-plank") is None, "space takes the skip back"
        await person.press("u")
        assert practice(store, "side-plank") == skipped
        await person.press("s", *"  ", "enter")
        assert person.window == "SkipDialog", "blanks are no reason"
        await person.press("escape")
        assert practice(store, "side-plank") == skipped


async def test_enter_chooses_the_flare_up_only_in_one(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.to_row("Side plank")
        await person.press("s", "enter")
        assert person.window == "SkipDialog", "no reason is chosen yet"
        await person.press("escape")
        store.diary.start_flare_up(TODAY)
        await person.press("s", "enter")
        skipped = practice(store, "side-plank")
        assert skipped is not None
        assert skipped.reason == "flare-up"


async def test_the_rest_of_a_day_is_skipped_and_comes_back_in_one_change(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        store.practices.clear(store.plan.prescriptions()[0].id, TODAY, "cleared")
        await person.press("t")
        before = store.practices.between(TODAY, TODAY)
        assert person.app.day_state is not None
        still_open = [item.exercise.id for item in person.app.day_state.items if item.practice is None]
        assert sorted(still_open) == ["childs-pose", "side-plank"]
        await person.press("S")
        assert "Skip what is left (2) because of" in person.text
        await person.press("4")
        assert [getattr(practice(store, each), "reason", "") for each in still_open] == ["rest", "rest"]
        assert done(store, "bird-dog") == (Status.PARTIAL, 1), "what was begun stays"
        assert "3 excused" in person.text
        await person.press("S")
        assert len(person.app.screen_stack) == 1, "nothing is open any more"
        await person.press("u")
        assert store.practices.between(TODAY, TODAY) == before
        assert person.notices[-1] == "Undone: skip of what is left (2) on 2026-11-21"


async def test_what_was_ticked_elsewhere_meanwhile_is_not_skipped(
    store: Store, open_store: Callable[[], Store]
) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        ids = {each.exercise_id: each.id for each in store.plan.prescriptions()}
        store.practices.clear(ids["childs-pose"], TODAY, "cleared")
        await person.press("t", "S")
        ticked = Practice(ids["side-plank"], TODAY, Status.DONE, 2, pain_during=1)
        open_store().practices.save(ticked, "tick")
        await person.press("4")
        assert practice(store, "side-plank") == ticked
        assert getattr(practice(store, "childs-pose"), "reason", "") == "rest"
        await person.to_row("Side plank")
        await person.press("s")
        open_store().practices.clear(ids["side-plank"], TODAY, "cleared")
        await person.press("4")
        assert practice(store, "side-plank") is None
        assert person.notices[-1] == "Side plank was ticked or skipped elsewhere meanwhile: nothing was changed"


async def test_a_pain_alone_removed_with_a_tick_is_named_too(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        known = with_pain_and_note(store, "walking")
        store.practices.save(replace(known, note=""), "pain alone")
        await person.look()
        await person.to_row("Walking")
        await person.press("space")
        assert practice(store, "walking") is None
        assert "its note and pain went with the tick" in person.notices[-1]


async def test_a_note_and_pain_removed_with_a_tick_are_named_and_come_back(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        for exercise, name, keys in (("bird-dog", "Bird-dog", ("-",)), ("walking", "Walking", ("space",))):
            before = with_pain_and_note(store, exercise)
            await person.to_row(name)
            await person.press(*keys)
            assert practice(store, exercise) is None
            assert person.notices[-1] == f"{name}: its note and pain went with the tick. u brings them back."
            await person.press("u")
            assert practice(store, exercise) == before
        before_count = len(person.notices)
        await person.to_row("Child's pose")
        await person.press("space")
        assert len(person.notices) == before_count, "without a note or pain there is nothing to tell"


async def test_a_skip_and_a_count_keep_the_note(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        with_pain_and_note(store, "bird-dog")
        await person.to_row("Bird-dog")
        await person.press("+")
        now = practice(store, "bird-dog")
        assert now is not None
        assert (now.status, now.amount, now.pain_during, now.note) == (Status.DONE, 2, 3, "slowly")
        await person.press("s", "3")
        now = practice(store, "bird-dog")
        assert now is not None
        assert (now.status, now.reason, now.pain_during, now.note) == (Status.SKIPPED, "pain", None, "slowly")
        await person.press("+")
        now = practice(store, "bird-dog")
        assert now is not None
        assert (now.status, now.amount, now.reason, now.note) == (Status.PARTIAL, 1, "", "slowly")


async def test_a_tick_follows_the_journal_and_not_what_was_shown(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.to_row("Side plank")
        plank = store.plan.prescriptions()[-1]
        with store.elsewhere() as other:
            other.practices.save(Practice(plank.id, TODAY, Status.DONE, 2), "ticked elsewhere")
        assert person.row.startswith("○")
        await person.press("space")
        assert practice(store, "side-plank") is None, "it is ticked already: the key takes that back"
        assert person.row.startswith("○")
