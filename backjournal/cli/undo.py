"""The commands undo and redo."""

import click

from backjournal.cli.session import Session
from backjournal.cli.signs import telling_of_signs
from backjournal.model.errors import JournalError


@click.command()
@click.pass_obj
def undo(session: Session) -> None:
    """Take the latest change back, also after a restart."""
    with session.changing() as store, telling_of_signs(store, "redo"):
        label = store.changes.undo()
        if label is None:
            raise JournalError("there is nothing to undo")
        click.echo(f"Undone: {label}")


@click.command()
@click.pass_obj
def redo(session: Session) -> None:
    """Make the latest undone change again."""
    with session.changing() as store, telling_of_signs(store, "undo"):
        label = store.changes.redo()
        if label is None:
            raise JournalError("there is nothing to redo")
        click.echo(f"Done again: {label}")
