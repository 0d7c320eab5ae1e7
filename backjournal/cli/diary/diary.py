"""The command that prints the check-ins."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

import click

from backjournal.cli.options import since_option, until_option
from backjournal.cli.session import Session, span_of_days
from backjournal.model.dates import Days
from backjournal.model.facts import found_text
from backjournal.model.flare_ups import FlareUp
from backjournal.model.text import clean_line, sentence

if TYPE_CHECKING:
    from backjournal.store.diary_rows import DiaryRow
    from backjournal.store.store import Store


@click.command()
@since_option
@until_option
@click.option("--search", metavar="WORDS", default="", help="Only check-ins whose note and marks hold these words.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with the columns of 'export diary' as keys.")
@click.pass_obj
def diary(session: Session, since: str | None, until: str | None, search: str, as_json: bool) -> None:
    """Print the check-ins, the newest first.

    With --search, the last line says how many were found.
    """
    with session.existing() as store:
        today = store.today()
        first, last = span_of_days(since, until, today)
        days = first or date.min, last or date.max
        if as_json:
            from backjournal.exchange.as_json import diary_json

            click.echo(diary_json(store.diary.check_ins(*days, search=search)))
        else:
            _print_lines(store, days, search, today)


def _print_lines(store: "Store", days: Days, search: str, today: date) -> None:
    """Print the check-ins a year at a time, so that a reader of a long diary need not wait for its end."""
    from backjournal.exchange.diary_lines import diary_lines

    flare_ups, between, number = store.diary.flare_ups(), "", 0
    for first, last in _years(store, *days):
        rows: Iterable[DiaryRow] = store.diary_rows.between(first, last, newest_first=True)
        if search.strip():
            found = {check_in.id for check_in in store.diary.check_ins(first, last, search=search)}
            rows = [row for row in rows if row.id in found]
            number += len(rows)
        of_year = (each for each in flare_ups if each.overlaps(FlareUp("", first, last)))
        if lines := diary_lines(rows, store.diary.signs(first, last), of_year, today):
            click.echo(between + "\n".join(lines))
            between = "\n"
    if search.strip():
        click.echo(f"{between}{sentence(found_text(number, clean_line(search)))}.")
    elif not between:
        click.echo("No check-ins.")


def _years(store: "Store", first: date, last: date) -> Iterator[Days]:
    """Yield the days of each year with check-ins from first to last day, the newest first."""
    oldest, newest = store.diary.first_day(), store.diary.check_ins(first, last, limit=1)
    if oldest and newest:
        for year in range(newest[0].day.year, max(first, oldest).year - 1, -1):
            yield max(first, date(year, 1, 1)), min(last, date(year, 12, 31))
