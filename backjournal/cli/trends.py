"""The command of the trends."""

import os
import shutil
import sys
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from backjournal.cli.session import Session
from backjournal.model.numbers import parse_whole

if TYPE_CHECKING:
    from backjournal.store.store import Store
    from backjournal.trends.weeks import Week

_WIDEST = 120


@click.command()
@click.option("--weeks", metavar="N", default="12", show_default=True, help="How many weeks: 1 to 520, or all.")
@click.option("--plain", is_flag=True, help="Print a line for each week instead of charts.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with an object for each week.")
@click.pass_obj
def trends(session: Session, weeks: str, plain: bool, as_json: bool) -> None:
    """Draw pain, mobility and adherence by week."""
    from backjournal.exchange.as_json import trends_json
    from backjournal.trends.table import plain_lines

    shown = None if weeks.strip().lower() in ("all", "0") else parse_whole("weeks", "weeks", weeks or "none", 1, 520)
    with session.existing() as store:
        found = _weeks(store, shown)
    if as_json:
        click.echo(trends_json(found))
    elif plain:
        click.echo("\n".join(plain_lines(found)))
    else:
        click.echo(_charts(found, coloured=_takes_colour()), color=True)


def _weeks(store: "Store", shown: int | None) -> "tuple[Week, ...]":
    from backjournal.trends.adherence import adherence_between
    from backjournal.trends.weeks import span_of_range, weeks

    today, week_starts_on = store.today(), store.settings.get().week_starts_on
    plan, flare_ups = store.plan.prescriptions(), store.diary.flare_ups()
    planned = min((prescription.first_day for prescription in plan), default=today)
    first, last = span_of_range(shown, today, None if shown else _earliest(store, planned), week_starts_on)
    adherence = adherence_between(
        first, last, today, store.plan.exercises(), plan, store.practices.between(first, last)
    )
    return weeks(first, last, today, week_starts_on, store.diary.check_ins(first, last), flare_ups, adherence)


def _earliest(store: "Store", planned: date) -> date:
    check_ins, flare_ups = store.diary.check_ins(), store.diary.flare_ups()
    return min(planned, *(check_in.day for check_in in check_ins[-1:]), *(known.first_day for known in flare_ups[:1]))


def _charts(weeks: "Sequence[Week]", *, coloured: bool) -> str:
    from backjournal import charts

    palette = charts.Palette(
        pain=(214, 84, 84),
        mobility=(62, 150, 190),
        adherence=(92, 160, 92),
        flare_up=(214, 150, 60),
        axis=(128, 128, 128),
    )
    width = min(_WIDEST, shutil.get_terminal_size((80, 24)).columns)
    drawn = [charts.weekly_chart(weeks, width, 15, palette), charts.adherence_chart(weeks, width, 7, palette)]
    text = "\n".join(drawn)
    return text if coloured else charts.plain(text)


def _takes_colour() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
