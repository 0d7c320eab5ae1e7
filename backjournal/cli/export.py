"""The command that exports the journal as CSV."""

import click

from backjournal.cli.options import since_option, until_option
from backjournal.cli.session import Session, span_of_days


@click.command()
@click.argument("what", type=click.Choice(["diary", "checklist", "measures", "experiments"]))
@click.option("-o", "--output", metavar="FILE", help="Where to write it; without it, or with -, to standard output.")
@since_option
@until_option
@click.option("--force", is_flag=True, help="Replace the file if it exists.")
@click.pass_obj
def export(session: Session, what: str, output: str | None, since: str | None, until: str | None, force: bool) -> None:
    """Write the diary, the checklists, the results of outcome measures or the days of experiments as CSV.

    The oldest come first.
    The checklists hold each prescribed exercise of each day: done, partial, skipped or missed. Of today's, only
    those that were practised or skipped: the day is not over. The results are all, also those of measures that were
    stopped. The days of experiments have their draw and the value that they are judged by, up to today.
    """
    from backjournal.exchange.export import export_csv, write_export
    from backjournal.store.paths import typed_path

    with session.existing() as store:
        span = span_of_days(since, until, store.today())
        if output is None or output == "-":
            # In one piece: whoever reads it slowly, such as a pager, must not keep the journal locked.
            click.echo(b"".join(export_csv(store, what, *span)), nl=False)
        else:
            how, path = "add --force to replace it", typed_path(output)
            write_export(store, what, path, *span, force=force, how_to_replace=how)
            session.outcome.saved = True
            click.echo(f"Written: {path}")
