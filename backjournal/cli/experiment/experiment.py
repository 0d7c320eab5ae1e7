"""The commands of experiments; `start` is in a file of its own."""

from typing import TYPE_CHECKING

import click

from backjournal.cli.group import LazyCommands, PlainGroup
from backjournal.cli.options import day_option
from backjournal.cli.session import Session, day_that_came

if TYPE_CHECKING:
    from backjournal.store.store import Store

_NONE = "There is no experiment yet: 'backjournal experiment start heat' starts one, and its --help says how."

_COMMANDS = {
    "list": "backjournal.cli.experiment.experiment:list_all",
    "stop": "backjournal.cli.experiment.experiment:stop",
    "missed": "backjournal.cli.experiment.experiment:missed",
    "kept": "backjournal.cli.experiment.experiment:kept",
    "start": "backjournal.cli.experiment.start:start",
}
"""Where each command is, in the order of the help."""


@click.group(cls=PlainGroup, commands=LazyCommands(_COMMANDS), invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with the draw up to today.")
@click.pass_context
def experiment(ctx: click.Context, *, as_json: bool) -> None:
    """Print the experiment that is running, or the result of the latest; or start one.

    An experiment tries one thing, such as heat or a walk at noon: chance draws days or weeks with it and without it,
    and in the end the difference is told, with what it can and cannot say.
    """
    if ctx.invoked_subcommand is None:
        _print(ctx.obj, as_json=as_json, only_latest=True)
    elif as_json:
        raise click.UsageError("--json stands alone, or after 'list'", ctx)


@click.command(name="list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with an object for each experiment.")
@click.pass_obj
def list_all(session: Session, *, as_json: bool) -> None:
    """Print all experiments with their results, the newest first."""
    _print(session, as_json=as_json, only_latest=False)


@click.command()
@click.pass_obj
def stop(session: Session) -> None:
    """Stop the experiment that is running, and print what there is so far."""
    with session.changing() as store:
        store.experiments.stop(store.today())
        click.echo("\n".join(_lines(store)[0]))


@click.command()
@day_option
@click.pass_obj
def missed(session: Session, day: str | None) -> None:
    """Write down that you did not keep to the draw on a day.

    The day is counted as it was drawn all the same: days that are left out could make a difference of their own.
    """
    _mark(session, day, kept=False)


@click.command()
@day_option
@click.pass_obj
def kept(session: Session, day: str | None) -> None:
    """Take back that you did not keep to the draw on a day."""
    _mark(session, day, kept=True)


def _mark(session: Session, day: str | None, *, kept: bool) -> None:
    from backjournal.views.experiment_text import reminder

    with session.changing() as store:
        today = store.today()
        shown = day_that_came(day, today, "mark")
        click.echo(f"{reminder(store.experiments.mark(shown, today, kept=kept), shown, today)}.")


def _print(session: Session, *, as_json: bool, only_latest: bool) -> None:
    from backjournal.exchange.experiments_json import experiments_json, latest_json
    from backjournal.journal.experiments import tried_out

    with session.existing() as store:
        if as_json:
            tried, today = tried_out(store, store.today()), store.today()
            click.echo(latest_json(tried, today) if only_latest else experiments_json(tried, today))
            return
        blocks = _lines(store)
    click.echo("\n\n".join("\n".join(block) for block in blocks[: 1 if only_latest else None]) or _NONE)


def _lines(store: "Store") -> list[list[str]]:
    """Return the lines about each experiment, the newest first."""
    from backjournal.journal.experiments import tried_out
    from backjournal.journal.signs import journal_signs
    from backjournal.views.experiment_text import state_lines

    today = store.today()
    paused = bool(journal_signs(store, today))
    return [state_lines(each, today, paused=paused) for each in reversed(tried_out(store, today))]
