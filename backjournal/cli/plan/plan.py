"""The commands of the plan; those that change it are in files of their own."""

import click

from backjournal.cli.exercise_names import EMPTY_PLAN, complete_of_plan, exercise_argument, find_planned
from backjournal.cli.group import LazyCommands, PlainGroup
from backjournal.cli.session import Session
from backjournal.library.exercises import ASK_FIRST, search_library

_COMMANDS = {
    "show": "backjournal.cli.plan.plan:show",
    "library": "backjournal.cli.plan.plan:library",
    "add": "backjournal.cli.plan.prescribe:add",
    "change": "backjournal.cli.plan.prescribe:change",
    "stop": "backjournal.cli.plan.prescribe:stop",
    "move": "backjournal.cli.plan.prescribe:move",
    "starter": "backjournal.cli.plan.prescribe:starter",
    "edit": "backjournal.cli.plan.exercises:edit",
    "gentle": "backjournal.cli.plan.exercises:gentle",
    "about": "backjournal.cli.plan.about:about",
    "suggestions": "backjournal.cli.plan.suggestions:suggestions",
    "export": "backjournal.cli.plan.files:plan_export",
    "import": "backjournal.cli.plan.files:plan_import",
}
"""Where each command is, in the order of the help."""


@click.group(cls=PlainGroup, commands=LazyCommands(_COMMANDS), invoke_without_command=True)
@click.pass_context
def plan(ctx: click.Context) -> None:
    """Print the plan, or change it; the past stays as it was.

    Without a command, the plan is printed. 'backjournal undo' takes a change back.
    """
    if ctx.invoked_subcommand is None:
        ctx.invoke(show)


@click.command()
@exercise_argument(complete_of_plan, required=False)
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with an object for each prescription.")
@click.pass_obj
def show(session: Session, exercise: tuple[str, ...] = (), *, as_json: bool = False) -> None:
    """Print the plan, or all about one exercise.

    The plan is what is prescribed today or later, with how it went. EXERCISE is a name in it or an unambiguous
    beginning, in any case. Adherence is what was practised of what was prescribed, without excused days. The score is
    raised by practice, lowered a little by a miss and left alone by a pause (after the formula of Loop Habit Tracker).
    """
    from backjournal.exchange.plan_lines import exercise_lines, plan_lines
    from backjournal.journal.plan_figures import journal_figures

    with session.existing() as store:
        today = store.today()
        entries, facts = store.plan.entries(today), store.plan.facts()
        shown = find_planned(entries, exercise) if exercise else entries
        figures = journal_figures(store, today)
    if as_json:
        from backjournal.exchange.as_json import plan_json

        click.echo(plan_json(shown, figures.exercises))
    elif exercise:
        click.echo("\n".join(exercise_lines(shown, figures.exercises[shown[0].exercise.id], today)))
    else:
        lines = plan_lines(shown, facts, figures, today) if shown else [f"{EMPTY_PLAN.capitalize()}."]
        click.echo("\n".join(lines))


@click.command()
@click.argument("words", nargs=-1)
@click.option("--full", is_flag=True, help="Print how to do each and what to watch for as well.")
@click.option("--drawn", is_flag=True, help="Print a drawing of each as well, its start beside its end.")
def library(words: tuple[str, ...], *, full: bool, drawn: bool) -> None:
    """Print the exercises of the library, or search them.

    All WORDS are looked for in the name, the category and the how-to.
    """
    from backjournal.exchange.plan_text import library_lines

    lines = library_lines(search_library(" ".join(words)), full=full, drawn=drawn)
    click.echo("\n".join([*lines, "", ASK_FIRST] if lines else ["No exercise of the library has these words."]))
