"""Asking for the values of an outcome measure line by line."""

from backjournal.cli.practice.guide import Voice
from backjournal.model.errors import InvalidValue
from backjournal.model.measures import Measure
from backjournal.model.scores import parse_score
from backjournal.model.text import sentence

STOPPED = "Stopped: nothing was written down."
"""Printed when the person stops before the last value."""


def ask_score(voice: Voice, measure: Measure, place: int, question: str = "", kept: float | None = None) -> float:
    """Ask for the value of the part with the index `place` until the answer is valid, and return it.

    An empty line means `kept`, unless that is None.

    Raises:
        EOFError: the input has ended.
    """
    asked = question or _question(measure, place)
    while True:
        typed = voice.ask(asked)
        if kept is not None and not typed.strip():
            return kept
        try:
            return parse_score(measure, typed, place)
        except InvalidValue as error:
            voice.say(f"{sentence(str(error))}.")


def _question(measure: Measure, place: int) -> str:
    part = measure.parts[place] if measure.parts else measure.name
    high = "or more" if measure.high is None else f"to {measure.high:g}"
    stop = "" if part.endswith("?") else ":"
    return f"{part}{stop} {measure.low:g} {high} {measure.unit}".rstrip()
