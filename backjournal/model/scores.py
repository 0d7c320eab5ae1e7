"""Checking the scores of a measure, and reading them as people type them."""

import re
from collections.abc import Sequence

from backjournal.model.errors import InvalidValue
from backjournal.model.measures import FEWEST_ACTIVITIES, LARGEST, MOST_ACTIVITIES, Measure, MeasureKind, Score
from backjournal.model.text import clean_line


def check_scores(measure: Measure, scores: Sequence[Score]) -> None:
    """Refuse scores that a measure cannot have.

    Raises:
        InvalidValue: one is out of range or not a whole number where it has to be, one is missing, or there are too
            many; `field` is the number of the part, counted from 0.
    """
    for place, score in enumerate(scores):
        if not _takes(measure, score.value):
            label = score.part or measure.name
            raise InvalidValue(str(place), f"{label}: {score.value:g} is not {_wanted(measure)}")
    # A person's activities change over time, and with them how many there are.
    varies = measure.kind is MeasureKind.ACTIVITIES
    count = max(1, len(measure.parts))
    _check_count(measure, len(scores), *((FEWEST_ACTIVITIES, MOST_ACTIVITIES) if varies else (count, count)))


def parse_score(measure: Measure, text: str, place: int = 0) -> float:
    """Read the score of the part at `place`, counted from 0: a whole number, or 12.5 or 12,5 if the measure takes it.

    Raises:
        InvalidValue: the text is not such a number, or is out of range; `field` is the place.
    """
    typed = clean_line(text)
    value = float(typed.replace(",", ".")) if re.fullmatch(r"-?[0-9]{1,6}([.,][0-9])?", typed) else None
    if value is None or not _takes(measure, value):
        label = measure.parts[place] if place < len(measure.parts) else measure.name
        wrong = f"'{typed}' is not" if typed else "nothing is typed: give"
        raise InvalidValue(str(place), f"{label}: {wrong} {_wanted(measure)}")
    return value + 0.0  # adding 0.0 turns -0 into 0


def parse_scores(measure: Measure, texts: Sequence[str]) -> tuple[Score, ...]:
    """Read the scores of all parts of a measure, in their order.

    Raises:
        InvalidValue: one cannot be read, one is missing, or there are too many; `field` is the place.
    """
    parts = measure.parts or ("",)
    _check_count(measure, len(texts), len(parts), len(parts))
    values = (parse_score(measure, text, place) for place, text in enumerate(texts))
    return tuple(Score(value, part) for value, part in zip(values, parts, strict=True))


def _takes(measure: Measure, value: float) -> bool:
    high = LARGEST if measure.high is None else measure.high
    return measure.low <= value <= high and (not measure.whole or value == int(value))


def _wanted(measure: Measure) -> str:
    kind = "a whole number" if measure.whole else "a number such as 12 or 12.5"
    high = LARGEST if measure.high is None else measure.high
    return f"{kind} from {measure.low:g} to {high:g}"


def _check_count(measure: Measure, given: int, fewest: int, most: int) -> None:
    if not fewest <= given <= most:
        asked = f"{fewest} to {most} values" if fewest < most else "1 value" if most == 1 else f"{most} values"
        # The full text of questions would be too long for one line.
        named = measure.parts and measure.kind is not MeasureKind.QUESTIONS
        each = f" ({', '.join(measure.parts)})" if named else ""
        raise InvalidValue(str(min(given, most - 1)), f"{measure.name} takes {asked}{each}, not {given}")
