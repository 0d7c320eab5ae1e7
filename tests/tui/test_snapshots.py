"""Snapshots of every pane, form and dialog, as a person reads them."""

from datetime import timedelta

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.widgets import Input

from backjournal.store.store import Store
from backjournal.tui.app import BackjournalApp
from backjournal.tui.practice.guided import GuidedPractice
from tests.helpers.app import COMFORTABLE, LOW, at_rest, running, seeded
from tests.helpers.clock import ManualClock

PANES = {"1": "today", "2": "diary", "3": "trends", "4": "plan", "5": "measures"}


async def test_the_panes_of_a_new_journal(store: Store, snapshot: SnapshotAssertion) -> None:
    await look_at_a_new_journal(store, LOW, snapshot)


# A test of another name, not another case of the same test, whose snapshots would count as unused in quick runs.
@pytest.mark.slow
async def test_a_new_journal_with_more_room(store: Store, snapshot: SnapshotAssertion) -> None:
    await look_at_a_new_journal(store, COMFORTABLE, snapshot)


async def look_at_a_new_journal(store: Store, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    """Compare every pane of an empty journal with its snapshot."""
    async with running(BackjournalApp(store), size) as person:
        for key, pane in PANES.items():
            await person.press(key)
            await person.threads_done()
            assert person.text == snapshot(name=pane)


async def test_the_panes_of_a_full_journal(store: Store, snapshot: SnapshotAssertion) -> None:
    await look_at_a_full_journal(store, LOW, snapshot)


@pytest.mark.slow
async def test_a_full_journal_with_more_room(store: Store, snapshot: SnapshotAssertion) -> None:
    await look_at_a_full_journal(store, COMFORTABLE, snapshot)


async def look_at_a_full_journal(store: Store, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    """Compare every pane of a journal of some weeks with its snapshot."""
    async with running(BackjournalApp(seeded(store)), size) as person:
        for key, pane in PANES.items():
            await person.press(key)
            await person.threads_done()
            if pane == "trends":
                await person.press("-")
                await person.threads_done()
                assert person.text == snapshot(name="trends of 4 weeks")
                await person.press("v")
                assert person.text == snapshot(name="figures of 4 weeks")
                await person.press("v", "+")
                await person.threads_done()
            assert person.text == snapshot(name=pane)
        await person.press("1", "left")
        assert person.text == snapshot(name="yesterday")


async def test_the_panes_on_a_large_screen(store: Store, snapshot: SnapshotAssertion) -> None:
    async with running(BackjournalApp(seeded(store)), (140, 45)) as person:
        for key, pane in PANES.items():
            await person.press(key)
            await person.threads_done()
            assert person.text == snapshot(name=pane)


async def test_what_opens_from_the_checklist(store: Store, snapshot: SnapshotAssertion) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.to_row("Bird-dog")
        for key, name in (("enter", "how-to"), ("a", "practice"), ("s", "skip"), ("f", "flare-up"), ("?", "help")):
            await person.press(key)
            assert person.text == snapshot(name=name)
            await person.press("escape")
        await person.press("comma")
        assert person.text == snapshot(name="settings")
        await person.press("escape", "x")
        person.screen.query_one("#file", Input).value = "/home/me/backjournal-checklist.csv"
        await at_rest(person.app)
        assert person.text == snapshot(name="export")
        await person.resize(50, 12)
        assert person.text == snapshot(name="too small")


@pytest.mark.slow
async def test_the_guided_practice(store: Store, clock: ManualClock, snapshot: SnapshotAssertion) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.to_row("Side plank")
        await person.press("enter")
        assert person.text == snapshot(name="get ready")
        await person.press("right")
        clock.advance(timedelta(seconds=2))
        assert isinstance(person.screen, GuidedPractice)
        person.screen.tick()
        await person.resize(60, 16)
        assert person.text == snapshot(name="hold on the smallest screen")
        await person.press("space")
        await person.resize(140, 45)
        assert person.text == snapshot(name="paused on a large screen")
        await person.press("escape")
        await person.resize(*LOW)
        await person.to_row("Child's pose")
        await person.press("enter", "right", "space")
        assert person.text == snapshot(name="breaths")
        await person.press("escape")
        assert person.text == snapshot(name="pain")
        await person.press("enter")
        await person.to_row("Walking")
        await person.press("enter")
        assert person.text == snapshot(name="stopwatch")
        await person.press("d", "f", "ctrl+s")
        assert person.text == snapshot(name="a flare-up is open")
        await person.press("z")
        assert person.text == snapshot(name="ease")


@pytest.mark.slow
async def test_what_opens_from_the_diary_and_its_form(store: Store, snapshot: SnapshotAssertion) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.press("2")
        await person.to_row("fever")
        assert person.text == snapshot(name="an urgent check-in")
        await person.press("enter")
        assert person.text == snapshot(name="check-in page")
        await person.press("escape", "e")
        assert person.text == snapshot(name="edit")
        await person.press("tab", "1", "ctrl+s")
        assert person.text == snapshot(name="refused")
        await person.press("escape")
        assert person.text == snapshot(name="leaving")
        await person.press("d", "/", *"zebra")
        assert person.text == snapshot(name="nothing found")
        await person.press("escape", "n")
        assert person.text == snapshot(name="new")
        await person.to_field("symptom")
        await person.press("enter", "space")
        assert person.text == snapshot(name="advice")
        await person.press("enter")
        assert person.text == snapshot(name="symptoms")


@pytest.mark.slow
async def test_what_opens_from_the_plan(store: Store, snapshot: SnapshotAssertion) -> None:
    async with running(BackjournalApp(seeded(store))) as person:
        await person.press("4", "e")
        assert person.text == snapshot(name="dose and days")
        await person.press("escape", "n")
        assert person.text == snapshot(name="library")
        await person.press("end", *"zzz", "enter")
        assert person.text == snapshot(name="own exercise")


async def test_a_notice_stands_over_the_panes(store: Store, snapshot: SnapshotAssertion) -> None:
    async with running(BackjournalApp(seeded(store)), toasts=True) as person:
        await person.press("right")
        assert person.text == snapshot
