"""The commands that choose which outcome measures to take: choose, own, stop."""

from collections.abc import Callable
from typing import Any

import click

from backjournal.cli.measures.names import any_argument, chosen_argument, find_any, find_chosen
from backjournal.cli.session import Session
from backjournal.model.better import Better
from backjournal.model.errors import InvalidValue, JournalError
from backjournal.model.frozen import replace
from backjournal.model.measure_words import EVERY_WORDS
from backjournal.model.measures import (
    EVERY_WEEKS,
    FEWEST_ACTIVITIES,
    MOST_ACTIVITIES,
    Measure,
    MeasureKind,
    own_measure,
)
from backjournal.model.numbers import count, parse_decimal
from backjournal.model.spelling import is_same_name

_NEVER = "never"
_OWN_EVERY_WEEKS = 4
_WEEKS: dict[str, int | None] = {**{str(weeks): weeks for weeks in EVERY_WEEKS}, _NEVER: None}


def _every_option(default: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    text = f"After how many weeks it is due again; without it {default}."
    return click.option("--every", type=click.Choice(list(_WEEKS)), help=text)


@click.command()
@any_argument()
@_every_option("what is usual for it")
@click.option(
    "--activity", "activities", metavar="TEXT", multiple=True, help="An activity of your own; 3 to 5 of them."
)
@click.pass_obj
def choose(session: Session, name: tuple[str, ...], every: str | None, activities: tuple[str, ...]) -> None:
    """Take a measure from now on, or change how often it is due, or its activities.

    One that was stopped comes back with its results. 'backjournal measures library' shows what ships.
    """
    measure = find_any(session, name)
    wanted = _with_activities(measure, activities)
    wanted = replace(wanted, every_weeks=_WEEKS[every]) if every else wanted
    with session.starting() as store:
        if wanted in store.measures.chosen():
            raise JournalError(f"{wanted.name} is chosen like this already: nothing was changed")
        store.measures.choose(wanted)
    click.echo(f"Chosen: {_summary(wanted)}")


@click.command()
@click.argument("name", nargs=-1, required=True)
@click.option("--unit", metavar="U", default="", help="What it is counted in, such as min.")
@click.option(
    "--better", type=click.Choice([better.value for better in Better]), required=True, help="Which is better."
)
@click.option("--low", metavar="N", default="0", show_default=True, help="The lowest value that can be.")
@click.option("--high", metavar="N", help="The highest value that can be; without it there is no end.")
@click.option("--threshold", metavar="N", help="What change you call meaningful; without it none is known.")
@_every_option(f"{_OWN_EVERY_WEEKS}")
@click.pass_obj
def own(
    session: Session, /, name: tuple[str, ...], unit: str, better: str, every: str | None, **typed: str | None
) -> None:
    """Define a measure of your own, and choose it: one number, with its range.

    Under a name that one of your own has already, that one is defined again, and keeps its results.
    """
    low, high, threshold = (parse_decimal(field, field, typed[field] or "") for field in ("low", "high", "threshold"))
    weeks = _WEEKS[every] if every else _OWN_EVERY_WEEKS
    called = " ".join(name)
    wanted = own_measure("new", called, unit, low or 0, high, Better(better), threshold, weeks)
    with session.starting() as store:
        same = [known for known in store.measures.known() if known.own and is_same_name(known.name, wanted.name)]
        wanted = replace(wanted, id=same[0].id) if same else store.measures.own(wanted)
        store.measures.choose(wanted)
    click.echo(f"{'Changed' if same else 'Chosen'}: {_summary(wanted)}")


@click.command()
@chosen_argument()
@click.pass_obj
def stop(session: Session, name: tuple[str, ...]) -> None:
    """Stop taking a measure; its results stay."""
    with session.changing() as store:
        measure = find_chosen(store, name)
        store.measures.stop(measure)
        kept = sum(result.measure_id == measure.id for result in store.measures.results())
    stays = "stays" if kept == 1 else "stay"
    click.echo(
        f"Stopped: {measure.name}; {count(kept, 'result')} {stays} in the journal."
        if kept
        else f"Stopped: {measure.name}."
    )


def _with_activities(measure: Measure, activities: tuple[str, ...]) -> Measure:
    if activities and measure.kind is not MeasureKind.ACTIVITIES:
        raise InvalidValue("parts", f"{measure.name} has no activities of your own: leave --activity out")
    if measure.kind is MeasureKind.ACTIVITIES and not (activities or measure.parts):
        wanted = f"{FEWEST_ACTIVITIES} to {MOST_ACTIVITIES} activities that your back makes hard"
        raise InvalidValue("parts", f"{measure.name}: name {wanted}, each with --activity")
    return replace(measure, parts=activities) if activities else measure


def _summary(measure: Measure) -> str:
    activities = f" Activities: {'; '.join(measure.parts)}." if measure.kind is MeasureKind.ACTIVITIES else ""
    return f"{measure.name}, {EVERY_WORDS[measure.every_weeks]}.{activities}"
