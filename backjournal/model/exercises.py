"""Exercises and their doses."""

from dataclasses import dataclass
from enum import StrEnum

from backjournal.model.errors import InvalidValue
from backjournal.model.numbers import MINUTES_OF_A_DAY, count
from backjournal.model.text import WORD_LENGTH, clean_line, clean_note


class Category(StrEnum):
    """The five categories of exercise that physical therapy for back pain uses, in the order shown."""

    STRETCHING = "stretching"
    STRENGTHENING = "strengthening"
    AEROBIC = "aerobic conditioning"
    STABILIZATION = "stabilization"
    FUNCTIONAL = "functional movement"

    @property
    def heading(self) -> str:
        """The category as it stands above its exercises."""
        return self.value.capitalize()


@dataclass(frozen=True, slots=True)
class Exercise:
    """A movement, how to do it, and whether each side counts."""

    id: str
    name: str
    category: Category
    sides: bool = False
    how_to: str = ""
    caution: str = ""
    dose_note: str = ""
    source: str = ""

    def __post_init__(self) -> None:
        """Clean the text and refuse a name that is missing or too long.

        Raises:
            InvalidValue: the name is empty or longer than 80 characters.
        """
        object.__setattr__(self, "name", clean_line(self.name))
        for field in ("how_to", "caution", "dose_note", "source"):
            object.__setattr__(self, field, clean_note(getattr(self, field)))
        if not 1 <= len(self.name) <= WORD_LENGTH:
            raise InvalidValue("name", f"an exercise needs a name of 1 to {WORD_LENGTH} characters")

    @property
    def library_dose(self) -> str:
        """What the library says of the dose, with its source; empty for one's own exercise."""
        if not self.source:
            return self.dose_note
        return f"{self.dose_note} ({self.source})" if self.dose_note else self.source


@dataclass(frozen=True, slots=True)
class Limit:
    """What one number of a dose is called, and the highest that it takes; the lowest is 1."""

    label: str
    high: int


LIMITS = {
    "sets": Limit("sets", 20),
    "repetitions": Limit("repetitions", 200),
    "hold_seconds": Limit("hold", 600),
    "breaths": Limit("breaths", 100),
    "minutes": Limit("minutes", 600),
    "times_a_day": Limit("times a day", 12),
}
"""The numbers of a dose by field."""


@dataclass(frozen=True, slots=True)
class Dose:
    """How much of an exercise: sets × repetitions × hold seconds, or breaths, or minutes.

    The ranges are wide bounds against slips of the finger, not advice.
    """

    sets: int = 1
    repetitions: int | None = None
    hold_seconds: int | None = None
    breaths: int | None = None
    minutes: int | None = None
    times_a_day: int = 1

    def __post_init__(self) -> None:
        """Refuse a dose of nothing, a mixture, and numbers out of range.

        Raises:
            InvalidValue: a number is out of range, or the parts do not go together.
        """
        for field, limit in LIMITS.items():
            value = getattr(self, field)
            if value is not None and not 1 <= value <= limit.high:
                raise InvalidValue(field, f"{limit.label}: {value} is not between 1 and {limit.high}")
        kinds = [
            self.minutes is not None,
            self.breaths is not None,
            self.repetitions is not None or self.hold_seconds is not None,
        ]
        if sum(kinds) == 0:
            raise InvalidValue("repetitions", "a dose needs repetitions, a hold, breaths or minutes")
        if sum(kinds) > 1:
            raise InvalidValue(
                "minutes",
                "a dose counts minutes, or breaths, or repetitions and a hold: leave the others empty",
            )
        if self.minutes is not None and self.sets != 1:
            raise InvalidValue("sets", "a dose in minutes has no sets: say how many times a day instead")
        if self.target > MINUTES_OF_A_DAY:
            raise InvalidValue("minutes", f"{self} is more than the {MINUTES_OF_A_DAY} minutes of a day")

    @property
    def unit(self) -> str:
        """What the amount of a practice counts: `min` for a dose in minutes, else `sets`."""
        return "min" if self.minutes is not None else "sets"

    @property
    def target(self) -> int:
        """The amount that makes a day's practice full, in `unit`s."""
        return (self.minutes or self.sets) * self.times_a_day

    @property
    def often(self) -> str:
        """How many times a day, such as `twice a day`; empty if it is once."""
        return {1: "", 2: "twice a day"}.get(self.times_a_day, f"{self.times_a_day} times a day")

    def __str__(self) -> str:
        return f"{self._once()}, {self.often}" if self.often else self._once()

    def _once(self) -> str:
        if self.minutes is not None:
            return f"{self.minutes} min"
        several = f"{self.sets} × " if self.sets > 1 else ""
        if self.breaths is not None:
            return several + count(self.breaths, "breath")
        if self.repetitions is None:
            return f"{several}{self.hold_seconds} s"
        if self.hold_seconds is None:
            return f"{several}{self.repetitions}" if several else f"{self.repetitions} times"
        if several:
            return f"{several}{self.repetitions}, {self.hold_seconds} s"
        return f"{self.repetitions} × {self.hold_seconds} s"
