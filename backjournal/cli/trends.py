"""The command of the trends."""

import os
import shutil
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from backjournal.cli.session import Session
from backjournal.model.numbers import parse_whole

if TYPE_CHECKING:
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
    from backjournal.weekly import earliest_day, journal_weeks

    shown = None if weeks.strip().lower() in ("all", "0") else parse_whole("weeks", "weeks", weeks or "none", 1, 520)
    with session.existing() as store:
        today = store.today()
        if earliest_day(store) is None and not as_json:
            click.echo("No trend yet: it grows from check-ins and ticked exercises.")
            return
        found = journal_weeks(store, shown, today, today)
    if as_json:
        click.echo(trends_json(found))
    elif plain:
        click.echo("\n".join(plain_lines(found)))
    else:
        click.echo(_charts(found, coloured=_takes_colour()), color=True)


def _charts(weeks: "Sequence[Week]", *, coloured: bool) -> str:
    from backjournal.charts.canvas import Palette, plain
    from backjournal.charts.weekly import adherence_chart, weekly_chart

    palette = Palette(
        pain=(224, 150, 60),
        mobility=(72, 150, 210),
        adherence=(92, 160, 92),
        flare_up=(209, 96, 110),
        axis=(128, 128, 128),
    )
    width = min(_WIDEST, shutil.get_terminal_size((80, 24)).columns)
    drawn = [weekly_chart(weeks, width, 15, palette), adherence_chart(weeks, width, 7, palette)]
    text = "\n".join(drawn)
    return text if coloured else plain(text)


def _takes_colour() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
