"""Red flags: symptoms that need a professional soon, what to do about them, and what a doctor should know once.

All of it is read from red_flags.toml.
"""

from collections.abc import Collection, Iterable, Mapping
from enum import IntEnum
from functools import cache

from backjournal.library.toml_files import read_toml
from backjournal.model.about_you import AboutYou
from backjournal.model.frozen import dataclass, field
from backjournal.model.marks import Mark, MarkKind
from backjournal.model.spelling import is_same_name, name_key


class Urgency(IntEnum):
    """How soon a symptom needs a professional: the higher the value, the sooner."""

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

    in_field: Mapping[MarkKind, tuple[str, ...]] = field(default_factory=dict, hash=False)
    """Patterns that mean it in one field alone, by the kind of mark: coughing, as a trigger."""


@dataclass(frozen=True, slots=True)
class ContextFact:
    """Something about a person that a doctor should know once, such as an illness of the past; it is no alarm."""

    word: str
    """Its short word in the settings."""

    label: str
    """A plain description."""


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
            {MarkKind(kind): tuple(patterns) for kind, patterns in entry.get("in_field", {}).items()},
        )
        for entry in read_toml("red_flags.toml")["symptom"]
    )
    return tuple(sorted(flags, key=lambda flag: -flag.urgency))


@cache
def harmless_phrases() -> tuple[str, ...]:
    """Return phrases of everyday words, in lower case, that mean no symptom, such as hay fever."""
    return tuple(read_toml("red_flags.toml")["harmless"])


@cache
def advice(urgency: Urgency, emergency_number: str = "") -> Advice:
    """Return what to do about symptoms of an urgency; without a number, it tells to call the local one."""
    entry = next(entry for entry in read_toml("red_flags.toml")["level"] if entry["name"] == urgency.name.lower())
    number = emergency_number or "your local emergency number"
    return Advice(urgency, entry["title"], entry["advice"].format(number=number), entry["source"])


@cache
def context_facts() -> tuple[ContextFact, ...]:
    """Return what a doctor should know once about a person."""
    return tuple(ContextFact(entry["word"], entry["label"]) for entry in read_toml("red_flags.toml")["context"])


def tell_them(about: AboutYou) -> str:
    """Return the sentence on what to tell a doctor beside a symptom; empty if there is nothing to tell."""
    labels = [fact.label for fact in context_facts() if fact.word in (about.context or ())]
    return f"Tell them this too: {'; '.join(labels)}." if labels else ""


def flags_of(marks: Iterable[Mark]) -> tuple[RedFlag, ...]:
    """Return the red flags among the symptoms of a check-in, the most urgent first."""
    words = {name_key(mark.word) for mark in marks if mark.kind is MarkKind.SYMPTOM}
    return tuple(flag for flag in red_flags() if flag.word in words)


def most_urgent(words: Collection[str]) -> Urgency:
    """Return the highest urgency of the red flags with some short words; the lowest if none of them is known."""
    return max((flag.urgency for flag in red_flags() if flag.word in words), default=min(Urgency))


def symptom(text: str) -> Mark:
    """Read a symptom: a red flag if the whole word matches, however it is spelled, else the person's own word.

    Raises:
        InvalidValue: the word is empty or too long.
    """
    typed = Mark.parse(MarkKind.SYMPTOM, text)
    found = [flag.word for flag in red_flags() if is_same_name(flag.word, typed.word)]
    return Mark(MarkKind.SYMPTOM, found[0]) if found else typed


def meant_by(word: str) -> tuple[RedFlag, ...]:
    """Return the red flags that begin with a person's word without being equal to it, the most urgent first."""
    typed = name_key(word)
    return tuple(flag for flag in red_flags() if flag.word.startswith(typed) and flag.word != typed)
