"""Outcome measures and their results."""

from datetime import date
from enum import StrEnum
from typing import Self

from backjournal.model.better import Better
from backjournal.model.dates import check_day
from backjournal.model.errors import InvalidValue
from backjournal.model.frozen import dataclass, replace
from backjournal.model.spelling import name_key
from backjournal.model.text import NOTE_LENGTH, WORD_LENGTH, check_length, clean_line, clean_note

EVERY_WEEKS = (1, 2, 4)
"""How often, in weeks, a measure can be asked for."""

FEWEST_ACTIVITIES, MOST_ACTIVITIES = 3, 5
"""How many activities of their own choice a person rates (PSFS: 3 to 5, Stratford's form)."""

LARGEST = 100_000
"""The largest value of a measure whose range has no upper end."""

_UNIT_LENGTH = 20
_OWN_DECIMALS = 1


class MeasureKind(StrEnum):
    """How a result is obtained."""

    QUESTIONS = "questions"
    """Each question gets a score."""

    ACTIVITIES = "activities"
    """Each of the person's own activities gets a score."""

    SCORE = "score"
    NUMBER = "number"
    """A number that may have decimals; all other kinds take whole numbers."""

    COUNT = "count"
    """A count, such as repetitions within a time limit."""

    HOLD = "hold"
    """Seconds that a position is held."""


class ThresholdKind(StrEnum):
    """What a change at or past a threshold means."""

    MIC = "MIC"
    """Minimal important change: people call it worthwhile. Such thresholds are made from improvements."""

    MDC = "MDC"
    """Minimal detectable change: it is above the error of the measure, whether or not people call it worthwhile."""

    OWN = "own"
    """What the person calls meaningful."""


@dataclass(frozen=True, slots=True)
class Threshold:
    """The smallest change of a measure that counts; without `points` no threshold is known."""

    points: float | None = None
    """In the unit of the measure."""

    share: float | None = None
    """A share of the baseline, from 0 to 1, that also counts; None if there is no such rule."""

    share_at_least: float | None = None
    """The points that the share is at least, on a scale from 0 to 10.

    None on longer scales: where the share of a baseline is under half of `points`, the points hold. Otherwise one or
    two steps from a low baseline would count. This is our own caution.
    """

    of_part: float | None = None
    """The points for a single part, such as one activity; None if not known."""

    source: str = ""
    kind: ThresholdKind = ThresholdKind.MIC
    beside: str = ""
    """A sentence on another threshold that is told beside this one, with its source; may be empty."""


@dataclass(frozen=True, slots=True)
class Measure:
    """An outcome measure: its name and range, which direction is better, and what change is meaningful."""

    id: str
    name: str
    kind: MeasureKind
    unit: str
    """Up to 20 characters."""

    low: float
    """The lowest value."""

    high: float | None
    """The highest value; None if the range has no upper end."""

    better: Better
    threshold: Threshold = Threshold()
    parts: tuple[str, ...] = ()
    """The questions, the person's activities, or the sides; a result has a score for each, or a single one if empty."""

    decimals: int = 0
    """How many decimals its value is shown with."""

    every_weeks: int | None = None
    """How often it is asked for, in weeks; None is never. In the library, the interval that is offered."""

    own: bool = False
    """Whether the person defined it."""

    how_to: str = ""
    caution: str = ""
    source: str = ""
    seconds: int | None = None
    """The time limit of a count in seconds; None without one."""

    def __post_init__(self) -> None:
        """Clean the texts and refuse an invalid definition.

        Raises:
            InvalidValue: a value is not accepted; `field` names it.
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
        """Whether its scores are whole numbers; their mean, the value of a result, need not be."""
        return self.kind is not MeasureKind.NUMBER

    @property
    def timed(self) -> bool:
        """Whether it is taken with a timer."""
        return self.kind is MeasureKind.HOLD or self.seconds is not None

    def rates_as(self, result: "Result") -> bool:
        """Return whether a result has the parts that the measure has now: a person's activities change over time."""
        return {score.part for score in result.scores} == set(self.parts or ("",))

    def as_then(self, result: "Result") -> Self:
        """Return the measure with the parts that it had when a result was taken."""
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
        if len(set(map(name_key, self.parts))) < len(self.parts):
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
        InvalidValue: a value is not accepted; `field` names it.
    """
    return Measure(
        id=measure_id,
        name=name,
        kind=MeasureKind.NUMBER,
        unit=unit,
        low=low,
        high=high,
        better=better,
        threshold=Threshold(threshold, source="your own", kind=ThresholdKind.OWN)
        if threshold is not None
        else Threshold(),
        decimals=_OWN_DECIMALS,
        every_weeks=every_weeks,
        own=True,
    )


@dataclass(frozen=True, slots=True)
class Score:
    """The value of one part of a result."""

    value: float
    part: str = ""
    """The name of the part; empty for a measure without parts."""

    def __post_init__(self) -> None:
        """Clean the name of the part."""
        object.__setattr__(self, "part", clean_line(self.part))


@dataclass(frozen=True, slots=True)
class Result:
    """The result of a measure on one day."""

    id: str
    measure_id: str
    day: date
    scores: tuple[Score, ...]
    """At least one; the parts have the names that they had on that day."""

    note: str = ""

    def __post_init__(self) -> None:
        """Clean the note and refuse a result without a value or on a day out of range.

        Raises:
            InvalidValue: a value is missing or out of range.
        """
        if self.note:
            object.__setattr__(self, "note", clean_note(self.note))
            check_length("note", "the note", self.note, NOTE_LENGTH)
        check_day("day", self.day)
        if not self.scores:
            raise InvalidValue("scores", "nothing is filled in: give a value")

    @property
    def value(self) -> float:
        """The mean of its scores."""
        return sum(score.value for score in self.scores) / len(self.scores)
