"""The command that starts, ends and lists flare-ups."""

from collections.abc import Iterable
from datetime import date

import click

from backjournal.cli.options import day_option
from backjournal.cli.session import Session, day_that_came
from backjournal.model.errors import InvalidValue
from backjournal.model.flare_ups import FlareUp


@click.command(name="flare-up")
@click.argument("action", type=click.Choice(["start", "end"]), required=False)
@day_option
@click.option("--until", metavar="D", help="With start: the last day, of one that is over.")
@click.pass_obj
def flare_up(session: Session, action: str | None, day: str | None, until: str | None) -> None:
    """Start or end a flare-up; without either, list them, with their number and length.

    A flare-up is a worsening that is hard to tolerate and upsets your usual activities: you decide what is one.
    """
    if until is not None and action != "start":
        raise InvalidValue("until", "--until goes with 'flare-up start': leave it out")
    if action is None:
        with session.existing() as store:
            click.echo("\n".join(_listed(store.diary.flare_ups(), store.today())))
        return
    with session.starting() if action == "start" else session.changing() as store:
        on = day_that_came(day, store.today(), f"{action} a flare-up on")
        last = day_that_came(until, store.today(), "end a flare-up on") if until is not None else None
        changed = store.diary.start_flare_up(on, last) if action == "start" else store.diary.end_flare_up(on)
    click.echo(_line(changed))


def _listed(flare_ups: Iterable[FlareUp], today: date) -> list[str]:
    from backjournal.trends.flare_up_figures import flare_up_figures
    from backjournal.views.answer_text import flare_up_line

    return [*map(_line, flare_ups), flare_up_line(flare_up_figures(flare_ups, today))]


def _line(flare_up: FlareUp) -> str:
    from backjournal.model.dates import long_day

    def until(day: date | None) -> str:
        return f"to {long_day(day)}" if day else "on"

    return f"Flare-up from {long_day(flare_up.first_day)} {until(flare_up.last_day)}."
