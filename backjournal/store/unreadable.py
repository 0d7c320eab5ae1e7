"""Rows that cannot be read: each is left out, counted and named, and all others are shown."""

import contextlib
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from backjournal.model.errors import InvalidValue, JournalError
from backjournal.model.text import clean_line

if TYPE_CHECKING:
    from backjournal.store.rows import Rows

NO_SENSE = (InvalidValue, AttributeError, TypeError, ValueError, OverflowError)
"""The errors that a row without sense ends in when it is read; a KeyError is a mistake in the code."""

_LONGEST = 120
"""How many characters of a reason are told."""

_DATES = {"day": date, "first_day": date, "last_day": date, "prescribed_on": date, "stopped": date}
_MOMENTS = {"at": datetime, "running_since": datetime}

_Read = TypeVar("_Read")


class Unreadable(NamedTuple):
    """A row that cannot be read."""

    table: str
    id: str
    why: str
    """What is wrong with it, on one line without what could act on a terminal."""

    hidden: int = 0
    """How many practices cannot be shown without it."""

    def __str__(self) -> str:
        return f"{row_name(self.table, self.id)} ({self.why}){with_it(self.hidden)}"


class LeftOut:
    """The rows that were left out since a journal was opened; all connections to it share one object."""

    def __init__(self) -> None:
        self._rows: dict[tuple[str, str], Unreadable] = {}

    def add(self, row: Unreadable) -> None:
        """Remember a row that was left out; the first reason that was met stays."""
        self._rows.setdefault((row.table, row.id), row)

    def __contains__(self, row: tuple[str, str]) -> bool:
        return row in self._rows

    def clear(self) -> None:
        """Forget them, before they are looked for anew."""
        self._rows.clear()

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Unreadable]:
        # A copy, because a thread of the app may add to it meanwhile.
        return iter(sorted(self._rows.copy().values()))


def readable(
    db: "Rows", table: str, rows: Iterable[dict[str, Any]], read: Callable[[dict[str, Any]], _Read]
) -> Iterator[_Read]:
    """Yield what `read` makes of each row of a table; a row that makes no sense is left out and remembered in `db`.

    Raises:
        JournalError: the rows cannot be had at all, as the file is damaged, locked or cannot be reached.
    """
    for row in rows:
        try:
            if db.lenient:
                _refuse_undecodable(row)
            yield read(row)
        except NO_SENSE as error:
            leave_out(db, table, row, error)


def leave_out(db: "Rows", table: str, row: dict[str, Any], error: Exception) -> None:
    """Remember in `db` that a row is left out, and why."""
    row_id = clean_line(str(row["id"]))
    if (table, row_id) not in db.left_out:
        db.left_out.add(Unreadable(table, row_id, _why(row, error), hidden_by(db, table, row_id)))


def hidden_by(db: "Rows", table: str, row_id: str) -> int:
    """Return how many practices cannot be shown without a row: those of a dose."""
    with contextlib.suppress(JournalError):
        if table == "prescriptions":
            return int(db.value("SELECT count(*) FROM practices WHERE prescription_id = ? AND NOT deleted", [row_id]))
    return 0


def with_it(hidden: int, it: str = "it") -> str:
    """Return how it is told that practices go along with a row, or with several; empty if none do."""
    return f", and with {it} {hidden:,} {'practice' if hidden == 1 else 'practices'}" if hidden else ""


def with_unreadable(number: int) -> str:
    """Return how it is said of a backup that so many of its rows cannot be read; empty if all can."""
    return f"with {number:,} {'row' if number == 1 else 'rows'} that cannot be read" if number else ""


def with_all(rows: Iterable[Unreadable]) -> str:
    """Return how it is told that practices go along with rows; empty if none do."""
    hidden = [row.hidden for row in rows]
    return with_it(sum(hidden), "it" if len(hidden) == 1 else "them")


def row_name(table: str, row_id: str) -> str:
    """Return what a row is called in a message, such as `check-in 4f2a`."""
    return f"{table.removesuffix('s').replace('_', '-')} {row_id}"


def left_out_line(left_out: LeftOut, most: int = 3) -> str:
    """Return one line that tells how many rows are left out and names up to `most`; empty if there are none."""
    number = len(left_out)
    if not number:
        return ""
    named = "; ".join(map(str, islice(left_out, most))) + (f"; and {number - most} more" if number > most else "")
    rows, it = ("1 row", "it is") if number == 1 else (f"{number} rows", "they are")
    along = with_all(left_out)
    return f"{rows} of the journal cannot be read{along}, {it} left out: {named}. 'backjournal check' says what to do"


def _refuse_undecodable(row: dict[str, Any]) -> None:
    for column, value in row.items():
        if isinstance(value, str) and not value.isascii() and any("\ud800" <= char <= "\udfff" for char in value):
            raise InvalidValue(column, f"{column} has bytes that are no text (not UTF-8)")


def _why(row: dict[str, Any], error: Exception) -> str:
    if isinstance(error, InvalidValue):
        return _short(str(error))
    for column, kind in (_DATES | _MOMENTS).items():
        value = row.get(column)
        if value is not None and not _is_of(kind, value):
            return _short(f"{column} is no {'day' if kind is date else 'moment'}: '{value}'")
    for column, value in row.items():
        if value and isinstance(value, str) and f"'{value}'" in str(error):
            return _short(f"{column} makes no sense: '{value}'")
    return "a value makes no sense"


def _is_of(kind: type[date], value: object) -> bool:
    try:
        kind.fromisoformat(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return False
    return True


def _short(text: str) -> str:
    clean = clean_line(text)
    return clean if len(clean) <= _LONGEST else f"{clean[: _LONGEST - 1].rstrip()}…"
