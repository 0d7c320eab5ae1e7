"""The steps of a guided practice as text, the same on the screen and on the command line."""

from backjournal.guidance.steps import Kind, Step
from backjournal.model.doses import Dose
from backjournal.model.numbers import count
from backjournal.model.text import sentence


def action(dose: Dose, step: Step) -> str:
    """Return what to do in a step, such as `Hold`, `Change to the right side` or `Rest, then the left side`."""
    if step.kind is Kind.REST:
        return f"Rest{_next_side(dose, step)}"
    return {
        Kind.READY: "Get ready",
        Kind.HOLD: "Hold",
        Kind.COUNT: "Breathe" if dose.breaths else "Repeat",
        Kind.CHANGE: f"Change to the {step.side} side",
    }[step.kind]


def large_words(dose: Dose, step: Step) -> tuple[str, ...]:
    """Return what to do in a step in a word or two that are read from afar, the longest wording first."""
    return {
        Kind.READY: ("Get ready", "Ready"),
        Kind.HOLD: ("Hold",),
        Kind.COUNT: ("Breathe",) if dose.breaths else ("Repeat",),
        Kind.REST: ("Rest",),
        Kind.CHANGE: ("Change sides", "Change"),
    }[step.kind]


def place(dose: Dose, step: Step, counted: int | None = None) -> str:
    """Return the place of a step as text, such as `Set 2 of 3, left, 4 of 10`; empty if there is only one hold.

    `counted` is the number of repetitions counted so far; without it, a count gives its total: `10 repetitions`.
    """
    several = f"set {step.set_number} of {step.sets}" if step.sets > 1 else ""
    return _sentence(several, step.side, _repetitions(dose, step, counted))


def line(dose: Dose, step: Step) -> str:
    """Return a step as one line of the list of next steps, such as `Hold 4 s: set 2 of 3, left, 4 of 10`."""
    if step.kind is Kind.COUNT:
        return place(dose, step)
    if step.kind is Kind.HOLD:
        where = place(dose, step)
        return f"Hold {step.seconds} s: {where[:1].lower()}{where[1:]}" if where else f"Hold {step.seconds} s"
    if step.kind is Kind.REST:
        return f"Rest {step.seconds} s{_next_side(dose, step)}"
    return f"{action(dose, step)}, {step.seconds} s"


def _next_side(dose: Dose, rest: Step) -> str:
    """Return the text for the side after a rest, given only before the first repetition of a new set."""
    return f", then the {rest.side} side" if len(dose.sides.in_turn) > 1 and rest.repetition == 1 else ""


def _repetitions(dose: Dose, step: Step, counted: int | None) -> str:
    if dose.hold_seconds:
        return f"{step.repetition} of {step.repetitions}" if step.repetitions > 1 else ""
    word = "breath" if dose.breaths else "repetition"
    if step.kind is Kind.COUNT and counted is not None:
        return f"{counted} of {count(step.repetitions, word)}"
    return count(step.repetitions, word)


def _sentence(*parts: str) -> str:
    return sentence(", ".join(part for part in parts if part))
