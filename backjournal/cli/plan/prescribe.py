"""The commands of the plan that prescribe: add, change, stop, move, starter."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import click

from backjournal.cli.exercise_names import (
    complete_of_addable,
    complete_of_plan,
    exercise_argument,
    find_addable,
    find_planned,
)
from backjournal.cli.plan.doses import (
    changed_dose,
    days_option,
    dose_options,
    new_dose,
    note_option,
    typed_numbers,
    until_option,
)
from backjournal.cli.plan.exercises import category_of
from backjournal.cli.session import Session
from backjournal.cli.signs import remind_of_signs
from backjournal.days import parse_day
from backjournal.library.exercises import ASK_FIRST, LibraryExercise, starter_plan
from backjournal.model.dates import check_span
from backjournal.model.doses import Dose, Sides
from backjournal.model.errors import InvalidValue, JournalError
from backjournal.model.exercises import Category, Exercise
from backjournal.model.frozen import replace
from backjournal.model.prescriptions import Prescription
from backjournal.model.schedules import Schedule
from backjournal.model.spelling import is_same_name

if TYPE_CHECKING:
    from backjournal.plan.entries import PlanEntry

_planned_argument = exercise_argument(complete_of_plan)


@click.command()
@exercise_argument(complete_of_addable)
@dose_options
@days_option
@click.option("--from", "first_day", metavar="D", help="The first day, tomorrow or a coming weekday; without it today.")
@until_option
@note_option
@click.option("--own", is_flag=True, help="Make an exercise of your own with the name EXERCISE.")
@click.option("--category", metavar="C", help=f"Of your own exercise: {', '.join(Category)}, or a beginning.")
@click.option("--how-to", metavar="TEXT", help="Of your own exercise: how to do it.")
@click.option("--caution", metavar="TEXT", help="Of your own exercise: what to watch for.")
@click.pass_obj
def add(
    session: Session,
    /,
    exercise: tuple[str, ...],
    days: str | None,
    first_day: str | None,
    last_day: str | None,
    note: str | None,
    own: bool,
    category: str | None,
    sides: str | None,
    how_to: str | None,
    caution: str | None,
    **typed: str | None,
) -> None:
    """Add an exercise of the library or of your own.

    EXERCISE is its name or an unambiguous beginning, in any case; --own makes one of that name. Dose and days are
    those of the library, or those that your own had last, unless you give them. Any number of a dose replaces the
    whole dose: give all of it. One that is in the plan up to a last day can be added for days after it: its next phase.
    """
    name, numbers = " ".join(exercise), typed_numbers(typed)
    if own:
        each = Sides(sides or Sides.BOTH)
        made = Exercise("", name, category_of(category or ""), each is not Sides.BOTH, how_to or "", caution or "")
        entry = LibraryExercise(made, new_dose(numbers, each), Schedule())
    elif (category, how_to, caution) != (None, None, None):
        raise InvalidValue("own", "--category, --how-to and --caution are for an exercise of your own: add --own")
    else:
        entry = find_addable(session, name)
    on_sides = Sides(sides or entry.dose.sides)
    dose = new_dose(numbers, on_sides) if numbers else replace(entry.dose, sides=on_sides)
    schedule = entry.schedule if days is None else Schedule.parse(days)
    with session.starting() as store:
        today = store.today()
        first, last = _span(first_day, last_day, today)
        _refuse_second(store.plan.entries(today), entry.exercise.name, first or today, last)
        added = store.plan.own(entry.exercise) if own else entry.exercise
        prescribed = store.plan.prescribe(added, dose, schedule, first or today, last, note or "")
        tell_prescribed("Added", added, prescribed, today)
        remind_of_signs(store)


@click.command()
@_planned_argument
@dose_options
@days_option
@click.option("--from", "first_day", metavar="D", help="The first day of the change, tomorrow or a coming weekday.")
@until_option
@note_option
@click.pass_obj
def change(
    session: Session,
    /,
    exercise: tuple[str, ...],
    days: str | None,
    first_day: str | None,
    last_day: str | None,
    note: str | None,
    sides: str | None,
    **typed: str | None,
) -> None:
    """Change dose, days or note: just what is given.

    A dose of another kind, such as minutes instead of repetitions, replaces the whole dose. An empty text ('') takes
    a number, the last day or the note away. The change holds from today on, or from tomorrow if the exercise was
    ticked or skipped today; with --from from that day on, until which the old dose stays. Of an exercise in several
    phases, the last one is changed, or with --from the one of that day.
    """
    numbers = typed_numbers(typed)
    given = {"days": days, "sides": sides, "last_day": last_day, "note": note}
    if not numbers and first_day is None and all(text is None for text in given.values()):
        raise InvalidValue(
            "dose",
            "there is nothing to change: give a number of the dose, such as --sets 2, or --days, --sides, --from,"
            " --until or --note",
        )
    with session.changing() as store:
        today = store.today()
        first, last = _span(first_day, last_day, today)
        if first is not None and first < today:
            raise InvalidValue("from", f"{first} lies in the past, which stays as it was: change it from today on")
        phases = find_planned(store.plan.entries(today), exercise)
        name, known = phases[0].exercise.name, _phase(phases, first)
        wanted = _wanted(known, numbers, given, last)
        begins = first or today
        if first is not None and known.first_day > today and (wanted == known or first < known.first_day):
            wanted, begins = replace(wanted, first_day=first), today
        if wanted == known:
            raise JournalError(f"{name} is prescribed like this already: nothing was changed")
        changed = store.plan.change(known, wanted, begins)
        kept = known.first_day <= today < changed.first_day and begins == today
        why = ", as today is ticked or skipped" if kept else ""
        tell_prescribed("Changed", phases[0].exercise, changed, today, why)
        remind_of_signs(store)


@click.command()
@_planned_argument
@click.pass_obj
def stop(session: Session, exercise: tuple[str, ...]) -> None:
    """Take an exercise out of the plan; its past stays.

    From today on, or from tomorrow if it was ticked or skipped today; phases that are still to come go as well.
    """
    from backjournal.journal.stopping import stop_exercise

    with session.changing() as store:
        today = store.today()
        stopped = find_planned(store.plan.entries(today), exercise)[0].exercise
        stays = stop_exercise(store, stopped, today)
        when = "from tomorrow on, as today is ticked or skipped" if stays else "from today on"
        click.echo(f"Stopped: {stopped.name}, {when}. Its past stays.")


@click.command()
@_planned_argument
@click.argument("direction", type=click.Choice(["up", "down"]))
@click.pass_obj
def move(session: Session, exercise: tuple[str, ...], direction: str) -> None:
    """Move an exercise one place up or down within its category."""
    with session.changing() as store:
        today = store.today()
        moved = find_planned(store.plan.entries(today), exercise)[-1].exercise
        if not store.plan.move(moved, -1 if direction == "up" else 1, today):
            end = "first" if direction == "up" else "last"
            raise JournalError(f"{moved.name} is the {end} of {moved.category} already")
        of_category = [entry for entry in store.plan.entries(today) if entry.exercise.category is moved.category]
        names = dict.fromkeys(entry.exercise.name for entry in of_category)
        click.echo(f"Moved {direction}: {moved.category} is now {', '.join(names)}.")


@click.command()
@click.pass_obj
def starter(session: Session) -> None:
    """Take the gentle starter plan, if the plan is empty."""
    with session.starting() as store:
        store.plan.take_starter(starter_plan(), store.today())
        asked = store.settings.get().about_you.context is not None
    names = ", ".join(entry.exercise.name for entry in starter_plan())
    click.echo(f"{ASK_FIRST}\nTaken: the starter plan, from today on: {names}.")
    if not asked:
        click.echo("Once: 'backjournal settings context' tells the journal what a doctor should know about you.")


def _span(first_day: str | None, last_day: str | None, today: date) -> tuple[date | None, date | None]:
    """Parse the first and the last day of a prescription; each is None if it was not typed, the last also if empty."""
    first = parse_day(first_day, today, "from", ahead=True) if first_day is not None else None
    last = parse_day(last_day, today, "until", ahead=True) if last_day else None
    check_span(first, last)
    return first, last


def _phase(phases: "tuple[PlanEntry, ...]", day: date | None) -> Prescription:
    """Return the prescription in force on a day or the next to begin after it; else, or without a day, the last one."""
    prescriptions = [phase.prescription for phase in phases]
    after = [each for each in prescriptions if day and (each.last_day is None or each.last_day >= day)]
    return (after or prescriptions[-1:])[0]


def _wanted(
    known: Prescription, numbers: Mapping[str, int | None], given: Mapping[str, str | None], last: date | None
) -> Prescription:
    """Return the prescription with the typed changes."""
    dose: Dose = changed_dose(known.dose, numbers, Sides(given["sides"] or known.dose.sides))
    changes: dict[str, Any] = {"dose": dose}
    if given["days"] is not None:
        changes["schedule"] = Schedule.parse(given["days"])
    if given["last_day"] is not None:
        changes["last_day"] = last
    if given["note"] is not None:
        changes["note"] = given["note"]
    return replace(known, **changes)


def _refuse_second(entries: "tuple[PlanEntry, ...]", name: str, first: date, last: date | None) -> None:
    for entry in entries:
        going_on = entry.prescription.last_day is None and entry.prescription.overlaps(first, last)
        if going_on and is_same_name(entry.exercise.name, name):
            raise JournalError(f"{name} is in the plan already: 'backjournal plan change' changes its dose")


def tell_prescribed(what: str, exercise: Exercise, prescription: Prescription, today: date, why: str = "") -> None:
    """Print a prescription and its note.

    `what` says what was done with it, such as `Added`; `why` is the reason for its first day, if any.
    """
    from backjournal.exchange.plan_text import amount_words
    from backjournal.model.dates import long_day

    first, last = prescription.first_day, prescription.last_day
    since = {today: "today", today + timedelta(days=1): "tomorrow"}.get(first, long_day(first))
    until = f"until {long_day(last)}" if last else "on"
    amount = amount_words(prescription.dose, prescription.schedule)
    click.echo(f"{what}: {exercise.name}, {amount}, from {since} {until}{why}.")
    if prescription.note:
        click.echo(f"Note: {' '.join(prescription.note.split())}")
