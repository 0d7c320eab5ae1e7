"""The command that prints the earlier versions of a check-in, a result, a practice or a dose."""

from typing import TYPE_CHECKING

import click

from backjournal.cli.exercise_names import complete_of_plan
from backjournal.cli.names import find_name, name_argument
from backjournal.cli.options import day_option
from backjournal.cli.session import Session, day_or_today
from backjournal.model.errors import InvalidValue

if TYPE_CHECKING:
    from backjournal.journal.versions import RowHistory
    from backjournal.store.store import Store

_BY_ID = {"check_ins": "check-in", "results": "result"}
"""The tables whose rows are shown with an id, and what a row of them is called."""


@click.command()
@name_argument("what", complete_of_plan, metavar="ID|EXERCISE")
@day_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def history(session: Session, what: tuple[str, ...], day: str | None, as_json: bool) -> None:
    """Print what a check-in, a result, a practice or a dose was before, and when it was changed.

    ID is that of a check-in or a result, as 'backjournal diary' and 'measures results' show it, also of a deleted one
    ('backjournal bin'), or an unambiguous beginning of it. EXERCISE is a name or its beginning: its doses; with --day
    its practice of that day.
    """
    from backjournal.exchange.history_lines import history_figures, history_lines

    with session.existing() as store:
        found = _found(store, " ".join(what), day)
        if as_json:
            from backjournal.exchange.as_json import data_json

            click.echo(data_json([history_figures(each) for each in found]))
        else:
            click.echo("\n\n".join("\n".join(history_lines(each)) for each in found))


def _found(store: "Store", typed: str, day: str | None) -> list["RowHistory"]:
    from backjournal.journal.versions import dose_histories, history_of, practice_histories

    exercises = {key: exercise.name for key, exercise in store.plan.exercises().items()}
    begins = any(name.casefold().startswith(typed.casefold()) for name in exercises.values())
    if not begins and day is None and (row := _row_of_id(store, typed)):
        return [history_of(store, *row)]
    if not exercises:
        raise InvalidValue("id", f"no check-in and no result has an id that begins with '{typed}'")
    exercise = find_name(exercises, typed, "exercise of the journal and no id", "the exercises are")
    if day is None:
        return dose_histories(store, exercise)
    on = day_or_today(day, store.today())
    if not (found := practice_histories(store, exercise, on)):
        raise InvalidValue("day", f"{exercises[exercise]} was never ticked or skipped on {on}: it has no history")
    return found


def _row_of_id(store: "Store", typed: str) -> tuple[str, str] | None:
    """Return table and id of the row whose id begins as typed; None if there is none.

    Raises:
        InvalidValue: several ids begin like this.
    """
    ids = [(table, row_id) for table in _BY_ID for row_id in store.versions.ids(table)]
    begin = [(table, row_id) for table, row_id in ids if typed and row_id.startswith(typed)]
    found = [row for row in begin if row[1] == typed] or begin
    if len(found) > 1:
        some = ", ".join(f"{row_id} of a {_BY_ID[table]}" for table, row_id in found[:3])
        raise InvalidValue("id", f"'{typed}' begins {len(found)} ids, such as {some}: type more of it")
    return found[0] if found else None
