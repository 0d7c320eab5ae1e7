"""The commands of the plan: what is prescribed, and how it changes."""

from dataclasses import replace
from datetime import date, timedelta

import click

from backjournal.cli.doses import changed_dose, dose_options, new_dose, typed_numbers
from backjournal.cli.exercises import complete_of_library, complete_of_plan, exercise_argument, find_name
from backjournal.cli.group import PlainGroup
from backjournal.cli.session import Session
from backjournal.days import parse_day
from backjournal.library import ASK_FIRST, LibraryExercise, library, search_library, starter_plan
from backjournal.model.doses import Sides
from backjournal.model.errors import InvalidValue, JournalError
from backjournal.model.exercises import Category, Exercise
from backjournal.model.prescriptions import Prescription
from backjournal.model.schedules import Schedule
from backjournal.model.text import clean_line
from backjournal.trends.plan import PlanEntry

_EMPTY = "the plan is empty: 'backjournal plan starter' takes a gentle one, 'backjournal plan add' adds an exercise"

_days_option = click.option("--days", metavar="SCHEDULE", help="The days: daily, mon-fri, or 'mon wed fri'.")
_planned_argument = exercise_argument(complete_of_plan)


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
    shown = _of_plan(entries, exercise) if exercise else entries
    if as_json:
        click.echo(plan_json(shown))
    elif exercise:
        click.echo("\n".join(planned_lines(shown, today)))
    else:
        click.echo("\n".join(plan_lines(shown, today)) if shown else f"{_EMPTY.capitalize()}.")


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


@plan.command()
@exercise_argument(complete_of_library)
@dose_options
@_days_option
@click.option("--from", "first_day", metavar="D", help="The first day; without it today.")
@click.option("--own", is_flag=True, help="Make an exercise of your own with the name EXERCISE.")
@click.option("--category", metavar="C", help=f"Of your own exercise: {', '.join(Category)}, or a beginning.")
@click.option("--sides", is_flag=True, help="Of your own exercise: each side counts.")
@click.option("--how-to", metavar="TEXT", help="Of your own exercise: how to do it.")
@click.option("--caution", metavar="TEXT", help="Of your own exercise: what to watch for.")
@click.pass_obj
def add(
    session: Session,
    /,
    exercise: tuple[str, ...],
    days: str | None,
    first_day: str | None,
    own: bool,
    category: str | None,
    sides: bool,
    how_to: str | None,
    caution: str | None,
    **typed: str | None,
) -> None:
    """Add an exercise of the library, or with --own one of your own.

    EXERCISE is its name or an unambiguous beginning, in any case. Dose and days are those of the library unless you
    give them. Any option of a dose replaces the whole dose: give all of it.
    """
    name, numbers = " ".join(exercise), typed_numbers(typed)
    if own:
        made = Exercise("", name, _category(category), sides, how_to or "", caution or "")
        entry = LibraryExercise(made, replace(new_dose(numbers), sides=_sides(made)), Schedule())
    elif sides or (category, how_to, caution) != (None, None, None):
        raise InvalidValue(
            "own", "--category, --sides, --how-to and --caution are for an exercise of your own: add --own"
        )
    else:
        entry = _of_library(name)
    dose = replace(new_dose(numbers), sides=entry.dose.sides) if numbers else entry.dose
    schedule = entry.schedule if days is None else Schedule.parse(days)
    with session.starting() as store:
        today = store.today()
        since = today if first_day is None else parse_day(first_day, today, "from")
        _refuse_second(store.plan.entries(today), entry.exercise.name)
        added = store.plan.own(entry.exercise) if own else entry.exercise
        prescribed = store.plan.prescribe(added, dose, schedule, since)
        _tell("Added", added, prescribed, today)


@plan.command()
@_planned_argument
@dose_options
@_days_option
@click.pass_obj
def change(session: Session, /, exercise: tuple[str, ...], days: str | None, **typed: str | None) -> None:
    """Change the dose or the days of an exercise: just what is given.

    A dose of another kind, such as minutes instead of repetitions, replaces the whole dose. An empty text ('') takes
    a number away. The change holds from today on, or from tomorrow if the exercise was practised today.
    """
    numbers = typed_numbers(typed)
    if not numbers and days is None:
        raise InvalidValue("dose", "there is nothing to change: give a number of the dose, such as --sets 2, or --days")
    with session.changing() as store:
        today = store.today()
        entry = _of_plan(store.plan.entries(today), exercise)[-1]
        known = entry.prescription
        dose = changed_dose(known.dose, numbers)
        schedule = known.schedule if days is None else Schedule.parse(days)
        if (dose, schedule) == (known.dose, known.schedule):
            raise JournalError(f"{entry.exercise.name} is prescribed like this already: nothing was changed")
        changed = store.plan.change(known, replace(known, dose=dose, schedule=schedule), today)
        kept = known.first_day <= today < changed.first_day
        _tell("Changed", entry.exercise, changed, today, ", as it was practised today" if kept else "")


@plan.command()
@_planned_argument
@click.pass_obj
def stop(session: Session, exercise: tuple[str, ...]) -> None:
    """Take an exercise out of the plan; its past stays.

    From today on, or from tomorrow if it was practised today.
    """
    with session.changing() as store:
        today = store.today()
        entry = _of_plan(store.plan.entries(today), exercise)[-1]
        store.plan.stop(entry.prescription, today)
        left = [each for each in store.plan.entries(today) if each.exercise.id == entry.exercise.id]
        when = "from tomorrow on, as it was practised today" if left else "from today on"
        click.echo(f"Stopped: {entry.exercise.name}, {when}. Its past stays.")


@plan.command()
@_planned_argument
@click.argument("direction", type=click.Choice(["up", "down"]))
@click.pass_obj
def move(session: Session, exercise: tuple[str, ...], direction: str) -> None:
    """Move an exercise one place up or down within its category."""
    with session.changing() as store:
        today = store.today()
        moved = _of_plan(store.plan.entries(today), exercise)[-1].exercise
        if not store.plan.move(moved, -1 if direction == "up" else 1, today):
            end = "first" if direction == "up" else "last"
            raise JournalError(f"{moved.name} is the {end} of {moved.category} already")
        of_category = [entry for entry in store.plan.entries(today) if entry.exercise.category is moved.category]
        names = dict.fromkeys(entry.exercise.name for entry in of_category)
        click.echo(f"Moved {direction}: {moved.category} is now {', '.join(names)}.")


@plan.command()
@click.pass_obj
def starter(session: Session) -> None:
    """Take the gentle starter plan, if the plan is empty."""
    with session.starting() as store:
        store.plan.take_starter(starter_plan(), store.today())
    names = ", ".join(entry.exercise.name for entry in starter_plan())
    click.echo(f"{ASK_FIRST}\nTaken: the starter plan, from today on: {names}.")


def _of_plan(entries: tuple[PlanEntry, ...], typed: tuple[str, ...]) -> tuple[PlanEntry, ...]:
    """Return the prescriptions, by day, of the exercise in the plan that was typed."""
    if not entries:
        raise JournalError(_EMPTY)
    names = {entry.exercise.id: entry.exercise.name for entry in entries}
    found = find_name(names, " ".join(typed), "exercise in the plan", "it has")
    of_exercise = [entry for entry in entries if entry.exercise.id == found]
    return tuple(sorted(of_exercise, key=lambda entry: entry.prescription.first_day))


def _of_library(typed: str) -> LibraryExercise:
    by_id = {entry.exercise.id: entry for entry in library()}
    names = {key: entry.exercise.name for key, entry in by_id.items()}
    return by_id[find_name(names, typed, "exercise of the library", "--own makes one of your own, it has")]


def _sides(exercise: Exercise) -> Sides:
    return Sides.EACH if exercise.sides else Sides.BOTH


def _category(typed: str | None) -> Category:
    """Return the category that an unambiguous beginning means."""
    words = clean_line(typed or "").casefold()
    found = [category for category in Category if words and category.startswith(words)]
    if len(found) != 1:
        raise InvalidValue("category", f"an exercise of your own needs a --category: {', '.join(Category)}")
    return found[0]


def _refuse_second(entries: tuple[PlanEntry, ...], name: str) -> None:
    going_on = (entry.exercise.name for entry in entries if entry.prescription.last_day is None)
    if name.casefold() in (known.casefold() for known in going_on):
        raise JournalError(f"{name} is in the plan already: 'backjournal plan change' changes its dose")


def _tell(what: str, exercise: Exercise, prescription: Prescription, today: date, why: str = "") -> None:
    from backjournal.exchange.plain import day_words
    from backjournal.exchange.plan_lines import amount_words

    first_day = prescription.first_day
    since = {today: "today", today + timedelta(days=1): "tomorrow"}.get(first_day, day_words(first_day))
    told = amount_words(prescription.dose, prescription.schedule)
    click.echo(f"{what}: {exercise.name}, {told}, from {since} on{why}.")
