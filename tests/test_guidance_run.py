"""A run through the guided practice, with a clock that is moved by hand."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from backjournal.guidance.cues import Cue, cues
from backjournal.guidance.run import Run
from backjournal.guidance.steps import Kind
from backjournal.model.doses import Dose, Sides
from backjournal.model.sets_done import amount_of, sets_text

BRIDGE = Dose(sets=2, repetitions=3, hold_seconds=4)
SIDE_PLANK = Dose(sets=2, hold_seconds=20, sides=Sides.EACH)
DEAD_BUG = Dose(sets=2, repetitions=3, sides=Sides.EACH)


@dataclass
class Guided:
    """A run with the clock that it is told, and all that was heard of it."""

    dose: Dose
    now: float = 1_000_000_000.3
    heard: list[Cue] = field(default_factory=list)
    run: Run = field(init=False)

    def __post_init__(self) -> None:
        self.run = Run.begin(self.dose, self.now)

    def become(self, run: Run) -> None:
        self.heard += cues(self.run, run)
        self.run = run

    def wait(self, seconds: float) -> None:
        """Let time go by in ticks of a tenth of a second."""
        for _ in range(round(seconds * 10)):
            self.now += 0.1
            self.become(self.run.tick(self.now))

    def jump(self, seconds: float) -> None:
        """Let time go by unseen, until one tick."""
        self.now += seconds
        self.become(self.run.tick(self.now))

    def press(self, *keys: str) -> None:
        """Press keys at this moment: space, n, b, and c to count."""
        deeds: dict[str, Callable[[float], Run]]
        for key in keys:
            deeds = {
                "space": self.run.toggle_pause,
                "n": self.run.next,
                "b": self.run.back,
                "c": self.run.count,
            }
            self.become(deeds[key](self.now))

    @property
    def where(self) -> str:
        """The step, as `hold 2L3 4`: what, in which set, side and repetition, and the seconds left."""
        step = self.run.step
        if step is None:
            return "finished"
        place = f"{step.set_number}{step.side[:1].upper()}{step.repetition}"
        left = self.run.seconds_left(self.now)
        return f"{step.kind} {place}" if left is None else f"{step.kind} {place} {left}"

    @property
    def told(self) -> str:
        """What was done so far."""
        return sets_text(self.run.sets_done)


def begun(dose: Dose) -> Guided:
    """Return a practice of a dose in which getting ready is just over."""
    guided = Guided(dose)
    guided.wait(3)
    return guided


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
    assert guided.told == "3 × 4 s; 3 × 4 s"
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
    assert guided.told == "left 20 s; right 20 s; left 20 s; right 20 s"


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
    assert guided.told == "left 3; right 3; left 2"
    assert amount_of(DEAD_BUG, guided.run.sets_done) == 1
    assert guided.heard == [*([Cue.START, Cue.CHANGE_SIDES] * 2), Cue.START]


def test_what_comes_next() -> None:
    guided = begun(SIDE_PLANK)
    assert [step.kind for step in guided.run.upcoming[:3]] == [Kind.CHANGE, Kind.HOLD, Kind.REST]
    guided.press(*"nnnnnn")
    assert (guided.where, guided.run.upcoming) == ("hold 2R1 20", ())
    guided.press("n")
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
    assert guided.told == "3 × 4 s; 4 s"
    assert amount_of(BRIDGE, guided.run.sets_done) == 1


def test_one_late_tick_goes_over_several_steps() -> None:
    guided = begun(Dose(repetitions=9, hold_seconds=1))
    guided.wait(0.9)
    guided.jump(3)
    assert guided.where == "hold 12 1"
    assert guided.run.elapsed == 0.9
    guided.jump(3)
    assert guided.told == "2 × 1 s"
    assert guided.heard == [Cue.START, Cue.HOLD_ENDS, Cue.START, Cue.HOLD_ENDS, Cue.START]


@pytest.mark.parametrize("jump", [3600, 3.1, -0.5, -3600], ids=str)
def test_suspended_or_with_the_clock_set_it_pauses_where_it_was(jump: float) -> None:
    guided = begun(BRIDGE)
    guided.wait(4 + 2 + 2.5)
    guided.jump(jump)
    assert guided.run.paused
    assert (guided.where, guided.told) == ("hold 12 2", "4 s")
    guided.jump(jump)
    guided.press("space")
    assert (guided.where, guided.told) == ("hold 12 2", "4 s")
    guided.wait(1.5)
    assert guided.told == "2 × 4 s"


@pytest.mark.parametrize(
    ("key", "where", "paused"),
    [
        ("space", "hold 11 3", True),
        ("n", "rest 12 2", True),
        ("b", "hold 11 4", True),
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


def test_next_leaves_any_step() -> None:
    guided = Guided(BRIDGE)
    guided.press("n")
    assert guided.where == "hold 11 4"
    guided.wait(3.9)
    guided.press("n")
    assert (guided.where, guided.told) == ("rest 12 2", "")
    guided.press("n")
    guided.wait(4)
    assert (guided.where, guided.told) == ("rest 13 2", "4 s")
    guided.press(*"nnn")
    assert guided.where == "hold 21 4"
    guided.press(*"nnnnn", "n")
    assert (guided.where, guided.told) == ("finished", "4 s")
    assert guided.heard == [*[Cue.START] * 2, Cue.HOLD_ENDS, *[Cue.START] * 4, Cue.FINISHED]


def test_next_keeps_what_was_counted() -> None:
    guided = begun(DEAD_BUG)
    guided.press("c", "c", "n")
    assert (guided.where, guided.told) == ("change sides 1R1 5", "left 2")
    guided.press("n", "n", "n", "n", "n", "n")
    assert (guided.where, guided.told) == ("finished", "left 2")


def test_next_does_not_leave_a_step_that_came_by_itself_at_that_moment() -> None:
    guided = begun(BRIDGE)
    guided.wait(3.9)
    guided.now += 0.2
    guided.press("n")
    assert (guided.where, guided.told) == ("rest 12 2", "4 s")


def test_back_starts_the_hold_again_or_goes_to_the_one_before() -> None:
    guided = begun(BRIDGE)
    guided.wait(4 + 2 + 4 + 2 + 1.1)
    guided.press("b")
    assert (guided.where, guided.told) == ("hold 13 4", "2 × 4 s")
    guided.wait(1)
    guided.press("b")
    assert (guided.where, guided.told) == ("hold 12 4", "4 s")
    guided.wait(5)
    assert (guided.where, guided.told) == ("rest 13 1", "2 × 4 s")
    guided.press("b")
    assert (guided.where, guided.told) == ("hold 12 4", "4 s")
    guided.press("b", "b")
    assert (guided.where, guided.told) == ("hold 11 4", "")
    starts_and_ends = [Cue.START, Cue.HOLD_ENDS] * 2
    assert guided.heard[: len(starts_and_ends)] == starts_and_ends
    assert guided.heard[len(starts_and_ends) :] == [*[Cue.START] * 3, Cue.HOLD_ENDS, *[Cue.START] * 2]


def test_back_starts_a_count_again_and_takes_it_back() -> None:
    guided = begun(DEAD_BUG)
    guided.press(*"ccc", "n", "c", "b")
    assert (guided.where, guided.told) == ("count 1R1", "left 3")
    guided.press("b")
    assert (guided.where, guided.told) == ("count 1L1", "")
    guided.press(*"ccc")
    guided.wait(2)
    guided.press("b")
    assert (guided.where, guided.told) == ("count 1L1", "")


def test_back_at_the_beginning_and_after_the_end() -> None:
    guided = Guided(Dose(hold_seconds=5))
    guided.wait(2)
    guided.press("b")
    assert guided.where == "ready 11 3"
    guided.wait(8)
    assert (guided.where, guided.told) == ("finished", "5 s")
    guided.press("space", "n", "c")
    assert not guided.run.paused
    guided.press("b")
    assert (guided.where, guided.told) == ("hold 11 5", "")
    guided.wait(5)
    assert guided.heard == [*[Cue.START, Cue.HOLD_ENDS, Cue.FINISHED] * 2]


def test_next_and_back_leave_a_pause_as_it_is() -> None:
    guided = begun(BRIDGE)
    guided.wait(2)
    guided.press("space", "b")
    guided.wait(9)
    assert (guided.run.paused, guided.where) == (True, "hold 11 4")
    guided.press("n")
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
    assert guided.told == "2 × 4 s", "of unequal holds the shortest"
    guided.wait(2 + 6 + 10 + 3 * 6 + 2 * 2)
    assert (guided.where, guided.told) == ("finished", "3 × 4 s; 3 × 6 s")
    assert amount_of(BRIDGE, guided.run.sets_done) == 2


def test_a_hold_that_is_shorter_than_what_was_held_ends_at_once_and_the_rest_is_whole() -> None:
    guided = begun(SIDE_PLANK)
    guided.wait(15)
    guided.run = guided.run.adjust(-10)
    guided.wait(0.1)
    assert (guided.where, guided.told) == ("change sides 1R1 5", "left 10 s")
    guided.wait(4.8)
    assert guided.where == "change sides 1R1 1"
    guided.wait(0.1)
    assert guided.where == "hold 1R1 10"
    guided.press("b")
    assert (guided.where, guided.told) == ("hold 1L1 10", ""), "a hold that is done again has today's seconds"


def test_a_hold_is_adjusted_between_1_and_600_seconds() -> None:
    run = begun(BRIDGE).run
    assert run.adjust(-9).hold_seconds == 1
    assert run.adjust(-9).adjust(1).hold_seconds == 2
    assert run.adjust(9999).hold_seconds == 600
    counted = begun(DEAD_BUG).run
    assert counted.adjust(5) is counted
