"""Exercises as typed: a name or an unambiguous beginning of it, any case, among those of the day."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from backjournal.cli.session import Session, checklist_of, day_or_today
from backjournal.days import SystemClock
from backjournal.model.errors import InvalidValue
from backjournal.model.text import clean_line
from backjournal.trends.checklist import ChecklistItem


def find_item(items: Sequence[ChecklistItem], day: date, typed: str) -> ChecklistItem:
    """Return the exercise of a day that a name or its beginning means; the exact name wins.

    Raises:
        InvalidValue: no exercise or several begin like this.
    """
    name = clean_line(typed).casefold()
    begin = [item for item in items if item.exercise.name.casefold().startswith(name)]
    found = [item for item in begin if item.exercise.name.casefold() == name] or begin
    if len(found) == 1:
        return found[0]
    if not items:
        raise InvalidValue("exercise", f"the plan asks for nothing on {day}: add exercises in the app, under Plan")
    if not found:
        raise InvalidValue("exercise", f"no exercise of {day} begins with '{typed}': the day has {_names(items)}")
    raise InvalidValue("exercise", f"'{typed}' begins several exercises: {_names(found)}; type more of the name")


def complete_exercise(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the names of the day's exercises to the shell, the words that are still to type.

    No Raises: what goes wrong completes nothing.
    """
    journal: Path | None = ctx.find_root().params.get("journal")
    before = "".join(f"{word} " for word in ctx.params.get("exercise") or ())
    try:
        names = _names_of_day(Session(journal or default_journal(), SystemClock()), ctx.params.get("day"))
    except Exception:  # noqa: BLE001 - nobody wants to read an error in the middle of typing
        return []
    typed = (before + incomplete).casefold()
    return [CompletionItem(name[len(before) :]) for name in names if name.casefold().startswith(typed)]


def default_journal() -> Path:
    """Return where the journal lies unless somebody says otherwise."""
    from platformdirs import user_data_path

    return user_data_path("backjournal", appauthor=False) / "journal.db"


def _names_of_day(session: Session, day: str | None) -> list[str]:
    with session.existing() as store:
        return [item.exercise.name for item in checklist_of(store, day_or_today(day, store.today()))]


def _names(items: Iterable[ChecklistItem]) -> str:
    return ", ".join(item.exercise.name for item in items)
