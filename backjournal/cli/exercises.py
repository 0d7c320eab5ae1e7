"""Exercises as typed: a name or an unambiguous beginning of it, any case, of the day, the plan or the library."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from backjournal.cli.session import Session, day_or_today
from backjournal.days import SystemClock
from backjournal.library import library
from backjournal.model.errors import InvalidValue
from backjournal.model.text import clean_line
from backjournal.trends.checklist import ChecklistItem

if TYPE_CHECKING:
    from backjournal.store.store import Store

Command = Callable[..., Any]
Complete = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]


def exercise_argument(complete: Complete) -> Callable[[Command], Command]:
    """Give a command the argument EXERCISE, a name of one word or several, that the shell completes."""

    def add(command: Command) -> Command:
        return click.argument("exercise", nargs=-1, required=True, shell_complete=complete)(command)

    return add


def find_item(items: Sequence[ChecklistItem], day: date, typed: str) -> ChecklistItem:
    """Return the exercise of a day that a name or its beginning means; the exact name wins.

    Raises:
        InvalidValue: no exercise or several begin like this.
    """
    if not items:
        raise InvalidValue("exercise", f"the plan asks for nothing on {day}: 'backjournal plan add' adds an exercise")
    by_id = {item.prescription.id: item for item in items}
    names = {key: item.exercise.name for key, item in by_id.items()}
    return by_id[find_name(names, typed, f"exercise of {day}", "the day has")]


def find_name(names: Mapping[str, str], typed: str, what: str, all_are: str) -> str:
    """Return the key of the name that what was typed is, or begins unambiguously.

    `what` tells among what was looked, and `all_are` introduces all names, for the refusal.

    Raises:
        InvalidValue: no name or several begin like this.
    """
    wanted = clean_line(typed).casefold()
    begin = {key: name for key, name in names.items() if name.casefold().startswith(wanted)}
    found = {key: name for key, name in begin.items() if name.casefold() == wanted} or begin
    if not found:
        raise InvalidValue("exercise", f"no {what} begins with '{typed}': {all_are} {', '.join(names.values())}")
    if len(found) > 1:
        several = ", ".join(found.values())
        raise InvalidValue("exercise", f"'{typed}' begins several exercises: {several}; type more of the name")
    return next(iter(found))


def complete_of_day(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the names of the day's exercises to the shell."""

    def names(store: "Store") -> list[str]:
        day = day_or_today(ctx.params.get("day"), store.today())
        return [item.exercise.name for item in store.checklist(day)]

    return _completed(ctx, incomplete, lambda: _of_journal(ctx, names))


def complete_of_plan(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the names of the exercises in the plan to the shell."""

    def names(store: "Store") -> list[str]:
        return list(dict.fromkeys(entry.exercise.name for entry in store.plan.entries(store.today())))

    return _completed(ctx, incomplete, lambda: _of_journal(ctx, names))


def complete_of_library(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the names of the shipped exercises to the shell."""
    return _completed(ctx, incomplete, lambda: [entry.exercise.name for entry in library()])


def default_journal() -> Path:
    """Return where the journal lies unless somebody says otherwise."""
    from platformdirs import user_data_path

    return user_data_path("backjournal", appauthor=False) / "journal.db"


def _completed(ctx: click.Context, incomplete: str, names: Callable[[], list[str]]) -> list[CompletionItem]:
    """Offer of names the words that are still to type; what goes wrong completes nothing."""
    before = "".join(f"{word} " for word in ctx.params.get("exercise") or ())
    typed = (before + incomplete).casefold()
    try:
        found = [name for name in names() if name.casefold().startswith(typed)]
    except Exception:  # noqa: BLE001 - nobody wants to read an error in the middle of typing
        return []
    return [CompletionItem(name[len(before) :]) for name in found]


def _of_journal(ctx: click.Context, names: "Callable[[Store], list[str]]") -> list[str]:
    journal: Path | None = ctx.find_root().params.get("journal")
    with Session(journal or default_journal(), SystemClock()).existing() as store:
        return names(store)
