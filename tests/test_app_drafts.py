"""What is typed into a check-in outlives a closed terminal, and goes when it is saved or discarded."""

from pathlib import Path

import pytest

from backjournal.store.drafts import Draft
from backjournal.store.store import Store
from backjournal.tui.app import BackjournalApp
from backjournal.tui.base import NEW_CHECK_IN
from backjournal.tui.check_in_form import CheckInForm
from tests.app import Person, running


async def typed(person: Person) -> None:
    """Write half a check-in, as the form keeps it every second."""
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


@pytest.mark.parametrize("keys", [("ctrl+s",), ("escape", "d")])
async def test_a_saved_or_discarded_check_in_leaves_no_draft(store: Store, keys: tuple[str, ...]) -> None:
    async with running(BackjournalApp(store)) as person:
        await typed(person)
        await person.press(*keys)
        assert Draft(store.path, NEW_CHECK_IN).read() is None
        await person.press("n")
        form = person.screen
        assert isinstance(form, CheckInForm)
        assert not form.changed


async def test_leaving_what_was_taken_up_asks(store: Store) -> None:
    Draft(store.path, NEW_CHECK_IN).keep({"pain": 7, "note": "was typed", "mood": "no number", "gone": 1})
    async with running(BackjournalApp(store)) as person:
        await person.press("n", "escape")
        assert "This is not saved yet" in person.text


def test_a_draft_is_of_its_form_and_readable_by_the_owner_only(journal: Path) -> None:
    journal.parent.mkdir(parents=True, exist_ok=True)
    Draft(journal, "check-in a").keep({"pain": 4, "symptom": ("fever",)})
    (file,) = [path for path in journal.parent.iterdir() if "draft" in path.name]
    assert file.stat().st_mode & 0o777 == 0o600
    assert Draft(journal, "check-in b").read() is None
    assert Draft(journal, "check-in a").read() == {"pain": 4, "symptom": ["fever"]}
    file.write_text("{ damaged")
    assert Draft(journal, "check-in a").read() is None
