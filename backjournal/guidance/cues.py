"""Cues: the moments of a guided practice at which a sound is played."""

from collections.abc import Iterator
from enum import StrEnum

from backjournal.guidance.run import Run
from backjournal.guidance.steps import Kind


class Cue(StrEnum):
    """What a sound means."""

    START = "start"
    """A hold or a count starts."""

    HOLD_ENDS = "hold ends"
    CHANGE_SIDES = "change sides"
    FINISHED = "finished"


def cues(before: Run, after: Run) -> tuple[Cue, ...]:
    """Return the cues between two states of one run, in the order in which they happened.

    A hold that was left before its end has no cue for its end. A rest before a set on the other side also changes
    sides.
    """
    if after.position > before.position:
        return tuple(cue for place in range(before.position, after.position) for cue in _cues_after_step(after, place))
    started_again = after.position < before.position or after.elapsed < before.elapsed
    return (Cue.START,) if started_again and after.step and after.step.is_move else ()


def _cues_after_step(after: Run, place: int) -> Iterator[Cue]:
    left = after.steps[place]
    if left.kind is Kind.HOLD and after.done[place]:
        yield Cue.HOLD_ENDS
    if place + 1 == len(after.steps):
        yield Cue.FINISHED
        return
    entered = after.steps[place + 1]
    if entered.side != left.side:
        yield Cue.CHANGE_SIDES
    if entered.is_move:
        yield Cue.START
