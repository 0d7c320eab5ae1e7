"""A timed test: holds timed until they are stopped, one side after the other, or a time limit to count within."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Self

from backjournal.guidance.run import LONGEST_GAP_S
from backjournal.model.frozen import dataclass, replace

READY_S = 5
"""The seconds to get ready before each side."""


class Phase(StrEnum):
    """The phase of a timed test."""

    READY = "ready"
    RUNNING = "running"
    WAITING = "waiting"
    """Between two sides, or after an interruption, until the person continues."""

    OVER = "over"


@dataclass(frozen=True, slots=True)
class TimedTest:
    """The state of a timed test; moments are in seconds of one clock."""

    sides: tuple[str, ...]
    """In the order in which they are tested; one empty name if there are no sides."""

    limit: int | None
    """After how many seconds the test ends by itself; None for a hold, which the person stops."""

    held: tuple[int | None, ...]
    """The whole seconds held on each side; None until it was done."""

    began: float
    """When the current phase began."""

    at: float
    """The moment up to which the test has moved on."""

    phase: Phase = Phase.READY
    place: int = 0
    """The index of the current side, or of the next one while waiting."""

    interrupted: bool = False
    """Whether it waits because of too long a gap between two ticks, after which the time held is not known."""

    @classmethod
    def begin(cls, sides: Sequence[str], now: float, limit: int | None = None) -> Self:
        """Return a new test, which begins with getting ready for the first side."""
        turns = tuple(sides) or ("",)
        return cls(turns, limit, (None,) * len(turns), began=now, at=now)

    @property
    def side(self) -> str:
        """The current side, or the next one while waiting."""
        return self.sides[self.place]

    @property
    def elapsed(self) -> int:
        """The whole seconds of the current phase so far."""
        return int(_seconds_between(self.began, self.at))

    @property
    def seconds_left(self) -> int | None:
        """The seconds left to get ready, or until the limit; None if the phase does not end by itself."""
        full = {Phase.READY: READY_S, Phase.RUNNING: self.limit}.get(self.phase)
        return None if full is None else max(0, full - self.elapsed)

    @property
    def ran_out(self) -> bool:
        """Whether the test ended by itself at its limit."""
        return self.phase is Phase.OVER and self.limit is not None and self.elapsed >= self.limit

    def tick(self, now: float) -> "TimedTest":
        """Move on to this moment; after too long a gap, or with the clock set back, the side has to be repeated."""
        if self.phase in (Phase.WAITING, Phase.OVER):
            return replace(self, at=now)
        if not 0 <= _seconds_between(self.at, now) <= LONGEST_GAP_S:
            return replace(self, phase=Phase.WAITING, interrupted=True, at=now)
        test = replace(self, at=now)
        if test.seconds_left != 0:
            return test
        if test.phase is Phase.READY:
            return replace(test, phase=Phase.RUNNING, began=test.began + READY_S)
        return replace(test, phase=Phase.OVER)

    def go_on(self, now: float) -> "TimedTest":
        """Stop a hold, or get ready for the next side; nothing happens while getting ready or within a limit."""
        test = self.tick(now)
        if test.phase is Phase.WAITING:
            return _ready(test, now)
        if test.phase is not Phase.RUNNING or self.phase is not Phase.RUNNING or test.limit is not None:
            return test
        return _stopped(test)

    def again(self, now: float) -> "TimedTest":
        """Get ready to repeat the current side, or the previous one while waiting for the next."""
        test = self.tick(now)
        back = test.phase is Phase.WAITING and not test.interrupted and test.place
        return _ready(replace(test, place=test.place - 1) if back else test, now)

    def given_up(self, now: float) -> "TimedTest":
        """End the test at this moment; the seconds of a running hold count as held."""
        test = self.tick(now)
        stopped = _stopped(test) if test.phase is Phase.RUNNING and test.limit is None else test
        return replace(stopped, phase=Phase.OVER)


def rings(before: TimedTest, after: TimedTest) -> bool:
    """Return whether the bell rings between two states: when a hold or count starts, and at its limit."""
    return before.phase is not after.phase and (after.phase is Phase.RUNNING or after.ran_out)


def _stopped(test: TimedTest) -> TimedTest:
    held = (*test.held[: test.place], test.elapsed, *test.held[test.place + 1 :])
    if test.place + 1 == len(test.sides):
        return replace(test, held=held, phase=Phase.OVER)
    return replace(test, held=held, phase=Phase.WAITING, place=test.place + 1)


def _ready(test: TimedTest, now: float) -> TimedTest:
    return replace(test, phase=Phase.READY, began=now, at=now, interrupted=False)


def _seconds_between(earlier: float, later: float) -> float:
    # Rounded to milliseconds: sums of floats are slightly off, and a second must not be lost to 3.9999999.
    return round(later - earlier, 3)
