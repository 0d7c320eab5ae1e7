"""A run through the steps of a guided practice, which moves on with the clock time passed in."""

import math
from collections.abc import Sequence
from itertools import groupby
from typing import Self

from backjournal.guidance.steps import Kind, Step, steps_of
from backjournal.model.doses import LIMITS, Dose
from backjournal.model.frozen import dataclass, replace
from backjournal.model.sets_done import SetDone

LONGEST_GAP_S = 3
"""The most seconds between two ticks; a longer gap means that the program was suspended or the clock was set."""

JUST_BEGUN_S = 1
"""For how many seconds after the start of a move going back leads to the previous move instead of restarting it."""


@dataclass(frozen=True, slots=True)
class Run:
    """The state of one guided practice of a dose; moments are in seconds of one clock."""

    dose: Dose
    """The dose with the hold for today, which may differ from the prescribed one."""

    steps: tuple[Step, ...]
    done: tuple[int, ...]
    """For each step, the seconds of a finished hold or the repetitions counted; 0 for all others."""

    began: float
    """When the current step began."""

    at: float
    """The moment up to which the run has moved on."""

    position: int = 0
    """The index of the current step; the number of steps when the run is finished."""

    paused: bool = False

    @classmethod
    def begin(cls, dose: Dose, now: float) -> Self:
        """Return a new run of a dose, which begins with getting ready.

        Raises:
            ValueError: the dose is not made of sets.
        """
        steps = steps_of(dose)
        return cls(dose, steps, done=(0,) * len(steps), began=now, at=now)

    @property
    def finished(self) -> bool:
        """Whether the last step is over."""
        return self.position == len(self.steps)

    @property
    def step(self) -> Step | None:
        """The current step; None if the run is finished."""
        return None if self.finished else self.steps[self.position]

    @property
    def upcoming(self) -> tuple[Step, ...]:
        """All steps after the current one."""
        return self.steps[self.position + 1 :]

    @property
    def counted(self) -> int:
        """The repetitions counted in the current step."""
        return 0 if self.finished else self.done[self.position]

    @property
    def hold_seconds(self) -> int | None:
        """The seconds of each hold; None if nothing is held."""
        return self.dose.hold_seconds

    @property
    def elapsed(self) -> float:
        """The seconds of the current step so far."""
        return _seconds_between(self.began, self.at)

    @property
    def sets_done(self) -> tuple[SetDone, ...]:
        """The sets of each side in which something was done, in order; unequal holds in a set count as the shortest."""
        moves = (pair for pair in zip(self.steps, self.done, strict=True) if pair[0].is_move and pair[1])
        sets = groupby(moves, key=lambda pair: (pair[0].set_number, pair[0].side))
        held = self.hold_seconds is not None
        return tuple(_set_done(side, [done for _, done in pairs], held=held) for (_, side), pairs in sets)

    def seconds_left(self, now: float) -> int | None:
        """Return the seconds left in the current step, rounded up; None if it is not timed."""
        left = self._left(self.at if self.paused else max(self.at, now))
        return None if left is None else max(0, math.ceil(left))

    def tick(self, now: float) -> "Run":
        """Move on to this moment, over several steps if needed; pause after too long a gap or a clock set back."""
        if self.paused or self.finished:
            return self
        if not 0 <= _seconds_between(self.at, now) <= LONGEST_GAP_S:
            return replace(self, paused=True)
        run: Run = self
        while (left := run._left(now)) is not None and left <= 0:
            run = _completed(run, now)
        return replace(run, at=now)

    def toggle_pause(self, now: float) -> "Run":
        """Pause, or continue from where it was paused."""
        if self.paused:
            return _resumed(self, now)
        run = self.tick(now)
        return run if run.finished else replace(run, paused=True)

    def count(self, now: float) -> "Run":
        """Count one more repetition, which ends a pause; after the last one, move on to the next step.

        Nothing happens in a step without a count.
        """
        run = self.tick(now)
        if run.step is None or run.step.kind is not Kind.COUNT:
            return run
        counted = _with_done(_resumed(run, now), run.counted + 1)
        return _at_step(counted, run.position + 1, now) if counted.counted == run.step.repetitions else counted

    def next(self, now: float) -> "Run":
        """Skip the rest of the current step: counted repetitions stay, an unfinished hold does not count."""
        run = self.tick(now)
        # If the step ended by itself just before the key was pressed, that step was meant.
        return run if run.finished or run.position != self.position else _at_step(run, run.position + 1, now)

    def back(self, now: float) -> "Run":
        """Restart the current move, or the previous one if it has just begun or none is on; discard what was done."""
        run = self.tick(now)
        here = run.position
        if not (run.step and run.step.is_move and (run.counted or run.elapsed > JUST_BEGUN_S)):
            here = max((place for place in range(here) if run.steps[place].is_move), default=here)
        nothing = (0,) * (len(run.steps) - here)
        return replace(_at_step(run, here, now), done=run.done[:here] + nothing)

    def adjust(self, seconds: int) -> "Run":
        """Lengthen or shorten the current hold and all later ones by some seconds; time already held stays."""
        if self.dose.hold_seconds is None:
            return self
        hold = min(LIMITS["hold_seconds"].high, max(1, self.dose.hold_seconds + seconds))
        dose = replace(self.dose, hold_seconds=hold)
        return replace(self, dose=dose, steps=steps_of(dose))

    def _left(self, now: float) -> float | None:
        if self.step is None or self.step.seconds is None:
            return None
        return self.step.seconds - _seconds_between(self.began, now)


def _seconds_between(earlier: float, later: float) -> float:
    # Rounded to milliseconds: sums of floats are slightly off, and a countdown must not show 5 for 4.0000001.
    return round(later - earlier, 3)


def _completed(run: Run, now: float) -> Run:
    step = run.steps[run.position]
    seconds = step.seconds or 0
    # A hold that was shortened to less than the time already held ends at the run's moment, not in the past.
    ended = min(now, max(run.began + seconds, run.at))
    noted = _with_done(run, seconds) if step.kind is Kind.HOLD else run
    return replace(noted, position=run.position + 1, began=ended)


def _with_done(run: Run, done: int) -> Run:
    return replace(run, done=(*run.done[: run.position], done, *run.done[run.position + 1 :]))


def _at_step(run: Run, position: int, now: float) -> Run:
    return replace(run, position=position, began=now, at=now)


def _resumed(run: Run, now: float) -> Run:
    return replace(run, paused=False, began=now - run.elapsed, at=now)


def _set_done(side: str, done: Sequence[int], *, held: bool) -> SetDone:
    return SetDone(len(done), min(done), side) if held else SetDone(sum(done), side=side)
