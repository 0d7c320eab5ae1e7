"""Signs on the command line: they are told of beside whatever is recorded, and ask before a practice."""

import contextlib
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import click

from backjournal.model.errors import JournalError

if TYPE_CHECKING:
    from backjournal.cli.practice.guide import Voice
    from backjournal.store.store import Store


def answer_signs(store: "Store", what: str, day: date, *typed: str) -> None:
    """Write the signs in what was typed about a practice or a result into the diary, and print what to do about them.

    `what` is the name of the exercise or of the measure.
    """
    from backjournal.exchange.symptom_lines import advice_lines
    from backjournal.journal.signs import note_signs_of
    from backjournal.library.red_flags import Urgency

    flags = note_signs_of(store, what, day, *typed)
    if flags:
        lines = advice_lines(flags, store.settings.get().about_you, *Urgency)
        click.echo("\n".join([*lines, "It stands in the diary as a check-in of its own."]))


def remind_of_signs(store: "Store") -> None:
    """Print a line while a sign stands: what is done anyway is written down, and not without a word."""
    from backjournal.journal.signs import journal_signs
    from backjournal.plan.signs import reminder

    if said := reminder(journal_signs(store, store.today())):
        click.echo(f"{said} 'backjournal today' says what to do.")


@contextlib.contextmanager
def telling_ended_signs(store: "Store", undone_by: str) -> Iterator[None]:
    """Print which signs stand no more after the body of the `with`, and the command that takes it back."""
    from backjournal.journal.signs import ended_text, journal_signs

    before = journal_signs(store, store.today())
    yield
    if said := ended_text(store, before, store.today()):
        click.echo(f"{said} 'backjournal {undone_by}' takes it back.")


@contextlib.contextmanager
def telling_of_signs(store: "Store", undone_by: str) -> Iterator[None]:
    """Print which signs stand no more after the body of the `with`, as `telling_ended_signs`, and which stand again."""
    from backjournal.journal.signs import journal_signs, returned_text

    before = journal_signs(store, store.today())
    with telling_ended_signs(store, undone_by):
        yield
    if said := returned_text(store, before, store.today()):
        click.echo(f"{said} 'backjournal today' says what to do.")


def goes_on_despite_signs(store: "Store", voice: "Voice") -> bool:
    """Print the advice on the signs that stand and ask whether to practise all the same; True if there are none.

    Raises:
        JournalError: a sign stands and nobody is there to be asked.
    """
    from backjournal.exchange.symptom_lines import standing_lines
    from backjournal.journal.signs import journal_signs

    lines = standing_lines(journal_signs(store, store.today()), store.settings.get().about_you)
    if not lines:
        return True
    for line in lines:
        voice.say(line)
    try:
        answer = voice.ask("Practise all the same? Write yes; anything else leaves it.")
    except EOFError:
        raise JournalError("a symptom stands that a doctor should look at: nothing was practised") from None
    goes_on = answer.strip().casefold() in ("y", "yes")
    if not goes_on:
        voice.say("Nothing was practised.")
    return goes_on
