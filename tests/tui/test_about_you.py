"""What is asked once about the person, when the plan begins, and later in the settings."""

import pytest

from backjournal.model.about_you import AboutYou
from backjournal.store.store import Store
from backjournal.tui.app import BackjournalApp
from tests.helpers.app import COMFORTABLE, running


def told(store: Store) -> AboutYou:
    return store.settings.get().about_you


@pytest.mark.slow
async def test_it_is_asked_once_when_the_plan_begins(store: Store) -> None:
    async with running(BackjournalApp(store), COMFORTABLE) as person:
        await person.press("enter")
        assert person.window == "AboutYouForm"
        await person.press("space")
        await person.to_field("emergency_number")
        await person.write("an ambulance")
        await person.press("ctrl+s")
        assert "has no digit" in person.problems()["emergency_number"]
        await person.press("ctrl+u")
        await person.write("112")
        await person.press("ctrl+s")
        assert told(store) == AboutYou("112", frozenset({"cancer"}))
        await person.press("u")
        assert "Welcome" in person.text
        await person.press("enter")
        assert person.window == "ReadyScreen", "it is not asked again"
        await person.press("comma")
        await person.to_field("context-fragile-bones")
        await person.press("space", "ctrl+s")
        assert told(store) == AboutYou("112", frozenset({"cancer", "fragile bones"}))


@pytest.mark.slow
async def test_whoever_leaves_it_is_not_asked_again(store: Store) -> None:
    async with running(BackjournalApp(store), COMFORTABLE) as person:
        await person.press("enter", "escape")
        assert told(store) == AboutYou(context=frozenset())


async def test_enter_goes_on_to_the_end_and_ticks_nothing(store: Store) -> None:
    async with running(BackjournalApp(store), COMFORTABLE) as person:
        await person.press("enter")
        assert "space tick  ⏎ go on" in person.text
        while person.window == "AboutYouForm":
            await person.press("enter")
        assert told(store) == AboutYou(context=frozenset())


@pytest.mark.slow
async def test_a_first_exercise_of_ones_own_choice_asks_too_and_the_second_does_not(store: Store) -> None:
    async with running(BackjournalApp(store), COMFORTABLE) as person:
        await person.press("4")
        for asks in (True, False):
            await person.press("n", "enter", "ctrl+s")
            assert (person.window == "AboutYouForm") is asks
            await person.press("escape")
        assert len(store.plan.prescriptions()) == 2
