"""A timed test: holds that are counted up until they are stopped, one side after the other, or a time to count in."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

from backjournal.guidance.run import LONGEST_GAP_S

READY_S = 5
"""The seconds to get ready before each side."""


class Phase(StrEnum):
    """Where a timed test is."""

    READY = "ready"
    RUNNING = "running"
    WAITING = "waiting"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class TimedTest:
    """A timed test as far as it has gone; each moment is told in the seconds of a clock.

    `sides` come in turn, one with an empty name if there are none. With a `limit` it ends by itself after so many
    seconds. `held` has the whole seconds of each side, None until it was done. The phase began at `began`, and the test
    has gone on until `at`. It waits between two sides, and, `interrupted`, after a time in which nobody looked at the
    clock: what was held then is not known.
    """

    sides: tuple[str, ...]
    limit: int | None
    held: tuple[int | None, ...]
    began: float
    at: float
    phase: Phase = Phase.READY
    place: int = 0
    interrupted: bool = False

    @classmethod
    def begin(cls, sides: Sequence[str], now: float, limit: int | None = None) -> Self:
        """Start to get ready for the first side."""
        turns = tuple(sides) or ("",)
        return cls(turns, limit, (None,) * len(turns), began=now, at=now)

    @property
    def side(self) -> str:
        """The side that is held, or comes next."""
        return self.sides[self.place]

    @property
    def elapsed(self) -> int:
        """The whole seconds of the current phase."""
        return int(_seconds_between(self.began, self.at))

    @property
    def seconds_left(self) -> int | None:
        """The seconds left to get ready, or of the limit; None where nothing ends by itself."""
        full = {Phase.READY: READY_S, Phase.RUNNING: self.limit}.get(self.phase)
        return None if full is None else max(0, full - self.elapsed)

    @property
    def ran_out(self) -> bool:
        """Tell whether it ended by itself."""
        return self.phase is Phase.OVER and self.limit is not None and self.elapsed >= self.limit

    def tick(self, now: float) -> "TimedTest":
        """Go on to this moment; after too long a gap, or with the clock set back, the side is to be done again."""
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
        """Stop a hold, or get ready for the next side; while getting ready or in a limit the clock decides."""
        test = self.tick(now)
        if test.phase is Phase.WAITING:
            return _ready(test, now)
        if test.phase is not Phase.RUNNING or self.phase is not Phase.RUNNING or test.limit is not None:
            return test
        return _stopped(test)

    def again(self, now: float) -> "TimedTest":
        """Get ready for the current side again, or for the one before while waiting for the next."""
        test = self.tick(now)
        back = test.phase is Phase.WAITING and not test.interrupted and test.place
        return _ready(replace(test, place=test.place - 1) if back else test, now)

    def given_up(self, now: float) -> "TimedTest":
        """End it here: the seconds of a hold that was going on count as held."""
        test = self.tick(now)
        stopped = _stopped(test) if test.phase is Phase.RUNNING and test.limit is None else test
        return replace(stopped, phase=Phase.OVER)


def rings(before: TimedTest, after: TimedTest) -> bool:
    """Tell whether the bell rings between two states: at the start, and when the limit is over."""
    return before.phase is not after.phase and (after.phase is Phase.RUNNING or after.ran_out)


def _stopped(test: TimedTest) -> TimedTest:
    held = (*test.held[: test.place], test.elapsed, *test.held[test.place + 1 :])
    if test.place + 1 == len(test.sides):
        return replace(test, held=held, phase=Phase.OVER)
    return replace(test, held=held, phase=Phase.WAITING, place=test.place + 1)


def _ready(test: TimedTest, now: float) -> TimedTest:
    return replace(test, phase=Phase.READY, began=now, at=now, interrupted=False)


def _seconds_between(earlier: float, later: float) -> float:
    # Milliseconds: sums of moments are a little off, and a second must not be lost to 3.9999999.
    return round(later - earlier, 3)
