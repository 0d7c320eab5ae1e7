"""Suggestions of another dose in plain lines, each with its reason and its source."""

from collections.abc import Iterable

from backjournal.exchange.plan_text import dose_words
from backjournal.model.numbers import count
from backjournal.plan.progress import Kind, Suggestion


def suggestion_lines(suggestions: Iterable[Suggestion]) -> list[str]:
    """Return a line for each suggestion; its doses are numbered, for `plan suggestions --take`."""
    return [_line(suggestion) for suggestion in suggestions]


def number_line(number: int) -> str:
    """Return a line with the number of suggestions and the command that prints them."""
    it = "it" if number == 1 else "them"
    return f"{count(number, 'suggestion')}: 'backjournal plan suggestions' prints {it}."


def _line(suggestion: Suggestion) -> str:
    name = suggestion.exercise.name
    doses = "; or ".join(f"{number}: {dose_words(dose)}" for number, dose in enumerate(suggestion.doses, 1))
    parts = [
        f"{name}: {suggestion.question} Now {dose_words(suggestion.prescription.dose)}.",
        f"{doses}." if doses else "",
        f"Why: {suggestion.why}.",
        f"Source: {suggestion.source}.",
        f"'backjournal plan stop {name.casefold()}' pauses it." if suggestion.kind is Kind.SKIPPED else "",
    ]
    return " ".join(filter(None, parts))
