"""The command that puts a backup in the place of the journal."""

import click

from backjournal.cli.asking import agreed
from backjournal.cli.session import Session


@click.command()
@click.argument("backup", required=False, metavar="FILE|DATE")
@click.option("--undo", is_flag=True, help="Bring back the journal that was there before the latest restore.")
@click.option("--yes", is_flag=True, help="Restore without a question.")
@click.pass_obj
def restore(session: Session, backup: str | None, *, undo: bool, yes: bool) -> None:
    """Put a backup in the place of the journal: of a day, of a minute or second such as '2026-11-21 09:30', or a FILE.

    A day means its newest backup. It is read whole first, and what differs is shown before you are asked. The journal
    as it is now is kept as a backup, and 'restore --undo' brings it back. An app that is open takes the restored
    journal up by itself. A journal that is damaged is moved aside, with what SQLite left beside it.
    """
    from backjournal.exchange.backup_lines import restored_lines, what_changes
    from backjournal.store import restoring
    from backjournal.store.backup_list import chosen

    if undo == (backup is not None):
        raise click.UsageError("name a backup by its day or file, or write --undo: 'backjournal backups' lists them")
    now = session.clock.now()
    if backup is None:
        source = restoring.kept_by_last_restore(session.journal, now)
    else:
        # The list has the dates of the clock: a backup of half past midnight is of today.
        source = chosen(session.journal, backup, now, now.date())
    restoring.verify(source, session.journal)
    click.echo("\n".join([f"Backup: {source}", *what_changes(session.journal, source)]))
    same = session.exists() and restoring.is_the_same(session.journal, source)
    if not same and not yes and not agreed("Restore it?"):
        return
    restored = restoring.restore(session.journal, source, now)
    session.outcome.saved = not restored.was_the_same
    click.echo(session.naming_journal("\n".join(restored_lines(restored, source))))
