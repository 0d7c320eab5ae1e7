"""Cues: the moments of a guided practice that are heard."""

from collections.abc import Iterator
from enum import StrEnum

from backjournal.guidance.run import Run
from backjournal.guidance.steps import Kind


class Cue(StrEnum):
    """What a sound tells; a start is that of a hold or of a count."""

    START = "start"
    HOLD_ENDS = "hold ends"
    CHANGE_SIDES = "change sides"
    FINISHED = "finished"


def cues(before: Run, after: Run) -> tuple[Cue, ...]:
    """Return what is to be heard between two states of one run, in the order in which it happened.

    A hold that was left before its end ends in silence. The rest before a set on the other side changes sides too.
    """
    if after.position > before.position:
        return tuple(cue for place in range(before.position, after.position) for cue in _leaving(after, place))
    started_again = after.position < before.position or after.elapsed < before.elapsed
    return (Cue.START,) if started_again and after.step and after.step.is_move else ()


def _leaving(after: Run, place: int) -> Iterator[Cue]:
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
