"""The draft of a check-in: it outlives a closed terminal, and is removed when the check-in is saved or discarded."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from backjournal.store.drafts import Draft
from backjournal.store.store import Store
from backjournal.tui.app import BackjournalApp
from backjournal.tui.core.base import NEW_CHECK_IN
from backjournal.tui.diary.check_in_form import CheckInForm
from tests.helpers.app import Person, running
from tests.helpers.values import TODAY, check_in


async def typed(person: Person) -> None:
    """Type half a check-in, and let the form save its draft, as it does every second."""
    await person.press("n", "7", "tab", "tab", "3")
    form = person.screen
    assert isinstance(form, CheckInForm)
    form.keep_draft()


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
        assert Draft(store.path, NEW_CHECK_IN).read() is None


async def test_a_saved_or_discarded_check_in_leaves_no_draft(store: Store) -> None:
    async with running(BackjournalApp(store)) as person:
        for keys in (("ctrl+s",), ("escape", "d")):
            await typed(person)
            await person.press(*keys)
            assert Draft(store.path, NEW_CHECK_IN).read() is None
            await person.press("n")
            form = person.screen
            assert isinstance(form, CheckInForm)
            assert not form.changed
            await person.press("escape")


async def test_leaving_what_was_taken_up_asks(store: Store) -> None:
    Draft(store.path, NEW_CHECK_IN).keep({"pain": 7, "note": "was typed", "mood": "no number", "gone": 1})
    async with running(BackjournalApp(store)) as person:
        await person.press("n", "escape")
        assert "This is not saved yet" in person.text


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
        assert person.notices == [], "it is told for new check-ins only"
        await person.press("2", "down", "e")
        assert (person.answer("note"), person.answer("pain")) == ("one", None)
        await person.press("escape", "up", "e")
        assert (person.answer("note"), person.answer("pain")) == ("two", 9)
        assert "This was typed before and not saved" in person.text


def draft_of(process: int, store: Store, pain: int) -> Path:
    """Save the draft that another process would have left."""
    Draft(store.path, NEW_CHECK_IN).keep({"pain": pain})
    own = store.path.parent / f".{store.path.name}.{NEW_CHECK_IN}.{os.getpid()}.draft"
    return own.rename(own.with_name(own.name.replace(f".{os.getpid()}.", f".{process}.")))


def ended_process() -> int:
    """Return the id of a process that has ended."""
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        return process.pid


async def test_a_draft_of_a_process_that_is_there_is_left_to_it(store: Store) -> None:
    draft = draft_of(os.getppid(), store, 8)
    async with running(BackjournalApp(store)) as person:
        assert person.notices == []
        await person.press("n")
        assert person.answer("pain") is None
        await person.press("3", "ctrl+s")
        assert [saved.pain for saved in store.diary.check_ins()] == [3]
    assert draft.exists()


async def test_a_draft_of_a_process_that_is_no_more_is_taken_up(store: Store) -> None:
    draft = draft_of(ended_process(), store, 8)
    async with running(BackjournalApp(store)) as person:
        assert person.notices == ["A check-in was typed and not saved: n takes it up again."]
        await person.press("n")
        assert person.answer("pain") == 8
        await person.press("ctrl+s")
        assert [saved.pain for saved in store.diary.check_ins()] == [8]
    assert not draft.exists()


def test_a_draft_is_of_its_form_and_readable_by_the_owner_only(journal: Path) -> None:
    journal.parent.mkdir(parents=True, exist_ok=True)
    Draft(journal, "check-in a").keep({"pain": 4, "symptom": ("fever",)})
    (file,) = [path for path in journal.parent.iterdir() if "draft" in path.name]
    assert file.stat().st_mode & 0o777 == 0o600
    assert Draft(journal, "check-in b").read() is None
    assert Draft(journal, "check-in a").read() == {"pain": 4, "symptom": ["fever"]}
    file.write_text("{ damaged")
    assert Draft(journal, "check-in a").read() is None


async def test_a_draft_that_was_taken_up_is_one_draft_and_leaves_a_flare_up_that_goes_on(store: Store) -> None:
    draft = draft_of(ended_process(), store, 4)
    draft.write_text(json.dumps({"pain": 4, "flare_up": False}))
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
