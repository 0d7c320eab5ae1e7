"""A timed test, with a clock that is moved by hand."""

from dataclasses import dataclass

from backjournal.guidance.run import LONGEST_GAP_S
from backjournal.guidance.timed_test import READY_S, Phase, TimedTest, rings

BOTH = ("left side", "right side")


@dataclass
class Timed:
    """A timed test with its clock, and how often the bell rang."""

    test: TimedTest
    now: float = 1000.3
    bells: int = 0

    @property
    def phase(self) -> Phase:
        """The phase of the test."""
        return self.test.phase

    def become(self, test: TimedTest) -> None:
        self.bells += rings(self.test, test)
        self.test = test

    def wait(self, seconds: float) -> None:
        """Let time pass in ticks of a tenth of a second."""
        for _ in range(round(seconds * 10)):
            self.now += 0.1
            self.become(self.test.tick(self.now))

    def is_in(self, phase: Phase) -> bool:
        """Return whether the test is in a phase."""
        return self.test.phase is phase

    def press(self) -> None:
        """Press the key that stops a hold, and that continues after a rest."""
        self.become(self.test.go_on(self.now))


def hold(*sides: str) -> Timed:
    return Timed(TimedTest.begin(sides, 1000.3))


def test_a_hold_of_each_side_is_counted_up_until_it_is_stopped() -> None:
    timed = hold(*BOTH)
    timed.wait(2)
    assert (timed.phase, timed.test.seconds_left) == (Phase.READY, 3)
    timed.press()
    assert timed.is_in(Phase.READY), "the countdown decides when it begins"
    timed.wait(3)
    assert (timed.phase, timed.test.seconds_left, timed.test.side) == (Phase.RUNNING, None, "left side")
    timed.wait(23.9)
    assert timed.test.elapsed == 23
    timed.press()
    assert (timed.phase, timed.test.side, timed.test.held) == (Phase.WAITING, "right side", (23, None))
    timed.wait(120)
    assert timed.is_in(Phase.WAITING), "the rest is as long as one likes"
    timed.press()
    timed.wait(READY_S + 31)
    timed.press()
    assert (timed.phase, timed.test.held) == (Phase.OVER, (23, 31))
    assert timed.bells == 2, "at the start of each side"


def test_the_time_to_count_in_ends_by_itself_with_the_bell() -> None:
    timed = Timed(TimedTest.begin((), 1000.3, 30))
    timed.wait(READY_S + 10)
    assert (timed.phase, timed.test.seconds_left) == (Phase.RUNNING, 20)
    timed.press()
    assert timed.is_in(Phase.RUNNING), "a key that is hit does not end it"
    timed.wait(20)
    assert (timed.phase, timed.test.held, timed.test.ran_out) == (Phase.OVER, (None,), True)
    assert timed.bells == 2
    timed.wait(10)
    assert timed.is_in(Phase.OVER)


def test_a_side_can_be_done_again_and_keeps_its_time_until_it_was() -> None:
    timed = hold(*BOTH)
    timed.wait(READY_S + 4)
    timed.become(timed.test.again(timed.now))
    assert (timed.phase, timed.test.side, timed.test.seconds_left) == (Phase.READY, "left side", READY_S)
    timed.wait(READY_S + 9)
    timed.press()
    timed.become(timed.test.again(timed.now))
    assert (timed.test.side, timed.test.held) == ("left side", (9, None))
    timed.wait(READY_S + 12)
    timed.press()
    assert timed.test.held == (12, None)


def test_what_nobody_looked_at_is_not_counted_as_held() -> None:
    for away in (LONGEST_GAP_S + 0.1, 3600.0, -3600.0):
        timed = hold(*BOTH)
        timed.wait(READY_S + 8)
        timed.become(timed.test.tick(timed.now + away))
        assert (timed.phase, timed.test.interrupted, timed.test.held) == (Phase.WAITING, True, (None, None))
        timed.now += away
        timed.press()
        assert (timed.phase, timed.test.side, timed.test.interrupted) == (Phase.READY, "left side", False)


def test_a_clock_that_was_looked_at_late_counts_from_when_the_hold_began() -> None:
    timed = hold()
    timed.wait(READY_S - 1)
    timed.become(timed.test.tick(timed.now + LONGEST_GAP_S))
    assert (timed.phase, timed.test.elapsed) == (Phase.RUNNING, LONGEST_GAP_S - 1)


def test_a_hold_that_is_given_up_counts_as_far_as_it_went() -> None:
    timed = hold(*BOTH)
    assert timed.test.given_up(timed.now).held == (None, None), "getting ready is no hold"
    timed.wait(READY_S + 7)
    given_up = timed.test.given_up(timed.now)
    assert (given_up.phase, given_up.held) == (Phase.OVER, (7, None))
    count = Timed(TimedTest.begin((), 1000.3, 30))
    count.wait(READY_S + 29)
    given_up = count.test.given_up(count.now)
    assert (given_up.phase, given_up.held, given_up.ran_out) == (Phase.OVER, (None,), False)
