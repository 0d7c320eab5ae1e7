"""The commands of the checklist: today, done, undone; `skip` has a file of its own."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from backjournal.cli.exercise_names import (
    complete_of_day,
    complete_practisable,
    exercise_argument,
    find_asked,
    find_practisable,
)
from backjournal.cli.options import day_option
from backjournal.cli.practice.practices import save_practice, show_item
from backjournal.cli.session import Session, day_that_came
from backjournal.cli.today import print_today
from backjournal.model.doses import LIMITS, parse_distance
from backjournal.model.errors import InvalidValue, JournalError
from backjournal.model.frozen import replace
from backjournal.model.numbers import parse_whole
from backjournal.model.practices import changed, most_of, practice_label, practice_of

if TYPE_CHECKING:
    from backjournal.plan.checklist import ChecklistItem

_exercise_argument = exercise_argument(complete_of_day)


@click.command()
@day_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with the columns of 'export checklist' as keys.")
@click.pass_obj
def today(session: Session, day: str | None, as_json: bool) -> None:
    """Print the checklist of a day."""
    print_today(session, day, as_json=as_json)


@click.command()
@exercise_argument(complete_practisable)
@day_option
@click.option("--sets", metavar="N", help="How many sets were done that day; below the dose it counts as partly done.")
@click.option("--minutes", metavar="N", help="How many minutes, for a dose in minutes.")
@click.option("--distance", metavar="N", help="How far, such as 800m or 1.5km, for a dose in metres.")
@click.option("--times", metavar="N", help="How many of the times of the day, for a dose of several times a day.")
@click.option("--pain", metavar="N", help="Pain during the exercise, 0 to 10.")
@click.option("--note", metavar="TEXT", help="A note on the exercise.")
@click.pass_obj
def done(
    session: Session,
    /,
    exercise: tuple[str, ...],
    day: str | None,
    pain: str | None,
    note: str | None,
    **amounts: str | None,
) -> None:
    """Tick an exercise, in full or in part.

    EXERCISE is its name or an unambiguous beginning, in any case. Of several times a day all are ticked, unless
    --times says how many. A second tick changes the first. An exercise of the plan that is not asked for on the day
    counts as an extra: it never lowers the adherence.
    """
    pain_during = parse_whole("pain", "pain", pain or "", 0, 10)
    with session.changing() as store:
        shown = day_that_came(day, store.today(), "tick")
        item = find_practisable(store.checklist(shown), store.extras(shown), shown, " ".join(exercise))
        practice = practice_of(item.prescription.dose, item.prescription.id, shown, _amount(item, amounts))
        assert practice is not None, "an amount is at least 1"
        practice = changed(item.practice, practice)
        if pain is not None:
            practice = replace(practice, pain_during=pain_during)
        save_practice(store, item, practice if note is None else replace(practice, note=note), note or "")


@click.command()
@_exercise_argument
@day_option
@click.pass_obj
def undone(session: Session, exercise: tuple[str, ...], day: str | None) -> None:
    """Take a tick or a skip back."""
    from backjournal.journal.practice_session import asked_now

    with session.changing() as store:
        shown = day_that_came(day, store.today(), "change")
        item = find_asked(store, shown, " ".join(exercise))
        name = item.exercise.name
        if item.practice is None:
            raise JournalError(f"{name} is neither done nor skipped on {shown}: there is nothing to take back")
        store.practices.clear(item.prescription.id, shown, practice_label(name, shown, None))
        show_item(store, asked_now(store, item, shown) or replace(item, practice=None), shown)


def _amount(item: "ChecklistItem", typed: Mapping[str, str | None]) -> int:
    """Return the typed amount in the unit of the dose; the whole dose if nothing was typed."""
    dose, name = item.prescription.dose, item.exercise.name
    option = {"sets": "sets", "min": "minutes", "m": "distance"}[dose.unit]
    given = [other for other, text in typed.items() if text is not None]
    for other in given:
        if other not in (option, "times"):
            counted = "as a distance" if dose.unit == "m" else f"in {option}"
            raise InvalidValue(option, f"{name} is prescribed {counted}: give --{option}, not --{other}")
    if len(given) > 1:
        raise InvalidValue("times", f"give --{option} or --times, not both")
    if typed["times"]:
        times = parse_whole("times", "times", typed["times"], 1, LIMITS["times_a_day"].high) or 1
        return min(most_of(dose), times * dose.once)
    text = typed[option] or ""
    if dose.unit == "m":
        return parse_distance(option, option, text) or dose.target
    return parse_whole(option, option, text, 1, most_of(dose)) or dose.target
