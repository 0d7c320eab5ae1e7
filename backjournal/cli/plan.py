"""The commands of the plan: those that print it are here, those that change it in files of their own."""

import click

from backjournal.cli.exercises import EMPTY_PLAN, complete_of_plan, find_planned
from backjournal.cli.group import PlainGroup
from backjournal.cli.own_exercises import edit, gentle
from backjournal.cli.plan_about import about
from backjournal.cli.prescribing import add, change, move, starter, stop
from backjournal.cli.session import Session
from backjournal.library import ASK_FIRST, search_library


@click.group(cls=PlainGroup, invoke_without_command=True)
@click.pass_context
def plan(ctx: click.Context) -> None:
    """Print the plan, or change it; the past stays as it was.

    Without a command, the plan is printed. 'backjournal undo' takes a change back.
    """
    if ctx.invoked_subcommand is None:
        ctx.invoke(show)


@plan.command()
@click.argument("exercise", nargs=-1, shell_complete=complete_of_plan)
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with an object for each prescription.")
@click.pass_obj
def show(session: Session, exercise: tuple[str, ...] = (), *, as_json: bool = False) -> None:
    """Print the plan, or all about one exercise.

    The plan is what is prescribed today or later. EXERCISE is a name in it or an unambiguous beginning, in any case.
    """
    from backjournal.exchange.as_json import plan_json
    from backjournal.exchange.plan_lines import plan_lines, planned_lines

    with session.existing() as store:
        today = store.today()
        entries = store.plan.entries(today)
    shown = find_planned(entries, exercise) if exercise else entries
    if as_json:
        click.echo(plan_json(shown))
    elif exercise:
        click.echo("\n".join(planned_lines(shown, today)))
    else:
        click.echo("\n".join(plan_lines(shown, today)) if shown else f"{EMPTY_PLAN.capitalize()}.")


@plan.command(name="library")
@click.argument("words", nargs=-1)
@click.option("--full", is_flag=True, help="Print how to do each and what to watch for as well.")
def library_(words: tuple[str, ...], *, full: bool) -> None:
    """Print the exercises that ship, or search them.

    All WORDS are looked for in the name, the category and the how-to.
    """
    from backjournal.exchange.plan_lines import library_lines

    lines = library_lines(search_library(" ".join(words)), full=full)
    click.echo("\n".join([*lines, "", ASK_FIRST] if lines else ["No exercise of the library has these words."]))


for command in (add, change, stop, move, starter, edit, gentle, about):
    plan.add_command(command)
