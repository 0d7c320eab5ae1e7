"""The command that looks for damage in the journal's file."""

import click

from backjournal.cli.session import Session


@click.command()
@click.pass_obj
def check(session: Session) -> None:
    """Read the whole journal and say whether the file is sound.

    The app does so too, less thoroughly, a moment after its start and with each backup. A damaged journal still opens
    as long as the damage is not met; no backup is made of it, and the earlier ones stay.
    """
    with session.existing() as store:
        store.check(thoroughly=True)
        found = ", ".join(f"{table.replace('_', '-')} {count:,}" for table, count in store.counts().items())
    click.echo(f"Sound: {found}")
