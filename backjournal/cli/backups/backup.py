"""The commands that make a backup and list them."""

import contextlib

import click

from backjournal.cli.session import Session
from backjournal.model.errors import JournalError
from backjournal.model.settings import DEFAULT_BACKUP_LIMIT_MB


@click.command()
@click.argument("file", required=False)
@click.option("--force", is_flag=True, help="Replace FILE if it exists.")
@click.pass_obj
def backup(session: Session, file: str | None, *, force: bool) -> None:
    """Make a backup now, in the folder of backups, or as FILE in another place.

    A backup is a complete journal, readable by you only, and is read back before it is kept. The app makes one at its
    start and every half hour, a command after a change, both only if something has changed. All of today and yesterday
    stay, then the newest of 12 days, of 10 weeks before those, and of 9 months before those, while there is room:
    'backjournal settings backup-limit'.
    """
    from backjournal.exchange.made_backup_lines import made_lines, size_text
    from backjournal.store.paths import typed_path

    with session.existing() as store:
        if file is not None:
            path = typed_path(file)
            store.copy_to(path, force=force)
            session.outcome.saved = True
            click.echo(f"Written: {path}, {size_text(path.stat().st_size)}")
            return
        made, limit = store.back_up(), store.settings.get().backup_limit_mb
    if made is None:
        told = "Nothing has changed since the newest backup: 'backjournal backups' lists them."
        click.echo(session.naming_journal(told))
        return
    session.outcome.saved = True
    click.echo(f"Made: {made.path}, {size_text(made.path.stat().st_size)}")
    for line in made_lines(made, limit):
        click.echo(f"backjournal: {line}", err=True)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_obj
def backups(session: Session, *, as_json: bool) -> None:
    """List the backups, the newest first: when each was made, how large it is, and how much it holds.

    Each is read whole, and one that is not as it was written is called damaged. It works without a journal too.
    """
    from backjournal.exchange.backup_lines import list_json, list_lines
    from backjournal.store.backup_list import listed
    from backjournal.store.backups import backups_folder

    session.exists()  # refuses what can be no journal
    found = listed(session.journal, session.clock.now())
    if as_json:
        click.echo(list_json(found))
        return
    lines = list_lines(found, backups_folder(session.journal), _limit(session))
    click.echo(session.naming_journal("\n".join(lines)))


def _limit(session: Session) -> int:
    """Return how many megabytes the backups may take; the usual number where no journal can be read that says it."""
    with contextlib.suppress(JournalError), session.existing() as store:
        return store.settings.get().backup_limit_mb
    return DEFAULT_BACKUP_LIMIT_MB
