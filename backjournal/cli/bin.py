"""The commands of the bin: what was deleted is listed, put back, or removed for good."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from backjournal.cli.asking import agreed
from backjournal.cli.session import Session
from backjournal.cli.signs import telling_of_signs
from backjournal.model.errors import InvalidValue

if TYPE_CHECKING:
    from backjournal.store.bin import Deleted


@click.group("bin", invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def bin_(ctx: click.Context, as_json: bool) -> None:
    """List what was deleted, the latest first; with 'restore' put it back, with 'empty' remove it for good.

    What an undo took back is there too.
    """
    if ctx.invoked_subcommand is None:
        _list(ctx.obj, as_json)


def _list(session: Session, as_json: bool) -> None:
    from backjournal.exchange.bin_lines import bin_figures, bin_lines

    with session.existing() as store:
        entries, zone = store.bin.entries(), store.clock.now().tzinfo
    if as_json:
        from backjournal.exchange.as_json import data_json

        click.echo(data_json(bin_figures(entries, zone)))
    else:
        click.echo("\n".join(bin_lines(entries, zone)) or "The bin is empty.")


@bin_.command()
@click.argument("entry_id", metavar="ID")
@click.pass_obj
def restore(session: Session, entry_id: str) -> None:
    """Put back what was deleted, as it was; 'backjournal undo' deletes it again.

    ID is what 'backjournal bin' shows, or an unambiguous beginning of it.
    """
    from backjournal.exchange.bin_lines import entry_text, restore_label

    with session.changing() as store:
        entry = _find(store.bin.entries(), entry_id)
        with telling_of_signs(store, "undo"):
            restored = store.bin.restore(entry, restore_label(entry), store.today())
            click.echo(f"Put back: {entry_text(restored)}")


@bin_.command()
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def empty(session: Session, yes: bool) -> None:
    """Remove what was deleted from the file for good, also from its history.

    Neither undo nor redo brings it back. Backups that were made before still have it.
    """
    from backjournal.exchange.bin_lines import emptied_words, entries_words

    with session.changing() as store:
        entries = store.bin.entries()
        if not entries:
            click.echo("The bin is empty.")
            return
        if not yes and not agreed(f"Remove {entries_words(len(entries))} for good? No undo brings that back."):
            return
        removed = store.bin.empty()
        session.outcome.saved = True
        click.echo(emptied_words(removed, len(store.bin.entries())))


def _find(entries: Sequence["Deleted"], typed: str) -> "Deleted":
    """Return the entry whose short id equals the typed text, or whose id is the only one to begin with it.

    Raises:
        InvalidValue: no id begins like this, or several do.
    """
    from backjournal.exchange.bin_lines import bin_id

    begin = [entry for entry in entries if entry.id.startswith(typed) or bin_id(entry).startswith(typed)]
    found = [entry for entry in begin if typed in (entry.id, bin_id(entry))] or begin
    if not typed or not found:
        raise InvalidValue(
            "id", f"nothing in the bin has an id that begins with '{typed}': 'backjournal bin' shows them"
        )
    if len(found) > 1:
        some = ", ".join(bin_id(entry) for entry in found[:3])
        raise InvalidValue("id", f"'{typed}' begins the ids of {len(found)} entries, such as {some}: type more of it")
    return found[0]
