"""Asking before a command does what cannot be missed: on a terminal and through a pipe alike."""

import sys

import click

from backjournal.model.errors import JournalError


def agreed(question: str) -> bool:
    """Ask, and return whether the answer is yes; if it is not, say that nothing was changed.

    Raises:
        JournalError: nobody answered.
    """
    try:
        answer = click.prompt(f"{question} Write yes; anything else leaves it", default="no", show_default=False)
    except click.Abort:
        click.echo()  # the question has no end of its line yet
        raise JournalError("nobody answered, so nothing was changed: --yes does not ask") from None
    if not sys.stdin.isatty():
        click.echo()  # nor does what came through a pipe end it
    if answer.strip().casefold() in ("y", "yes"):
        return True
    click.echo("Nothing was changed.")
    return False
