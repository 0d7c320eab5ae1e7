"""What a check-in tells, with labels: one wording for the screens and the plain lines."""

from dataclasses import dataclass

from backjournal.model.check_ins import CheckIn
from backjournal.model.diary_values import NUMBERS, diary_value
from backjournal.model.marks import MarkKind


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that a check-in tells: its label, and the same in short (`20 min`) and in words (`20 minutes`)."""

    label: str
    short: str
    words: str


def value_facts(check_in: CheckIn) -> tuple[Fact, ...]:
    """Return the values of a check-in that are given."""
    given = ((value, check_in.values.get(value.name)) for value in NUMBERS)
    return tuple(
        Fact(value.label, value.short(number), value.words(number)) for value, number in given if number is not None
    )


def mark_facts(check_in: CheckIn) -> tuple[Fact, ...]:
    """Return the marks of a check-in by kind, the words of a kind joined."""
    words = ((diary_value(kind).label, ", ".join(check_in.words(kind))) for kind in MarkKind)
    return tuple(Fact(label, of_kind, of_kind) for label, of_kind in words if of_kind)
