"""A run through the guided practice: time, counts, pauses, and the sets that it records."""

import pytest

from backjournal.guidance.cues import Cue
from backjournal.guidance.steps import Kind
from backjournal.model.doses import Dose
from backjournal.model.sets_done import amount_of
from tests.helpers.guided import BRIDGE, DEAD_BUG, SIDE_PLANK, Guided, begun


def test_holds_go_on_by_themselves() -> None:
    guided = Guided(BRIDGE)
    seen: list[str] = []
    while not guided.run.finished and len(seen) < 99:
        seen.append(guided.where)
        guided.wait(1)
    one_set = "hold {0}1 4 3 2 1, rest {0}2 2 1, hold {0}2 4 3 2 1, rest {0}3 2 1, hold {0}3 4 3 2 1"
    expected = f"ready 11 3 2 1, {one_set.format(1)}, rest 21 10 9 8 7 6 5 4 3 2 1, {one_set.format(2)}"
    assert seen == [
        f"{kind} {place} {left}"
        for kind, place, *countdown in (part.split() for part in expected.split(", "))
        for left in countdown
    ]
    assert guided.sets_text == "3 × 4 s; 3 × 4 s"
    assert amount_of(BRIDGE, guided.run.sets_done) == 2


def test_the_countdown_rounds_up() -> None:
    guided = begun(BRIDGE)
    guided.wait(0.1)
    assert guided.where == "hold 11 4"
    guided.wait(0.9)
    assert guided.where == "hold 11 3"
    guided.wait(2.9)
    assert guided.where == "hold 11 1"
    assert guided.run.seconds_left(guided.now - 50) == 1, "a clock that was set back"
    assert guided.run.seconds_left(guided.now + 50) == 0, "a tick that is late"


def test_sides_take_turns_and_each_event_is_heard_once() -> None:
    guided = Guided(SIDE_PLANK)
    places = []
    while not guided.run.finished and not guided.run.paused:
        if guided.where not in places:
            places.append(guided.where)
        guided.wait(0.1)
    assert [place for place in places if place.endswith((" 5", " 20", " 10"))] == [
        f"{place}"
        for place in (
            *("hold 1L1 20", "hold 1L1 10", "hold 1L1 5", "change sides 1R1 5", "hold 1R1 20", "hold 1R1 10"),
            *("hold 1R1 5", "rest 2L1 10", "rest 2L1 5", "hold 2L1 20", "hold 2L1 10", "hold 2L1 5"),
            *("change sides 2R1 5", "hold 2R1 20", "hold 2R1 10", "hold 2R1 5"),
        )
    ]
    a_side = [Cue.START, Cue.HOLD_ENDS]
    assert guided.heard == [*([*a_side, Cue.CHANGE_SIDES] * 3), *a_side, Cue.FINISHED]
    assert guided.sets_text == "left 20 s; right 20 s; left 20 s; right 20 s"


def test_repetitions_are_counted_by_keypress() -> None:
    guided = Guided(DEAD_BUG)
    guided.press("c")
    assert guided.where == "ready 1L1 3"
    assert guided.run.counted == 0, "nothing is counted while getting ready"
    guided.wait(3)
    for counted in range(3):
        assert (guided.where, guided.run.counted) == ("count 1L1", counted)
        guided.wait(60)
        guided.press("c")
    assert guided.where == "change sides 1R1 5"
    guided.wait(5)
    guided.press("c", "c", "c")
    assert guided.where == "rest 2L1 10"
    guided.wait(10)
    guided.press("c", "c")
    assert guided.sets_text == "left 3; right 3; left 2"
    assert amount_of(DEAD_BUG, guided.run.sets_done) == 1
    assert guided.heard == [*([Cue.START, Cue.CHANGE_SIDES] * 2), Cue.START]


def test_what_comes_next() -> None:
    guided = begun(SIDE_PLANK)
    assert [step.kind for step in guided.run.upcoming[:3]] == [Kind.CHANGE, Kind.HOLD, Kind.REST]
    guided.press(*["right"] * 6)
    assert (guided.where, guided.run.upcoming) == ("hold 2R1 20", ())
    guided.press("right")
    assert (guided.run.step, guided.run.upcoming, guided.run.seconds_left(guided.now)) == (None, (), None)


def test_a_pause_holds_everything_and_goes_on_where_it_was() -> None:
    guided = begun(BRIDGE)
    guided.wait(1.5)
    guided.press("space")
    guided.wait(100)
    assert guided.run.paused
    assert guided.where == "hold 11 3"
    guided.press("space")
    assert not guided.run.paused
    guided.wait(2.4)
    assert guided.where == "hold 11 1"
    guided.wait(0.1)
    assert guided.where == "rest 12 2"
    assert guided.heard == [Cue.START, Cue.HOLD_ENDS]


def test_a_stop_in_the_middle_keeps_what_was_done() -> None:
    guided = begun(BRIDGE)
    guided.wait(3 * 4 + 2 * 2 + 10 + 4 + 2 + 3.9)
    assert guided.where == "hold 22 1"
    assert guided.sets_text == "3 × 4 s; 4 s"
    assert amount_of(BRIDGE, guided.run.sets_done) == 1


def test_one_late_tick_goes_over_several_steps() -> None:
    guided = begun(Dose(repetitions=9, hold_seconds=1))
    guided.wait(0.9)
    guided.jump(3)
    assert guided.where == "hold 12 1"
    assert guided.run.elapsed == 0.9
    guided.jump(3)
    assert guided.sets_text == "2 × 1 s"
    assert guided.heard == [Cue.START, Cue.HOLD_ENDS, Cue.START, Cue.HOLD_ENDS, Cue.START]


@pytest.mark.parametrize("jump", [3600, 3.1, -0.5, -3600], ids=str)
def test_suspended_or_with_the_clock_set_it_pauses_where_it_was(jump: float) -> None:
    guided = begun(BRIDGE)
    guided.wait(4 + 2 + 2.5)
    guided.jump(jump)
    assert guided.run.paused
    assert (guided.where, guided.sets_text) == ("hold 12 2", "4 s")
    guided.jump(jump)
    guided.press("space")
    assert (guided.where, guided.sets_text) == ("hold 12 2", "4 s")
    guided.wait(1.5)
    assert guided.sets_text == "2 × 4 s"


@pytest.mark.parametrize(
    ("key", "where", "paused"),
    [
        ("space", "hold 11 3", True),
        ("right", "rest 12 2", True),
        ("left", "hold 11 4", True),
        ("c", "hold 11 3", True),
    ],
)
def test_a_key_after_being_suspended_finds_a_pause(key: str, where: str, paused: bool) -> None:
    guided = begun(BRIDGE)
    guided.wait(1.5)
    guided.now += 3600
    guided.press(key)
    assert (guided.where, guided.run.paused) == (where, paused)


def test_counting_goes_on_from_a_pause() -> None:
    guided = begun(DEAD_BUG)
    guided.press("c", "space")
    guided.wait(50)
    guided.press("c")
    assert (guided.run.paused, guided.run.counted) == (False, 2)
    guided.now += 3600
    guided.press("c")
    assert (guided.run.paused, guided.where) == (False, "change sides 1R1 5")
