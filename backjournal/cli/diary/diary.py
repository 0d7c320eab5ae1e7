"""The commands that read the diary, and those of flare-ups and symptoms."""

from collections.abc import Iterable
from datetime import date

import click

from backjournal.cli.practice.today import day_option
from backjournal.cli.session import Session, day_that_came, span_of_days
from backjournal.model.errors import InvalidValue
from backjournal.model.flare_ups import FlareUp

since_option = click.option("--since", metavar="D", help="The first day.")
until_option = click.option("--until", metavar="D", help="The last day.")


@click.command()
@since_option
@until_option
@click.option("--search", metavar="WORDS", default="", help="Only check-ins whose note and marks hold these words.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with the columns of 'export diary' as keys.")
@click.pass_obj
def diary(session: Session, since: str | None, until: str | None, search: str, as_json: bool) -> None:
    """Print the check-ins, the newest first."""
    from backjournal.exchange.as_json import diary_json
    from backjournal.exchange.plain import diary_lines

    with session.existing() as store:
        today = store.today()
        first, last = span_of_days(since, until, today)
        check_ins = store.diary.check_ins(first or date.min, last or date.max, search=search)
        if as_json:
            click.echo(diary_json(check_ins))
        else:
            lines = diary_lines(check_ins, store.diary.flare_ups(), today)
            click.echo("\n".join(lines) or "No check-ins.")


@click.command(name="flare-up")
@click.argument("action", type=click.Choice(["start", "end"]), required=False)
@day_option
@click.option("--until", metavar="D", help="With start: the last day, of one that is over.")
@click.pass_obj
def flare_up(session: Session, action: str | None, day: str | None, until: str | None) -> None:
    """Start or end a flare-up; without either, list them, and what they come to.

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


@click.command()
def symptoms() -> None:
    """List the symptoms to watch for, with what to do."""
    from backjournal.exchange.plain import symptom_lines
    from backjournal.library.red_flags import red_flags

    click.echo("\n".join(symptom_lines(red_flags())))


def _listed(flare_ups: Iterable[FlareUp], today: date) -> list[str]:
    from backjournal.trends.flare_up_figures import flare_up_figures
    from backjournal.views.answer_text import flare_up_line

    return [*map(_line, flare_ups), flare_up_line(flare_up_figures(flare_ups, today))]


def _line(flare_up: FlareUp) -> str:
    from backjournal.exchange.plain import day_words

    def until(day: date | None) -> str:
        return f"to {day_words(day)}" if day else "on"

    return f"Flare-up from {day_words(flare_up.first_day)} {until(flare_up.last_day)}."
