"""Exercises of the plan that are not on the day's list, in the app; today is a Saturday."""

from datetime import timedelta

from backjournal.model.doses import Dose
from backjournal.model.schedules import Schedule
from backjournal.store.store import Store
from backjournal.tui.app import BackjournalApp
from tests.helpers.app import running
from tests.helpers.clock import ManualClock
from tests.helpers.values import TODAY, shipped
from tests.tui.practice.test_practice import wait
from tests.tui.today.test_today import practice

YESTERDAY = TODAY - timedelta(days=1)


def plan(store: Store, **schedules: str) -> Store:
    """Prescribe exercises of one repetition, from two weeks ago."""
    for key, schedule in schedules.items():
        exercise = shipped(key.replace("_", "-")).exercise
        store.plan.prescribe(exercise, Dose(repetitions=1), Schedule.parse(schedule), TODAY - timedelta(days=14))
    return store


async def test_an_extra_is_ticked_and_taken_back(store: Store) -> None:
    async with running(BackjournalApp(plan(store, bridge="daily", clamshell="mon fri", dead_bug="tue"))) as person:
        assert "Clamshell" not in person.text
        await person.press("e")
        assert "In the plan, and not asked for on this day" in person.text
        assert person.row == "Clamshell  1 time, mon fri"
        await person.press("escape")
        assert "Clamshell" not in person.text
        await person.press("e", "down", "space")
        assert person.row == "✓ Dead bug     1 time  extra"
        assert "1 of 2 done" in person.text
        await person.press("e")
        assert "Dead bug" not in person.text.split("In the plan")[1].split("lowers")[0], "it is on the list now"
        await person.press("escape", "space")
        assert "Dead bug" not in person.text
        assert practice(store, "dead-bug") is None


async def test_an_extra_is_practised_with_guidance(store: Store, clock: ManualClock) -> None:
    async with running(BackjournalApp(plan(store, bridge="daily", clamshell="mon fri"))) as person:
        await person.press("e", "enter")
        assert person.window == "GuidedPractice"
        await wait(person, clock, 3)
        await person.press("space", "2")
        assert person.row == "✓ Clamshell     1 time  pain 2  extra"
        await person.press("u")
        assert "Clamshell" not in person.text


async def test_on_a_past_day_an_extra_is_ticked(store: Store) -> None:
    async with running(BackjournalApp(plan(store, bridge="daily", clamshell="mon"))) as person:
        await person.press("left", "e")
        assert "practise" not in person.text.splitlines()[-1]
        await person.press("enter")
        assert practice(store, "clamshell", YESTERDAY)
        assert practice(store, "clamshell") is None


async def test_on_a_day_of_rest_e_says_what_can_be_done(store: Store) -> None:
    async with running(BackjournalApp(plan(store, clamshell="mon fri"))) as person:
        assert "Nothing is planned for this day." in person.text
        assert "e practises an exercise of the plan all the same." in person.text
        await person.press("e", "space")
        assert person.row.startswith("✓ Clamshell")
        await person.press("e")
        assert person.notices[-1] == "All that is in the plan on this day is on the list."


async def test_a_fourth_of_three_a_week_is_an_extra(store: Store) -> None:
    async with running(BackjournalApp(plan(store, clamshell="1 a week"))) as person:
        await person.press("left", "space", "right")
        assert "Nothing is planned for this day." in person.text
        await person.press("e", "space")
        assert person.row == "✓ Clamshell     1 time  extra"


async def test_a_part_of_an_extra_is_not_practised_with_all_that_is_left(store: Store, clock: ManualClock) -> None:
    plan(store, bridge="daily")
    exercise = shipped("clamshell").exercise
    store.plan.prescribe(exercise, Dose(repetitions=2), Schedule.parse("mon"), TODAY - timedelta(days=14))
    async with running(BackjournalApp(store)) as person:
        await person.press("e", "enter")
        await wait(person, clock, 3)
        await person.press("space", "escape", "enter")
        assert person.row == "◐ Clamshell     2 times  50 %  extra"
        await person.press("p")
        assert "Bridge" in person.text.splitlines()[0]
        assert "Clamshell" not in person.text
