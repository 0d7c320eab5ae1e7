"""The guided practice in the app: holds, sides, counts, pauses, stops, the stopwatch, and the pain after it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from backjournal.library.drawings import positions
from backjournal.model.doses import Dose, Sides
from backjournal.model.practices import Practice, Status
from backjournal.model.schedules import Schedule
from backjournal.model.sets_done import sets_text
from backjournal.model.stopwatches import Stopwatch
from backjournal.store.store import Store
from backjournal.tui.app import BackjournalApp
from backjournal.tui.practice.guided import GuidedPractice
from backjournal.tui.practice.pain_question import PainQuestion
from backjournal.tui.practice.stopwatch import StopwatchScreen
from backjournal.tui.widgets.block_letters import block_lines
from backjournal.tui.widgets.block_text import BlockText
from backjournal.tui.widgets.exercise_drawing import ExerciseDrawing
from tests.helpers.app import Person, at_rest, running
from tests.helpers.clock import ManualClock
from tests.helpers.values import TODAY, shipped

HOLD = Dose(sets=2, repetitions=2, hold_seconds=4, rest_seconds=6, sides=Sides.EACH)
COUNT = Dose(sets=2, repetitions=3)


def plan(store: Store, **doses: Dose) -> Store:
    """Prescribe exercises of the library, one after the other, for every day."""
    for key, dose in doses.items():
        exercise = shipped(key.replace("_", "-")).exercise
        store.plan.prescribe(exercise, dose, Schedule(), TODAY, note="Slowly." if key == "bird_dog" else "")
    return store


def practice(store: Store) -> Practice:
    """Return the one practice of today."""
    (found,) = store.practices.between(TODAY, TODAY)
    return found


async def wait(person: Person, clock: ManualClock, seconds: int) -> None:
    """Let seconds pass; the screen reads the clock once each second."""
    for _ in range(seconds):
        await pass_unseen(person, clock, 1)


async def pass_unseen(person: Person, clock: ManualClock, seconds: int) -> None:
    """Let seconds pass; the screen reads the clock only at the end."""
    clock.advance(timedelta(seconds=seconds))
    screen = person.screen
    if isinstance(screen, GuidedPractice | StopwatchScreen):
        screen.tick()
    elif isinstance(screen, PainQuestion):
        screen.look()
    await at_rest(person.app)


def number(person: Person) -> str:
    """Return the large number."""
    (shown,) = person.screen.query_one("#practice-number", BlockText).wordings
    return shown


def rings(monkeypatch: pytest.MonkeyPatch, app: BackjournalApp) -> list[int]:
    """Return a list that grows with every bell."""
    heard: list[int] = []
    monkeypatch.setattr(app, "bell", lambda: heard.append(1))
    return heard


async def test_holds_rests_and_sides_go_by_themselves_and_everything_is_written_down(
    store: Store, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = BackjournalApp(plan(store, bird_dog=HOLD))
    heard = rings(monkeypatch, app)
    async with running(app) as person:
        await person.press("enter")
        assert "GET READY" in person.text
        assert "Note: Slowly." in person.text
        assert "next  Hold 4 s: set 1 of 2, left, 1 of 2" in person.text
        await wait(person, clock, 3)
        assert "HOLD" in person.text
        assert "Set 1 of 2, left, 1 of 2" in person.text
        assert store.practices.between(TODAY, TODAY) == ()
        await wait(person, clock, 4)
        assert sets_text(practice(store).sets) == "left 4 s", "a repetition is on the disk as soon as it is done"
        await wait(person, clock, 2 + 4)
        assert "CHANGE TO THE RIGHT SIDE" in person.text
        await wait(person, clock, 5 + 4 + 2 + 4)
        assert "REST, THEN THE LEFT SIDE" in person.text
        assert practice(store).amount == 1
        await wait(person, clock, 6 + 2 * (4 + 2 + 4) + 5)
        assert person.window == "PainQuestion"
        assert practice(store).status is Status.DONE
        assert len(heard) == 8 * 2 + 3 + 1, "a hold begins and ends, the side changes three times, and the end"
        await person.press("3")
        assert person.window == "ReadyScreen"
        assert practice(store).pain_during == 3
        assert sets_text(practice(store).sets) == "; ".join(["left 2 × 4 s", "right 2 × 4 s"] * 2)
        await person.press("u")
        assert store.practices.between(TODAY, TODAY) == (), "one undo takes the whole practice back"


async def test_repetitions_are_counted_by_key_and_a_stop_keeps_them(store: Store, clock: ManualClock) -> None:
    async with running(BackjournalApp(plan(store, bridge=COUNT))) as person:
        await person.press("enter")
        await wait(person, clock, 3)
        assert "REPEAT" in person.text
        assert "space count" in person.text
        await person.press("space", "enter")
        assert "2 of 3 repetitions" in person.text
        await person.press("left")
        assert store.practices.between(TODAY, TODAY) == (), "what was taken back is not kept"
        await person.press("space", "space", "space")
        assert "REST" in person.text
        assert "space pause" in person.text
        await person.press("right", "space", "escape")
        assert person.window == "PainQuestion"
        await person.press("enter")
        assert practice(store) == replace(practice(store), amount=1, status=Status.PARTIAL, pain_during=None)
        assert sets_text(practice(store).sets) == "3; 1"
        assert "67 %" in person.row
        await person.press("enter")
        await wait(person, clock, 3)
        await person.press("space", "space", "space", "escape", "1")
        assert person.window == "PainQuestion", "a 1 may become 10"
        await wait(person, clock, 2)
        assert (practice(store).status, practice(store).pain_during) == (Status.DONE, 1)
        await person.press("u")
        assert practice(store).amount == 1, "the second practice is a step of its own"


async def test_a_pause_a_longer_hold_and_an_hour_of_suspension(store: Store, clock: ManualClock) -> None:
    async with running(BackjournalApp(plan(store, side_plank=Dose(hold_seconds=20)))) as person:
        await person.press("enter")
        await wait(person, clock, 3 + 5)
        await person.press("space")
        assert "PAUSED" in person.text
        await wait(person, clock, 60)
        assert store.practices.between(TODAY, TODAY) == ()
        await person.press("space", "-", "-", "+")
        clock.advance(timedelta(hours=1))
        assert isinstance(person.screen, GuidedPractice)
        person.screen.tick()
        await at_rest(person.app)
        assert "PAUSED" in person.text, "it does not count on while the program is suspended"
        await person.press("space")
        await wait(person, clock, 14)
        assert sets_text(practice(store).sets) == "19 s"
        assert practice(store).status is Status.PARTIAL
        await person.press("escape")
        assert "95 %" in person.row


async def test_the_help_lists_the_keys_and_holds_the_practice_while_it_is_read(
    store: Store, clock: ManualClock
) -> None:
    plan(store, side_plank=Dose(hold_seconds=20), walking=Dose(minutes=9))
    async with running(BackjournalApp(store)) as person:
        await person.to_row("Side plank")
        await person.press("enter")
        await wait(person, clock, 3 + 5)
        await person.press("?")
        assert "go on to the next step" in person.text
        assert "Lift your hips" in person.text, "and the instructions whole"
        await wait(person, clock, 60)
        await person.press("escape")
        await wait(person, clock, 14)
        assert number(person) == "1", "it goes on by itself"
        await person.press("space", "?", "escape", "n")
        assert "PAUSED" in person.text, "unless it was paused, and n writes no check-in and steps over nothing"
        await person.press("right", "escape")
        await person.to_row("Walking")
        await person.press("enter", "?")
        assert "leave it running" in person.text


async def test_what_comes_is_never_taken_for_what_is_on(store: Store, clock: ManualClock) -> None:
    async with running(BackjournalApp(plan(store, bird_dog=HOLD))) as person:
        await person.press("enter")
        for seconds, doing, large, side in (
            (0, "GET READY", "Ready", "left"),
            (3, "HOLD  Set 1 of 2, left, 1 of 2", "Hold", "left"),
            (4, "REST", "Rest", ""),
            (6, "CHANGE TO THE RIGHT SIDE", "Change", "right"),
        ):
            await wait(person, clock, seconds)
            assert person.line(doing).strip().startswith(doing)
            assert person.line(doing).strip().split("   ")[0] == doing, "only a move has a place"
            shown = [block.wordings for block in person.screen.query(BlockText)]
            assert (shown[0][-1], shown[2][0]) == (large, side)
            drawing = person.screen.query_one(ExerciseDrawing)
            assert (drawing.positions == positions("bird-dog")) == (side == "right"), "the left one is mirrored"
            assert drawing.present == (large == "Hold"), "the end position is the one to hold"
        await person.press("space")
        assert person.screen.query(BlockText).first().wordings == ("Paused",)


@pytest.mark.parametrize(
    ("size", "word", "beside", "scale"),
    [
        ((60, 16), False, False, 1),
        ((79, 24), True, False, 2),
        ((80, 24), True, True, 2),
        ((80, 20), False, False, 2),
        ((120, 19), False, False, 1),
    ],
)
@pytest.mark.slow
async def test_a_small_terminal_has_smaller_digits_and_no_drawing(
    store: Store, clock: ManualClock, size: tuple[int, int], word: bool, beside: bool, scale: int
) -> None:
    async with running(BackjournalApp(plan(store, bridge=Dose(hold_seconds=20))), size) as person:
        await person.press("enter")
        await wait(person, clock, 3)
        shown = {line.strip() for line in person.text.splitlines()}
        assert any(line.startswith(block_lines("20", scale)[-1]) for line in shown)
        assert any(line.startswith(block_lines("hold")[0].strip()) for line in shown) == word
        assert any(line.endswith("==========") for line in shown) == beside
        assert "it is done" in person.text, "what comes next is told in all of them"
        await person.resize(80, 24)
        assert "==========" in person.text


@pytest.mark.slow
async def test_all_that_is_left_one_after_the_other_and_a_stop_ends_it(
    store: Store, clock: ManualClock, open_store: Callable[[], Store]
) -> None:
    plan(store, bridge=Dose(repetitions=1), pelvic_tilt=Dose(repetitions=1), clamshell=Dose(repetitions=1))
    async with running(BackjournalApp(store)) as person:
        await person.to_row("Clamshell")
        await person.press("space")
        await person.to_row("Pelvic tilt")
        await person.press("p")
        assert "Pelvic tilt" in person.text.splitlines()[0]
        assert "then  Bridge" in person.text
        await person.press("right", "space")
        assert "then Bridge" in person.text, "what comes next is told while the pain is asked"
        await person.press("1", "0")
        assert "Go on with Bridge" in person.text, "after strong pain the next one waits for an answer"
        await person.press("g")
        assert "Bridge" in person.text.splitlines()[0]
        await person.press("right", "space", "0")
        assert person.window == "ReadyScreen", "what was ticked is not practised again"
        done = {each.pain_during for each in open_store().practices.between(TODAY, TODAY)}
        assert done == {None, 10, 0}
        await person.press("left", "enter")
        assert person.window == "ReadyScreen"


@pytest.mark.slow
async def test_a_stopwatch_runs_on_while_the_app_is_closed(store: Store, clock: ManualClock) -> None:
    store.plan.prescribe(
        shipped("walking").exercise, Dose(minutes=30), Schedule(times_a_week=6), TODAY - timedelta(days=7)
    )
    async with running(BackjournalApp(store)) as person:
        await person.press("enter")
        await pass_unseen(person, clock, 65)
        assert "GOING ON" in person.text
        assert number(person) == "1:05"
    clock.advance(timedelta(minutes=20))
    async with running(BackjournalApp(store)) as person:
        assert "stopwatch runs" in person.row
        await person.press("enter")
        assert "space pause" in person.text
        await person.press("space")
        assert "space go on" in person.text
        await pass_unseen(person, clock, 600)
        assert "PAUSED" in person.text
        await person.press("+", "l")
        assert "stopwatch paused" in person.row
        assert person.row.endswith("stopwatch paused  6 left this week"), "what a narrow list cuts off comes last"
        assert store.practices.between(TODAY, TODAY) == ()
        await person.press("enter", "enter", "2")
        assert (practice(store).amount, practice(store).pain_during) == (22, 2)
        assert sets_text(practice(store).sets) == f"{65 + 20 * 60 + 60} s"
        assert "stopwatch" not in person.row
        await person.press("u")
        assert store.practices.between(TODAY, TODAY) == ()


async def test_a_clock_that_is_set_back_takes_nothing_from_a_stopwatch(store: Store, clock: ManualClock) -> None:
    async with running(BackjournalApp(plan(store, walking=Dose(minutes=30)))) as person:
        await person.press("enter")
        await pass_unseen(person, clock, 65)
        clock.set(clock.now() - timedelta(hours=1))
        await pass_unseen(person, clock, 5)
        assert number(person) == "1:05"
        await person.press("l")
        await person.look()
        clock.advance(timedelta(minutes=1))
        await person.look()
        clock.set(clock.now() - timedelta(hours=1))
        await person.look()
        await person.press("enter")
        await pass_unseen(person, clock, 5)
        assert number(person) == "2:10"


async def test_a_stopwatch_from_before_the_clock_was_set_back_shows_no_time_until_it_is_set(
    store: Store, clock: ManualClock
) -> None:
    plan(store, walking=Dose(minutes=30))
    known = store.plan.prescriptions()[0].id
    store.stopwatches.save(Stopwatch(known, TODAY).started(clock.now() + timedelta(hours=1)))
    async with running(BackjournalApp(store)) as person:
        await person.press("enter")
        await pass_unseen(person, clock, 1)
        assert number(person) == "-:--"
        await person.press("space", "escape")
        assert person.window == "StopwatchScreen", "what nobody knows is not written down"
        await person.press("+", "+", "escape", "escape")
        assert practice(store).amount == 2


@pytest.mark.slow
async def test_a_stopwatch_rings_once_drops_and_writes_nothing_down_for_a_moment(
    store: Store, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = BackjournalApp(plan(store, walking=Dose(minutes=1)))
    heard = rings(monkeypatch, app)
    async with running(app) as person:
        await person.press("enter")
        await pass_unseen(person, clock, 10)
        await person.press("escape")
        assert person.notices[-1] == "Less than half a minute: nothing was written down."
        await person.press("enter")
        await wait(person, clock, 70)
        assert heard == [1]
        await person.press("d")
        assert store.practices.between(TODAY, TODAY) == ()
        assert store.stopwatches.all() == ()


async def test_the_bell_can_be_off_and_a_distance_is_done_when_it_ends(
    store: Store, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.settings.save(replace(store.settings.get(), sound=False))
    app = BackjournalApp(plan(store, walking=Dose(distance_m=1500), bridge=Dose(hold_seconds=2)))
    heard = rings(monkeypatch, app)
    async with running(app) as person:
        await person.to_row("Walking")
        await person.press("enter")
        await pass_unseen(person, clock, 40)
        await person.press("enter", "escape")
        assert (practice(store).amount, practice(store).status) == (1500, Status.DONE)
        await person.to_row("Bridge")
        await person.press("enter")
        await wait(person, clock, 6)
        assert person.window == "PainQuestion"
        assert heard == []


async def test_the_answer_just_before_quitting_is_written_down(store: Store) -> None:
    async with running(BackjournalApp(plan(store, bridge=Dose(repetitions=1)))) as person:
        await person.press("enter", "right", "space")
        assert person.window == "PainQuestion"
        await person.burst("2", "ctrl+q")
        assert not person.app.is_running
    assert practice(store).pain_during == 2


async def test_whoever_passes_over_all_steps_is_told_and_stays_where_they_are(store: Store, clock: ManualClock) -> None:
    async with running(BackjournalApp(plan(store, bird_dog=HOLD))) as person:
        await person.press("enter", "space")
        assert "space go on" in person.text
        await person.press("space")
        assert "space pause" in person.text
        while person.window == "GuidedPractice":
            await person.press("right")
        await person.press("right", "right")
        assert person.notices == ["Nothing was done, so nothing is ticked."]
        assert store.practices.between(TODAY, TODAY) == ()
        clock.advance(timedelta(seconds=1))
        await person.press("right")
        assert person.notices[-1].startswith("That day has not come yet")
