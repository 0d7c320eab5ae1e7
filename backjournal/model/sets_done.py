"""Sets as they were done: what guided practice records of each."""

import re
from collections.abc import Iterable
from typing import Self

from backjournal.model.doses import Dose
from backjournal.model.errors import InvalidValue
from backjournal.model.frozen import dataclass
from backjournal.model.text import clean_line

_SET = r"(?:(left|right) )?(?:([0-9]{1,4})(?: × ([0-9]{1,6}) s)?|([0-9]{1,6}) s)"
_LONGEST_S = 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class SetDone:
    """One set of one side; minutes of practice are one repetition held for their seconds."""

    repetitions: int = 1
    """Repetitions or breaths, 1 to 9999."""

    hold_seconds: int | None = None
    """Seconds that each repetition was held, up to 24 hours; None without a hold."""

    side: str = ""
    """`left`, `right`, or empty where both sides move together."""

    def __post_init__(self) -> None:
        """Refuse a number out of range and an unknown side.

        Raises:
            InvalidValue: a number is out of range, or the side is unknown.
        """
        held = 1 if self.hold_seconds is None else self.hold_seconds
        if self.side not in ("", "left", "right") or not 1 <= self.repetitions <= 9999 or not 0 <= held <= _LONGEST_S:
            raise InvalidValue("sets", f"'{self}' is no set")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a set such as `10`, `20 s` or `left 10 × 4 s`; the inverse of `str`.

        Raises:
            InvalidValue: the text is not a set.
        """
        match = re.fullmatch(_SET, text)
        if not match:
            raise InvalidValue("sets", f"'{clean_line(text)}' is no set: write 10, 20 s or left 10 × 4 s")
        side, repetitions, hold, single = match.groups()
        held = hold or single
        return cls(int(repetitions or 1), int(held) if held else None, side or "")

    def __str__(self) -> str:
        if self.hold_seconds is None:
            text = f"{self.repetitions}"
        elif self.repetitions == 1:
            text = f"{self.hold_seconds} s"
        else:
            text = f"{self.repetitions} × {self.hold_seconds} s"
        return f"{self.side} {text}".lstrip()


def parse_sets(text: str) -> tuple[SetDone, ...]:
    """Read sets separated by semicolons; the inverse of `sets_text`.

    Raises:
        InvalidValue: one of them is not a set.
    """
    return tuple(SetDone.parse(part.strip()) for part in text.split(";") if part.strip())


def sets_text(sets: Iterable[SetDone]) -> str:
    """Return sets as one text, such as `left 10 × 4 s; right 10 × 4 s`."""
    return "; ".join(map(str, sets))


def amount_of(dose: Dose, sets: Iterable[SetDone]) -> int:
    """Return the amount of sets in the unit of the dose: full sets of every side, or minutes rounded to whole ones.

    A distance is not measured: with any set, it counts as covered once in full.
    """
    done = tuple(sets)
    if dose.unit == "min":
        return round(_seconds(done) / 60)
    if dose.unit == "m":
        return dose.once if done else 0
    return min(sum(each.side == side and _share(dose, each) == 1 for each in done) for side in dose.sides.in_turn)


def share_of(dose: Dose, sets: Iterable[SetDone]) -> float:
    """Return the share of a day's dose that sets make, from 0 to 1, exact to the repetition and the second."""
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
