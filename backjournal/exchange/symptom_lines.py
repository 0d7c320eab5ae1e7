"""Symptoms in plain lines that a screen reader can read: the advice on them, and the list of signs."""

from collections.abc import Iterable
from itertools import groupby

from backjournal.library.red_flags import RedFlag, Urgency, advice, flags_of, meant_by
from backjournal.model.marks import Mark, MarkKind


def advice_lines(marks: Iterable[Mark], *urgencies: Urgency) -> list[str]:
    """Return what to do about the symptoms among marks that have one of the urgencies, the most urgent first."""
    lines: list[str] = []
    for urgency, flags in groupby(flags_of(marks), key=lambda flag: flag.urgency):
        if urgency in urgencies:
            what_to_do = advice(urgency)
            lines += [f"{what_to_do.title}.", *(f"{flag.label}." for flag in flags)]
            lines += [what_to_do.text, f"Source: {what_to_do.source}.", ""]
    return lines


def hint_lines(marks: Iterable[Mark]) -> list[str]:
    """Return a question for each symptom in the person's own words that a red flag begins with."""
    words = [mark.word for mark in marks if mark.kind is MarkKind.SYMPTOM]
    return [_hint(word, meant_by(word)) for word in words if meant_by(word)]


def symptom_lines(flags: Iterable[RedFlag]) -> list[str]:
    """Return the red flags by urgency, each with its word and what it means."""
    lines: list[str] = []
    for urgency, of_urgency in groupby(flags, key=lambda flag: flag.urgency):
        lines += ["", f"{urgency.name.capitalize()}: {advice(urgency).title}"]
        lines += [f"  {flag.word}: {flag.label}" for flag in of_urgency]
    return lines[1:]


def _hint(word: str, meant: Iterable[RedFlag]) -> str:
    asked = " or ".join(f"'{flag.word}'" for flag in meant)
    return f"'{word}' is kept as your own word. Did you mean {asked}? 'backjournal symptoms' lists them."
