"""Outcome measures as typed: a name or an unambiguous beginning of it, however spelled; and results by their id."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from backjournal.cli.names import Command, completed, find_by_id, find_name, name_argument, of_journal, session_of
from backjournal.cli.session import Session
from backjournal.library.measures import measure_library
from backjournal.model.errors import JournalError
from backjournal.model.measures import Measure, Result
from backjournal.model.spelling import begun, named

if TYPE_CHECKING:
    from backjournal.store.store import Store

NONE_CHOSEN = "no measure is chosen: 'backjournal measures library' shows them, 'backjournal measures choose' takes one"

_OF_CHOSEN = ("chosen measure", "you have chosen")


def chosen_argument(*, metavar: str | None = None) -> Callable[[Command], Command]:
    """Give a command the argument for the name of a chosen measure; `metavar` is how its usage shows it."""
    return name_argument("name", complete_chosen, metavar=metavar)


def any_argument() -> Callable[[Command], Command]:
    """Give a command the argument for the name of any measure that is shipped or was ever chosen."""
    return name_argument("name", _complete_any)


def find_chosen(store: "Store", typed: Sequence[str]) -> Measure:
    """Return the chosen measure that a name or its beginning means.

    Raises:
        JournalError: none is chosen.
        InvalidValue: none or several begin like this.
    """
    return _find(_chosen(store), typed, *_OF_CHOSEN)


def find_with_values(store: "Store", typed: Sequence[str]) -> tuple[Measure, tuple[str, ...]]:
    """Return the chosen measure that the first words mean, and the words after its name; errors as in `find_chosen`.

    Numbers at the end are values: `odi 2` is the value 2 of ODI 2.1a. The last one always is; the others before it
    belong to the name if they complete it.
    """
    chosen, values = _chosen(store), _values_begin(typed)
    beginnings = {end: " ".join(typed[:end]) for end in range(len(typed), 0, -1)}
    complete = [end for end, begin in beginnings.items() if values < end < len(typed) and named(chosen, begin, _name)]
    beginning = [end for end, begin in beginnings.items() if end <= values and begun(chosen, begin, _name)]
    end = next(iter([*complete, *beginning]), 1)
    return _find(chosen, typed[:end], *_OF_CHOSEN), tuple(typed[end:])


def find_any(session: Session, typed: Sequence[str]) -> Measure:
    """Return the measure, of those that ship and those of the journal, that a name or its beginning means.

    Raises:
        InvalidValue: none or several begin like this.
        JournalError: the journal is refused.
    """
    return _find(_any_measures(session), typed, "measure", "there are")


def find_known(store: "Store", typed: Sequence[str]) -> Measure:
    """Return the measure, of those that are or were chosen, that a name means; errors as in `find_chosen`."""
    known = store.measures.known()
    if not known:
        raise JournalError(NONE_CHOSEN)
    return _find(known, typed, "measure of the journal", "it has")


def find_result(store: "Store", typed: str) -> tuple[Measure, Result]:
    """Return the result whose id begins like this, and its measure.

    Raises:
        InvalidValue: no result or several have such an id.
    """
    found = find_by_id(store.measures.results(), typed, "result", "'backjournal measures results NAME'")
    known = {measure.id: measure for measure in store.measures.known()}
    return known[found.measure_id], found


def complete_chosen(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the names of the chosen measures to the shell."""

    def names(store: "Store") -> list[str]:
        return [measure.name for measure in store.measures.chosen()]

    return completed(ctx, parameter, incomplete, lambda: of_journal(ctx, names))


def _complete_any(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the names of all measures to the shell."""

    def names() -> list[str]:
        return [measure.name for measure in _any_measures(session_of(ctx))]

    return completed(ctx, parameter, incomplete, names)


def _chosen(store: "Store") -> tuple[Measure, ...]:
    chosen = store.measures.chosen()
    if not chosen:
        raise JournalError(NONE_CHOSEN)
    return chosen


def _values_begin(typed: Sequence[str]) -> int:
    """Return the place of the first of the numbers that stand last; the first word of all belongs to the name."""
    begin = len(typed)
    while begin > 1 and re.fullmatch(r"-?[0-9]+([.,][0-9]+)?", typed[begin - 1].strip()):
        begin -= 1
    return begin


def _any_measures(session: Session) -> tuple[Measure, ...]:
    """Return the shipped measures and those of the journal, which replaces shipped ones by its own version."""
    by_id = {measure.id: measure for measure in measure_library()}
    if session.exists():
        with session.existing() as store:
            by_id |= {measure.id: measure for measure in store.measures.known()}
    return tuple(by_id.values())


def _name(measure: Measure) -> str:
    return measure.name


def _find(measures: Iterable[Measure], typed: Sequence[str], what: str, all_are: str) -> Measure:
    by_id = {measure.id: measure for measure in measures}
    names = {key: measure.name for key, measure in by_id.items()}
    return by_id[find_name(names, " ".join(typed), what, all_are, "measure")]
