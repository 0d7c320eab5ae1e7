"""Finding what a typed name means: its beginning is enough, however it is spelled; and completing it in the shell."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.shell_completion import CompletionItem

from backjournal.cli.session import Session, chosen_journal
from backjournal.days import SystemClock
from backjournal.model.errors import InvalidValue
from backjournal.model.spelling import begun, named, spelled
from backjournal.model.text import clean_line, shown_id

if TYPE_CHECKING:
    from backjournal.model.check_ins import CheckIn
    from backjournal.model.measures import Result
    from backjournal.store.store import Store

Row = TypeVar("Row", "CheckIn", "Result")

Command = Callable[..., Any]
Complete = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]


def name_argument(
    kind: str, complete: Complete, *, required: bool = True, metavar: str | None = None
) -> Callable[[Command], Command]:
    """Give a command an argument for a name of one word or several, such as EXERCISE, that the shell completes."""

    def add(command: Command) -> Command:
        return click.argument(kind, nargs=-1, required=required, metavar=metavar, shell_complete=complete)(command)

    return add


def find_name(names: Mapping[str, str], typed: str, what: str, all_are: str, kind: str = "exercise") -> str:
    """Return the key of the name that equals the typed text or is the only one to begin with it, however spelled.

    `names` are by key. For the refusal, `what` says what was searched, `all_are` introduces the list of all names, and
    `kind` is what has the names, such as exercise.

    Raises:
        InvalidValue: no name or several begin like this; its `field` is the kind.
    """
    found = named(names, typed, names.__getitem__) or begun(names, typed, names.__getitem__)
    if not found:
        raise InvalidValue(kind, f"no {what} begins with '{typed}': {all_are} {', '.join(names.values())}")
    if len(found) > 1:
        several = ", ".join(names[key] for key in found)
        raise InvalidValue(kind, f"'{typed}' begins several {kind}s: {several}; type more of the name")
    return found[0]


def find_by_id(rows: Sequence[Row], typed: str, what: str, shown_by: str) -> Row:
    """Return the check-in or the result whose id equals the typed text or is the only one to begin with it.

    For the refusal, `what` is what has the ids, such as check-in, and `shown_by` is the command that prints them.

    Raises:
        InvalidValue: no id begins like this, or several do.
    """
    ids = {row.id: shown_id(row.id) for row in rows}
    begin = [row for row in rows if ids[row.id].startswith(typed)]
    found = [row for row in begin if ids[row.id] == typed] or begin
    if not typed or not found:
        raise InvalidValue("id", f"no {what} has an id that begins with '{typed}': {shown_by} shows the ids")
    if len(found) > 1:
        some = ", ".join(f"{ids[row.id]} of {row.day}" for row in found[:3])
        raise InvalidValue("id", f"'{typed}' begins the ids of {len(found)} {what}s, such as {some}: type more of it")
    return found[0]


def completed(
    ctx: click.Context, parameter: click.Parameter, incomplete: str, names: Callable[[], list[str]]
) -> list[CompletionItem]:
    """Return, as completions, the rest of each name that begins as typed; no completions on any error."""
    before = "".join(f"{clean_line(word)} " for word in ctx.params.get(parameter.name or "") or ())
    typed = spelled(before + incomplete)
    try:
        found = [name for name in names() if spelled(name).startswith(typed)]
    except Exception:  # noqa: BLE001 - nobody wants to read an error in the middle of typing
        return []
    return [CompletionItem(name[len(before) :]) for name in found]


def of_journal(ctx: click.Context, names: "Callable[[Store], list[str]]") -> list[str]:
    """Return what `names` reads from the journal of a command line that is still being typed.

    Raises:
        JournalError: there is no journal yet, or it is refused.
    """
    with session_of(ctx).existing() as store:
        return names(store)


def session_of(ctx: click.Context) -> Session:
    """Return the session of a command line that is still being typed."""
    root = ctx.find_root()
    # Tests pass in a clock of their own.
    return Session(chosen_journal(root.params.get("journal")), root.obj or SystemClock())
