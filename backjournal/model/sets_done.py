"""Sets as they were done: what guided practice writes down of each."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from backjournal.model.doses import Dose
from backjournal.model.errors import InvalidValue
from backjournal.model.text import clean_line

_SET = re.compile(r"(?:(left|right) )?(?:([0-9]{1,4})(?: × ([0-9]{1,6}) s)?|([0-9]{1,6}) s)")
_LONGEST_S = 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class SetDone:
    """One set of one side: so many repetitions (or breaths), each held so many seconds where they are held.

    A stretch of minutes is one repetition of its seconds. `side` is `left`, `right`, or empty if both move together.
    """

    repetitions: int = 1
    hold_seconds: int | None = None
    side: str = ""

    def __post_init__(self) -> None:
        """Refuse a set of nothing.

        Raises:
            InvalidValue: a number is out of range, or the side is none.
        """
        held = 1 if self.hold_seconds is None else self.hold_seconds
        if self.side not in ("", "left", "right") or not 1 <= self.repetitions <= 9999 or not 0 <= held <= _LONGEST_S:
            raise InvalidValue("sets", f"'{self}' is no set")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a set such as `10`, `20 s` or `left 10 × 4 s`; the opposite of `str`.

        Raises:
            InvalidValue: it is none.
        """
        match = _SET.fullmatch(text)
        if not match:
            raise InvalidValue("sets", f"'{clean_line(text)}' is no set: write 10, 20 s or left 10 × 4 s")
        side, repetitions, hold, single = match.groups()
        held = hold or single
        return cls(int(repetitions or 1), int(held) if held else None, side or "")

    def __str__(self) -> str:
        if self.hold_seconds is None:
            told = f"{self.repetitions}"
        elif self.repetitions == 1:
            told = f"{self.hold_seconds} s"
        else:
            told = f"{self.repetitions} × {self.hold_seconds} s"
        return f"{self.side} {told}".lstrip()


def parse_sets(text: str) -> tuple[SetDone, ...]:
    """Read sets separated by semicolons; the opposite of `sets_text`.

    Raises:
        InvalidValue: one is no set.
    """
    return tuple(SetDone.parse(part.strip()) for part in text.split(";") if part.strip())


def sets_text(sets: Iterable[SetDone]) -> str:
    """Return sets as one text, such as `left 10 × 4 s; right 10 × 4 s`."""
    return "; ".join(map(str, sets))


def amount_of(dose: Dose, sets: Iterable[SetDone]) -> int:
    """Return what sets amount to in the dose's unit: sets that are full on every side, or minutes to the nearest.

    A distance is not measured: what was done of it is the whole of one time as soon as something was.
    """
    done = tuple(sets)
    if dose.unit == "min":
        return round(_seconds(done) / 60)
    if dose.unit == "m":
        return dose.once if done else 0
    return min(sum(each.side == side and _share(dose, each) == 1 for each in done) for side in dose.sides.in_turn)


def share_of(dose: Dose, sets: Iterable[SetDone]) -> float:
    """Return how much of a day's dose sets make, from 0 to 1, down to the repetition and the second."""
    done = tuple(sets)
    if dose.unit == "min":
        return min(1.0, _seconds(done) / 60 / dose.target)
    if dose.unit == "m":
        return min(1.0, amount_of(dose, done) / dose.target)
    sides = dose.sides.in_turn
    return sum(min(dose.target, sum(_share(dose, each) for each in done if each.side == side)) for side in sides) / (
        dose.target * len(sides)
    )


def _share(dose: Dose, done: SetDone) -> float:
    repetitions = min(1.0, done.repetitions / (dose.repetitions or dose.breaths or 1))
    held = min(1.0, done.hold_seconds / dose.hold_seconds) if dose.hold_seconds and done.hold_seconds is not None else 1
    return repetitions * held


def _seconds(sets: Iterable[SetDone]) -> int:
    return sum(each.repetitions * (each.hold_seconds or 0) for each in sets)
