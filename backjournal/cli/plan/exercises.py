"""The commands of the plan about the exercises themselves: edit and gentle."""

from typing import Any

import click

from backjournal.cli.exercise_names import complete_of_plan, exercise_argument, find_planned
from backjournal.cli.plan.doses import sides_option
from backjournal.cli.session import Session
from backjournal.model.doses import Sides
from backjournal.model.errors import InvalidValue, JournalError
from backjournal.model.exercises import Category
from backjournal.model.frozen import replace
from backjournal.model.spelling import begun
from backjournal.model.text import clean_line


def category_of(typed: str) -> Category:
    """Return the category that an unambiguous beginning means.

    Raises:
        InvalidValue: it is missing, or none or several begin like this.
    """
    words, found = clean_line(typed), begun(Category, typed, str)
    if not words:
        raise InvalidValue("category", f"an exercise of your own needs a --category: {', '.join(Category)}")
    if not found:
        raise InvalidValue("category", f"'{words}' is no category: write {', '.join(Category)}")
    if len(found) > 1:
        raise InvalidValue("category", f"'{words}' begins several, write more of it: {', '.join(found)}")
    return found[0]


@click.command()
@exercise_argument(complete_of_plan)
@click.option("--name", metavar="NAME", help="Its name.")
@click.option("--category", metavar="C", help=f"{', '.join(Category).capitalize()}, or a beginning.")
@sides_option("Whether each side counts; 'plan change --sides' says it of the dose.", choices=(Sides.EACH, Sides.BOTH))
@click.option("--how-to", metavar="TEXT", help="How to do it.")
@click.option("--caution", metavar="TEXT", help="What to watch for.")
@click.pass_obj
def edit(session: Session, /, exercise: tuple[str, ...], category: str | None, **typed: str | None) -> None:
    """Change an exercise of your own: just what is given.

    An empty text ('') takes the how-to or the caution away. Dose and days are changed by 'plan change'.
    """
    given: dict[str, Any] = {field: text for field, text in typed.items() if text is not None}
    if category is not None:
        given["category"] = category_of(category)
    if "sides" in given:
        given["sides"] = given["sides"] == Sides.EACH
    if not given:
        raise InvalidValue(
            "name", "there is nothing to change: give --name, --category, --sides, --how-to or --caution"
        )
    with session.changing() as store:
        known = find_planned(store.plan.entries(store.today()), exercise)[-1].exercise
        wanted = replace(known, **given)
        if wanted == known:
            raise JournalError(f"{known.name} is like this already: nothing was changed")
        store.plan.rewrite(wanted)
    click.echo(f"Changed: {wanted.name}, {wanted.category}.")


@click.command()
@exercise_argument(complete_of_plan, required=False)
@click.option("--off", is_flag=True, help="You do not keep to it any more.")
@click.pass_obj
def gentle(session: Session, exercise: tuple[str, ...], *, off: bool) -> None:
    """Note what you keep to in a flare-up, or list it.

    'skip --left --but-gentle' leaves them on the list, and excuses the others.
    """
    if not exercise:
        if off:
            raise InvalidValue("exercise", "say which exercise you do not keep to any more")
        with session.existing() as store:
            kept = [entry.exercise.name for entry in store.plan.entries(store.today()) if entry.exercise.gentle]
        names = ", ".join(dict.fromkeys(kept))
        click.echo(f"In a flare-up you keep to: {names}." if names else "You keep to no exercise in a flare-up.")
        return
    with session.changing() as store:
        chosen = find_planned(store.plan.entries(store.today()), exercise)[-1].exercise
        store.plan.keep_gentle(chosen, gentle=not off)
    click.echo(f"{chosen.name}: {'not kept' if off else 'kept'} in a flare-up.")
