"""Outcome measures and their results."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from backjournal.model.dates import check_day
from backjournal.model.errors import InvalidValue
from backjournal.model.text import NOTE_LENGTH, WORD_LENGTH, check_length, clean_line, clean_note

EVERY_WEEKS = (1, 2, 4)
"""How often, in weeks, a measure can be asked for."""

FEWEST_ACTIVITIES, MOST_ACTIVITIES = 3, 5
"""How many activities of one's own are rated (PSFS: 3 to 5, Stratford's form)."""

_UNIT_LENGTH = 20
_LARGEST = 100_000


class Better(StrEnum):
    """Which way is better."""

    LOWER = "lower"
    HIGHER = "higher"


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
    without parts it is one value. `high` None is no upper end. `decimals` tells how its values are typed and shown.
    `own` tells that the person defined it. Of a chosen measure, `every_weeks` is how often it is asked for; None is
    never.
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
        if not -_LARGEST <= self.low <= _LARGEST or (self.high is not None and not self.low < self.high <= _LARGEST):
            raise InvalidValue("high", "the range of a measure goes from a number to a higher one, 100000 at most")
        if self.threshold.points is not None and not 0 < self.threshold.points <= _LARGEST:
            raise InvalidValue("threshold", "a meaningful change is a number above 0")
        if self.every_weeks is not None and self.every_weeks not in EVERY_WEEKS:
            raise InvalidValue("every_weeks", "a measure is asked for every week, every 2 or every 4 weeks, or never")
        self._check_parts()

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


@dataclass(frozen=True, slots=True)
class Score:
    """The value of one part of a result; a measure without parts has one with an empty name."""

    value: float
    part: str = ""


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


def check_scores(measure: Measure, scores: tuple[Score, ...]) -> None:
    """Refuse scores that a measure cannot have.

    Raises:
        InvalidValue: one is out of range, or one is missing; the field is the number of the part, counted from 0.
    """
    for place, score in enumerate(scores):
        within = measure.low <= score.value and (measure.high is None or score.value <= measure.high)
        if not within or abs(score.value) > _LARGEST:
            most = "" if measure.high is None else f" to {measure.high:g}"
            label = score.part or measure.name
            raise InvalidValue(str(place), f"{label}: {score.value:g} is not in the range from {measure.low:g}{most}")
    if measure.kind is not MeasureKind.ACTIVITIES and len(scores) != max(1, len(measure.parts)):
        raise InvalidValue(str(len(scores)), f"{measure.name} has {max(1, len(measure.parts))} values: give each")
