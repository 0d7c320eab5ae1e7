"""The commands of the checklist: today, done, skip, undone."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import click

from backjournal.cli.exercises import complete_of_day, exercise_argument, find_item
from backjournal.cli.session import Session, day_or_today, day_that_came
from backjournal.model.doses import parse_distance
from backjournal.model.errors import InvalidValue, JournalError
from backjournal.model.numbers import parse_whole
from backjournal.model.practices import (
    EXCUSES,
    SKIP_REASONS,
    Practice,
    Status,
    changed,
    most_of,
    practice_label,
    practice_of,
)
from backjournal.model.text import clean_line

if TYPE_CHECKING:
    from backjournal.store.store import Store
    from backjournal.trends.checklist import ChecklistItem

day_option = click.option("--day", metavar="D", help="The day: an ISO date, today, yesterday or a weekday.")


_exercise_argument = exercise_argument(complete_of_day)


@click.command()
@day_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with the columns of 'export checklist' as keys.")
@click.pass_obj
def today(session: Session, day: str | None, as_json: bool) -> None:
    """Print the checklist of a day."""
    from backjournal.exchange.as_json import today_json
    from backjournal.exchange.plain import today_lines

    with session.existing() as store:
        now = store.today()
        shown = day_or_today(day, now)
        items = store.checklist(shown)
        if as_json:
            click.echo(today_json(items, shown, now))
            return
        lines = today_lines(shown, now, items, store.diary.check_ins(shown, shown), store.diary.flare_ups())
        if not store.plan.prescriptions():
            lines.append("There is no plan yet: 'backjournal plan starter' takes a gentle one, to start from.")
        click.echo("\n".join(lines))


@click.command()
@_exercise_argument
@day_option
@click.option("--sets", metavar="N", help="How many sets were done that day; below the dose it counts as partly done.")
@click.option("--minutes", metavar="N", help="How many minutes, for a dose in minutes.")
@click.option("--distance", metavar="N", help="How far, such as 800m or 1.5km, for a dose in metres.")
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

    EXERCISE is its name or an unambiguous beginning, in any case. A second tick changes the first.
    """
    pain_during = parse_whole("pain", "pain", pain or "", 0, 10)
    with session.changing() as store:
        shown = day_that_came(day, store.today(), "tick")
        item = find_item(store.checklist(shown), shown, " ".join(exercise))
        practice = practice_of(item.prescription.dose, item.prescription.id, shown, _amount(item, amounts))
        assert practice is not None, "an amount is at least 1"
        practice = changed(item.practice, practice)
        if pain is not None:
            practice = replace(practice, pain_during=pain_during)
        _save(store, item, practice if note is None else replace(practice, note=note))


@click.command(
    epilog=f"Reasons: {', '.join(SKIP_REASONS)}, or your own words. "
    f"{', '.join(EXCUSES).capitalize()} do not count against you."
)
@_exercise_argument
@day_option
@click.option("--reason", metavar="R", help="Why; without it: flare-up during a flare-up, else rest.")
@click.option("--note", metavar="TEXT", help="A note on the exercise.")
@click.pass_obj
def skip(session: Session, exercise: tuple[str, ...], day: str | None, reason: str | None, note: str | None) -> None:
    """Skip an exercise for a reason."""
    with session.changing() as store:
        now = store.today()
        shown = day_that_came(day, now, "skip an exercise on")
        item = find_item(store.checklist(shown), shown, " ".join(exercise))
        why = _reason(reason or "") or ("flare-up" if _in_flare_up(store, shown, now) else "rest")
        practice = changed(item.practice, Practice(item.prescription.id, shown, Status.SKIPPED, reason=why))
        _save(store, item, practice if note is None else replace(practice, note=note))
        if not reason:
            click.echo(
                f"No reason was given: '{why}' is excused and does not lower the adherence; --reason changes it."
            )


@click.command()
@_exercise_argument
@day_option
@click.pass_obj
def undone(session: Session, exercise: tuple[str, ...], day: str | None) -> None:
    """Take a tick or a skip back."""
    with session.changing() as store:
        shown = day_that_came(day, store.today(), "change")
        item = find_item(store.checklist(shown), shown, " ".join(exercise))
        name = item.exercise.name
        if item.practice is None:
            raise JournalError(f"{name} is neither done nor skipped on {shown}: there is nothing to take back")
        store.practices.clear(item.prescription.id, shown, practice_label(name, shown, None))
        _show(store, replace(item, practice=None), shown)


def _amount(item: "ChecklistItem", typed: Mapping[str, str | None]) -> int:
    """Return the amount typed in the unit of the dose; nothing typed is all of it."""
    dose, name = item.prescription.dose, item.exercise.name
    option = {"sets": "sets", "min": "minutes", "m": "distance"}[dose.unit]
    for other, text in typed.items():
        if text is not None and other != option:
            counted = "as a distance" if dose.unit == "m" else f"in {option}"
            raise InvalidValue(option, f"{name} is prescribed {counted}: give --{option}, not --{other}")
    text = typed[option] or ""
    if dose.unit == "m":
        return parse_distance(option, option, text) or dose.target
    return parse_whole(option, option, text, 1, most_of(dose)) or dose.target


def _reason(typed: str) -> str:
    """Return the reason that an unambiguous beginning means, else the person's own words."""
    words = clean_line(typed)
    found = [reason for reason in SKIP_REASONS if words and reason.startswith(words.casefold())]
    return found[0] if len(found) == 1 else words


def _in_flare_up(store: "Store", day: date, now: date) -> bool:
    return any(flare_up.covers(day, now) for flare_up in store.diary.flare_ups())


def _save(store: "Store", item: "ChecklistItem", practice: Practice) -> None:
    label = practice_label(item.exercise.name, practice.day, practice.status)
    store.practices.save(practice, label)
    _show(store, replace(item, practice=practice), practice.day)


def _show(store: "Store", item: "ChecklistItem", day: date) -> None:
    from backjournal.exchange.plain import day_words, item_line

    click.echo(f"{day_words(day)}: {item_line(item, day, store.today())}")
