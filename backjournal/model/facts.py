"""The values and marks of a check-in as labelled text, and how many were found, worded the same wherever told."""

from backjournal.model.check_ins import CheckIn
from backjournal.model.diary_values import NUMBERS, diary_value
from backjournal.model.frozen import dataclass
from backjournal.model.marks import MarkKind


@dataclass(frozen=True, slots=True)
class Fact:
    """One labelled fact of a check-in, in short (`20 min`) and in full (`20 minutes`)."""

    label: str
    short: str
    words: str


def value_facts(check_in: CheckIn) -> tuple[Fact, ...]:
    """Return the numbers that a check-in has, as facts."""
    given = ((value, check_in.values.get(value.name)) for value in NUMBERS)
    return tuple(
        Fact(value.label, value.short(number), value.words(number)) for value, number in given if number is not None
    )


def mark_facts(check_in: CheckIn) -> tuple[Fact, ...]:
    """Return the marks of a check-in as facts, one for each kind, with its words joined by commas."""
    texts = ((diary_value(kind).label, ", ".join(check_in.words(kind))) for kind in MarkKind)
    return tuple(Fact(label, text, text) for label, text in texts if text)


def found_text(number: int, search: str) -> str:
    """Return how many check-ins a search has found, such as `4 check-ins with “stairs”`."""
    check_ins = f"{number:,} check-ins" if number > 1 else "1 check-in" if number else "no check-in"
    return f"{check_ins} with “{search.strip()}”"
