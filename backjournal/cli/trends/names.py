"""What a graph shows, as typed: a series, an exercise or a measure, or an unambiguous beginning of its name."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from backjournal.cli.measures.names import NONE_CHOSEN
from backjournal.cli.names import completed, find_name, of_journal
from backjournal.model.errors import InvalidValue, JournalError
from backjournal.model.text import clean_line
from backjournal.trends.calendar import CHECK_INS
from backjournal.trends.record import Record
from backjournal.trends.series import Series, all_series

if TYPE_CHECKING:
    from backjournal.store.store import Store


def find_series(series: Sequence[Series], typed: str) -> str:
    """Return the key of the series that a key, a label or an unambiguous beginning of it means.

    Raises:
        InvalidValue: none or several begin like this.
    """
    wanted = _hyphened(clean_line(typed))
    if wanted in {each.key for each in series}:
        return wanted
    found = [each for each in series if wanted in _names(each)]
    found = found or [each for each in series if any(name.startswith(wanted) for name in _names(each))]
    if len(found) == 1:
        return found[0].key
    names = ", ".join(_hyphened(each.label) for each in found or series)
    if found:
        raise InvalidValue("series", f"'{typed}' begins several series: {names}; type more of the name")
    raise InvalidValue("series", f"no series begins with '{typed}': there are {names}")


def find_exercise(record: Record, typed: str) -> str:
    """Return the id of the exercise, of those in the plan now or before, that a name or its beginning means.

    Raises:
        JournalError: nothing was ever prescribed.
        InvalidValue: none or several begin like this.
    """
    if not record.prescriptions:
        raise JournalError("there was never an exercise in the plan: 'backjournal plan add' adds one")
    names = {each.exercise_id: record.exercises[each.exercise_id].name for each in record.prescriptions}
    return find_name(names, typed, "exercise of the plan, now or before,", "there are")


def find_measure(record: Record, typed: str | None) -> str:
    """Return the id of the chosen measure that a name or its beginning means; none typed is empty.

    Raises:
        JournalError: none is chosen.
        InvalidValue: none or several begin like this.
    """
    if not record.measures:
        raise JournalError(NONE_CHOSEN)
    names = {measure.id: measure.name for measure in record.measures}
    return "" if typed is None else find_name(names, typed, "chosen measure", "you have chosen", "measure")


def complete_series(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the names of the series to the shell."""

    def names(store: "Store") -> list[str]:
        series = all_series(Record(store.today(), measures=store.measures.chosen()))
        return [_hyphened(each.label) for each in series] + [CHECK_INS] * (parameter.name == "of")

    return completed(ctx, parameter, incomplete, lambda: of_journal(ctx, names))


def complete_exercise(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the names of the exercises in the plan, now or before, to the shell."""

    def names(store: "Store") -> list[str]:
        exercises = store.plan.exercises()
        return list(dict.fromkeys(exercises[each.exercise_id].name for each in store.plan.prescriptions()))

    return completed(ctx, parameter, incomplete, lambda: of_journal(ctx, names))


def complete_measure(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the names of the chosen measures to the shell."""

    def names(store: "Store") -> list[str]:
        return [measure.name for measure in store.measures.chosen()]

    return completed(ctx, parameter, incomplete, lambda: of_journal(ctx, names))


def _names(series: Series) -> tuple[str, str]:
    return series.key, _hyphened(series.label)


def _hyphened(name: str) -> str:
    return name.casefold().replace(" ", "-")
