"""The commands that write the results of outcome measures: record, edit, delete."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from backjournal.cli.measures.ask import STOPPED, ask_score
from backjournal.cli.measures.names import chosen_argument, find_result, find_with_values
from backjournal.cli.options import day_option
from backjournal.cli.session import Session, day_that_came
from backjournal.cli.signs import answer_signs, remind_of_signs
from backjournal.cli.terminal_voice import in_terminal, terminal_voice
from backjournal.model.errors import InvalidValue, JournalError
from backjournal.model.frozen import replace
from backjournal.model.measures import Measure, Result, Score
from backjournal.model.scores import parse_scores

if TYPE_CHECKING:
    from backjournal.store.store import Store

_note_option = click.option("--note", metavar="TEXT", help="A note.")


@click.command()
@chosen_argument(metavar="NAME... [VALUE]...")
@day_option
@_note_option
@click.pass_obj
def record(session: Session, name: tuple[str, ...], day: str | None, note: str | None) -> None:
    """Write down a result: one VALUE for each question, activity or side, in their order.

    Without values, a terminal is asked for them line by line. 'show NAME' tells what they are. A value stands last:
    'odi 2' is the value 2 of ODI 2.1a. A name that ends with a number is quoted or written in full. Before a value
    below 0 write --.
    """
    with session.changing() as store:
        measure, values = find_with_values(store, name)
        on = day_that_came(day, store.today(), "write down a result on")
        if values:
            save_result(store, measure, parse_scores(measure, values), on, note or "")
            return
        scores = _asked(session, store, measure)
        if scores is None:
            click.echo(STOPPED)
        else:
            save_asked(store, measure, scores, on, note or "")


@click.command()
@click.argument("result_id", metavar="ID")
@click.argument("values", metavar="[VALUE]...", nargs=-1)
@day_option
@_note_option
@click.pass_obj
def edit(session: Session, result_id: str, values: tuple[str, ...], day: str | None, note: str | None) -> None:
    """Change a result: just what is given.

    ID is what 'backjournal measures results' shows, or an unambiguous beginning of it. The values are all given, or
    none. An empty text ('') takes the note away.
    """
    if not values and day is None and note is None:
        raise InvalidValue("id", "there is nothing to change: give its values, --day or --note")
    with session.changing() as store:
        measure, known = find_result(store, result_id)
        changed = replace(
            known,
            scores=parse_scores(measure.as_then(known), values) if values else known.scores,
            day=known.day if day is None else day_that_came(day, store.today(), "move a result to"),
            note=known.note if note is None else note,
        )
        if changed == known:
            raise JournalError("this result is like this already: nothing was changed")
        with store.changes.write(f"result of {changed.day}"):
            store.measures.save(changed)
            answer_signs(store, measure.name, changed.day, note or "")
        _print("Changed", measure, changed)
        remind_of_signs(store)


@click.command()
@click.argument("result_id", metavar="ID")
@click.pass_obj
def delete(session: Session, result_id: str) -> None:
    """Delete a result; 'backjournal undo' brings it back.

    ID is what 'backjournal measures results' shows, or an unambiguous beginning of it.
    """
    with session.changing() as store:
        measure, known = find_result(store, result_id)
        store.measures.delete(known)
        _print("Deleted", measure, known)


def save_result(store: "Store", measure: Measure, scores: tuple[Score, ...], day: date, note: str = "") -> None:
    """Write a new result and print it.

    Raises:
        JournalError: it is refused, or the journal cannot be written.
    """
    result = store.measures.new_result(measure, day, scores, note)
    with store.changes.write(f"result of {day}"):
        store.measures.save(result)
        answer_signs(store, measure.name, day, note)
    _print("Saved", measure, result)
    remind_of_signs(store)


def save_asked(store: "Store", measure: Measure, scores: tuple[Score, ...], day: date, note: str = "") -> None:
    """Write and print a result that the person took time to give; if that fails, the refusal repeats its values.

    Raises:
        JournalError: it is refused, or the journal cannot be written.
    """
    try:
        save_result(store, measure, scores, day, note)
    except JournalError as error:
        values = " ".join(f"{score.value:g}" for score in scores)
        again = f"backjournal measures record {measure.name.casefold()} {values}"
        raise JournalError(f"{error}; not written down yet, later: {again}") from error


def _asked(session: Session, store: "Store", measure: Measure) -> tuple[Score, ...] | None:
    """Ask for each value in the terminal and return the scores; None if the person stops.

    Raises:
        InvalidValue: the input is no terminal, so that nobody can be asked.
    """
    if not in_terminal():
        parse_scores(measure, ())
    voice = terminal_voice(session, store)
    voice.say(f"{measure.name}: {measure.how_to}".rstrip(": "))
    parts: Sequence[str] = measure.parts or ("",)
    try:
        return tuple(Score(ask_score(voice, measure, place), part) for place, part in enumerate(parts))
    except (KeyboardInterrupt, EOFError):
        return None


def _print(what: str, measure: Measure, result: Result) -> None:
    from backjournal.exchange.measure_lines import result_line

    click.echo(f"{what}: {measure.name}, {result_line(measure, result)}")
