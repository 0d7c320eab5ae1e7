"""The command that starts an experiment, after it has said what size of difference it could show."""

from datetime import timedelta

import click

from backjournal.cli.names import find_name
from backjournal.cli.session import Session
from backjournal.days import parse_day
from backjournal.model.diary_values import NUMBERS, diary_value
from backjournal.model.errors import InvalidValue
from backjournal.model.experiments import LENGTHS, Unit
from backjournal.model.numbers import parse_whole


@click.command()
@click.argument("name", nargs=-1, required=True)
@click.option("--value", metavar="V", default="pain", help="The value it is judged by; pain unless you say another.")
@click.option("--days", metavar="N", help="How many days in all, 14 to 28, half of them with it; 28 unless you say.")
@click.option("--weeks", metavar="N", help="How many weeks in all, 6 to 26, for what still works days later.")
@click.option("--from", "first_day", metavar="D", help="The first day; tomorrow unless you say another.")
@click.option("--dry-run", is_flag=True, help="Say what such a length could show, and start nothing.")
@click.pass_obj
def start(
    session: Session,
    name: tuple[str, ...],
    value: str,
    days: str | None,
    weeks: str | None,
    first_day: str | None,
    *,
    dry_run: bool,
) -> None:
    """Start an experiment with one thing to try: NAME, in your own words.

    Of every two days or weeks in a row, chance picks one with it. The draw is kept, and never changes. Write a check-in
    each day, after it; of sleep and stiffness the next morning counts.
    """
    from backjournal.journal.experiments import journal_reach, start_experiment
    from backjournal.views.experiment_text import headline, reach_line, reminder

    unit, length = _length(days, weeks)
    judged_by = _value(value)
    with session.existing() if dry_run else session.changing() as store:
        today = store.today()
        begins = parse_day(first_day, today, "first_day", ahead=True) if first_day else today + timedelta(days=1)
        reach = reach_line(diary_value(judged_by), unit, journal_reach(store, judged_by, unit, length, today))
        if dry_run:
            click.echo(f"{reach}\nNothing was started.")
            return
        experiment = start_experiment(store, " ".join(name), judged_by, unit, length, begins, today)
    lines = [headline(experiment), reach, f"{reminder(experiment, today, today)}.", "'backjournal undo' takes it back."]
    click.echo("\n".join(lines))


def _length(days: str | None, weeks: str | None) -> tuple[Unit, int]:
    """Return the unit and the length that were typed; the usual number of days without either."""
    if days is not None and weeks is not None:
        raise InvalidValue("length", "--days and --weeks are two lengths: choose one")
    unit, typed = (Unit.DAYS, days) if weeks is None else (Unit.WEEKS, weeks)
    length = parse_whole("length", unit.value, typed or "", 1, 1000)
    return unit, LENGTHS[unit].usual if length is None else length


def _value(typed: str) -> str:
    keys = {value.name: value.key for value in NUMBERS}
    return find_name(keys, typed.replace("_", "-"), "number of the diary", "there are", "value")
