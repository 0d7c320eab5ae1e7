"""The commands of the plan; those that change it are in files of their own."""

import click

from backjournal.cli.exercise_names import EMPTY_PLAN, complete_of_plan, exercise_argument, find_planned
from backjournal.cli.group import PlainGroup
from backjournal.cli.plan.about import about
from backjournal.cli.plan.exercises import edit, gentle
from backjournal.cli.plan.files import plan_export, plan_import
from backjournal.cli.plan.prescribe import add, change, move, starter, stop
from backjournal.cli.plan.suggestions import suggestions
from backjournal.cli.session import Session
from backjournal.library.exercises import ASK_FIRST, search_library


@click.group(cls=PlainGroup, invoke_without_command=True)
@click.pass_context
def plan(ctx: click.Context) -> None:
    """Print the plan, or change it; the past stays as it was.

    Without a command, the plan is printed. 'backjournal undo' takes a change back.
    """
    if ctx.invoked_subcommand is None:
        ctx.invoke(show)


@plan.command()
@exercise_argument(complete_of_plan, required=False)
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with an object for each prescription.")
@click.pass_obj
def show(session: Session, exercise: tuple[str, ...] = (), *, as_json: bool = False) -> None:
    """Print the plan, or all about one exercise.

    The plan is what is prescribed today or later, with what came of it. EXERCISE is a name in it or an unambiguous
    beginning, in any case. Adherence is what was practised of what was prescribed, without excused days. The score is
    raised by practice, lowered a little by a miss and left alone by a pause (after the formula of Loop Habit Tracker).
    """
    from backjournal.exchange.as_json import plan_json
    from backjournal.exchange.plan_lines import exercise_lines, plan_lines
    from backjournal.journal.plan_figures import journal_figures

    with session.existing() as store:
        today = store.today()
        entries, facts = store.plan.entries(today), store.plan.facts()
        shown = find_planned(entries, exercise) if exercise else entries
        figures = journal_figures(store, today)
    if as_json:
        click.echo(plan_json(shown, figures.exercises))
    elif exercise:
        click.echo("\n".join(exercise_lines(shown, figures.exercises[shown[0].exercise.id], today)))
    else:
        lines = plan_lines(shown, facts, figures, today) if shown else [f"{EMPTY_PLAN.capitalize()}."]
        click.echo("\n".join(lines))


@plan.command(name="library")
@click.argument("words", nargs=-1)
@click.option("--full", is_flag=True, help="Print how to do each and what to watch for as well.")
def library_(words: tuple[str, ...], *, full: bool) -> None:
    """Print the exercises that ship, or search them.

    All WORDS are looked for in the name, the category and the how-to.
    """
    from backjournal.exchange.plan_text import library_lines

    lines = library_lines(search_library(" ".join(words)), full=full)
    click.echo("\n".join([*lines, "", ASK_FIRST] if lines else ["No exercise of the library has these words."]))


for command in (add, change, stop, move, starter, edit, gentle, about, suggestions, plan_export, plan_import):
    plan.add_command(command)
