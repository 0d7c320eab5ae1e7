"""The draft of a check-in: it outlives a closed terminal, and is removed when the check-in is saved or discarded."""

from typing import Any

import pytest

from backjournal.store.drafts import Drafts
from backjournal.store.store import Store
from backjournal.tui.app import BackjournalApp
from backjournal.tui.core.form_drafts import NEW_CHECK_IN
from backjournal.tui.diary.check_in_form import CheckInForm
from tests.helpers.app import Person, running
from tests.helpers.values import TODAY, check_in


async def typed(person: Person) -> None:
    """Type half a check-in, and let the form save its draft, as it does every second."""
    await person.press("n", "7", "tab", "tab", "3")
    form = person.screen
    assert isinstance(form, CheckInForm)
    form.keep_draft()


def waiting(store: Store) -> list[dict[str, Any]]:
    """Return the answers of the drafts that nobody has open."""
    return [dict(kept.answers) for kept in Drafts(store.path, store.new_id).waiting()]


def left_by_other_apps(store: Store, *answers: dict[str, Any]) -> None:
    """Leave drafts of check-ins as apps do that are cut off while all of them are open."""
    drafts = [Drafts(store.path, store.new_id).draft(NEW_CHECK_IN, "New check-in") for _ in answers]
    for draft, typed in zip(drafts, answers, strict=True):
        draft.keep(typed)
    for draft in drafts:
        draft.leave()


@pytest.mark.slow
async def test_a_closed_terminal_keeps_what_was_typed(store: Store) -> None:
    async with running(BackjournalApp(store)) as person:
        await typed(person)
    assert store.diary.check_ins() == ()
    async with running(BackjournalApp(store)) as person:
        assert "A check-in was typed and not saved: n takes it up again." in person.notices
        await person.press("n")
        assert "This was typed before and not saved" in person.text
        await person.press("ctrl+s")
    (saved,) = store.diary.check_ins()
    assert (saved.pain, saved.worst_pain, saved.mobility) == (7, None, 3)


async def test_a_form_in_which_nothing_was_typed_keeps_no_draft(store: Store) -> None:
    async with running(BackjournalApp(store)) as person:
        await person.press("n")
        form = person.screen
        assert isinstance(form, CheckInForm)
        form.keep_draft()
        assert waiting(store) == []


@pytest.mark.slow
async def test_a_saved_or_discarded_check_in_leaves_no_draft(store: Store) -> None:
    async with running(BackjournalApp(store)) as person:
        for keys in (("ctrl+s",), ("escape", "d")):
            await typed(person)
            await person.press(*keys)
            assert waiting(store) == []
            await person.press("n")
            form = person.screen
            assert isinstance(form, CheckInForm)
            assert not form.changed
            await person.press("escape")


async def test_leaving_what_was_taken_up_asks(store: Store) -> None:
    left_by_other_apps(store, {"pain": 7, "note": "was typed", "mood": "no number", "gone": 1})
    async with running(BackjournalApp(store)) as person:
        await person.press("n", "escape")
        assert "This is not saved yet" in person.text


@pytest.mark.slow
async def test_an_edit_has_a_draft_of_its_own(store: Store) -> None:
    store.diary.save(check_in(1, note="as it was"))
    async with running(BackjournalApp(store)) as person:
        await typed(person)
    async with running(BackjournalApp(store)) as person:
        await person.press("2", "e")
        form = person.screen
        assert isinstance(form, CheckInForm)
        assert person.answer("note") == "as it was", "what was typed for a new one is not put into another"
        assert not form.changed
        await person.press("5")
        form.keep_draft()
        await person.press("ctrl+s")
        assert [saved.pain for saved in store.diary.check_ins()] == [5]
        await person.press("n")
        assert (person.answer("pain"), person.answer("mobility")) == (7, 3), "the edit has let its own draft go only"


@pytest.mark.slow
async def test_an_edit_that_was_cut_off_is_taken_up_by_the_same_check_in(store: Store) -> None:
    store.diary.save(check_in(1, note="one"))
    store.diary.save(check_in(2, note="two"))
    async with running(BackjournalApp(store)) as person:
        await person.press("2", "e", "9")
        form = person.screen
        assert isinstance(form, CheckInForm)
        form.keep_draft()
    async with running(BackjournalApp(store)) as person:
        assert person.notices == ["Typed and not saved: Edit check-in. It is there again when you open the same form."]
        await person.press("2", "down", "e")
        assert (person.answer("note"), person.answer("pain")) == ("one", None)
        await person.press("escape", "up", "e")
        assert (person.answer("note"), person.answer("pain")) == ("two", 9)
        assert "This was typed before and not saved" in person.text


@pytest.mark.slow
async def test_a_draft_that_another_app_has_open_is_left_to_it(store: Store) -> None:
    draft = Drafts(store.path, store.new_id).draft(NEW_CHECK_IN, "New check-in")
    draft.keep({"pain": 8})
    async with running(BackjournalApp(store)) as person:
        assert person.notices == []
        await person.press("n")
        assert person.answer("pain") is None
        await person.press("3", "ctrl+s")
        assert [saved.pain for saved in store.diary.check_ins()] == [3]
    draft.leave()
    assert waiting(store) == [{"pain": 8}]


@pytest.mark.slow
async def test_all_drafts_of_apps_that_were_cut_off_are_offered(store: Store) -> None:
    left_by_other_apps(store, {"pain": 8}, {"pain": 5})
    async with running(BackjournalApp(store)) as person:
        assert person.notices == ["2 check-ins were typed and not saved: n takes them up again, one after the other."]
        for keys in (("ctrl+s",), ("escape", "d")):
            await person.press("n")
            assert "This was typed before and not saved" in person.text
            await person.press(*keys)
        await person.press("n")
        assert person.answer("pain") is None
    assert [saved.pain for saved in store.diary.check_ins()] == [8]
    assert [path.name for path in store.path.parent.glob(".*")] == []


@pytest.mark.slow
async def test_a_draft_that_was_taken_up_is_one_draft_and_leaves_a_flare_up_that_goes_on(store: Store) -> None:
    left_by_other_apps(store, {"pain": 4, "flare_up": False})
    store.diary.start_flare_up(TODAY)
    async with running(BackjournalApp(store)) as person:
        await person.press("n", "tab")
        form = person.screen
        assert isinstance(form, CheckInForm)
        form.keep_draft()
        assert len(list(store.path.parent.glob(".*.draft"))) == 1
        assert person.answer("flare_up") is True
        await person.press("ctrl+s")
    assert not list(store.path.parent.glob(".*.draft"))
    assert [saved.pain for saved in store.diary.check_ins()] == [4]
