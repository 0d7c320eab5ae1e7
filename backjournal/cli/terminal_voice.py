"""Printing lines, asking questions and ringing the bell in the terminal."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from backjournal.cli.output import unprinted
from backjournal.cli.practice.guide import Voice
from backjournal.cli.session import Session

if TYPE_CHECKING:
    from backjournal.store.store import Store


def terminal_voice(session: Session, store: "Store") -> Voice:
    """Return the voice that guides through a practice or a timed measure in this terminal."""

    def wait(seconds: float) -> None:
        _need_listener()
        session.sleep(seconds)

    return Voice(session.clock, click.echo, bell(store), ask_line, wait)


def _need_listener() -> None:
    """Stop a practice that nobody can follow any more.

    Raises:
        EOFError: what is printed cannot be written.
    """
    if unprinted():
        raise EOFError


def in_terminal() -> bool:
    """Return whether the input is a terminal, so that somebody can be asked."""
    return sys.stdin.isatty()


def bell(store: "Store") -> Callable[[], object]:
    """Return the function that rings the bell; it does nothing if the sound is off or the output is no terminal."""
    heard = store.settings.get().sound and sys.stdout.isatty()

    def ring() -> None:
        if heard:
            click.echo("\a", nl=False)

    return ring


def ask_line(question: str) -> str:
    """Print a question and return the line that is typed.

    Raises:
        EOFError: the input has ended, or the question cannot be written.
    """
    click.echo(question)
    _need_listener()
    typed = sys.stdin.readline()
    if not typed:
        raise EOFError
    return typed
