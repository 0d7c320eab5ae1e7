"""What the keys do in a guided practice: next, back, and another hold."""

from backjournal.guidance.cues import Cue
from backjournal.model.doses import Dose
from backjournal.model.sets_done import amount_of
from tests.helpers.guided import BRIDGE, DEAD_BUG, SIDE_PLANK, Guided, begun


def test_next_leaves_any_step() -> None:
    guided = Guided(BRIDGE)
    guided.press("right")
    assert guided.where == "hold 11 4"
    guided.wait(3.9)
    guided.press("right")
    assert (guided.where, guided.sets_text) == ("rest 12 2", "")
    guided.press("right")
    guided.wait(4)
    assert (guided.where, guided.sets_text) == ("rest 13 2", "4 s")
    guided.press(*["right"] * 3)
    assert guided.where == "hold 21 4"
    guided.press(*["right"] * 6)
    assert (guided.where, guided.sets_text) == ("finished", "4 s")
    assert guided.heard == [*[Cue.START] * 2, Cue.HOLD_ENDS, *[Cue.START] * 4, Cue.FINISHED]


def test_next_keeps_what_was_counted() -> None:
    guided = begun(DEAD_BUG)
    guided.press("c", "c", "right")
    assert (guided.where, guided.sets_text) == ("change sides 1R1 5", "left 2")
    guided.press("right", "right", "right", "right", "right", "right")
    assert (guided.where, guided.sets_text) == ("finished", "left 2")


def test_next_does_not_leave_a_step_that_came_by_itself_at_that_moment() -> None:
    guided = begun(BRIDGE)
    guided.wait(3.9)
    guided.now += 0.2
    guided.press("right")
    assert (guided.where, guided.sets_text) == ("rest 12 2", "4 s")


def test_back_starts_the_hold_again_or_goes_to_the_one_before() -> None:
    guided = begun(BRIDGE)
    guided.wait(4 + 2 + 4 + 2 + 1.1)
    guided.press("left")
    assert (guided.where, guided.sets_text) == ("hold 13 4", "2 × 4 s")
    guided.wait(1)
    guided.press("left")
    assert (guided.where, guided.sets_text) == ("hold 12 4", "4 s")
    guided.wait(5)
    assert (guided.where, guided.sets_text) == ("rest 13 1", "2 × 4 s")
    guided.press("left")
    assert (guided.where, guided.sets_text) == ("hold 12 4", "4 s")
    guided.press("left", "left")
    assert (guided.where, guided.sets_text) == ("hold 11 4", "")
    starts_and_ends = [Cue.START, Cue.HOLD_ENDS] * 2
    assert guided.heard[: len(starts_and_ends)] == starts_and_ends
    assert guided.heard[len(starts_and_ends) :] == [*[Cue.START] * 3, Cue.HOLD_ENDS, *[Cue.START] * 2]


def test_back_starts_a_count_again_and_takes_it_back() -> None:
    guided = begun(DEAD_BUG)
    guided.press(*"ccc", "right", "c", "left")
    assert (guided.where, guided.sets_text) == ("count 1R1", "left 3")
    guided.press("left")
    assert (guided.where, guided.sets_text) == ("count 1L1", "")
    guided.press(*"ccc")
    guided.wait(2)
    guided.press("left")
    assert (guided.where, guided.sets_text) == ("count 1L1", "")


def test_back_at_the_beginning_and_after_the_end() -> None:
    guided = Guided(Dose(hold_seconds=5))
    guided.wait(2)
    guided.press("left")
    assert guided.where == "ready 11 3"
    guided.wait(8)
    assert (guided.where, guided.sets_text) == ("finished", "5 s")
    guided.press("space", "right", "c")
    assert not guided.run.paused
    guided.press("left")
    assert (guided.where, guided.sets_text) == ("hold 11 5", "")
    guided.wait(5)
    assert guided.heard == [*[Cue.START, Cue.HOLD_ENDS, Cue.FINISHED] * 2]


def test_next_and_back_leave_a_pause_as_it_is() -> None:
    guided = begun(BRIDGE)
    guided.wait(2)
    guided.press("space", "left")
    guided.wait(9)
    assert (guided.run.paused, guided.where) == (True, "hold 11 4")
    guided.press("right")
    guided.wait(9)
    assert (guided.run.paused, guided.where) == (True, "rest 12 2")
    guided.press("space")
    guided.wait(1)
    assert guided.where == "rest 12 1"


def test_a_longer_hold_keeps_what_was_held_and_lasts_for_all_after_it() -> None:
    guided = begun(BRIDGE)
    guided.wait(4 + 2 + 3)
    guided.run = guided.run.adjust(2)
    assert (guided.where, guided.run.hold_seconds) == ("hold 12 3", 6)
    guided.wait(3)
    assert guided.sets_text == "2 × 4 s", "of unequal holds the shortest"
    guided.wait(2 + 6 + 10 + 3 * 6 + 2 * 2)
    assert (guided.where, guided.sets_text) == ("finished", "3 × 4 s; 3 × 6 s")
    assert amount_of(BRIDGE, guided.run.sets_done) == 2


def test_a_hold_that_is_shorter_than_what_was_held_ends_at_once_and_the_rest_is_whole() -> None:
    guided = begun(SIDE_PLANK)
    guided.wait(15)
    guided.run = guided.run.adjust(-10)
    guided.wait(0.1)
    assert (guided.where, guided.sets_text) == ("change sides 1R1 5", "left 10 s")
    guided.wait(4.8)
    assert guided.where == "change sides 1R1 1"
    guided.wait(0.1)
    assert guided.where == "hold 1R1 10"
    guided.press("left")
    assert (guided.where, guided.sets_text) == ("hold 1L1 10", ""), "a hold that is done again has today's seconds"


def test_a_hold_is_adjusted_between_1_and_600_seconds() -> None:
    run = begun(BRIDGE).run
    assert run.adjust(-9).hold_seconds == 1
    assert run.adjust(-9).adjust(1).hold_seconds == 2
    assert run.adjust(9999).hold_seconds == 600
    counted = begun(DEAD_BUG).run
    assert counted.adjust(5) is counted
