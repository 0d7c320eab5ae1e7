"""The table of the diary's values, from which storage, form, commands, files, series and demo derive theirs."""

from collections.abc import Callable
from enum import StrEnum

from backjournal.model.better import Better
from backjournal.model.errors import InvalidValue
from backjournal.model.frozen import dataclass
from backjournal.model.marks import MarkKind
from backjournal.model.numbers import MINUTES_OF_A_DAY, count, parse_hours, parse_whole
from backjournal.model.text import sentence


class Kind(StrEnum):
    """The type of a diary value, in the order in which the form asks for them."""

    SCALE = "scale"
    """A whole number from 0 to 10."""

    MINUTES = "minutes"
    """A whole number of minutes, from 0 to 1440."""

    HOURS = "hours"
    """A number of hours, from 0 to 24."""

    WORDS = "words"
    """Any number of marks of one kind."""

    TEXT = "text"
    """Free text."""


@dataclass(frozen=True, slots=True)
class NumberKind:
    """What the numbers of one kind have in common; the lowest is 0."""

    high: int
    """The highest number."""

    parse: Callable[[str, str, str], float | None]
    """Reads a typed text: takes the name and the label of the value, for the error, and the text."""

    unit: str = ""
    """The abbreviated unit; empty if it has none."""

    unit_word: str = ""
    """The unit in words, in the singular."""

    usual_high: int = 10
    """The highest number that the made-up journal uses."""


def _whole_up_to(high: int) -> Callable[[str, str, str], float | None]:
    return lambda name, label, text: parse_whole(name, label, text, 0, high)


NUMBER_KINDS = {
    Kind.SCALE: NumberKind(10, _whole_up_to(10)),
    Kind.MINUTES: NumberKind(MINUTES_OF_A_DAY, _whole_up_to(MINUTES_OF_A_DAY), "min", "minute", usual_high=60),
    Kind.HOURS: NumberKind(24, parse_hours, "h", "hour"),
}
"""The kinds of numbers. A new unit of the diary is a row here, with its name in `Kind`."""

_METAVARS = {Kind.MINUTES: "MIN", Kind.HOURS: "H", Kind.WORDS: "W", Kind.TEXT: "TEXT"}


@dataclass(frozen=True, slots=True)
class DiaryValue:
    """The definition of one value of a check-in."""

    name: str
    """Its column in the journal's file and its field in the form; for words, the kind of mark."""

    label: str
    """Its name on screens and in printed lines."""

    kind: Kind
    option: str
    """Its option of `log` and `edit`, without the hyphens."""

    help: str
    """The help text of that option."""

    hint: str = ""
    """The text beside its field in the form: the meaning of 10 for a scale, otherwise an example."""

    form_label: str = ""
    """Its name in the form; empty if that is the label."""

    column: str = ""
    """Its column in CSV and JSON; empty if that is `name`."""

    better: Better | None = None
    """Which direction is better; None if neither is."""

    day_is_highest: bool = False
    """Whether a day with several check-ins takes the highest of their values instead of the mean."""

    never_below: str = ""
    """The name of a value whose highest of the day is the least that this one can be; empty if there is none."""

    of_the_night: bool = False
    """Whether it tells of the night or the getting up before: an experiment looks at it on the morning after."""

    @property
    def key(self) -> str:
        """Its name for `trends --of`."""
        return self.label.casefold().replace(" ", "-")

    @property
    def csv_column(self) -> str:
        """Its column in CSV and JSON."""
        return self.column or self.name

    @property
    def form_name(self) -> str:
        """Its name in the form."""
        return self.form_label or sentence(self.label)

    @property
    def is_number(self) -> bool:
        """Whether its values are numbers."""
        return self.kind in NUMBER_KINDS

    @property
    def high(self) -> int:
        """The highest number; the lowest is 0."""
        return NUMBER_KINDS[self.kind].high

    @property
    def unit(self) -> str:
        """The abbreviated unit; empty if it has none."""
        return NUMBER_KINDS[self.kind].unit if self.is_number else ""

    @property
    def metavar(self) -> str:
        """The placeholder of its option in the help, such as N."""
        return _METAVARS.get(self.kind, "N")

    def parse(self, text: str) -> float | None:
        """Read a number as typed; empty text gives None.

        Raises:
            InvalidValue: the text is not a number of this kind, or is out of range.
        """
        return NUMBER_KINDS[self.kind].parse(self.name, self.label, text)

    def check(self, number: float) -> None:
        """Refuse a number out of range.

        Raises:
            InvalidValue: it is below 0, above `high`, or NaN.
        """
        if not 0 <= number <= self.high:
            raise InvalidValue(self.name, f"{self.label}: {number:g} is not between 0 and {self.high}")

    def short(self, number: float) -> str:
        """Return a number with its abbreviated unit, such as `20 min`."""
        return f"{number:g} {self.unit}".rstrip()

    def words(self, number: float) -> str:
        """Return a number with its unit in full, such as `20 minutes`."""
        word = NUMBER_KINDS[self.kind].unit_word
        return count(number, word) if word else f"{number:g}"


DIARY_VALUES = (
    DiaryValue(
        "pain",
        "pain",
        Kind.SCALE,
        "pain",
        "Pain now: 0 none, 10 worst imaginable.",
        "worst imaginable",
        form_label="Pain now",
        better=Better.LOWER,
    ),
    DiaryValue(
        "worst_pain",
        "worst pain",
        Kind.SCALE,
        "worst",
        "Worst pain, 0 to 10.",
        "of the day so far",
        better=Better.LOWER,
        day_is_highest=True,
        never_below="pain",
    ),
    DiaryValue(
        "mobility",
        "mobility",
        Kind.SCALE,
        "mobility",
        "Mobility: 0 cannot move, 10 moves freely.",
        "moves freely",
        better=Better.HIGHER,
    ),
    DiaryValue(
        "stiffness_min",
        "stiffness",
        Kind.MINUTES,
        "stiffness",
        "How many minutes you were stiff.",
        "minutes after getting up",
        better=Better.LOWER,
        of_the_night=True,
    ),
    DiaryValue(
        "sleep_hours",
        "sleep",
        Kind.HOURS,
        "sleep",
        "Hours slept, such as 7.5 or 7:30.",
        "hours, such as 7.5 or 7:30",
        of_the_night=True,
    ),
    DiaryValue(
        "sitting_hours",
        "sitting",
        Kind.HOURS,
        "sitting",
        "Hours sat in the day so far, such as 6 or 6:30.",
        "hours of the day so far",
        day_is_highest=True,
    ),
    DiaryValue(
        "mood",
        "mood",
        Kind.SCALE,
        "mood",
        "Mood: 0 very low, 10 very good.",
        "very good",
        better=Better.HIGHER,
    ),
    DiaryValue(
        "confidence",
        "confidence",
        Kind.SCALE,
        "confidence",
        "Confidence to move: 0 none, 10 full.",
        "moves without fear",
        better=Better.HIGHER,
    ),
    DiaryValue(
        MarkKind.LOCATION,
        "where",
        Kind.WORDS,
        "where",
        "Where it hurts.",
        "lower back, left leg",
        column="locations",
    ),
    DiaryValue(
        MarkKind.QUALITY,
        "quality",
        Kind.WORDS,
        "quality",
        "How it feels.",
        "dull, stabbing, burning",
        column="qualities",
    ),
    DiaryValue(
        MarkKind.TRIGGER,
        "triggers",
        Kind.WORDS,
        "trigger",
        "What made it worse.",
        "long sitting, lifting",
        column="triggers",
    ),
    DiaryValue(
        MarkKind.RELIEF,
        "what helped",
        Kind.WORDS,
        "relief",
        "What helped.",
        "heat, walking",
        column="reliefs",
    ),
    DiaryValue(
        MarkKind.MEDICINE,
        "medicines",
        Kind.WORDS,
        "medicine",
        "What you took, such as 'ibuprofen 400 mg'.",
        "name and amount, separated by commas",
        column="medicines",
    ),
    DiaryValue(
        MarkKind.SYMPTOM,
        "symptoms",
        Kind.WORDS,
        "symptom",
        "A symptom; 'backjournal symptoms' lists those to watch for.",
        column="symptoms",
    ),
    DiaryValue("note", "note", Kind.TEXT, "note", "A note."),
)
"""Every value of a check-in, in the order of the CSV's columns and of the options of `log`."""

NUMBERS = tuple(value for value in DIARY_VALUES if value.is_number)
"""The values that are numbers: each has at most one value a day and can be drawn as a series."""

SCALES = tuple(value for value in DIARY_VALUES if value.kind is Kind.SCALE)
"""The values on a scale from 0 to 10."""

HOURS = tuple(value for value in DIARY_VALUES if value.kind is Kind.HOURS)
"""The values in hours: how time before the check-in was spent, so that the pain of the check-in came after it."""


def diary_value(name: str) -> DiaryValue:
    """Return the definition of the value with that name.

    Raises:
        KeyError: there is no such value.
    """
    return _BY_NAME[name]


_BY_NAME = {value.name: value for value in DIARY_VALUES}
