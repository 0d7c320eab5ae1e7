"""Finding the exercise that a typed name means, in the day's checklist, the plan or the library, and completing it."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from backjournal.cli.names import Command, Complete, completed, find_name, name_argument, of_journal, session_of
from backjournal.cli.session import Session, day_or_today
from backjournal.library.exercises import LibraryExercise, library
from backjournal.model.errors import InvalidValue, JournalError
from backjournal.model.spelling import begun, name_key, named
from backjournal.plan.checklist import Checklist, ChecklistItem
from backjournal.plan.entries import PlanEntry

if TYPE_CHECKING:
    from backjournal.store.store import Store

EMPTY_PLAN = "the plan is empty: 'backjournal plan starter' takes a gentle one, 'backjournal plan add' adds an exercise"


def exercise_argument(complete: Complete, *, required: bool = True) -> Callable[[Command], Command]:
    """Give a command the argument EXERCISE, a name of one word or several, that the shell completes."""
    return name_argument("exercise", complete, required=required)


def find_asked(store: "Store", day: date, typed: str) -> ChecklistItem:
    """Return the exercise on the checklist of a day that a name or its beginning means; the exact name wins.

    Raises:
        InvalidValue: no exercise or several begin like this, or it is in the plan and not asked for on the day.
        JournalError: the journal cannot be read.
    """
    items = store.checklist(day)
    if not begun(items, typed, _name) and (not_asked := begun(store.extras(day), typed, _name)):
        name = _name(not_asked[0])
        raise InvalidValue("exercise", f"{name} is not asked for on {day}, so there is nothing to skip or to take back")
    return find_item(items, day, typed)


def find_item(items: Sequence[ChecklistItem], day: date, typed: str, all_are: str = "the day has") -> ChecklistItem:
    """Return the exercise of a day that a name or its beginning means; the exact name wins.

    For the refusal, `all_are` introduces the list of all names.

    Raises:
        InvalidValue: no exercise or several begin like this.
    """
    if not items:
        raise InvalidValue("exercise", f"the plan asks for nothing on {day}: 'backjournal plan add' adds an exercise")
    by_id = {item.prescription.id: item for item in items}
    names = {key: item.exercise.name for key, item in by_id.items()}
    return by_id[find_name(names, typed, f"exercise of {day}", all_are)]


def find_practisable(items: Checklist, extras: Checklist, day: date, typed: str) -> ChecklistItem:
    """Return the exercise of a day that a name or its beginning means, asked for (`items`) or not (`extras`).

    What is asked for comes first: `b` means the bridge of the day, whatever else of the plan begins with it.

    Raises:
        InvalidValue: no exercise or several begin like this.
    """
    everything = (*items, *extras)
    exactly, asked = named(everything, typed, _name), begun(items, typed, _name)
    return find_item(exactly or asked or everything, day, typed, "the plan has")


def find_planned(entries: Sequence[PlanEntry], typed: tuple[str, ...]) -> tuple[PlanEntry, ...]:
    """Return the prescriptions, by first day, of the exercise in the plan that a name or its beginning means.

    Raises:
        JournalError: the plan is empty.
        InvalidValue: no exercise or several begin like this.
    """
    if not entries:
        raise JournalError(EMPTY_PLAN)
    names = {entry.exercise.id: entry.exercise.name for entry in entries}
    found = find_name(names, " ".join(typed), "exercise in the plan", "it has")
    of_exercise = (entry for entry in entries if entry.exercise.id == found)
    return tuple(sorted(of_exercise, key=lambda entry: entry.prescription.first_day))


def find_addable(session: Session, typed: str) -> LibraryExercise:
    """Return the exercise, of the library or of the person's own, that a name or its beginning means.

    One of the person's own has its latest dose and schedule.

    Raises:
        InvalidValue: no exercise or several begin like this.
        JournalError: the journal is refused.
    """
    by_name = _addable(session)
    names = {key: entry.exercise.name for key, entry in by_name.items()}
    return by_name[find_name(names, typed, "exercise of the library", "--own makes one of your own, it has")]


def complete_of_day(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the names of the day's exercises to the shell."""

    def names(store: "Store") -> list[str]:
        day = day_or_today(ctx.params.get("day"), store.today())
        return [item.exercise.name for item in store.checklist(day)]

    return completed(ctx, parameter, incomplete, lambda: of_journal(ctx, names))


def complete_practisable(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the names of the exercises in the plan of a day to the shell, those that it asks for first."""

    def names(store: "Store") -> list[str]:
        day = day_or_today(ctx.params.get("day"), store.today())
        return [item.exercise.name for item in (*store.checklist(day), *store.extras(day))]

    return completed(ctx, parameter, incomplete, lambda: of_journal(ctx, names))


def complete_of_plan(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the names of the exercises in the plan to the shell."""

    def names(store: "Store") -> list[str]:
        return list(dict.fromkeys(entry.exercise.name for entry in store.plan.entries(store.today())))

    return completed(ctx, parameter, incomplete, lambda: of_journal(ctx, names))


def complete_of_addable(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the names of the shipped exercises and of the person's own to the shell."""
    return completed(
        ctx, parameter, incomplete, lambda: [entry.exercise.name for entry in _addable(session_of(ctx)).values()]
    )


def _name(item: ChecklistItem) -> str:
    return item.exercise.name


def _addable(session: Session) -> dict[str, LibraryExercise]:
    """Return what can be added, by the key of its name: the person's own in the place of what ships under the same."""
    shipped = {name_key(entry.exercise.name): entry for entry in library()}
    if not session.exists():
        return shipped
    with session.existing() as store:
        exercises = store.plan.exercises()
        by_day = sorted(store.plan.prescriptions(), key=lambda prescription: prescription.first_day)
    own = ((exercises[each.exercise_id], each) for each in by_day if not exercises[each.exercise_id].source)
    return shipped | {
        name_key(exercise.name): LibraryExercise(exercise, last.dose, last.schedule) for exercise, last in own
    }
