"""The steps of a guided practice: what to do for a dose, one step after the other."""

from collections.abc import Iterator
from enum import StrEnum
from itertools import pairwise

from backjournal.model.doses import Dose
from backjournal.model.frozen import dataclass, replace

READY_S = 3
"""The seconds to get ready at the beginning."""

PAUSE_S = 2
"""The seconds to relax between two holds of one set."""

CHANGE_S = 5
"""The seconds to move to the other side."""

REST_S = 10
"""The seconds between sets of a dose without a prescribed rest: our choice, not advice.

It is enough to relax and to take up the position again; a person who needs more can pause, who needs less can skip.
"""


class Kind(StrEnum):
    """What is done in a step."""

    READY = "ready"
    HOLD = "hold"
    COUNT = "count"
    REST = "rest"
    CHANGE = "change sides"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a guided practice.

    Side, set and repetition are those of the step itself for a hold or a count, otherwise those of the step after it.
    """

    kind: Kind
    seconds: int | None
    """How long the step lasts; None if it lasts until its repetitions are counted."""

    side: str
    """`left`, `right`, or empty where both sides move together."""

    set_number: int
    """Counted from 1."""

    sets: int
    """How many sets there are."""

    repetition: int
    """Counted from 1; always 1 for a count, which covers all repetitions of its set."""

    repetitions: int
    """How many repetitions or breaths the set has."""

    @property
    def is_move(self) -> bool:
        """Whether the exercise itself is done in the step: a hold or a count."""
        return self.kind in (Kind.HOLD, Kind.COUNT)


def steps_of(dose: Dose) -> tuple[Step, ...]:
    """Return the steps of one guided practice of a dose, with exactly one step of rest or change between two moves.

    Raises:
        ValueError: the dose is not made of sets; minutes and distances have a stopwatch instead.
    """
    if not dose.in_sets:
        raise ValueError(f"'{dose}' is not made of sets")
    moves = tuple(_moves(dose))
    steps = [replace(moves[0], kind=Kind.READY, seconds=READY_S), moves[0]]
    for before, after in pairwise(moves):
        steps += [_between(dose, before, after), after]
    return tuple(steps)


def _moves(dose: Dose) -> Iterator[Step]:
    kind = Kind.HOLD if dose.hold_seconds else Kind.COUNT
    repetitions = dose.repetitions or dose.breaths or 1
    for set_number in range(1, dose.sets + 1):
        for side in dose.sides.in_turn:
            for repetition in range(1, repetitions + 1 if kind is Kind.HOLD else 2):
                yield Step(kind, dose.hold_seconds, side, set_number, dose.sets, repetition, repetitions)


def _between(dose: Dose, before: Step, after: Step) -> Step:
    """Return the step between two moves; a rest before a new set includes the time to change to its side."""
    changes_side = after.side != before.side
    if after.set_number != before.set_number:
        rest = dose.rest_seconds or REST_S
        return replace(after, kind=Kind.REST, seconds=max(rest, CHANGE_S) if changes_side else rest)
    if changes_side:
        return replace(after, kind=Kind.CHANGE, seconds=CHANGE_S)
    return replace(after, kind=Kind.REST, seconds=(dose.rest_seconds if dose.sets == 1 else None) or PAUSE_S)
