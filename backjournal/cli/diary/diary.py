"""The command that prints the check-ins."""

from datetime import date

import click

from backjournal.cli.options import since_option, until_option
from backjournal.cli.session import Session, span_of_days


@click.command()
@since_option
@until_option
@click.option("--search", metavar="WORDS", default="", help="Only check-ins whose note and marks hold these words.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with the columns of 'export diary' as keys.")
@click.pass_obj
def diary(session: Session, since: str | None, until: str | None, search: str, as_json: bool) -> None:
    """Print the check-ins, the newest first."""
    from backjournal.exchange.as_json import diary_json
    from backjournal.exchange.diary_lines import diary_lines

    with session.existing() as store:
        today = store.today()
        first, last = span_of_days(since, until, today)
        check_ins = store.diary.check_ins(first or date.min, last or date.max, search=search)
        if as_json:
            click.echo(diary_json(check_ins))
        else:
            lines = diary_lines(check_ins, store.diary.flare_ups(), today)
            click.echo("\n".join(lines) or "No check-ins.")
