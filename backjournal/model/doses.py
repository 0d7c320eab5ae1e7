"""Doses: how much of an exercise to do."""

import re
from enum import StrEnum

from backjournal.model.errors import InvalidValue
from backjournal.model.frozen import dataclass
from backjournal.model.numbers import MINUTES_OF_A_DAY, count, parse_whole
from backjournal.model.text import clean_line


class Sides(StrEnum):
    """Which side of the body a dose is for."""

    BOTH = "both"
    EACH = "each"
    LEFT = "left"
    RIGHT = "right"

    @property
    def words(self) -> str:
        """The text after a dose, such as `each side`; empty where both sides move together."""
        return {Sides.BOTH: "", Sides.EACH: "each side"}.get(self, f"{self.value} side only")

    @property
    def short(self) -> str:
        """The sides in three characters, such as `L R`."""
        return {Sides.BOTH: "   ", Sides.EACH: "L R", Sides.LEFT: "L  ", Sides.RIGHT: "  R"}[self]

    @property
    def in_turn(self) -> tuple[str, ...]:
        """The sides to practise one after the other; one empty name where both move together."""
        return {Sides.BOTH: ("",), Sides.EACH: ("left", "right")}.get(self, (self.value,))


@dataclass(frozen=True, slots=True)
class Limit:
    """The label and the highest value of one number of a dose; the lowest value is 1."""

    label: str
    high: int


LIMITS = {
    "sets": Limit("sets", 20),
    "repetitions": Limit("repetitions", 200),
    "hold_seconds": Limit("hold", 600),
    "rest_seconds": Limit("rest", 600),
    "breaths": Limit("breaths", 100),
    "minutes": Limit("minutes", 600),
    "distance_m": Limit("distance", 100_000),
    "times_a_day": Limit("times a day", 12),
}
"""The limits of a dose's numbers by field name: wide bounds against typing mistakes, not advice."""


@dataclass(frozen=True, slots=True)
class Dose:
    """How much of an exercise: sets × repetitions × hold seconds, or breaths, or minutes, or a distance in metres.

    `LIMITS` has the range of each number.
    """

    sets: int = 1
    """How many sets each time; 1 for minutes and distances."""

    repetitions: int | None = None
    """Repetitions in a set, of one side if `sides` is `each`; None for a single hold, or without repetitions."""

    hold_seconds: int | None = None
    """Seconds that each repetition is held; None without a hold."""

    rest_seconds: int | None = None
    """Seconds of rest between sets or, in a dose of one set, between repetitions; None if no rest is prescribed."""

    breaths: int | None = None
    """Breaths in a set, of one side if `sides` is `each`; None if breaths are not counted."""

    minutes: int | None = None
    """Minutes each time; None if the dose is not in minutes."""

    distance_m: int | None = None
    """Metres each time; None if the dose is not a distance."""

    times_a_day: int = 1
    sides: Sides = Sides.BOTH

    def __post_init__(self) -> None:
        """Refuse an empty dose, a mixture of kinds, and numbers out of range.

        Raises:
            InvalidValue: a number is missing or out of range, or two of them exclude each other.
        """
        for field, limit in LIMITS.items():
            value = getattr(self, field)
            if value is not None and not 1 <= value <= limit.high:
                raise InvalidValue(field, f"{limit.label}: {value} is not between 1 and {limit.high}")
        kinds = [
            self.minutes is not None,
            self.distance_m is not None,
            self.breaths is not None,
            self.repetitions is not None or self.hold_seconds is not None,
        ]
        if sum(kinds) == 0:
            raise InvalidValue("repetitions", "a dose needs repetitions, a hold, breaths, minutes or a distance")
        if sum(kinds) > 1:
            raise InvalidValue(
                "minutes",
                "a dose counts minutes, or a distance, or breaths, or repetitions and a hold: leave the others empty",
            )
        if not self.in_sets and (self.sets != 1 or self.rest_seconds is not None):
            field, what = ("sets", "sets") if self.sets != 1 else ("rest_seconds", "rest")
            raise InvalidValue(field, f"minutes or a distance have no {what}: say how many times a day instead")
        if self.unit == "min" and self.target > MINUTES_OF_A_DAY:
            raise InvalidValue("minutes", f"{self} is more than the {MINUTES_OF_A_DAY} minutes of a day")

    @property
    def in_sets(self) -> bool:
        """Whether the dose is made of sets, rather than minutes or a distance."""
        return self.minutes is None and self.distance_m is None

    @property
    def unit(self) -> str:
        """The unit in which a practice's amount is counted: `min`, `m` for metres, or `sets`."""
        return "sets" if self.in_sets else "m" if self.minutes is None else "min"

    @property
    def once(self) -> int:
        """The amount to do each time, in `unit`; a day has `times_a_day` times."""
        return self.minutes or self.distance_m or self.sets

    @property
    def target(self) -> int:
        """The amount that completes the day's practice, in `unit`."""
        return self.once * self.times_a_day

    @property
    def often(self) -> str:
        """How many times a day as text, such as `twice a day`; empty for once."""
        return {1: "", 2: "twice a day"}.get(self.times_a_day, f"{self.times_a_day} times a day")

    def __str__(self) -> str:
        rest = f"rest {self.rest_seconds} s" if self.rest_seconds else ""
        return ", ".join(part for part in (self.one_time, rest, self.often) if part)

    @property
    def one_time(self) -> str:
        """What to do each time as text, without the rest, such as `2 × 10, 4 s`."""
        if not self.in_sets:
            return f"{self.minutes} min" if self.minutes else distance(self.distance_m or 0)
        several = f"{self.sets} × " if self.sets > 1 else ""
        if self.breaths is not None:
            return several + count(self.breaths, "breath")
        if self.repetitions is None:
            return f"{several}{self.hold_seconds} s"
        if self.hold_seconds is None:
            return f"{several}{self.repetitions}" if several else count(self.repetitions, "time")
        return f"{several}{self.repetitions}, {self.hold_seconds} s" if several else self._held()

    def _held(self) -> str:
        return f"{self.repetitions} × {self.hold_seconds} s"


def distance(metres: int) -> str:
    """Return a distance as text: `800 m`, or `1.5 km` from 1000 m on; `parse_distance` reads it back."""
    return f"{metres / 1000:.3f}".rstrip("0").rstrip(".") + " km" if metres >= 1000 else f"{metres} m"


def parse_number(field: str, text: str) -> int | None:
    """Read the number of one field of a dose, a distance with its unit; empty text gives None.

    Raises:
        InvalidValue: the text is not such a number, or is out of range.
    """
    limit = LIMITS[field]
    if field == "distance_m":
        return parse_distance(field, limit.label, text)
    return parse_whole(field, limit.label, text, 1, limit.high)


def parse_distance(field: str, label: str, text: str) -> int | None:
    """Read a distance such as `800`, `800 m` or `1.5 km` and return metres; empty text gives None.

    Raises:
        InvalidValue: the text is not a distance, or is out of range.
    """
    typed = clean_line(text).lower()
    if not typed:
        return None
    high = LIMITS["distance_m"].high
    match = re.fullmatch(r"([0-9]{1,6})(?:[.,]([0-9]{1,3}))? ?(m|km)?", typed)
    in_km = match is not None and match[3] == "km"
    if not match or (match[2] and not in_km):
        raise InvalidValue(field, f"{label}: '{clean_line(text)}' is not a distance such as 800 m or 1.5 km")
    metres = int(match[1]) * (1000 if in_km else 1) + int((match[2] or "").ljust(3, "0"))
    if not 1 <= metres <= high:
        raise InvalidValue(field, f"{label}: '{clean_line(text)}' is not between 1 m and {distance(high)}")
    return metres
