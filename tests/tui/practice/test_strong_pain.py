"""Strong pain in the app: the window after a guided practice and after the form, and pausing an exercise."""

from datetime import timedelta

import pytest

from backjournal.model.doses import Dose
from backjournal.model.practices import Practice, Status
from backjournal.model.schedules import Schedule
from backjournal.store.store import Store
from backjournal.tui.app import BackjournalApp
from tests.helpers.app import LOW, Person, running
from tests.helpers.clock import ManualClock
from tests.helpers.values import TODAY, shipped
from tests.tui.practice.test_practice import practice, wait

YESTERDAY = TODAY - timedelta(days=1)


def plan(store: Store, *keys: str, before: int | None = None, repetitions: int = 1) -> Store:
    """Prescribe exercises from a week ago, practised yesterday with a pain."""
    dose = Dose(repetitions=repetitions)
    for key in keys:
        known = store.plan.prescribe(shipped(key).exercise, dose, Schedule(), TODAY - timedelta(days=7))
        store.practices.save(Practice(known.id, YESTERDAY, Status.DONE, 1, before), "")
    return store


def words(person: Person) -> str:
    """Return the text of the window, in one line."""
    return " ".join(person.text.replace("┃", " ").split())


@pytest.mark.slow
async def test_strong_pain_after_a_guided_practice_is_answered(store: Store, clock: ManualClock) -> None:
    async with running(BackjournalApp(plan(store, "bridge")), LOW) as person:
        await person.press("enter")
        await wait(person, clock, 3)
        await person.press("space", "7")
        assert person.window == "ReadyScreen"
        await person.press("enter")
        await wait(person, clock, 3)
        await person.press("space", "8")
        assert person.window == "StrongPainDialog"
        assert "Pain 8 during Bridge" in person.text
        assert "Stop for today." in person.text
        assert "from 8 on, 5 above your limit of 3 in the settings: our own caution." in words(person)
        assert "Pause" not in person.text
        assert "Go on" not in person.text
        await person.press("p", "g")
        assert person.window == "StrongPainDialog", "neither is offered"
        await person.press("!")
        assert "Symptoms that should not wait" in person.text
        await person.press("escape", "enter")
        assert person.window == "StrongPainDialog", "enter, typed after the 8, does not close it unread"
        clock.advance(timedelta(seconds=1))
        await person.press("enter")
        assert person.window == "ReadyScreen"
        assert practice(store).pain_during == 8


@pytest.mark.slow
async def test_the_second_time_in_a_row_one_key_pauses_the_exercise(store: Store, clock: ManualClock) -> None:
    async with running(BackjournalApp(plan(store, "bridge", before=9)), LOW) as person:
        await person.press("enter")
        await wait(person, clock, 3)
        await person.press("space", "8")
        assert "It was 9 the time before too, on Friday 20 November 2026. Pause this exercise?" in words(person)
        await person.press("escape")
        assert store.plan.prescriptions()[0].last_day is None, "nothing ends by itself"
        await person.press("u", "enter")
        await wait(person, clock, 3)
        await person.press("space", "8", "p")
        assert person.notices[-1] == "Bridge is paused from tomorrow on. u takes it back; 4 Plan adds it again."
        assert store.plan.prescriptions()[0].last_day == TODAY
        clock.advance(timedelta(days=1))
        await person.look()
        assert "Bridge" not in person.text
        await person.press("u")
        assert store.plan.prescriptions()[0].last_day is None
        assert store.practices.between(TODAY, TODAY)[0].pain_during == 8, "the pain stays noted"


@pytest.mark.slow
async def test_practising_all_that_is_left_asks_before_the_next(store: Store, clock: ManualClock) -> None:
    async with running(BackjournalApp(plan(store, "bridge", "pelvic-tilt")), LOW) as person:
        await person.press("p")
        await wait(person, clock, 3)
        await person.press("space", "9")
        assert "Go on with Pelvic tilt (g)" in person.text
        await person.press("escape")
        assert person.window == "ReadyScreen", "it stops for today"
        await person.press("u", "p")
        await wait(person, clock, 3)
        await person.press("space", "9", "g")
        assert person.window == "GuidedPractice"
        assert "Pelvic tilt" in person.text.splitlines()[0]
        await wait(person, clock, 3)
        await person.press("escape")
        assert person.window == "ReadyScreen"


async def test_a_practice_that_was_stopped_offers_nothing_to_go_on_with(store: Store, clock: ManualClock) -> None:
    async with running(BackjournalApp(plan(store, "bridge", "pelvic-tilt", repetitions=2)), LOW) as person:
        await person.press("p")
        await wait(person, clock, 3)
        await person.press("space", "escape", "9")
        assert person.window == "StrongPainDialog"
        assert "Go on" not in person.text


@pytest.mark.slow
async def test_the_form_answers_a_pain_that_is_new(store: Store) -> None:
    async with running(BackjournalApp(plan(store, "bridge", before=8)), LOW) as person:
        await person.press("a", "tab", "8", "ctrl+s")
        assert person.window == "StrongPainDialog"
        await person.press("escape", "a", "ctrl+s")
        assert person.window == "ReadyScreen", "the same pain again is answered already"
        await person.press("a", "tab", "9", "ctrl+s")
        assert person.window == "StrongPainDialog"
        await person.press("p")
        assert store.plan.prescriptions()[0].last_day == TODAY
        await person.press("left", "a", "tab", "9", "ctrl+s")
        assert "Close (enter)" in person.text
        assert "Stop for today" not in person.text


@pytest.mark.slow
@pytest.mark.parametrize("size", [(60, 16), LOW])
async def test_the_buttons_stay_in_sight(store: Store, size: tuple[int, int]) -> None:
    async with running(BackjournalApp(plan(store, "bridge", before=8)), size) as person:
        await person.press("a", "tab", "8", "ctrl+s")
        assert "Stop for today (enter)" in person.text
        assert "Pause it (p)" in person.text


async def test_strong_pain_in_a_check_in_is_answered(store: Store) -> None:
    async with running(BackjournalApp(plan(store, "bridge")), LOW, toasts=True) as person:
        await person.press("n", "9", "ctrl+s")
        assert person.notices[-1] == (
            "Check-in saved. That is strong pain. f writes down a flare-up, which eases the day's exercises (z). "
            "! lists the symptoms that should not wait."
        )
        await person.threads_done()
        assert "symptoms that should not wait." in person.text, "no line of it is below the screen"
        await person.press("f", "ctrl+s", "n", "9", "ctrl+s")
        assert person.notices[-1] == "Check-in saved."
