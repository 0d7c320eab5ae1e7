"""Symptoms in plain lines that a screen reader can read: the advice on them, and the list of signs."""

from collections.abc import Iterable
from itertools import groupby

from backjournal.library.own_words import may_mean
from backjournal.library.red_flags import RedFlag, Urgency, advice, context_facts, flags_of, tell_them
from backjournal.model.about_you import AboutYou
from backjournal.model.dates import long_day
from backjournal.model.marks import Mark, MarkKind
from backjournal.plan.signs import StandingSign

HOW_TO_ANSWER = (
    "A doctor has looked at it? 'backjournal symptoms --seen' says so."
    " It is gone? 'backjournal symptoms --gone' says so. With a SYMPTOM, they are about that one alone."
)
"""How the person says what became of a standing sign."""


def advice_lines(flags: Iterable[RedFlag], about: AboutYou, *urgencies: Urgency) -> list[str]:
    """Return what to do about the red flags that have one of the urgencies; they are sorted, the most urgent first."""
    lines: list[str] = []
    for urgency, of_urgency in groupby(flags, key=lambda flag: flag.urgency):
        if urgency in urgencies:
            what_to_do = advice(urgency, about.emergency_number)
            lines += [f"{what_to_do.title}.", *(f"{flag.label}." for flag in of_urgency)]
            also = tell_them(about) if urgency >= Urgency.URGENT else ""
            lines += [what_to_do.text, *filter(None, [also]), f"Source: {what_to_do.source}.", ""]
    return lines


def hint_lines(marks: Iterable[Mark], known: Iterable[RedFlag]) -> list[str]:
    """Return for each symptom in the person's own words the red flags that it may mean, with what to do about them.

    Those that are `known` already are left out.
    """
    lines: list[str] = []
    for mark in marks:
        if mark.kind is MarkKind.SYMPTOM and not flags_of([mark]):
            may, said = may_mean(mark.word), tuple(known)
            meant = [flag for flag in may if flag not in said]
            # What was understood already needs no pointer to the list.
            lines += _hint(mark.word, meant) if meant or not may else []
    return lines


def standing_lines(signs: Iterable[StandingSign], about: AboutYou) -> list[str]:
    """Return the signs that stand, with what to do and how to answer; empty if there are none."""
    found = tuple(signs)
    if not found:
        return []
    noted = [f"Noted on {long_day(sign.noted)}: {sign.flag.word}." for sign in found]
    flags = [sign.flag for sign in found]
    return [*advice_lines(flags, about, *Urgency)[:-1], *noted, HOW_TO_ANSWER, ""]


def symptom_lines(flags: Iterable[RedFlag]) -> list[str]:
    """Return the red flags by urgency, each with its word and what it means, and what a doctor should know once."""
    lines: list[str] = []
    for urgency, of_urgency in groupby(flags, key=lambda flag: flag.urgency):
        lines += ["", f"{urgency.name.capitalize()}: {advice(urgency).title}"]
        lines += [f"  {flag.word}: {flag.label}" for flag in of_urgency]
    lines += ["", "Tell a doctor once, and the journal too: 'backjournal settings context' with some of these words"]
    lines += [f"  {fact.word}: {fact.label}" for fact in context_facts()]
    return lines[1:]


def _hint(word: str, meant: list[RedFlag]) -> list[str]:
    kept = f"'{word}' is kept as your own word."
    if not meant:
        return [f"{kept} 'backjournal symptoms' lists the symptoms to watch for."]
    lines = [f"{kept} It may mean one of these; write down what is new or worse, such as --symptom '{meant[0].word}'."]
    for urgency, of_urgency in groupby(meant, key=lambda flag: flag.urgency):
        lines.append(f"{advice(urgency).title}, if it is:")
        lines += [f"  {flag.word}: {flag.label}" for flag in of_urgency]
    return lines
