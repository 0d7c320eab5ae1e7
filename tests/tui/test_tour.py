"""The tour: how it is left and turned, and that it leaves the person's journal alone."""

import tempfile
from datetime import timedelta
from pathlib import Path

import pytest

from backjournal.store.store import Store
from backjournal.tui.app import BackjournalApp
from backjournal.tui.tour.pages import PAGES
from tests.helpers.app import LOW, Person, running, seeded
from tests.helpers.clock import ManualClock

SMALLEST = (60, 16)


def contents(store: Store) -> bytes:
    """Return the bytes of the journal's file."""
    return store.path.read_bytes()


def folders(place: Path) -> list[Path]:
    """Return the folders of made-up journals that are left."""
    return list(place.glob("backjournal-tour-*"))


async def opened(person: Person) -> None:
    """Open the tour as the command palette does, and wait for its data."""
    person.app.action_tour()
    await person.threads_done()
    assert person.window == "TourWindow"


@pytest.mark.parametrize("size", [LOW, pytest.param(SMALLEST, marks=pytest.mark.slow)])
@pytest.mark.slow
async def test_each_page_shows_its_pane_with_made_up_data_and_writes_nothing(
    store: Store, size: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    seeded(store)
    before = contents(store)
    async with running(BackjournalApp(store), size) as person:
        await opened(person)
        for page, seen in zip(PAGES[1:], ("Knee rolls", "marks and note", "[Weeks]", "8 breaths", "PSFS"), strict=True):
            await person.press({"today": "space", "diary": "enter"}.get(page.pane, "right"))
            await person.threads_done()
            assert page.title in person.text
            assert "made-up data" in person.text
            assert seen in person.text
            assert person.focus == "", "keys turn the pages"
        await person.press("left")
        await person.threads_done()
        assert PAGES[-2].title in person.text
        await person.press("right", "right")
        assert (person.window, person.focus) == ("ReadyScreen", "checklist"), "it ends after the last page"
        await person.press("2")
        assert "Größe ÄNDERN" in person.text, "the panes have what they had"
    assert contents(store) == before
    assert folders(tmp_path) == [], "the made-up journal is gone"


@pytest.mark.parametrize("key", ["n", "q", "1", "escape", "up", "tab", "u", "d"])
@pytest.mark.slow
async def test_any_other_key_leaves_and_does_nothing_else(store: Store, key: str) -> None:
    seeded(store)
    before = contents(store)
    async with running(BackjournalApp(store)) as person:
        await opened(person)
        await person.press("right", key)
        assert (person.window, person.app.pane.id) == ("ReadyScreen", "today")
        await person.press("n")
        assert person.window == "CheckInForm", "nothing lies between it and an entry"
    assert contents(store) == before


@pytest.mark.slow
async def test_it_begins_by_itself_only_where_asked_and_is_offered_on_the_welcome(store: Store) -> None:
    app = BackjournalApp(store)
    app.begins_with_tour = True
    async with running(app) as person:
        assert person.window == "TourWindow"
        await person.press("x")
        assert (person.window, person.focus) == ("ReadyScreen", "starter")
        await person.press("down", "down", "up", "down", "enter")
        await person.threads_done()
        assert person.window == "TourWindow"
    async with running(BackjournalApp(store)) as person:
        assert person.window == "ReadyScreen"
        await person.press("ctrl+p", *"tour")
        await person.threads_done()
        await person.press("enter")
        await person.threads_done()
        assert person.window == "TourWindow"


async def test_data_that_cannot_be_made_is_told_in_a_line(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(*_given: object) -> None:
        raise OSError("no space left on the device")

    monkeypatch.setattr(tempfile, "mkdtemp", no_room)
    async with running(BackjournalApp(seeded(store))) as person:
        await opened(person)
        await person.press("right")
        await person.threads_done()
        assert "no space left on the device: so there is nothing to see here" in " ".join(person.text.split())


@pytest.mark.slow
async def test_pages_can_be_turned_and_the_tour_left_at_once_and_opened_again(store: Store) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await opened(person)
        await person.burst(*["right"] * 4, "left", "escape")
        await person.threads_done()
        assert person.window == "ReadyScreen"
        await opened(person)
        assert PAGES[0].title in person.text
        await person.burst("right", "right", "right")
        await person.threads_done()
        assert "[Weeks]" in person.text


@pytest.mark.slow
@pytest.mark.parametrize("key", ["enter", "right", "space"])
async def test_keys_beyond_the_last_page_press_nothing_below(store: Store, clock: ManualClock, key: str) -> None:
    async with running(BackjournalApp(store)) as person:
        await opened(person)
        await person.burst(*[key] * (len(PAGES) + 2))
        await person.threads_done()
        assert (person.window, person.focus) == ("ReadyScreen", "starter")
        await person.press("enter", "enter")
        assert store.plan.prescriptions() == ()
        clock.advance(timedelta(seconds=1))
        await person.press("enter")
        assert store.plan.prescriptions()
