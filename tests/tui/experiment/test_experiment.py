"""Experiments in the app: the reminder in Today, the window, the form that starts one."""

from datetime import timedelta

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.widgets import Input, Select

from backjournal.journal.signs import save_check_in
from backjournal.model.experiments import Unit
from backjournal.store.store import Store
from backjournal.tui.app import BackjournalApp
from tests.helpers.app import COMFORTABLE, LOW, at_rest, running, seeded
from tests.helpers.clock import ManualClock
from tests.helpers.experiments import experiment, noted, put
from tests.helpers.values import TODAY, check_in

GOING_ON = experiment(first_day=TODAY - timedelta(days=4), id="now")


@pytest.mark.slow
async def test_the_windows_of_an_experiment(store: Store, snapshot: SnapshotAssertion) -> None:
    await look_at_an_experiment(store, LOW, snapshot)


@pytest.mark.slow
async def test_the_windows_of_an_experiment_with_more_room(store: Store, snapshot: SnapshotAssertion) -> None:
    await look_at_an_experiment(store, COMFORTABLE, snapshot)


async def look_at_an_experiment(store: Store, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    """Compare every window of experiments with its snapshot, and Today with its line."""
    over = experiment()
    async with running(BackjournalApp(noted(put(seeded(store), over), over)), size) as person:
        assert person.text == snapshot(name="today, just over")
        await person.press("E")
        assert person.text == snapshot(name="what came of it")
        await person.press("n")
        assert person.text == snapshot(name="form")
        await person.press("escape")
        put(store, GOING_ON)
        await person.look()
        person.app.read()
        await at_rest(person.app)
        assert person.text == snapshot(name="today")
        await person.press("E")
        assert person.text == snapshot(name="going on")


@pytest.mark.slow
async def test_one_is_started_followed_and_marked(store: Store, clock: ManualClock) -> None:
    async with running(BackjournalApp(seeded(store)), COMFORTABLE) as person:
        assert "Experiment" not in person.text
        await person.press("E")
        assert "Try one thing" in person.text
        await person.press("n", *"heat")
        assert "By your own days" in person.text or "By made-up journals" in person.text
        await person.press("ctrl+s")
        (started,) = store.experiments.all()
        assert (started.name, started.value, started.unit, len(started.draw)) == ("heat", "pain", Unit.DAYS, 28)
        side = "with it" if started.draw[0] else "without it"
        assert person.notices[-1] == f"Experiment: heat – begins tomorrow, {side}. u takes it back."
        assert f"E Experiment: heat – begins tomorrow, {side}" in person.text
        clock.advance(timedelta(days=1))
        await person.look()
        assert f"E Experiment: heat – today {side}, day 1 of 28" in person.text
        await person.press("E", "k")
        assert person.notices[-1] == "Not kept to the draw today. u takes it back."
        assert f"today {side}, day 1 of 28, not kept" in person.text
        await person.press("E", "k")
        assert (person.notices[-1], store.experiments.all()[0].not_kept) == (
            "Kept to the draw today. u takes it back.",
            frozenset(),
        )
        await person.press("u", "u", "u")
        assert store.experiments.all() == ()
        assert "Experiment" not in person.text


async def test_a_past_day_shows_and_marks_its_own_side(store: Store) -> None:
    async with running(BackjournalApp(put(seeded(store), GOING_ON))) as person:
        await person.press("left")
        assert "Experiment: heat – on this day with it, day 4 of 14" in person.text
        await person.press("E", "k")
        assert store.experiments.all()[0].not_kept == {TODAY - timedelta(days=1)}
        assert "day 4 of 14, not kept" in person.text
        await person.press(*["left"] * 4)
        assert "Experiment" not in person.text
        await person.press("E", "k")
        assert person.window == "ExperimentPage", "a day without an experiment cannot be marked"


async def test_no_result_is_shown_before_a_stop(store: Store) -> None:
    going_on = experiment(first_day=TODAY - timedelta(days=12))
    async with running(BackjournalApp(noted(put(store, going_on), going_on)), COMFORTABLE) as person:
        await person.press("E")
        assert "No result is shown before the end" in person.text
        assert "points" not in person.text
        await person.press("n")
        assert person.window == "ExperimentPage", "one goes on at a time"
        await person.press("d")
        assert person.window == "ExperimentPage"
        assert "With it 2.0 points lower" in person.text
        assert "stopped on 21 Nov 2026" in person.text
        await person.press("d", "escape")
        assert person.notices == ["Experiment stopped: u takes it back."]
        assert "E Experiment: heat – stopped" in person.text
        await person.press("u", "E")
        assert "No result is shown before the end" in person.text


@pytest.mark.slow
async def test_a_sign_stops_a_start_and_pauses_the_reminder(store: Store) -> None:
    async with running(BackjournalApp(put(seeded(store), GOING_ON)), COMFORTABLE) as person:
        save_check_in(store, check_in(1, note="tingling in both legs"))
        person.app.read()
        await at_rest(person.app)
        assert "E Experiment: heat – paused while a symptom stands that should not wait" in person.text
        await person.press("E")
        assert person.window == "SignDialog", "the advice comes first"
        await person.press("escape")
        assert "Paused while a symptom stands" in person.text
        await person.press("d", "escape", "E", "escape")
        assert "No experiment is started while a symptom stands" in person.text
        await person.press("n")
        assert person.window == "ExperimentPage"
        await person.press("escape", "E", "g", "n")
        assert person.window == "ExperimentForm", "it is gone"


async def test_a_sign_that_comes_while_the_form_is_open_stops_the_start(store: Store) -> None:
    async with running(BackjournalApp(seeded(store)), COMFORTABLE) as person:
        await person.press("E", "n", *"heat")
        save_check_in(store, check_in(1, note="tingling in both legs"))
        await person.press("ctrl+s")
        assert "a symptom stands that should not wait" in person.text
        assert store.experiments.all() == ()


@pytest.mark.slow
async def test_the_form_says_what_its_length_could_show_and_what_is_wrong(store: Store) -> None:
    async with running(BackjournalApp(store), (140, 45)) as person:
        await person.press("E", "n")
        assert "28 days show a difference of 1.5 points" in person.text
        await person.to_field("unit")
        await person.press("2")
        assert "12 weeks show a difference of" in person.text
        length = person.screen.query_one("#length", Input)
        length.value = "6"
        await at_rest(person.app)
        assert "6 weeks cannot tell any difference" in person.text
        await person.press("1")
        assert length.value == "6", "a length that was typed stays"
        assert "an experiment has 14 to 28 days" in person.text
        length.value = "14"
        person.screen.query_one("#value", Select).value = "sleep_hours"
        await at_rest(person.app)
        assert "Too few days have sleep noted" in person.text
        for name, typed, field, message in (
            ("", "", "name", "say what you want to try"),
            ("heat", "yesterday", "first_day", "that day is over"),
            ("heat", "soon", "first_day", "is not a day"),
        ):
            person.screen.query_one("#name", Input).value = name
            person.screen.query_one("#first_day", Input).value = typed
            await person.press("ctrl+s")
            assert list(person.problems()) == [field]
            assert message in person.problems()[field]
        person.screen.query_one("#first_day", Input).value = "today"
        await person.press("ctrl+s")
        (started,) = store.experiments.all()
        assert (started.first_day, started.value, len(started.draw)) == (TODAY, "sleep_hours", 14)


@pytest.mark.slow
async def test_e_works_in_every_pane_and_the_palette_finds_it(store: Store) -> None:
    async with running(BackjournalApp(put(seeded(store), GOING_ON))) as person:
        for pane in ("1", "2", "3", "4", "5"):
            await person.press(pane, "E")
            assert person.window == "ExperimentPage"
            await person.press("E")
            assert len(person.app.screen_stack) == 1
        await person.press("ctrl+p")
        await person.write("an experiment")
        await person.app.workers.wait_for_complete()
        await person.threads_done()
        await person.press("enter")
        await person.threads_done()
        assert person.window == "ExperimentPage"
