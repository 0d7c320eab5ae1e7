"""What a check-in tells, with labels: one wording for the screens and the plain lines."""

from dataclasses import dataclass

from backjournal.model.check_ins import VALUES, CheckIn, MarkKind
from backjournal.model.numbers import count

MARK_LABELS = {
    MarkKind.LOCATION: "where",
    MarkKind.QUALITY: "quality",
    MarkKind.TRIGGER: "triggers",
    MarkKind.RELIEF: "what helped",
    MarkKind.MEDICINE: "medicines",
    MarkKind.SYMPTOM: "symptoms",
}

_UNITS = {"stiffness_min": ("min", "minute"), "sleep_hours": ("h", "hour")}


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that a check-in tells: its label, and the same in short (`20 min`) and in words (`20 minutes`)."""

    label: str
    short: str
    words: str


def value_facts(check_in: CheckIn) -> tuple[Fact, ...]:
    """Return the values of a check-in that are given."""
    values = ((field, label, getattr(check_in, field)) for field, label in VALUES.items())
    return tuple(_value_fact(field, label, value) for field, label, value in values if value is not None)


def mark_facts(check_in: CheckIn) -> tuple[Fact, ...]:
    """Return the marks of a check-in by kind, the words of a kind joined."""
    words = ((label, ", ".join(check_in.words(kind))) for kind, label in MARK_LABELS.items())
    return tuple(Fact(label, of_kind, of_kind) for label, of_kind in words if of_kind)


def _value_fact(field: str, label: str, value: float) -> Fact:
    if field not in _UNITS:
        return Fact(label, f"{value:g}", f"{value:g}")
    short, word = _UNITS[field]
    return Fact(label, f"{value:g} {short}", count(value, word))
