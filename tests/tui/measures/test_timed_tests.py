"""Timed tests in the app: a hold of each side, and a count within a given time."""

from dataclasses import replace
from datetime import timedelta

import pytest

from backjournal.journal.signs import save_check_in
from backjournal.store.store import Store
from backjournal.tui.app import BackjournalApp
from backjournal.tui.measures.timed_test import TimedTestScreen
from tests.helpers.app import running
from tests.helpers.clock import ManualClock
from tests.helpers.measures_app import go_by, measured, shipped, values
from tests.helpers.values import TODAY, check_in


@pytest.mark.slow
async def test_holds_are_timed_side_by_side_into_the_form(
    store: Store, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.settings.save(replace(store.settings.get(), sound=False))
    app = BackjournalApp(measured(store))
    rung: list[str] = []
    monkeypatch.setattr(app, "bell", lambda: rung.append("bell"))
    async with running(app) as person:
        await person.press("5")
        await person.to_row("Side bridge")
        await person.press("enter", "w")
        assert "GET READY: LEFT SIDE" in person.text
        assert "go on" not in person.text, "the clock does"
        await go_by(person, clock, 5 + 23)
        assert "HOLD: LEFT SIDE" in person.text
        await person.press("space")
        assert "left side: 23 s" in person.text
        await person.press("enter")
        await go_by(person, clock, 5 + 31)
        await person.press("escape")
        assert (person.answer("0"), person.answer("1")) == ("23", "31"), "what was held is never lost"
        assert app.focused is not None
        assert app.focused.id == "note", "all values are there"
        assert rung == [], "the sound is off"
        await person.press("escape")
        assert person.window == "Confirm"
        await person.press("escape")
        await person.to_field("note")
        await person.write("w")
        assert person.answer("note") == "w", "in a text it is a letter"
        await person.press("ctrl+s")
        assert values(store, "side-bridge")[-1] == (TODAY, 27)


async def test_nobody_gets_ready_while_the_help_is_read(store: Store, clock: ManualClock) -> None:
    async with running(BackjournalApp(measured(store))) as person:
        await person.press("5")
        await person.to_row("Side bridge")
        await person.press("enter", "w")
        await go_by(person, clock, 4)
        await person.press("?")
        assert "begin this side again" in person.text
        clock.advance(timedelta(seconds=60))
        timed = person.app.screen_stack[-2]
        assert isinstance(timed, TimedTestScreen)
        timed.tick()
        await person.press("escape")
        await go_by(person, clock, 4)
        assert "GET READY: LEFT SIDE" in person.text
        await go_by(person, clock, 1 + 7)
        await person.press("?", "escape", "space")
        assert "left side: 7 s" in person.text, "a hold goes on"


async def test_the_chair_stand_rings_and_asks_how_many(
    store: Store, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.measures.choose(shipped("chair-stand"))
    app = BackjournalApp(store)
    rung: list[str] = []
    monkeypatch.setattr(app, "bell", lambda: rung.append("bell"))
    async with running(app) as person:
        await person.press("m", "w")
        await go_by(person, clock, 5 + 29)
        assert person.window == "TimedTestScreen"
        await go_by(person, clock, 1)
        assert person.window == "ResultForm"
        assert "how many did you count?" in person.text
        assert len(rung) == 2
        await person.press(*"14", "ctrl+s")
        assert values(store, "chair-stand") == [(TODAY, 14)]


@pytest.mark.slow
async def test_a_timed_test_asks_first_while_a_sign_stands_and_when_its_note_has_one(store: Store) -> None:
    save_check_in(measured(store), check_in(1, note="fever"))
    async with running(BackjournalApp(store)) as person:
        await person.press("5")
        await person.to_row("Side bridge")
        await person.press("enter", "w")
        assert person.window == "SignDialog"
        await person.press("g", "w")
        assert person.window == "TimedTestScreen"
        await person.press("escape")
        await person.to_field("note")
        await person.write("cannot pee")
        await person.press("shift+tab", "shift+tab", "w")
        assert person.window == "AdviceScreen", "though the note is not saved yet"
        await person.press("enter")
        assert person.window == "ResultForm", "nothing is timed"


@pytest.mark.slow
async def test_a_result_that_is_written_down_while_a_sign_stands_gets_a_word_about_it(store: Store) -> None:
    save_check_in(measured(store), check_in(1, note="fever"))
    async with running(BackjournalApp(store)) as person:
        await person.press("5")
        await person.to_row("Front plank")
        await person.press("enter", "1", "2", "ctrl+s")
        assert person.notices[-1] == "You noted this, and it should not wait: fever with back pain. ! says what to do."
        await person.press("enter", "1", "2")
        await person.to_field("note")
        await person.write("cannot pee")
        await person.press("ctrl+s")
        assert person.window == "AdviceScreen"
