"""Outcome measures and their results."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Self

from backjournal.model.better import Better
from backjournal.model.dates import check_day
from backjournal.model.errors import InvalidValue
from backjournal.model.text import NOTE_LENGTH, WORD_LENGTH, check_length, clean_line, clean_note

EVERY_WEEKS = (1, 2, 4)
"""How often, in weeks, a measure can be asked for."""

FEWEST_ACTIVITIES, MOST_ACTIVITIES = 3, 5
"""How many activities of one's own are rated (PSFS: 3 to 5, Stratford's form)."""

LARGEST = 100_000
"""The largest value that a measure can have, where its range has no upper end."""

_UNIT_LENGTH = 20
_OWN_DECIMALS = 1


class MeasureKind(StrEnum):
    """How a result comes about."""

    QUESTIONS = "questions"
    ACTIVITIES = "activities"
    SCORE = "score"
    NUMBER = "number"
    COUNT = "count"
    HOLD = "hold"


@dataclass(frozen=True, slots=True)
class Threshold:
    """What counts as a meaningful change: at or past `points` of the unit, or `share` of the baseline; its source.

    `of_part` is the threshold of a single part, such as one activity. Without points there is no known threshold:
    a person compares with themselves.
    """

    points: float | None = None
    share: float | None = None
    of_part: float | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """An outcome measure: what it is called, its range, which way is better, and what change is meaningful.

    A result has a value for each of `parts` (questions, own activities, or sides), and their mean is its value;
    without parts it is one value. `high` None is no upper end. `decimals` is how many its value is shown with.
    `every_weeks` is how often it is asked for, and of a shipped one what is offered; None is never. `seconds` is how
    long is counted, of a count that has a time. `own` tells that the person defined it.
    """

    id: str
    name: str
    kind: MeasureKind
    unit: str
    low: float
    high: float | None
    better: Better
    threshold: Threshold = Threshold()
    parts: tuple[str, ...] = ()
    decimals: int = 0
    every_weeks: int | None = None
    own: bool = False
    how_to: str = ""
    caution: str = ""
    source: str = ""
    seconds: int | None = None

    def __post_init__(self) -> None:
        """Clean the texts and refuse what cannot be.

        Raises:
            InvalidValue: a value cannot be taken; its `field` says which.
        """
        object.__setattr__(self, "name", clean_line(self.name))
        object.__setattr__(self, "unit", clean_line(self.unit))
        object.__setattr__(self, "parts", tuple(clean_line(part) for part in self.parts))
        if not 1 <= len(self.name) <= WORD_LENGTH:
            raise InvalidValue("name", f"the name of a measure has 1 to {WORD_LENGTH} characters")
        check_length("unit", "the unit", self.unit, _UNIT_LENGTH)
        if self.every_weeks is not None and self.every_weeks not in EVERY_WEEKS:
            raise InvalidValue("every_weeks", "a measure is asked for every week, every 2 or every 4 weeks, or never")
        self._check_range()
        self._check_parts()

    @property
    def whole(self) -> bool:
        """Whether its scores are whole numbers; the value, their mean, need not be."""
        return self.kind is not MeasureKind.NUMBER

    @property
    def timed(self) -> bool:
        """Whether it is taken by the clock."""
        return self.kind is MeasureKind.HOLD or self.seconds is not None

    def rates_as(self, result: "Result") -> bool:
        """Tell whether a result has the parts that the measure has now: activities of one's own change over time."""
        return {score.part for score in result.scores} == set(self.parts or ("",))

    def as_then(self, result: "Result") -> Self:
        """Return it with the parts that a result of it has: the past stays as it was."""
        return replace(self, parts=tuple(score.part for score in result.scores if score.part))

    def _check_range(self) -> None:
        if not -LARGEST <= self.low <= LARGEST:
            raise InvalidValue("low", f"the lowest value lies between -{LARGEST} and {LARGEST}")
        if self.high is not None and not self.low < self.high <= LARGEST:
            raise InvalidValue("high", f"the highest value lies above the lowest, {self.low:g}, up to {LARGEST}")
        points = self.threshold.points
        if points is not None and not 0 < points <= (LARGEST if self.high is None else self.high - self.low):
            raise InvalidValue("threshold", "a meaningful change is a number above 0 that the range has room for")

    def _check_parts(self) -> None:
        for part in self.parts:
            if not 1 <= len(part) <= WORD_LENGTH:
                raise InvalidValue("parts", f"an activity has 1 to {WORD_LENGTH} characters")
        if len({part.casefold() for part in self.parts}) < len(self.parts):
            raise InvalidValue("parts", "an activity stands there twice: write each once")
        # A definition that ships has no activities yet.
        count = len(self.parts)
        if self.kind is MeasureKind.ACTIVITIES and count and not FEWEST_ACTIVITIES <= count <= MOST_ACTIVITIES:
            raise InvalidValue("parts", f"give {FEWEST_ACTIVITIES} to {MOST_ACTIVITIES} activities of your own")


def own_measure(
    measure_id: str,
    name: str,
    unit: str,
    low: float,
    high: float | None,
    better: Better,
    threshold: float | None = None,
    every_weeks: int | None = None,
) -> Measure:
    """Return a measure that the person defines: one number, with the change that they call meaningful, if any.

    Raises:
        InvalidValue: a value cannot be taken; its `field` says which.
    """
    return Measure(
        id=measure_id,
        name=name,
        kind=MeasureKind.NUMBER,
        unit=unit,
        low=low,
        high=high,
        better=better,
        threshold=Threshold(threshold, source="your own" if threshold else ""),
        decimals=_OWN_DECIMALS,
        every_weeks=every_weeks,
        own=True,
    )


@dataclass(frozen=True, slots=True)
class Score:
    """The value of one part of a result; a measure without parts has one with an empty name."""

    value: float
    part: str = ""

    def __post_init__(self) -> None:
        """Clean the name of the part."""
        object.__setattr__(self, "part", clean_line(self.part))


@dataclass(frozen=True, slots=True)
class Result:
    """What a measure gave on a day, with the parts as they were called then, and a note."""

    id: str
    measure_id: str
    day: date
    scores: tuple[Score, ...]
    note: str = ""

    def __post_init__(self) -> None:
        """Clean the note and refuse a result without a value or on a day out of range.

        Raises:
            InvalidValue: a value cannot be taken.
        """
        object.__setattr__(self, "note", clean_note(self.note))
        check_length("note", "the note", self.note, NOTE_LENGTH)
        check_day("day", self.day)
        if not self.scores:
            raise InvalidValue("scores", "nothing is filled in: give a value")

    @property
    def value(self) -> float:
        """The mean of its scores."""
        return sum(score.value for score in self.scores) / len(self.scores)
