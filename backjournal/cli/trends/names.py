"""Finds the series, exercise or measure that a person typed, in full or as an unambiguous beginning of its name."""

from collections.abc import Sequence
from operator import itemgetter
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from backjournal.cli.measures.names import NONE_CHOSEN
from backjournal.cli.names import completed, find_name, of_journal
from backjournal.model.errors import InvalidValue, JournalError
from backjournal.model.spelling import begun, is_same_name, named
from backjournal.trends.calendar import CHECK_INS
from backjournal.trends.record import Record
from backjournal.trends.series import Series, all_series

if TYPE_CHECKING:
    from backjournal.store.store import Store


def find_series(series: Sequence[Series], typed: str) -> str:
    """Return the key of the series with the key or label that was typed, in full or as an unambiguous beginning.

    Raises:
        InvalidValue: no series or several series match.
    """
    by_key = [each for each in series if is_same_name(each.key, typed)]
    if by_key:
        return by_key[0].key
    names_of = [(name, each) for each in series for name in (each.typed_name, each.label)]
    matching = named(names_of, typed, itemgetter(0)) or begun(names_of, typed, itemgetter(0))
    found = list({each.key: each for _, each in matching}.values())
    if len(found) == 1:
        return found[0].key
    names = ", ".join(each.typed_name for each in found or series)
    if found:
        raise InvalidValue("series", f"'{typed}' begins several series: {names}; type more of the name")
    raise InvalidValue("series", f"no series begins with '{typed}': there are {names}")


def find_exercise(record: Record, typed: str) -> str:
    """Return the id of the exercise, now or formerly in the plan, whose name or beginning of it was typed.

    Raises:
        JournalError: no exercise was ever prescribed.
        InvalidValue: no exercise or several exercises match.
    """
    if not record.prescriptions:
        raise JournalError("there was never an exercise in the plan: 'backjournal plan add' adds one")
    names = {each.exercise_id: record.exercises[each.exercise_id].name for each in record.prescriptions}
    return find_name(names, typed, "exercise of the plan, now or before,", "there are")


def find_measure(record: Record, typed: str | None) -> str:
    """Return the id of the chosen measure whose name or beginning of it was typed; empty if nothing was typed.

    Raises:
        JournalError: no measure is chosen.
        InvalidValue: no measure or several measures match.
    """
    if not record.measures:
        raise JournalError(NONE_CHOSEN)
    names = {measure.id: measure.name for measure in record.measures}
    return "" if typed is None else find_name(names, typed, "chosen measure", "you have chosen", "measure")


def complete_series(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the names of the series for shell completion."""

    def names(store: "Store") -> list[str]:
        series = all_series(Record(store.today(), diary=store.diary_days.all(), measures=store.measures.chosen()))
        return [each.typed_name for each in series] + [CHECK_INS] * (parameter.name == "of")

    return completed(ctx, parameter, incomplete, lambda: of_journal(ctx, names))


def complete_exercise(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the names of the exercises that are or were in the plan, for shell completion."""

    def names(store: "Store") -> list[str]:
        exercises = store.plan.exercises()
        return list(dict.fromkeys(exercises[each.exercise_id].name for each in store.plan.prescriptions()))

    return completed(ctx, parameter, incomplete, lambda: of_journal(ctx, names))
