"""The commands of outcome measures; those that write are in files of their own."""

from datetime import date

import click

from backjournal.cli.group import LazyCommands, PlainGroup
from backjournal.cli.measures.names import NONE_CHOSEN, any_argument, find_any, find_known
from backjournal.cli.options import since_option, until_option
from backjournal.cli.session import Session, span_of_days
from backjournal.library.measures import measure_library
from backjournal.model.numbers import count

_COMMANDS = {
    "library": "backjournal.cli.measures.measures:library",
    "show": "backjournal.cli.measures.measures:show",
    "results": "backjournal.cli.measures.measures:results",
    "choose": "backjournal.cli.measures.choose:choose",
    "own": "backjournal.cli.measures.choose:own",
    "stop": "backjournal.cli.measures.choose:stop",
    "record": "backjournal.cli.measures.results:record",
    "time": "backjournal.cli.measures.time:time",
    "edit": "backjournal.cli.measures.results:edit",
    "delete": "backjournal.cli.measures.results:delete",
}
"""Where each command is, in the order of the help."""


@click.group(cls=PlainGroup, commands=LazyCommands(_COMMANDS), invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with an object for each measure.")
@click.pass_context
def measures(ctx: click.Context, *, as_json: bool) -> None:
    """Print the outcome measures that you have chosen, or take one down.

    Without a command, each is printed with its latest result, when it is due, and how it has changed since the start.
    NAME is a name or an unambiguous beginning of it, in any case.
    """
    if ctx.invoked_subcommand is None:
        _print_chosen(ctx.obj, as_json=as_json)
    elif as_json:
        raise click.UsageError("--json stands alone, or after 'results NAME'", ctx)


@click.command()
@click.pass_obj
def library(session: Session) -> None:
    """Print the measures of the library: range, which way is better, what change is meaningful, and the source."""
    from backjournal.exchange.measure_lines import library_lines

    chosen: set[str] = set()
    if session.exists():
        with session.existing() as store:
            chosen = {measure.id for measure in store.measures.chosen()}
    click.echo("\n".join(library_lines(measure_library(), chosen)))


@click.command()
@any_argument()
@click.pass_obj
def show(session: Session, name: tuple[str, ...]) -> None:
    """Print all about a measure: how to take it, what to watch for, its source."""
    from backjournal.exchange.measure_lines import about_lines

    click.echo("\n".join(about_lines(find_any(session, name))))


@click.command()
@any_argument()
@since_option
@until_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with the columns of 'export measures' as keys.")
@click.pass_obj
def results(session: Session, name: tuple[str, ...], since: str | None, until: str | None, *, as_json: bool) -> None:
    """Print the results of a measure with their ids, the newest first.

    Also of one that was stopped.
    """
    from backjournal.exchange.measure_lines import result_line
    from backjournal.exchange.measures_json import results_json

    with session.existing() as store:
        measure = find_known(store, name)
        first, last = span_of_days(since, until, store.today())
        found = store.measures.results(first or date.min, last or date.max)
    newest_first = [result for result in reversed(found) if result.measure_id == measure.id]
    if as_json:
        click.echo(results_json(measure, newest_first))
    else:
        lines = [f"{measure.name}: {count(len(newest_first), 'result')}."]
        click.echo("\n".join([*lines, *(result_line(measure, result) for result in newest_first)]))


def _print_chosen(session: Session, *, as_json: bool) -> None:
    from backjournal.exchange.measure_lines import measure_lines
    from backjournal.exchange.measures_json import measures_json
    from backjournal.journal.record import journal_record

    with session.existing() as store:
        found = journal_record(store, today := store.today(), since=today)
    if as_json:
        click.echo(measures_json(found))
    else:
        click.echo("\n".join(measure_lines(found)) or f"{NONE_CHOSEN.capitalize()}.")
