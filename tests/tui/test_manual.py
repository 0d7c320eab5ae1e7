"""The manual in the app."""

import pytest

from backjournal.store.store import Store
from backjournal.tui.app import BackjournalApp
from tests.helpers.app import COMFORTABLE, SIZES, running, seeded


@SIZES
@pytest.mark.slow
async def test_the_help_leads_to_a_page_of_the_manual(store: Store, size: tuple[int, int]) -> None:
    async with running(BackjournalApp(seeded(store)), size) as person:
        await person.press("question_mark", "m")
        assert person.window == "ManualWindow"
        assert "Where the data lies" in person.text
        await person.press("down", "enter")
        assert person.window == "ManualPage"
        assert "write a check-in" in person.text
        await person.press("escape", "up", "enter")
        assert "Today lists what the plan asks for" in person.text
        await person.press("escape", "escape", "escape")
        assert person.window == "ReadyScreen"


@SIZES
@pytest.mark.slow
async def test_a_search_shows_how_many_lines_it_has_found_and_opens_the_page_there(
    store: Store, size: tuple[int, int]
) -> None:
    async with running(BackjournalApp(seeded(store)), size) as person:
        await person.press("question_mark", "m")
        await person.write("damaged index")
        assert "1 line found" in person.text
        await person.press("enter")
        assert "rebuilds damaged indexes" in " ".join(person.text.split())
        await person.press("escape")
        await person.write(" qqq")
        assert "0 lines found" in person.text
        await person.press("enter")
        assert person.window == "ManualWindow"


async def test_a_page_is_laid_out_again_for_another_width(store: Store) -> None:
    async with running(BackjournalApp(seeded(store)), COMFORTABLE) as person:
        await person.press("question_mark", "m", "enter")
        await person.resize(60, 16)
        assert "Today lists what the plan asks for on the day," in person.text
