"""The commands that export the plan to a file and import it from one."""

import sys

import click

from backjournal.cli.exercise_names import EMPTY_PLAN
from backjournal.cli.session import Session
from backjournal.cli.signs import remind_of_signs
from backjournal.days import journal_day
from backjournal.model.errors import JournalError
from backjournal.model.settings import Settings
from backjournal.plan.diff import KnownPlan, plan_diff


@click.command(name="export")
@click.argument("file", required=False)
@click.option("--force", is_flag=True, help="Replace the file if it exists.")
@click.pass_obj
def plan_export(session: Session, file: str | None, force: bool) -> None:
    """Write the plan as a file that a therapist can read and change by hand.

    Without FILE, or with -, to standard output. 'backjournal plan import' takes the file in.
    """
    from backjournal.exchange.export import write_apart
    from backjournal.exchange.plan_file import plan_file
    from backjournal.store.paths import typed_path

    with session.existing() as store:
        entries, facts = store.plan.entries(store.today()), store.plan.facts()
    if not entries:
        raise JournalError(EMPTY_PLAN)
    data = plan_file(facts, entries)
    if file is None or file == "-":
        click.echo(data, nl=False)
    else:
        path = typed_path(file)
        write_apart(session.journal, path, data, force=force, how_to_replace="add --force to replace it")
        session.outcome.saved = True
        click.echo(f"Written: {path}")


@click.command(name="import")
@click.argument("file")
@click.option("--yes", is_flag=True, help="Take it without a question.")
@click.pass_obj
def plan_import(session: Session, file: str, yes: bool) -> None:
    """Read in a plan that was written by hand or by 'plan export'.

    FILE is the whole plan from today on: what is not in it is stopped, and the past stays as it was. What it changes
    is shown before it is taken, whole or not at all. 'backjournal undo' takes it back.
    """
    from backjournal.exchange.plan_diff_lines import plan_diff_lines
    from backjournal.exchange.plan_file_reading import read_plan
    from backjournal.store.paths import typed_path
    from backjournal.store.plan_import import take_plan

    known = _known(session)
    written = read_plan(typed_path(file), known)
    changes = plan_diff(written, known)
    click.echo("\n".join(plan_diff_lines(changes, known.today)))
    if changes.nothing:
        return
    if not yes and not _confirmed():
        click.echo("Nothing was changed.")
        return
    with session.starting() as store:
        take_plan(store, written, changes, known.today)
        click.echo("Taken: the plan is now as in the file.")
        remind_of_signs(store)


def _known(session: Session) -> KnownPlan:
    """Return the journal's plan; without a journal an empty plan, and no journal is created."""
    from backjournal.store.plan_import import known_plan

    if not session.exists():
        return KnownPlan(journal_day(session.clock.now(), Settings().day_starts_at))
    with session.existing() as store:
        return known_plan(store, store.today())


def _confirmed() -> bool:
    if not _on_terminal():
        raise JournalError("nothing was changed: add --yes to take this plan")
    return click.confirm("Take it?")


def _on_terminal() -> bool:
    return sys.stdin.isatty()
