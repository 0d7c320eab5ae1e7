"""Red flags: symptoms that need a professional soon, and what to do about them, from red_flags.toml."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from importlib.resources import files
from typing import Any

from backjournal.model.marks import Mark, MarkKind


class Urgency(IntEnum):
    """How soon a symptom needs a professional: the higher the value, the sooner."""

    CONTEXT = 0
    """No alarm: what a doctor should know once, such as an illness of the past."""

    SOON = 1
    URGENT = 2
    EMERGENCY = 3


@dataclass(frozen=True, slots=True)
class Advice:
    """What to do about symptoms of one urgency, in our own words."""

    urgency: Urgency
    title: str
    text: str
    source: str
    """Where the list of symptoms is from."""


@dataclass(frozen=True, slots=True)
class RedFlag:
    """A symptom that needs a professional."""

    word: str
    """Its short word on a check-in."""

    label: str
    """A plain description."""

    urgency: Urgency
    heard: tuple[str, ...] = ()
    """Patterns of everyday words that mean it, as `red_flags.toml` explains them."""

    ask: tuple[str, ...] = ()
    """Words that may mean it: they are reason enough to offer it."""


@cache
def red_flags() -> tuple[RedFlag, ...]:
    """Return all red flags, the most urgent first."""
    flags = (
        RedFlag(
            entry["word"],
            entry["label"],
            Urgency[entry["level"].upper()],
            tuple(entry.get("heard", ())),
            tuple(entry.get("ask", ())),
        )
        for entry in _read()["symptom"]
    )
    return tuple(sorted(flags, key=lambda flag: -flag.urgency))


@cache
def harmless_phrases() -> tuple[str, ...]:
    """Return phrases of everyday words, in lower case, that mean no symptom, such as hay fever."""
    return tuple(_read()["harmless"])


@cache
def advice(urgency: Urgency) -> Advice:
    """Return what to do about symptoms of an urgency."""
    entry = next(entry for entry in _read()["level"] if entry["name"] == urgency.name.lower())
    return Advice(urgency, entry["title"], entry["advice"], entry["source"])


def flags_of(marks: Iterable[Mark]) -> tuple[RedFlag, ...]:
    """Return the red flags among the symptoms of a check-in, the most urgent first."""
    words = {mark.word.casefold() for mark in marks if mark.kind is MarkKind.SYMPTOM}
    return tuple(flag for flag in red_flags() if flag.word in words)


def symptom(text: str) -> Mark:
    """Read a symptom: a red flag if the whole word matches, in any case or with hyphens, else the person's own word.

    Raises:
        InvalidValue: the word is empty or too long.
    """
    typed = Mark.parse(MarkKind.SYMPTOM, text)
    found = [flag.word for flag in red_flags() if flag.word == _as_typed(typed.word)]
    return Mark(MarkKind.SYMPTOM, found[0]) if found else typed


def meant_by(word: str) -> tuple[RedFlag, ...]:
    """Return the red flags that begin with a person's word without being equal to it, the most urgent first."""
    typed = _as_typed(word)
    return tuple(flag for flag in red_flags() if flag.word.startswith(typed) and flag.word != typed)


def _as_typed(word: str) -> str:
    # Typed with hyphens, a word of several parts needs no quotes on the command line.
    return word.casefold().replace("-", " ")


@cache
def _read() -> dict[str, Any]:
    return tomllib.loads(files("backjournal.library").joinpath("red_flags.toml").read_text("utf-8"))
